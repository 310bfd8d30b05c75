"""Whose case it is, whether it rests and how late it is, as staff read it, and what they may do about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal
from uuid import UUID

from cases.access import Role
from cases.assignment import (
    WORKED_ON,
    Colleague,
    Lease,
    asleep,
    holder,
    is_open,
    may_review,
    today,
    waits_for_us,
)
from cases.events.assignment import WakesOn
from cases.policy import Policy
from cases.record import CaseRecord
from cases.review_time import OVERDUE, WARNED
from cases.sensitive import display
from desk.assigning import LEADS
from desk.assignment_words import WAKES
from desk.rights import Reader
from desk.viewing import View

Late = Literal["soon", "overdue"]
"""How far the time for a review is used up: most of it, or all."""


class SnoozeView(View):
    """A case that was put aside: until when, until what (``words``: the same for people), by whom and why."""

    until: datetime | None
    on: WakesOn | None
    words: str
    by: str
    reason: str


class EscalationView(View):
    """A case that was raised to the leads; ``by`` is empty where the clock did it."""

    by: str
    at: datetime
    reason: str


class Mate(View):
    """A reviewer to whom the case may be given, and how many open ones they have."""

    id: UUID
    name: str
    load: int
    away_until: str


class AssignmentView(View):
    """Whose case it is; ``until``: their lease's end, absent while the case waits for others."""

    assignee: str | None
    assignee_id: UUID | None
    until: datetime | None
    snoozed: SnoozeView | None
    late: Late | None
    escalated: EscalationView | None
    watching: bool


class AssignmentPart(AssignmentView):
    """The same on the card, with what its reader may do: to whom it can be given, and the buttons.

    ``beat``: after how many seconds the window of whose case it is says that they work on it.
    """

    mine: bool
    beat: int
    needs_reason: bool
    team: tuple[Mate, ...]
    actions: tuple[str, ...]


def assignment_view(
    record: CaseRecord, lease: Lease | None, now: datetime, name: str | None, *, watching: bool
) -> AssignmentView:
    """Whose case it is; ``name``: of whom it was given to last."""
    theirs = holder(record, lease, now)
    return AssignmentView(
        assignee=name if theirs else None,
        assignee_id=theirs,
        until=lease.until if theirs and lease else None,
        snoozed=snooze_view(record, now),
        late=late_of(record),
        escalated=escalation_view(record),
        watching=watching,
    )


def assignment_part(
    view: AssignmentView, reader: Reader, team: Sequence[Colleague], policy: Policy, now: datetime
) -> AssignmentPart:
    """What the card shows of it to its reader."""
    day = today(now, policy)
    able = [each for each in team if may_review(reader.record, each.id) and each.id != view.assignee_id]
    return AssignmentPart(
        **dict(view),
        mine=view.assignee_id == reader.person.id,
        beat=int(policy.reviewing.lease.total_seconds() / 3),
        needs_reason=view.assignee_id is not None,
        team=tuple(
            Mate(id=each.id, name=each.name, load=each.load, away_until=_away_until(each, policy, now))
            for each in sorted(able, key=lambda each: (each.is_away(day), each.load, each.name))
        ),
        actions=_actions(reader, view, now),
    )


def snooze_view(record: CaseRecord, now: datetime) -> SnoozeView | None:
    """What a case sleeps for; None where it is up."""
    sleeps = asleep(record, now)
    return sleeps and SnoozeView(
        until=sleeps.until,
        on=sleeps.on,
        words=WAKES[sleeps.on] if sleeps.on else "",
        by=sleeps.by_name,
        reason=display(sleeps.reason, record.secrets),
    )


def escalation_view(record: CaseRecord) -> EscalationView | None:
    """Why a case was raised to the leads; None where it was not, or has gone on since."""
    raised = record.escalation if record.state in WORKED_ON else None
    return raised and EscalationView(
        by=raised.by_name, at=raised.at, reason=display(raised.reason, record.secrets)
    )


def late_of(record: CaseRecord) -> Late | None:
    """What was told of the time for this review."""
    if record.state not in WORKED_ON:
        return None
    return "overdue" if OVERDUE in record.late else "soon" if WARNED in record.late else None


def _away_until(who: Colleague, policy: Policy, now: datetime) -> str:
    away = who.absence if who.is_away(today(now, policy)) else None
    return away.last_day.isoformat() if away else ""


def _actions(reader: Reader, view: AssignmentView, now: datetime) -> tuple[str, ...]:
    record, person = reader.record, reader.person
    if not reader.judges:
        return ()
    reviews, mine = person.has(Role.REVIEWER), view.assignee_id == person.id
    up = is_open(record, now)
    possible = {
        "claim": up and reviews and view.assignee_id is None and may_review(record, person.id),
        "release": up and reviews and mine,
        "assign": up and (view.assignee_id is None or mine or person.has(*LEADS)),
        "snooze": reviews and waits_for_us(record, now) and record.state in WORKED_ON,
        "wake": reviews and view.snoozed is not None,
        "watch": not view.watching,
        "unwatch": view.watching,
    }
    return tuple(name for name, may in possible.items() if may)
