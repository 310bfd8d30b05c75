"""The time for a review: a warning, a breach and an escalation, each told once in a stay."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from cases.access import Role
from cases.errors import Forbidden
from cases.policy.calendar import Calendar
from desk.team import Team
from desk.tending import tend_due
from storage import tables
from tests.desk.office import Office, found_office
from tests.policies import BASIC

CALENDAR = Calendar.model_validate(
    {
        "zone": "UTC",
        "open": dict.fromkeys(("monday", "tuesday", "wednesday", "thursday", "friday"), "09:00-17:00"),
    }
)
HOURS = BASIC.deadlines.model_copy(update={"review_hours": {"low": 8, "medium": 8, "high": 8}})
TIMED = BASIC.model_copy(update={"calendar": CALENDAR, "deadlines": HOURS})
KINDS = ("review.warned", "review.overdue", "case.escalated")

# The office's clock begins on a Tuesday at 09:30.
WARNED = datetime(2025, 3, 4, 15, 30, tzinfo=UTC)
DUE = datetime(2025, 3, 5, 9, 30, tzinfo=UTC)
RAISED = datetime(2025, 3, 5, 13, 30, tzinfo=UTC)
JUST_BEFORE = timedelta(seconds=1)


@pytest.fixture
async def timed(tmp_path: Path) -> AsyncIterator[Office]:
    office = await found_office(tmp_path / "data", TIMED)
    yield office
    await office.close()


async def told(office: Office, case_id: UUID) -> list[str]:
    return [e.body.kind for e in await office.events(case_id) if e.body.kind in KINDS]


async def at(office: Office, moment: datetime) -> None:
    office.clock.now = moment
    await tend_due(office.desk)
    await tend_due(office.desk)


async def alerts(office: Office) -> list[str]:
    kinds = select(tables.deliveries.c.kind).where(tables.deliveries.c.channel == "alert")
    async with office.desk.db.read() as connection:
        return [*(await connection.execute(kinds.order_by(tables.deliveries.c.n))).scalars()]


async def test_each_is_told_once_at_its_hour_with_an_alert_and_a_mark(timed: Office) -> None:
    case = await timed.in_review()
    for moment, so_far, late, escalated in (
        (WARNED - JUST_BEFORE, 0, None, False),
        (WARNED, 1, "soon", False),
        (DUE - JUST_BEFORE, 1, "soon", False),
        (DUE, 2, "overdue", False),
        (RAISED, 3, "overdue", True),
        (RAISED + timedelta(days=9), 3, "overdue", True),
    ):
        await at(timed, moment)
        assert await told(timed, case) == list(KINDS[:so_far])
        (line,) = (await timed.views.cases(timed.reviewer)).cases
        assert (line.late, "escalated" in line.marks) == (late, escalated)
        card = await timed.views.card(timed.reviewer, case)
        assert card.assignment is not None
        assert card.assignment.late == late
        assert (card.assignment.escalated is not None) == escalated
    assert await alerts(timed) == ["review_waits", "review_due_soon", "review_overdue", "case_escalated"]


async def test_another_stay_in_review_has_its_own(timed: Office) -> None:
    case = await timed.in_review()
    await at(timed, WARNED)
    await timed.desk.ask(timed.reviewer, case, "Who owns it?", "The law asks.")
    await at(timed, RAISED)
    assert await told(timed, case) == ["review.warned"]
    await timed.desk.submit(timed.merchant, case)
    await timed.checked(case)
    (line,) = (await timed.views.cases(timed.reviewer)).cases
    assert line.late is None
    await at(timed, RAISED + timedelta(days=9))
    assert await told(timed, case) == ["review.warned", *KINDS]


async def test_a_case_that_was_put_aside_is_told_of_all_the_same(timed: Office) -> None:
    case = await timed.in_review()
    await timed.desk.snooze(timed.reviewer, case, "They are away.", on="merchant_answers")
    await at(timed, RAISED)
    assert await told(timed, case) == list(KINDS)


async def test_a_decided_case_is_late_no_more(timed: Office) -> None:
    case = await timed.in_review()
    await at(timed, DUE)
    await timed.desk.withdraw(timed.merchant, case)
    await at(timed, RAISED)
    assert await told(timed, case) == ["review.warned", "review.overdue"]


async def test_where_the_policy_sets_no_time_nothing_is_told(office: Office) -> None:
    case = await office.in_review()
    await at(office, RAISED + timedelta(days=90))
    assert await told(office, case) == []


async def test_a_lead_sees_what_each_has_and_what_is_late_or_nobodys(timed: Office) -> None:
    mine, free = await timed.in_review(), await timed.in_review()
    await timed.desk.claim(timed.reviewer, mine)
    team = Team(timed.desk, timed.people)
    view = await team.view(timed.second)
    rosa = next(each for each in view.members if each.name == "Rosa")
    assert (rosa.open, rosa.waiting, rosa.overdue, rosa.decided_today) == (1, 1, 0, 0)
    assert [line.case_id for line in view.unassigned] == [free]
    timed.clock.now = DUE
    await timed.desk.claim(timed.reviewer, mine)
    view = await team.view(timed.second)
    rosa = next(each for each in view.members if each.name == "Rosa")
    assert rosa.overdue == 1
    assert {line.case_id for line in view.late} == {mine, free}


@pytest.mark.parametrize("role", [Role.MERCHANT, Role.REVIEWER, Role.ANALYST, Role.ADMIN])
async def test_nobody_but_a_lead_sees_the_team(office: Office, role: Role) -> None:
    somebody = await office.people.add("somebody@people.example", [role])
    with pytest.raises(Forbidden):
        await Team(office.desk, office.people).view(somebody)
