"""What the queue and the card tell of the time that a review has, on the clock of whoever reads it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from desk.case_lines import CaseLine
from tests.desk.office import found_office
from web.chat.elements import queue_element
from web.chat.seats import Seat

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
async def line(tmp_path: Path) -> CaseLine:
    office = await found_office(tmp_path / "data")
    await office.in_review()
    (line,) = (await office.views.cases(office.reviewer)).cases
    await office.close()
    return line


def shown(line: CaseLine, due: datetime | None, zone: tzinfo = BERLIN) -> Any:
    session = cast("Any", SimpleNamespace(thread_id=str(uuid4())))
    seat = Seat(session, person_id=uuid4(), since=datetime.now(UTC), zone=zone)
    dated = line.model_copy(update={"due": due})
    element = queue_element(seat, [dated], more=False, root="", invites=False)
    return cast("Any", element)["props"]["cases"][0]["due"]


def this_week() -> datetime:
    return (datetime.now(UTC) + timedelta(days=2)).replace(hour=11, minute=30, second=0, microsecond=0)


def test_a_day_of_this_week_is_named_by_its_weekday_on_the_reader_s_clock(line: CaseLine) -> None:
    due = this_week()
    local = due.astimezone(BERLIN)
    assert shown(line, due) == {"at": due.isoformat(), "words": f"{local:%A} {local.hour}:30"}


def test_a_day_further_away_has_its_date(line: CaseLine) -> None:
    far = datetime(2126, 11, 27, 13, 0, tzinfo=UTC)
    assert shown(line, far)["words"] == "Wednesday 27 November, 14:00"


def test_a_reader_whose_zone_is_not_known_is_told_that_it_is_utc(line: CaseLine) -> None:
    assert shown(line, this_week(), UTC)["words"].endswith(" 11:30 UTC")


def test_where_the_policy_sets_no_time_nothing_is_told(line: CaseLine) -> None:
    assert line.due is None
    assert shown(line, None) is None
