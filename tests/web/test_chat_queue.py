"""What the queue and the card tell of the time that a review has, on the clock of whoever reads it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from types import SimpleNamespace
from typing import Any, cast
from uuid import uuid4
from zoneinfo import ZoneInfo

from web.chat.due import due_in_words
from web.chat.seats import Seat

BERLIN = ZoneInfo("Europe/Berlin")


def shown(due: datetime | None, zone: tzinfo = BERLIN) -> dict[str, str] | None:
    session = cast("Any", SimpleNamespace(thread_id=str(uuid4())))
    return due_in_words(Seat(session, person_id=uuid4(), since=datetime.now(UTC), zone=zone), due)


def this_week() -> datetime:
    return (datetime.now(UTC) + timedelta(days=2)).replace(hour=11, minute=30, second=0, microsecond=0)


def test_a_day_of_this_week_is_named_by_its_weekday_on_the_reader_s_clock() -> None:
    due = this_week()
    local = due.astimezone(BERLIN)
    assert shown(due) == {"at": due.isoformat(), "words": f"{local:%A} {local.hour}:30"}


def test_a_day_further_away_has_its_date() -> None:
    far = datetime(2126, 11, 27, 13, 0, tzinfo=UTC)
    assert shown(far) == {"at": far.isoformat(), "words": "Wednesday 27 November, 14:00"}


def test_a_reader_whose_zone_is_not_known_is_told_that_it_is_utc() -> None:
    words = shown(this_week(), UTC)
    assert words is not None
    assert words["words"].endswith(" 11:30 UTC")


def test_where_the_policy_sets_no_time_nothing_is_told() -> None:
    assert shown(None) is None
