"""A request for information as people read it: what, why, and by when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from babel.dates import format_date

from cases.information import RequestedItem
from cases.languages import Language
from cases.policy import Policy
from cases.record import CaseRecord
from desk.labels import field_label, within_a_sentence
from desk.wordbook import Wordbook, wordbook


def request_text(
    record: CaseRecord,
    policy: Policy,
    items: Iterable[RequestedItem],
    until: date,
    language: Language,
    opening: str = "asked",
) -> str:
    """What is asked for, why and by when, and where it is answered; may hold tokens."""
    words, items = wordbook(language), tuple(items)
    opened = words(f"request.{opening}", when=day_in_words(until, language))
    lines = [f"- {_line(item, policy, words)}" for item in items]
    return "\n".join([opened, *lines, "", *_places(record, items, words)])


def _line(item: RequestedItem, policy: Policy, words: Wordbook) -> str:
    why = reason_in_words(item.reason, policy, words.language)
    if item.is_question:
        return f"{item.text} ({why})"
    beside = f" “{item.text}”" if item.text else ""
    return f"{item_label(item, words.language)}: {why}{beside}"


def _places(record: CaseRecord, items: tuple[RequestedItem, ...], words: Wordbook) -> Iterator[str]:
    yield words("request.where")
    if any(item.document for item in items):
        yield words("request.where_documents", case=record.id)


def item_label(item: RequestedItem, language: Language) -> str:
    """What an item is called; of a person with their name."""
    words = wordbook(language)
    if item.detail is None:
        return neutral_label(item, language)
    return words("request.detail_of", detail=words(f"part.field_{item.detail.value}"), name=item.subject)


def neutral_label(item: RequestedItem, language: Language) -> str:
    """The same without the name of anybody, for a letter."""
    words = wordbook(language)
    if item.field is not None:
        return field_label(item.field, language)
    if item.document is not None:
        return words("request.document", kind=words(f"document.kind_{item.document.value}"))
    if item.detail is not None:
        return words("request.detail_of_somebody", detail=words(f"part.field_{item.detail.value}"))
    return words("request.question")


def reason_in_words(code: str, policy: Policy, language: Language) -> str:
    """Why something is asked for, as the merchant reads it."""
    reason = policy.information.reasons.get(code)
    if reason is not None and reason.text:
        return reason.text[language]
    words = wordbook(language)
    known = words.area("request")
    # A reason that a later policy does not have any more.
    return known.get(f"reason_{code}", known["reason_usual_review"])


def items_in_words(items: Iterable[RequestedItem], language: Language) -> str:
    """Some items within a sentence."""
    return ", ".join(within_a_sentence(item_label(item, language), language) for item in items)


def day_in_words(day: date, language: Language) -> str:
    """The last day of a deadline."""
    return format_date(day, _DAY[language], locale=language)


_DAY: dict[Language, str] = {
    "en": "EEEE d MMMM",
    "de": "EEEE, d. MMMM",
    "es": "EEEE d 'de' MMMM",
    "fr": "EEEE d MMMM",
}


def extended(language: Language, until: date) -> str:
    """That there is more time."""
    return wordbook(language)("request.extended", when=day_in_words(until, language))


def item_withdrawn(record: CaseRecord, item: RequestedItem) -> str:
    """That something is not needed any more."""
    return wordbook(record.language)("request.item_withdrawn", item=item_label(item, record.language))


def open_text(record: CaseRecord, policy: Policy, opening: str) -> str:
    """What is still open, with an opening of its own."""
    request = record.information
    if request is None:
        return ""
    return request_text(record, policy, request.open_items, request.until, record.language, opening)
