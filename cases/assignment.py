"""Who works on a case, and until when it is theirs: a lease that stands, rests or has run out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from cases.approval import kept_out
from cases.policy import Policy
from cases.record import CaseRecord, Snooze
from cases.resolutions import needs_look
from cases.states import OPEN_FOR_FACTS, UNDER_REVIEW, State

WORKED_ON = UNDER_REVIEW | {State.CHECK_FAILED, State.PROVISIONING_FAILED}
"""States in which the next act is a reviewer's."""


class Lease(NamedTuple):
    """Since when a case is somebody's, and until when; None while it waits for others and the lease rests."""

    person_id: UUID
    since: datetime
    until: datetime | None


class Absence(NamedTuple):
    """The days on which somebody is out of office, both included, and who stands in for them."""

    first_day: date
    last_day: date
    deputy: UUID | None = None

    def covers(self, day: date) -> bool:
        """Whether they are away on that day."""
        return self.first_day <= day <= self.last_day


@dataclass(frozen=True)
class Colleague:
    """A reviewer whose account is open; ``load``: their open cases, ``last``: since when they have one."""

    id: UUID
    name: str
    absence: Absence | None
    load: int
    last: datetime | None

    def is_away(self, day: date) -> bool:
        """Whether they are out of office on that day."""
        return self.absence is not None and self.absence.covers(day)


def today(now: datetime, policy: Policy) -> date:
    """The day that it is where the company works; that of UTC where the policy has no calendar."""
    return now.astimezone(ZoneInfo(policy.calendar.zone) if policy.calendar else UTC).date()


def start_of(day: date, policy: Policy) -> datetime:
    """When a day begins where the company works, in UTC."""
    zone = ZoneInfo(policy.calendar.zone) if policy.calendar else UTC
    return datetime.combine(day, time.min, zone).astimezone(UTC)


def asleep(record: CaseRecord, now: datetime) -> Snooze | None:
    """What a case sleeps for; None where it does not, or its time is up."""
    snooze = record.snooze
    return snooze if snooze and (snooze.until is None or now < snooze.until) else None


def waits_for_us(record: CaseRecord, now: datetime) -> bool:
    """Whether the next act is a reviewer's now; only then does a lease run."""
    return (record.state in WORKED_ON or needs_look(record)) and asleep(record, now) is None


def is_open(record: CaseRecord, now: datetime) -> bool:
    """Whether a reviewer may still have something to do with it."""
    return record.state in OPEN_FOR_FACTS | WORKED_ON or waits_for_us(record, now)


def holder(record: CaseRecord, lease: Lease | None, now: datetime) -> UUID | None:
    """Whose case it is: while it waits for us, as long as their lease runs; else until it is decided."""
    if not is_open(record, now):
        return None
    stands = lease is not None and lease.until is not None and now < lease.until
    return record.assignee if stands or not waits_for_us(record, now) else None


def may_review(record: CaseRecord, person_id: UUID) -> bool:
    """Whether somebody is no party to it, not the first of two who approve, and not kept out."""
    awaits_other = record.state is State.AWAITING_SECOND_APPROVAL
    approved = {decision.by for decision in record.approvals} if awaits_other else set[UUID]()
    is_party = person_id == record.opened_by or str(person_id) in record.contributors
    return not is_party and person_id not in approved | kept_out(record)


def lightest(record: CaseRecord, team: Iterable[Colleague], day: date) -> Colleague | None:
    """Who has the fewest open cases and may review this one; among equals who was given one longest ago."""
    able = [who for who in team if not who.is_away(day) and may_review(record, who.id)]
    never = datetime.min.replace(tzinfo=UTC)
    return min(able, key=lambda who: (who.load, who.last or never, who.name, who.id), default=None)
