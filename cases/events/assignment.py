"""Who works on a case, when it rests, and when its time runs out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal
from uuid import UUID

from cases.events.body import EventBody

ReleasedFor = Literal["given_back", "lapsed", "away", "no_account", "second_person"]
"""Why a case is nobody's any more."""

AssignedBy = Literal["choice", "load", "deputy"]
"""How it was found whose case it is to be."""

WakesOn = Literal["merchant_answers", "check_changes", "document_arrives"]
"""What wakes a case that sleeps, besides a date."""


class CaseClaimed(EventBody):
    """A reviewer took the case on."""

    kind: Literal["case.claimed"] = "case.claimed"
    by: UUID
    name: str


class CaseReleased(EventBody):
    """The case is nobody's any more; ``name``: whose it was."""

    kind: Literal["case.released"] = "case.released"
    person_id: UUID
    name: str
    why: ReleasedFor
    reason: str = ""
    secrets: Mapping[str, str] = {}


class CaseAssigned(EventBody):
    """The case was given to somebody; ``previous``: whose it was."""

    kind: Literal["case.assigned"] = "case.assigned"
    to: UUID
    name: str
    previous: UUID | None
    how: AssignedBy
    reason: str = ""
    secrets: Mapping[str, str] = {}


class CaseSnoozed(EventBody):
    """The case was put aside until a time, or until something happens, or whichever comes first."""

    kind: Literal["case.snoozed"] = "case.snoozed"
    by_name: str
    until: datetime | None
    on: WakesOn | None
    reason: str
    secrets: Mapping[str, str] = {}


class CaseWoken(EventBody):
    """The case is up again: its time came, what it waited for happened, or somebody took it up."""

    kind: Literal["case.woken"] = "case.woken"
    why: Literal["date", "by_hand"] | WakesOn


class ReviewWarned(EventBody):
    """Most of the time for the review is used up."""

    kind: Literal["review.warned"] = "review.warned"
    due: datetime


class ReviewOverdue(EventBody):
    """The review was not done in time."""

    kind: Literal["review.overdue"] = "review.overdue"
    due: datetime


class CaseEscalated(EventBody):
    """The case was raised to the leads; ``by_name`` is empty where the clock did it."""

    kind: Literal["case.escalated"] = "case.escalated"
    by_name: str = ""
    reason: str
    secrets: Mapping[str, str] = {}
