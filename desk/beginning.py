"""The first events of a case that was begun on the start page: what was given, and what was shown."""

from __future__ import annotations

import json
from datetime import date

from cases.access import Audience
from cases.application import Application, FactValue, FieldName
from cases.events import EntryMade, FactRecorded, LocaleNoted, NoticeShown
from cases.fields import Context, parse_stated
from cases.languages import Language
from cases.sensitive import Kind
from cases.sensitive.kinds import token
from desk.draft import Author, Draft
from desk.notice import privacy_notice


def begin(draft: Draft, author: Author, email: str, language: Language) -> None:
    """Put the language, the notice that was shown and the address that was proved on record."""
    draft.add(LocaleNoted(language=language), author, Audience.EVERYONE)
    version = draft.policy.notice.version
    shown = privacy_notice(language, draft.policy.deadlines.merchant_days).language
    draft.add(NoticeShown(version=version, language=shown), author, Audience.EVERYONE)
    stands_for = token(Kind.EMAIL, 1)
    text = json.dumps({FieldName.EMAIL.value: stands_for})
    entry = EntryMade(text=text, secrets={stands_for: email}, via="start")
    entered = draft.add(entry, author, Audience.EVERYONE)
    fact = FactRecorded(
        field=FieldName.EMAIL,
        value=_address(email, draft.now.date()),
        source_seq=entered.seq,
        quote=stands_for,
        certainty="entered",
    )
    draft.add(fact, author, Audience.EVERYONE)


def _address(email: str, today: date) -> FactValue:
    return parse_stated(FieldName.EMAIL, email, Context(Application(), (FieldName.EMAIL,), today))
