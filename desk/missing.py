"""What is still owed, told to the merchant from the record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cases.application import FieldName
from cases.events import MessageSaid
from cases.prohibition import is_unserved
from cases.requirements import outstanding
from cases.states import SUBMITTABLE
from desk import sentences
from desk.draft import Draft
from desk.labels import fields_in_words

MOST_AWAITED = 3
"""Items named as missing among which a bare answer can still be told apart."""


class Missing(NamedTuple):
    """A sentence, empty where there is nothing to say, and items in it that an answer may be about."""

    text: str = ""
    names: tuple[FieldName, ...] = ()


def missing_besides(draft: Draft, asks: Sequence[FieldName]) -> Missing:
    """What is missing besides what a message asks for.

    Whoever reads no further than this message knows what it takes to be done.
    """
    record, policy, language = draft.record, draft.policy, draft.record.language
    if record.state not in SUBMITTABLE or is_unserved(record, policy):
        return Missing()
    owed = outstanding(record, policy)
    if not owed and not record.open_question:
        shown = _is_shown(draft)
        return Missing() if shown else Missing(sentences.to_confirm(language, beside_others=bool(asks)))
    rest = tuple(name for name in owed if name not in asks)
    if not rest:
        return Missing()
    items = fields_in_words(rest, language)
    if asks:
        key: sentences.Missing = "besides" if _is_under_way(draft) else "first"
        return Missing(sentences.still_missing(items, language, key))
    absent = any(policy.may_lack(name) and name not in record.postponed for name in rest)
    told = sentences.still_missing(items, language, "now", may_be_absent=absent)
    return Missing(told, rest if len(rest) <= MOST_AWAITED else ())


def _is_shown(draft: Draft) -> bool:
    """Whether the merchant has the summary before them as the application is now."""
    return draft.record.summary_hash == draft.policy.application_hash(
        draft.record.application, draft.record.parties
    )


def _is_under_way(draft: Draft) -> bool:
    if draft.record.application.business_type is not None:
        return True
    return any(isinstance(event.body, MessageSaid) and event.body.asks for event in draft.events)
