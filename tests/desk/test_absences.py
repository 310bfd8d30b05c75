"""Out of office: what waits for somebody goes to their deputy or back to all, at once and later."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from cases.access import Role
from cases.assignment import Absence
from cases.errors import OnboardError
from cases.events import CaseAssigned, CaseReleased
from desk.tending import tend_due
from tests.desk.office import Office
from tests.desk.test_assignment import last_of, refused, whose

TODAY = date(2025, 3, 4)
"""What the office's clock says."""

A_WEEK = timedelta(days=7)


async def claimed(office: Office) -> UUID:
    case = await office.in_review()
    await office.desk.claim(office.reviewer, case)
    return case


async def away(office: Office, first: date = TODAY, deputy: UUID | None = None) -> None:
    await office.desk.set_away(office.reviewer, office.reviewer, Absence(first, first + A_WEEK, deputy))


async def test_who_goes_away_today_leaves_their_cases_to_all(office: Office) -> None:
    case = await claimed(office)
    await away(office)
    assert await whose(office, case) is None
    assert await last_of(office, case, CaseReleased) == CaseReleased(
        person_id=office.reviewer.id, name="Rosa", why="away"
    )


async def test_a_deputy_takes_over_what_they_may_review(office: Office) -> None:
    case = await claimed(office)
    await away(office, deputy=office.second.id)
    given = await last_of(office, case, CaseAssigned)
    assert isinstance(given, CaseAssigned)
    assert (given.to, given.how, given.previous) == (office.second.id, "deputy", office.reviewer.id)
    assert await whose(office, case) == office.second.id


async def test_a_deputy_who_is_away_as_well_takes_over_nothing(office: Office) -> None:
    case = await claimed(office)
    await office.desk.set_away(office.second, office.second, Absence(TODAY, TODAY))
    await away(office, deputy=office.second.id)
    assert await whose(office, case) is None


async def test_an_absence_that_begins_later_takes_effect_on_its_first_day(office: Office) -> None:
    case = await claimed(office)
    await away(office, TODAY + timedelta(days=1))
    assert await whose(office, case) == office.reviewer.id
    office.clock.pass_time(timedelta(days=1))
    await tend_due(office.desk)
    released = await last_of(office, case, CaseReleased)
    assert isinstance(released, CaseReleased)
    assert released.why == "away"


async def test_a_case_that_comes_back_to_who_is_away_is_free_for_all(office: Office) -> None:
    case = await claimed(office)
    await office.desk.ask(office.reviewer, case, "Who owns it?", "The law asks.")
    await away(office)
    assert await whose(office, case) == office.reviewer.id
    await office.desk.submit(office.merchant, case)
    await office.checked(case)
    assert await whose(office, case) is None


async def test_nobody_who_is_away_is_given_a_case(office: Office) -> None:
    case = await office.in_review()
    await away(office)
    assert (await refused(office, office.desk.assign(office.second, case, office.reviewer.id))).code == "away"
    assert await office.desk.assign(office.second, case) == "Samir"
    await office.desk.set_away(office.reviewer, office.reviewer, None)
    await office.desk.assign(office.second, case, office.reviewer.id, "She is back.")
    assert await whose(office, case) == office.reviewer.id


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [(-3, -1, "days_not_possible"), (5, 2, "days_not_possible"), (0, 400, "days_not_possible")],
)
async def test_days_that_cannot_be_are_refused(office: Office, first: int, last: int, code: str) -> None:
    absence = Absence(TODAY + timedelta(days=first), TODAY + timedelta(days=last))
    error = await refused(office, office.desk.set_away(office.reviewer, office.reviewer, absence))
    assert (error.code, error.status) == (code, 422)


async def test_people_say_it_of_themselves_and_leads_of_anybody(office: Office) -> None:
    absence = Absence(TODAY, TODAY)
    third = await office.people.add("tom@people.example", [Role.REVIEWER])

    async def code(by: object, of: object, absence: Absence = absence) -> int:
        try:
            await office.desk.set_away(by, of, absence)  # type: ignore[arg-type]
        except OnboardError as error:
            return error.status
        return 200

    assert await code(third, office.reviewer) == 403
    assert await code(office.second, office.reviewer) == 200
    assert await code(office.merchant, office.merchant) == 403
    for deputy in (third.id, office.analyst.id, UUID(int=7)):
        assert await code(third, third, Absence(TODAY, TODAY, deputy)) == 422
