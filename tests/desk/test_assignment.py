"""Whose case it is: a lease that is renewed by work and falls back, and who may give a case to whom."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from cases.access import Role
from cases.assignment import Lease, holder
from cases.decision import Verdict
from cases.errors import Conflict, Forbidden, OnboardError
from cases.events import CaseAssigned, CaseReleased
from cases.states import State
from desk.tending import tend_due
from storage.leases import lease_of
from tests.desk.cast import TWO_APPROVALS
from tests.desk.office import Office, found_office
from tests.policies import BASIC

LEASE = BASIC.reviewing.lease
A_BIT = timedelta(minutes=1)
REASON = "Rosa speaks Polish."


@pytest.fixture
async def strict_office(tmp_path: Path) -> AsyncIterator[Office]:
    """Where two people have to approve."""
    office = await found_office(tmp_path / "data", TWO_APPROVALS)
    yield office
    await office.close()


@pytest.fixture
async def automatic_office(tmp_path: Path) -> AsyncIterator[Office]:
    """Where new cases are given to reviewers by themselves."""
    rules = BASIC.reviewing.model_copy(update={"automatic": True})
    office = await found_office(tmp_path / "data", BASIC.model_copy(update={"reviewing": rules}))
    yield office
    await office.close()


async def lease(office: Office, case_id: UUID) -> Lease | None:
    async with office.desk.db.read() as connection:
        return await lease_of(connection, case_id)


async def whose(office: Office, case_id: UUID) -> UUID | None:
    return holder(await office.record(case_id), await lease(office, case_id), office.clock())


async def last_of(office: Office, case_id: UUID, kind: type) -> object:
    return next(e.body for e in reversed(await office.events(case_id)) if isinstance(e.body, kind))


async def refused(office: Office, command: object) -> OnboardError:
    with pytest.raises(OnboardError) as error:
        await command  # type: ignore[misc]
    return error.value


async def test_while_somebody_works_on_a_case_a_colleague_is_told_who_and_until_when(office: Office) -> None:
    case = await office.in_review()
    await office.desk.claim(office.reviewer, case)
    until = office.clock() + LEASE
    error = await refused(office, office.desk.claim(office.second, case))
    assert isinstance(error, Conflict)
    assert (error.code, error.details["held_by"]) == ("claimed", "Rosa")
    assert error.details["held_until"] == until.isoformat(timespec="seconds")
    assert await office.desk.decide(office.second, case, Verdict(approved=True))


async def test_claiming_ones_own_case_again_writes_nothing(office: Office) -> None:
    case = await office.in_review()
    await office.desk.claim(office.reviewer, case)
    written = len(await office.events(case))
    await office.desk.claim(office.reviewer, case)
    assert len(await office.events(case)) == written


async def test_whatever_they_do_in_the_case_renews_it_and_so_does_their_open_window(office: Office) -> None:
    case = await office.in_review()
    await office.desk.claim(office.reviewer, case)
    office.clock.pass_time(LEASE - A_BIT)
    await office.desk.say(office.reviewer, case, "We are on it.")
    assert await lease(office, case) == Lease(
        office.reviewer.id, office.clock() - (LEASE - A_BIT), office.clock() + LEASE
    )
    office.clock.pass_time(LEASE - A_BIT)
    written = len(await office.events(case))
    await office.desk.renew(office.reviewer, case)
    assert len(await office.events(case)) == written
    office.clock.pass_time(LEASE - A_BIT)
    assert await whose(office, case) == office.reviewer.id
    assert (await refused(office, office.desk.renew(office.second, case))).code == "not_yours"


async def test_what_others_do_and_their_own_leaving_renews_nothing(office: Office) -> None:
    case = await office.in_review()
    await office.desk.claim(office.reviewer, case)
    await office.desk.join(office.reviewer, case)
    before = await lease(office, case)
    office.clock.pass_time(A_BIT)
    await office.desk.say(office.second, case, "May I help?")
    await office.desk.leave(office.reviewer, case)
    assert await lease(office, case) == before


async def test_a_lease_that_ran_out_blocks_nobody_and_the_clock_writes_why_it_fell_back(
    office: Office,
) -> None:
    case = await office.in_review()
    await office.desk.claim(office.reviewer, case)
    office.clock.pass_time(LEASE)
    assert await whose(office, case) is None
    assert await tend_due(office.desk) == 1
    released = await last_of(office, case, CaseReleased)
    assert released == CaseReleased(person_id=office.reviewer.id, name="Rosa", why="lapsed")
    assert (await office.events(case))[-1].actor == "desk"
    assert (await office.record(case)).assignee is None
    assert await tend_due(office.desk) == 0
    await office.desk.claim(office.second, case)
    assert await whose(office, case) == office.second.id


async def test_a_lapsed_case_can_be_taken_on_before_the_clock_has_looked(office: Office) -> None:
    case = await office.in_review()
    await office.desk.claim(office.reviewer, case)
    office.clock.pass_time(LEASE)
    await office.desk.claim(office.second, case)
    await tend_due(office.desk)
    assert await whose(office, case) == office.second.id


async def test_only_its_holder_gives_a_case_back(office: Office) -> None:
    case = await office.in_review()
    await office.desk.claim(office.reviewer, case)
    assert (await refused(office, office.desk.release(office.second, case))).code == "not_yours"
    await office.desk.release(office.reviewer, case, "I know the owner.")
    released = await last_of(office, case, CaseReleased)
    assert isinstance(released, CaseReleased)
    assert (released.why, released.reason) == ("given_back", "I know the owner.")
    assert await lease(office, case) is None
    assert (await refused(office, office.desk.release(office.reviewer, case))).code == "not_yours"


async def test_a_case_that_comes_back_is_still_theirs_with_a_fresh_lease(office: Office) -> None:
    case = await office.in_review()
    await office.desk.claim(office.reviewer, case)
    await office.desk.ask(office.reviewer, case, "Who owns it?", "The law asks.")
    since = office.clock()
    assert await lease(office, case) == Lease(office.reviewer.id, since, None)
    office.clock.pass_time(timedelta(days=5))
    assert await tend_due(office.desk) == 0
    assert await whose(office, case) == office.reviewer.id
    assert (await refused(office, office.desk.claim(office.second, case))).code == "claimed"
    await office.desk.submit(office.merchant, case)
    await office.checked(case)
    kept = timedelta(hours=BASIC.reviewing.keep_hours)
    assert await lease(office, case) == Lease(office.reviewer.id, since, office.clock() + kept)
    office.clock.pass_time(kept)
    await tend_due(office.desk)
    assert await whose(office, case) is None


async def test_the_first_of_two_approvers_lets_the_case_go(strict_office: Office) -> None:
    office = strict_office
    case = await office.in_review()
    await office.desk.claim(office.reviewer, case)
    await office.desk.decide(office.reviewer, case, Verdict(approved=True))
    assert await office.state(case) is State.AWAITING_SECOND_APPROVAL
    assert await whose(office, case) is None
    error = await refused(office, office.desk.assign(office.second, case, office.reviewer.id))
    assert error.code == "not_for_them"
    await office.desk.claim(office.second, case)


async def test_a_holder_gives_their_case_to_a_colleague_with_a_reason(office: Office) -> None:
    case = await office.in_review()
    await office.desk.claim(office.reviewer, case)
    error = await refused(office, office.desk.assign(office.reviewer, case, office.second.id))
    assert error.code == "reason_needed"
    assert await office.desk.assign(office.reviewer, case, office.second.id, REASON) == "Samir"
    given = await last_of(office, case, CaseAssigned)
    assert given == CaseAssigned(
        to=office.second.id, name="Samir", previous=office.reviewer.id, how="choice", reason=REASON
    )
    assert await whose(office, case) == office.second.id


async def test_a_colleagues_case_is_given_away_by_a_lead_alone(office: Office) -> None:
    third = await office.people.add("tom@people.example", [Role.REVIEWER])
    case = await office.in_review()
    await office.desk.claim(office.reviewer, case)
    error = await refused(office, office.desk.assign(third, case, third.id, REASON))
    assert isinstance(error, Forbidden)
    assert error.code == "not_yours"
    await office.desk.assign(office.second, case, third.id, REASON)
    assert await whose(office, case) == third.id


@pytest.mark.parametrize("role", [Role.MERCHANT, Role.ANALYST, Role.ADMIN, Role.DEVELOPER])
async def test_who_does_not_review_has_no_hand_in_it(office: Office, role: Role) -> None:
    case = await office.in_review()
    somebody = await office.people.add("nobody@people.example", [role])
    before = await office.events(case)
    desk, stranger = office.desk, somebody
    for command in (
        desk.claim(stranger, case),
        desk.release(stranger, case),
        desk.renew(stranger, case),
        desk.assign(stranger, case, office.reviewer.id),
        desk.snooze(stranger, case, REASON, on="merchant_answers"),
        desk.watch(stranger, case),
    ):
        assert (await refused(office, command)).status in (403, 404)
    assert await office.events(case) == before


async def test_nobody_is_given_their_own_application_and_only_reviewers_are_given_any(office: Office) -> None:
    case = await office.in_review()
    for to, code in ((office.analyst, "no_reviewer"), (office.merchant, "no_reviewer")):
        assert (await refused(office, office.desk.assign(office.second, case, to.id))).code == code
    await office.people.set_roles(office.merchant.email, [Role.MERCHANT, Role.REVIEWER])
    error = await refused(office, office.desk.assign(office.second, case, office.merchant.id))
    assert error.code == "not_for_them"
    await office.people.disable(office.reviewer.email)
    assert (await refused(office, office.desk.assign(office.second, case, office.reviewer.id))).code == (
        "no_reviewer"
    )


async def test_without_a_name_cases_go_round_to_who_has_the_fewest(office: Office) -> None:
    cases = [await office.in_review() for _ in range(5)]
    given: list[str] = []
    for case in cases[:4]:
        office.clock.pass_time(A_BIT)
        given.append(await office.desk.assign(office.second, case))
    assert given == ["Rosa", "Samir", "Rosa", "Samir"]
    await office.desk.decide(office.reviewer, cases[1], Verdict(approved=False, reasons=("other",)))
    office.clock.pass_time(A_BIT)
    assert await office.desk.assign(office.second, cases[4]) == "Samir"


async def test_where_nobody_may_review_it_a_case_is_given_to_nobody(office: Office) -> None:
    case = await office.in_review()
    await office.desk.claim(office.reviewer, case)
    await office.people.disable(office.second.email)
    assert (await refused(office, office.desk.assign(office.reviewer, case, None, REASON))).code == (
        "nobody_there"
    )


async def test_a_policy_may_give_new_cases_to_reviewers_by_itself(automatic_office: Office) -> None:
    office = automatic_office
    first, second = await office.in_review(), await office.in_review()
    given = await last_of(office, first, CaseAssigned)
    assert isinstance(given, CaseAssigned)
    assert (given.name, given.how) == ("Rosa", "load")
    assert await whose(office, second) == office.second.id


async def test_who_may_not_review_any_more_loses_their_cases(office: Office) -> None:
    case = await office.in_review()
    await office.desk.claim(office.reviewer, case)
    await office.desk.ask(office.reviewer, case, "Who owns it?", "The law asks.")
    await office.people.set_roles(office.reviewer.email, [Role.ANALYST])
    await office.desk.submit(office.merchant, case)
    await office.checked(case)
    released = await last_of(office, case, CaseReleased)
    assert isinstance(released, CaseReleased)
    assert released.why == "no_account"
    assert await lease(office, case) is None
