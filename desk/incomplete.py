"""What staff do about an application that waits for its merchant: write to them, or close it."""

from __future__ import annotations

from cases.access import Person
from cases.errors import Conflict
from cases.events import ClosedAsIncomplete, ReminderAsked
from cases.states import WAITS_FOR_MERCHANT, State
from desk import pauses
from desk.draft import Author, Draft
from desk.matching import reason_of
from desk.review import require_reviewer

CLOSED = "closed as incomplete"


def remind(draft: Draft, person: Person) -> None:
    """Have the merchant sent a link to go on with; raises Conflict ``reminded_lately`` within a day."""
    author = _require_waiting(draft, person)
    if pauses.written_lately(draft):
        raise Conflict("The merchant was written to less than a day ago.", code="reminded_lately")
    draft.add(ReminderAsked(by_name=person.name), author)
    draft.enqueue("remind")


def close_as_incomplete(draft: Draft, person: Person, reason: str) -> None:
    """Close the application before its time is up; its merchant may reopen it.

    Raises Conflict where it does not wait for its merchant, Invalid ``reason_needed``.
    """
    author = _require_waiting(draft, person)
    why = reason_of(draft, reason)
    closed = ClosedAsIncomplete(by_name=person.name, reason=why.text, secrets=why.secrets)
    draft.add(closed, author)
    draft.move(State.EXPIRED, author, reason=CLOSED)


def _require_waiting(draft: Draft, person: Person) -> Author:
    author = require_reviewer(draft, person)
    draft.require_state(
        WAITS_FOR_MERCHANT, code="not_possible_now", message="It does not wait for its merchant."
    )
    return author
