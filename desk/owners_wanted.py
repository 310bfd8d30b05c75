"""Telling a merchant once that there is more to say about who is behind the business, and where."""

from __future__ import annotations

from cases.application import FieldName
from cases.events import FactRecorded, MessageSaid
from cases.ownership.found import found_owners
from cases.ownership.of_case import unstated_shares
from desk.draft import Draft
from desk.wordbook import wordbook

_TELLING = (FieldName.OWNERS, FieldName.ADDRESS)


def tell_of_owners(draft: Draft) -> None:
    """Lead to the page of owners once owners and country are known and more is needed, once in a case."""
    if _is_news(draft) and _more_is_needed(draft) and not _was_told(draft):
        draft.tell(wordbook(draft.record.language)("owners.chat", case=draft.record.id))


def _is_news(draft: Draft) -> bool:
    known = draft.record.application
    if draft.policy.ownership is None or not known.owners or not known.address or not known.address.country:
        return False
    bodies = (event.body for event in draft.new)
    return any(isinstance(body, FactRecorded) and body.field in _TELLING for body in bodies)


def _more_is_needed(draft: Draft) -> bool:
    found = found_owners(draft.record, draft.policy, draft.now.date())
    return found is not None and bool(found.owners.needed or unstated_shares(draft.record))


def _was_told(draft: Draft) -> bool:
    page = f"/owners/{draft.record.id}"
    return any(isinstance(event.body, MessageSaid) and page in event.body.text for event in draft.events)
