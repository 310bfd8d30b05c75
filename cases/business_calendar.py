"""Business time: when so many open hours have passed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple, get_args
from zoneinfo import ZoneInfo

from cases.policy.calendar import Calendar, Weekday
from cases.public_holidays import public_holidays

_WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)
_A_DAY = timedelta(days=1)
_SATURDAY = 5


class Span(NamedTuple):
    """From when to when somebody works, in UTC."""

    opens: datetime
    closes: datetime


def due(start: datetime, hours: float, calendar: Calendar) -> datetime:
    """When that many hours in which somebody works have passed since ``start``; UTC in, UTC out.

    Never inside closed time: with no hours to pass it is ``start`` itself, or the next opening.
    """
    left = timedelta(hours=hours)
    for opens, closes in _spans_from(start, calendar):
        begin = max(opens, start)
        if left <= closes - begin:
            return begin + left
        left -= closes - begin
    raise OverflowError("nobody works any more")


def shortest_day(calendar: Calendar) -> float:
    """The hours of the day on which somebody works the least."""
    spans = (hours.split("-") for hours in calendar.open.values())
    return min(_hours(closes) - _hours(opens) for opens, closes in spans)


def business_day(day: date, count: int, calendar: Calendar | None) -> date:
    """The business day that is so many after ``day``, or before it where ``count`` is negative.

    Without a calendar every weekday is one.
    """
    step = _A_DAY if count > 0 else -_A_DAY
    left = abs(count)
    while left:
        day += step
        left -= is_business_day(day, calendar)
    return day


def is_business_day(day: date, calendar: Calendar | None) -> bool:
    """Whether somebody works on that day."""
    if calendar is None:
        return day.weekday() < _SATURDAY
    return _span_on(day, calendar) is not None


def _hours(clock: str) -> float:
    hours, minutes = clock.split(":")
    return int(hours) + int(minutes) / 60


def _spans_from(start: datetime, calendar: Calendar) -> Iterator[Span]:
    """The open spans that end at ``start`` or later, in order."""
    # A span that ends at midnight is one of the day before.
    day = start.astimezone(ZoneInfo(calendar.zone)).date() - _A_DAY
    while day < date.max:
        span = _span_on(day, calendar)
        if span is not None and span.closes >= start:
            yield span
        day += _A_DAY


def _span_on(day: date, calendar: Calendar) -> Span | None:
    hours = calendar.open.get(_WEEKDAYS[day.weekday()])
    if hours is None or day in calendar.closed or _is_holiday(day, calendar):
        return None
    opens, closes = (_moment(day, clock, calendar) for clock in hours.split("-"))
    # Where clocks are put forward, a span may lie in the hour that there is not.
    return Span(opens, closes) if opens < closes else None


def _is_holiday(day: date, calendar: Calendar) -> bool:
    country = calendar.country
    return country is not None and day in public_holidays(country, calendar.subdivision, day.year)


def _moment(day: date, clock: str, calendar: Calendar) -> datetime:
    if clock == "24:00":
        day, clock = day + _A_DAY, "00:00"
    local = datetime.combine(day, time.fromisoformat(clock), ZoneInfo(calendar.zone))
    return local.astimezone(UTC)
