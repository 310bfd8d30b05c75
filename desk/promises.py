"""By when a person usually answers, and how a moment is told to a merchant."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from functools import lru_cache
from importlib.resources import files
from math import ceil
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time

from cases.business_calendar import due, shortest_day
from cases.languages import Language
from cases.policy import Policy
from cases.record import CaseRecord
from desk.wordbook import wordbook

_OPENS, _CLOSES = time(9), time(17)
_SATURDAY = 5


def zone_of(record: CaseRecord) -> ZoneInfo | None:
    """The merchant's time zone: their window's, else that of their country where it has but one."""
    if record.time_zone is not None:
        return ZoneInfo(record.time_zone)
    address = record.application.address
    return None if address is None or address.country is None else _only_zone(address.country)


def answer_by(since: datetime, policy: Policy, zone: ZoneInfo | None) -> datetime:
    """When somebody will usually have answered, in whole hours of the zone, rounded up.

    The policy's hours are counted by its calendar. Without one they are counted on weekdays, and a moment
    outside 9 to 17 o'clock becomes the next one within.
    """
    there = zone or ZoneInfo("UTC")
    hours = policy.deadlines.answer_hours
    if policy.calendar is not None:
        whole = _up_to_the_hour(due(since.astimezone(UTC), hours, policy.calendar).astimezone(there))
        return due(whole.astimezone(UTC), 0, policy.calendar).astimezone(there)
    return _on_weekdays(since.astimezone(there), hours)


def hours_in_words(policy: Policy) -> int:
    """Within how many hours on working days an answer comes, a whole working day counted as 24."""
    if policy.calendar is None:
        return policy.deadlines.answer_hours
    return 24 * ceil(policy.deadlines.answer_hours / shortest_day(policy.calendar))


def _on_weekdays(since: datetime, hours: int) -> datetime:
    local = _on_weekday(since)
    for _ in range(hours):
        local += timedelta(hours=1)
        if local.weekday() >= _SATURDAY:
            local += timedelta(days=2)
    local = _up_to_the_hour(local)
    if local.time() > _CLOSES:
        local = _at(local + timedelta(days=1), _OPENS)
    elif local.time() < _OPENS:
        local = _at(local, _OPENS)
    return _on_weekday(local)


def _up_to_the_hour(at: datetime) -> datetime:
    hour = at.replace(minute=0, second=0, microsecond=0)
    return at if at == hour else hour + timedelta(hours=1)


def moment(at: datetime, now: datetime, zone: ZoneInfo | None, language: Language) -> str:
    """A moment as the merchant reads it: the time, with the day where it is another one."""
    words = wordbook(language)
    local, today = at.astimezone(zone or ZoneInfo("UTC")), now.astimezone(zone or ZoneInfo("UTC")).date()
    clock = format_time(local, "HH:mm", locale=language)
    if local.date() == today:
        told = words("status.today", time=clock)
    elif local.date() == today + timedelta(days=1):
        told = words("status.tomorrow", time=clock)
    else:
        day = format_date(local.date(), "EEEE d MMMM", locale=language)
        told = words("status.on_date", day=day, time=clock)
    return told if zone is not None else words("status.in_utc", when=told)


def _on_weekday(at: datetime) -> datetime:
    """The moment itself, or Monday at nine where it is on a weekend."""
    days = 7 - at.weekday() if at.weekday() >= _SATURDAY else 0
    return _at(at + timedelta(days=days), _OPENS) if days else at


def _at(day: datetime, clock: time) -> datetime:
    return datetime.combine(day.date(), clock, day.tzinfo)


@lru_cache
def _only_zone(country: str) -> ZoneInfo | None:
    """The time zone of a country where all of it keeps the same time."""
    table = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line.startswith(f"{country}\t")]
    zones = [ZoneInfo(row[2]) for row in rows]
    months = [datetime(2026, month, 1, 12) for month in (1, 7)]
    offsets = {tuple(zone.utcoffset(month) for month in months) for zone in zones}
    return zones[0] if len(offsets) == 1 else None
