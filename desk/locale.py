"""The language and the time zone in which the merchant of a case is written to."""

from __future__ import annotations

from zoneinfo import available_timezones

from cases.access import Audience, Person
from cases.events import LocaleNoted
from cases.languages import Language
from cases.tongue import plainly_written_in
from desk.conversation import require_merchant_of, show_notice
from desk.draft import Author, Draft


def note_locale(draft: Draft, person: Person, language: Language, time_zone: str | None = None) -> None:
    """Note what the merchant's window knows; a time zone that there is not is passed over.

    Raises Forbidden for anybody but the merchant of the case.
    """
    zone = time_zone if time_zone in available_timezones() else None
    _note(draft, require_merchant_of(draft, person), language, zone)


def note_window(draft: Draft, person: Person, language: Language, time_zone: str | None = None) -> None:
    """Note what a window of the case's merchant shows and knows as it opens; nothing for anybody else.

    The language of the conversation stays: the window's counts only where none is on record yet.
    """
    if draft.record.opened_by != person.id or person.is_staff:
        return
    if any(isinstance(event.body, LocaleNoted) for event in draft.events):
        language = draft.record.language
    show_notice(draft, person, language)
    note_locale(draft, person, language, time_zone)


def follow_language(draft: Draft, author: Author, text: str) -> None:
    """Go over to the language that the merchant plainly writes in."""
    written = plainly_written_in(text)
    if written is not None:
        _note(draft, author, written, None)


def _note(draft: Draft, author: Author, language: Language, zone: str | None) -> None:
    record = draft.record
    if (language, zone or record.time_zone) != (record.language, record.time_zone):
        draft.add(LocaleNoted(language=language, time_zone=zone), author, Audience.EVERYONE)
