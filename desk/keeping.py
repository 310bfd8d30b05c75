"""What follows by itself from who has a case and how long it waits: worked out with every change of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from cases.assignment import Colleague, Lease, asleep, lightest, may_review, today, waits_for_us
from cases.events import (
    CaseEscalated,
    CaseReleased,
    Event,
    PersonLeft,
    ReviewOverdue,
    ReviewWarned,
    StateMoved,
)
from cases.events.assignment import ReleasedFor
from cases.review_time import OVERDUE, WARNED, after, review_due, to_be_told
from cases.states import UNDER_REVIEW
from desk import assigning, snoozing
from desk.draft import Draft
from storage import leases
from storage.log import EventLog

ESCALATED_FOR = "The review is overdue."
"""The reason that the clock gives to the leads."""


async def settle(log: EventLog, tx: AsyncConnection, draft: Draft) -> None:
    """Add what follows from the draft: a case wakes, falls back, or is given to somebody."""
    snoozing.wake_by_what_happened(draft)
    if _came_to_us(draft):
        team = await log.roster.reviewers(tx)
        fall_back(draft, team)
        _give_by_load(draft, team)


async def keep(tx: AsyncConnection, draft: Draft) -> None:
    """Write beside the log whose the case is from now on, and when the clock looks at it next."""
    lease = _lease(draft)
    await leases.keep_lease(tx, draft.record.id, lease)
    await leases.note_attention(tx, draft.record.id, _next_look(draft, lease))


def tend(draft: Draft, team: Sequence[Colleague]) -> None:
    """Add what the time has brought: a case wakes, somebody is away, a lease ran out, a review is late."""
    snoozing.wake_in_time(draft)
    fall_back(draft, team)
    lease = draft.lease
    ran_out = lease is None or (lease.until is not None and lease.until <= draft.now)
    if ran_out and draft.record.assignee and waits_for_us(draft.record, draft.now) and not draft.new:
        _release(draft, team, "lapsed")
    for told, at in list(to_be_told(draft.record, draft.policy)):
        if at <= draft.now:
            _tell(draft, told)


def fall_back(draft: Draft, team: Sequence[Colleague]) -> None:
    """Give the case of somebody who is away to their deputy, else to all; also one that cannot be theirs."""
    record, day = draft.record, today(draft.now, draft.policy)
    if record.assignee is None or not waits_for_us(record, draft.now):
        return
    who = next((each for each in team if each.id == record.assignee), None)
    if who is None:
        _release(draft, team, "no_account")
    elif not may_review(record, who.id):
        _release(draft, team, "second_person")
    elif who.is_away(day):
        deputy = next((each for each in team if who.absence and each.id == who.absence.deputy), None)
        if deputy and not deputy.is_away(day) and may_review(record, deputy.id):
            assigning.give(draft, deputy, "deputy")
        else:
            _release(draft, team, "away")


def _came_to_us(draft: Draft) -> bool:
    moved = any(isinstance(event.body, StateMoved) for event in draft.new)
    return moved and waits_for_us(draft.record, draft.now)


def _give_by_load(draft: Draft, team: Sequence[Colleague]) -> None:
    record = draft.record
    if draft.policy.reviewing.automatic and record.assignee is None and record.state in UNDER_REVIEW:
        chosen = lightest(record, team, today(draft.now, draft.policy))
        if chosen is not None:
            assigning.give(draft, chosen, "load")


def _release(draft: Draft, team: Sequence[Colleague], why: ReleasedFor) -> None:
    whose = draft.record.assignee
    if whose is not None:
        name = next((each.name for each in team if each.id == whose), "Somebody")
        draft.add(CaseReleased(person_id=whose, name=name, why=why))


def _tell(draft: Draft, told: str) -> None:
    when_due = review_due(draft.record, draft.policy)
    if when_due is None:
        return
    if told == WARNED:
        draft.add(ReviewWarned(due=when_due))
    elif told == OVERDUE:
        draft.add(ReviewOverdue(due=when_due))
    else:
        draft.add(CaseEscalated(reason=ESCALATED_FOR))


def _lease(draft: Draft) -> Lease | None:
    record, now, rules = draft.record, draft.now, draft.policy.reviewing
    if record.assignee is None:
        return None
    before = draft.lease if draft.lease and draft.lease.person_id == record.assignee else None
    since = before.since if before else now
    if not waits_for_us(record, now):
        return Lease(record.assignee, since, None)
    if any(_is_theirs(draft, event) for event in draft.new):
        worked = renewed(draft)
        return Lease(record.assignee, since, max(filter(None, (before and before.until, worked))))
    kept = before.until if before else None
    return Lease(record.assignee, since, kept or after(now, rules.keep_hours, draft.policy))


def renewed(draft: Draft) -> datetime:
    """Until when a case is theirs who works on it now."""
    return draft.now + draft.policy.reviewing.lease


def _is_theirs(draft: Draft, event: Event) -> bool:
    """Whether the one whose case it is did it; that they left says no more than that."""
    return event.actor == str(draft.record.assignee) and not isinstance(event.body, PersonLeft)


def _next_look(draft: Draft, lease: Lease | None) -> datetime | None:
    sleeps = asleep(draft.record, draft.now)
    told = [at for _, at in to_be_told(draft.record, draft.policy)]
    moments = (lease and lease.until, sleeps and sleeps.until, *told)
    return min(filter(None, moments), default=None)
