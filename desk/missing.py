"""What is still owed, told to the merchant from the record."""

from __future__ import annotations

from collections.abc import Sequence

from cases.application import FieldName
from cases.events import MessageSaid
from cases.prohibition import is_unserved
from cases.requirements import outstanding
from cases.states import SUBMITTABLE
from desk import sentences
from desk.draft import Draft
from desk.labels import fields_in_words


def missing_besides(draft: Draft, asks: Sequence[FieldName]) -> str:
    """What is missing besides what a message asks for, in a sentence; empty where nothing is.

    The first message to a merchant asks what they sell, and nothing is said of the rest yet.
    """
    record, language = draft.record, draft.record.language
    if record.state not in SUBMITTABLE or is_unserved(record, draft.policy) or not _is_under_way(draft):
        return ""
    rest = [name for name in outstanding(record, draft.policy) if name not in asks]
    if not rest:
        return ""
    return sentences.still_missing(fields_in_words(rest, language), language, beside_others=bool(asks))


def _is_under_way(draft: Draft) -> bool:
    if draft.record.application.business_type is not None:
        return True
    return any(isinstance(event.body, MessageSaid) and event.body.asks for event in draft.events)
