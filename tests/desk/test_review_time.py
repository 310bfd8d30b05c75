"""By when a review is due: the policy's hours for its risk, counted while somebody works."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cases.policy import Policy
from cases.policy.calendar import Calendar
from cases.review_time import review_due
from cases.states import State
from desk import review
from tests.desk.cast import BASIC, NOW, REVIEWER, SECOND, Case
from tests.desk.office import found_office

OFFICE = Calendar.model_validate(
    {
        "zone": "America/New_York",
        "country": "US",
        "open": dict.fromkeys(("monday", "tuesday", "wednesday", "thursday", "friday"), "09:00-17:00"),
    }
)
TIMED: Policy = BASIC.model_copy(
    update={
        "calendar": OFFICE,
        "deadlines": BASIC.deadlines.model_copy(update={"review_hours": {"low": 8, "medium": 16}}),
        "second_approval": ("low", "medium"),
    }
)
# NOW is Tuesday 4:30 in the morning in New York.
A_DAY_LATER = datetime(2025, 3, 4, 22, 0, tzinfo=UTC)


def test_a_review_is_due_when_its_hours_of_work_have_passed() -> None:
    case = Case(TIMED)
    assert review_due(case.record, TIMED) is None
    case.come_to_review()
    assert review_due(case.record, TIMED) == A_DAY_LATER
    assert review_due(case.record, BASIC) is None


def test_the_second_approval_is_awaited_within_the_same_time() -> None:
    case = Case(TIMED)
    case.come_to_review()
    case.pass_time(timedelta(hours=9))
    case.approve(REVIEWER)
    assert case.state is State.AWAITING_SECOND_APPROVAL
    assert review_due(case.record, TIMED) == A_DAY_LATER
    case.approve(SECOND)
    assert review_due(case.record, TIMED) is None


def test_a_case_that_comes_back_from_its_merchant_has_its_time_anew() -> None:
    case = Case(TIMED)
    case.come_to_review()
    case.do(review.ask, REVIEWER, "Since when?", "We have to know.")
    assert review_due(case.record, TIMED) is None
    case.pass_time(timedelta(days=3))
    case.come_to_review()
    assert review_due(case.record, TIMED) == A_DAY_LATER + timedelta(days=3)


def test_a_policy_that_counts_hours_of_work_says_when_somebody_works() -> None:
    counted = TIMED.model_dump() | {"calendar": None}
    with pytest.raises(ValueError, match="counted by a calendar"):
        Policy.model_validate(counted)


async def test_staff_read_when_a_review_is_due_and_the_merchant_does_not(tmp_path: Path) -> None:
    office = await found_office(tmp_path / "data", TIMED)
    office.clock.now = NOW
    case_id = await office.in_review()
    card = await office.views.card(office.reviewer, case_id)
    assert card.staff is not None
    assert card.staff.due == A_DAY_LATER
    (line,) = (await office.views.cases(office.analyst)).cases
    assert line.due == A_DAY_LATER
    (own,) = (await office.views.cases(office.merchant)).cases
    assert own.due is None
    await office.close()
