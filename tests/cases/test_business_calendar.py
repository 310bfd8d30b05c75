"""Business time: counted while somebody works, across weekends, holidays and the change of clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from cases.business_calendar import due, shortest_day
from cases.policy.calendar import Calendar, Weekday
from cases.public_holidays import UnknownPlace, public_holidays

WEEK: dict[Weekday, str] = {
    "monday": "09:00-17:00",
    "tuesday": "09:00-17:00",
    "wednesday": "09:00-17:00",
    "thursday": "09:00-17:00",
    "friday": "09:00-17:00",
}
BERLIN = Calendar(
    zone="Europe/Berlin", open=WEEK, country="DE", subdivision="BY", closed=(date(2026, 12, 31),)
)
NEW_YORK = Calendar(zone="America/New_York", open=WEEK, country="US")
ALWAYS = Calendar(
    zone="America/Havana",
    open={**dict.fromkeys(WEEK, "00:00-24:00"), "saturday": "00:00-24:00", "sunday": "00:00-24:00"},
)
NIGHTS = Calendar(zone="Australia/Lord_Howe", open={"sunday": "01:45-02:15", "saturday": "23:00-24:00"})
CALENDARS = st.sampled_from([BERLIN, NEW_YORK, ALWAYS, NIGHTS])
MOMENTS = st.datetimes(datetime(2019, 1, 1), datetime(2029, 12, 31), timezones=st.just(UTC))
QUARTERS = st.integers(0, 480).map(lambda quarters: quarters / 4)


def at(text: str, calendar: Calendar) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(calendar.zone)).astimezone(UTC)


@pytest.mark.parametrize(
    ("calendar", "start", "hours", "end"),
    [
        (BERLIN, "2026-11-26T10:00", 0, "2026-11-26T10:00"),
        (BERLIN, "2026-11-26T10:00", 3, "2026-11-26T13:00"),
        (BERLIN, "2026-11-26T10:00", 7, "2026-11-26T17:00"),
        (BERLIN, "2026-11-26T10:00", 8, "2026-11-27T10:00"),
        (BERLIN, "2026-11-26T03:00", 0, "2026-11-26T09:00"),
        (BERLIN, "2026-11-27T16:30", 1, "2026-11-30T09:30"),
        (BERLIN, "2026-11-28T12:00", 4, "2026-11-30T13:00"),
        # Christmas Day and the day after, a weekend between; the company closes on New Year's Eve besides.
        (BERLIN, "2026-12-24T16:00", 2, "2026-12-28T10:00"),
        (BERLIN, "2026-12-30T16:00", 2, "2027-01-04T10:00"),
        # Epiphany is a holiday in Bavaria.
        (BERLIN, "2027-01-05T16:00", 2, "2027-01-07T10:00"),
        # The Fourth of July 2026 is a Saturday and taken on the Friday before.
        (NEW_YORK, "2026-07-02T16:00", 2, "2026-07-06T10:00"),
        (NEW_YORK, "2026-11-25T16:00", 2, "2026-11-27T10:00"),
        # Clocks change in the night to Sunday: a working day has its eight hours all the same.
        (NEW_YORK, "2026-03-06T16:00", 2, "2026-03-09T10:00"),
        (NEW_YORK, "2026-10-30T16:00", 2, "2026-11-02T10:00"),
    ],
)
def test_hours_pass_while_somebody_works(calendar: Calendar, start: str, hours: float, end: str) -> None:
    assert due(at(start, calendar), hours, calendar) == at(end, calendar)


@pytest.mark.parametrize(("day", "real"), [("2026-03-08", 23), ("2026-11-01", 25), ("2026-06-07", 24)])
def test_a_day_round_the_clock_is_as_long_as_the_clocks_make_it(day: str, real: int) -> None:
    begin = at(f"{day}T00:00", ALWAYS)
    assert due(begin, real, ALWAYS) == at(f"{day}T00:00", ALWAYS) + timedelta(hours=real)
    assert due(begin, real, ALWAYS).astimezone(ZoneInfo(ALWAYS.zone)).hour == 0


@given(CALENDARS, MOMENTS, MOMENTS, QUARTERS, QUARTERS)
def test_later_or_longer_is_never_due_earlier(
    calendar: Calendar, one: datetime, other: datetime, hours: float, more: float
) -> None:
    early, late = sorted((one, other))
    assert due(early, hours, calendar) <= due(late, hours, calendar)
    assert due(early, hours, calendar) <= due(early, hours + more, calendar)


@given(CALENDARS, MOMENTS, QUARTERS, QUARTERS)
def test_time_added_in_two_parts_is_time_added_at_once(
    calendar: Calendar, start: datetime, first: float, then: float
) -> None:
    assert due(due(start, first, calendar), then, calendar) == due(start, first + then, calendar)


@given(CALENDARS, MOMENTS, QUARTERS)
def test_nothing_is_due_while_nobody_works(calendar: Calendar, start: datetime, hours: float) -> None:
    end = due(start, hours, calendar)
    assert end >= start
    assert end.tzinfo is UTC
    assert due(end, 0, calendar) == end
    local = end.astimezone(ZoneInfo(calendar.zone))
    if calendar in (BERLIN, NEW_YORK):
        assert 9 <= local.hour <= 17
        assert local.weekday() < 5
        assert local.date() not in calendar.closed
        assert local.date() not in public_holidays(calendar.country or "", calendar.subdivision, local.year)


def test_the_shortest_day_is_counted_by_the_clock() -> None:
    assert (shortest_day(BERLIN), shortest_day(NIGHTS), shortest_day(ALWAYS)) == (8, 0.5, 24)


def test_the_holidays_of_every_country_are_known() -> None:
    for country in pycountry.countries:
        assert isinstance(public_holidays(country.alpha_2, None, 2026), frozenset)


def test_the_holidays_of_a_place_that_is_none_are_not_known() -> None:
    with pytest.raises(UnknownPlace, match="DE-ZZ"):
        public_holidays("DE", "ZZ", 2026)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"zone": "Berlin"}, "no time zone"),
        ({"zone": "../etc/passwd"}, "no time zone"),
        ({"open": {}}, "at least 1"),
        ({"open": {"monday": "17:00-09:00"}}, "no span of a day"),
        ({"open": {"monday": "09:00-24:30"}}, "no span of a day"),
        ({"open": {"monday": "9-17"}}, "pattern"),
        ({"open": {"someday": "09:00-17:00"}}, "monday"),
        ({"country": "XX"}, "no country"),
        ({"country": None, "subdivision": "BY"}, "without its country"),
        ({"subdivision": "ZZ"}, "holidays of DE-ZZ"),
        ({"closed": ["soon"]}, "date"),
    ],
)
def test_a_calendar_that_cannot_be_is_refused(wrong: dict[str, object], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Calendar.model_validate({"zone": "Europe/Berlin", "open": WEEK, "country": "DE", **wrong})
