"""Until when a request for information may be answered, and when the merchant is reminded of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from cases.business_calendar import business_day, is_business_day
from cases.errors import Invalid
from cases.information import InformationRequest
from cases.policy import Policy
from cases.record import CaseRecord
from desk.promises import zone_of

_FROM, _TO, _IN_THE_MORNING = time(9), time(18), time(10)
"""When people are written to, by their own clock."""


class Deadline(NamedTuple):
    """A last day, and when it ends where the merchant is (UTC)."""

    until: date
    due_at: datetime


def deadlines(record: CaseRecord, policy: Policy, now: datetime) -> tuple[date, date, date]:
    """The first day that may be named as a deadline, the policy's own, and the last."""
    asked, today = policy.information, now.astimezone(_zone(record)).date()
    first, usual, last = (
        business_day(today, days, policy.calendar)
        for days in (asked.shortest_days, asked.days, asked.longest_days)
    )
    return first, usual, last


def deadline(record: CaseRecord, policy: Policy, now: datetime, day: date | None) -> Deadline:
    """The end of a day, None: the policy's own; raises Invalid where the policy does not allow the day."""
    first, usual, last = deadlines(record, policy, now)
    until = day or usual
    if not first <= until <= last:
        raise Invalid(f"A deadline lies between {first} and {last}.", code="deadline_not_possible")
    return Deadline(until, _at_end(record, until))


def reminders(record: CaseRecord, policy: Policy, request: InformationRequest) -> tuple[datetime, ...]:
    """When the merchant is reminded (UTC): on business days, and never at night where they are."""
    moments = sorted(_moments(record, policy, request))
    by_day = {moment.astimezone(_zone(record)).date(): moment for moment in reversed(moments)}
    soonest = request.at + timedelta(hours=12)
    return tuple(sorted(moment for moment in by_day.values() if soonest < moment < request.due_at))


def _moments(record: CaseRecord, policy: Policy, request: InformationRequest) -> Iterator[datetime]:
    zone = _zone(record)
    if policy.information.remind_halfway:
        yield waking(request.at + (request.due_at - request.at) / 2, record, policy)
    for days in policy.information.remind_days_before:
        day = business_day(request.until, -days, policy.calendar)
        yield datetime.combine(day, _IN_THE_MORNING, zone).astimezone(UTC)


def next_look(record: CaseRecord, policy: Policy, request: InformationRequest, now: datetime) -> datetime:
    """When the request is to be looked at again: at the next reminder, else at its end."""
    return min([at for at in reminders(record, policy, request) if at > now], default=request.due_at)


def is_reminder_due(record: CaseRecord, policy: Policy, request: InformationRequest, now: datetime) -> bool:
    """Whether a time to remind has come, and nobody was reminded since."""
    last = request.reminded_at or request.at
    return any(last < at <= now for at in reminders(record, policy, request))


def waking(moment: datetime, record: CaseRecord, policy: Policy) -> datetime:
    """The moment itself, or the next at which somebody may be written to (UTC)."""
    zone = _zone(record)
    local = moment.astimezone(zone)
    day = local.date()
    if local.time() >= _TO or not is_business_day(day, policy.calendar):
        day = business_day(day, 1, policy.calendar)
    elif local.time() >= _FROM:
        return moment
    return datetime.combine(day, _FROM, zone).astimezone(UTC)


def _at_end(record: CaseRecord, day: date) -> datetime:
    midnight = datetime.combine(day + timedelta(days=1), time(), _zone(record))
    return midnight.astimezone(UTC) - timedelta(seconds=1)


def _zone(record: CaseRecord) -> ZoneInfo:
    return zone_of(record) or ZoneInfo("UTC")
