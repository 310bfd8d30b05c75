"""Putting a case aside until a date or until something happens; it wakes by itself."""

from __future__ import annotations

from datetime import datetime, timedelta

from cases.access import Person
from cases.assignment import WORKED_ON, asleep
from cases.errors import Conflict, Invalid
from cases.events import CaseSnoozed, CaseWoken, CheckMade, DocumentReceived, Event, VerificationRecorded
from cases.events.assignment import WakesOn
from desk.draft import Draft
from desk.matching import reason_of
from desk.pauses import UNASKED
from desk.review import require_reviewer

LONGEST = timedelta(days=60)
"""How long a case may sleep at most; longer is no pause."""


_THEIR_SIDE = ("merchant", "participant")


def snooze(draft: Draft, person: Person, reason: str, until: datetime | None, on: WakesOn | None) -> None:
    """Put the case aside; its due time goes on running.

    Raises Conflict where it does not wait for us; Invalid ``no_end``, ``end_not_possible`` or
    ``reason_needed``.
    """
    author = require_reviewer(draft, person)
    draft.require_state(WORKED_ON, code="not_possible_now", message="The case does not wait for us.")
    if until is None and on is None:
        raise Invalid("Please say until when, or until what happens.", code="no_end")
    if until is not None and not draft.now < until <= draft.now + LONGEST:
        raise Invalid(
            f"A case sleeps until a time within {LONGEST.days} days from now.", code="end_not_possible"
        )
    why = reason_of(draft, reason)
    draft.add(
        CaseSnoozed(by_name=person.name, until=until, on=on, reason=why.text, secrets=why.secrets), author
    )


def wake(draft: Draft, person: Person) -> None:
    """Take a case up again before its time."""
    author = require_reviewer(draft, person)
    if asleep(draft.record, draft.now) is None:
        raise Conflict("This case does not sleep.", code="not_possible_now")
    draft.add(CaseWoken(why="by_hand"), author)


def wake_by_what_happened(draft: Draft) -> None:
    """Wake the case where what it waits for is among what the draft adds."""
    sleeps = draft.record.snooze
    if sleeps and sleeps.on and any(_wakes(draft, event, sleeps.on) for event in draft.new):
        draft.add(CaseWoken(why=sleeps.on))


def wake_in_time(draft: Draft) -> None:
    """Wake the case where its time is up."""
    if draft.record.snooze and asleep(draft.record, draft.now) is None:
        draft.add(CaseWoken(why="date"))


def _wakes(draft: Draft, event: Event, on: WakesOn) -> bool:
    snoozed = draft.record.snooze
    if snoozed is None or event.seq <= snoozed.seq:
        return False
    match on:
        case "check_changes":
            return isinstance(event.body, CheckMade | VerificationRecorded)
        case "document_arrives":
            return isinstance(event.body, DocumentReceived) and event.role in _THEIR_SIDE
        case "merchant_answers":
            return event.role in _THEIR_SIDE and not isinstance(event.body, UNASKED)
