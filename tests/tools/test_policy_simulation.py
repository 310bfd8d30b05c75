"""Old decisions under another policy: each case as it was then, judged again by the same code."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from cases.decision import Verdict
from cases.policy import Policy
from cases.states import State
from desk.request import MerchantRequest
from tests.policies import BASIC, FULL
from tests.tools.installations import STORY, Case, Place
from tests.web.site import APPLICATION
from tools.policy_simulation import Simulated, simulate, simulate_all
from tools.rechecking import judge_again

LONG_AGO = timedelta(days=30)


def changed(change: Callable[[dict[str, Any]], object]) -> Policy:
    stated = BASIC.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    change(stated)
    return Policy.model_validate(stated)


async def simulated(case: Case, policy: Policy) -> Simulated | None:
    desk = case.place.desk
    return simulate(await case.events(), policy, desk.clock() - LONG_AGO)


@pytest.fixture
async def approved(place: Place) -> Case:
    case = await place.open_case()
    await case.approve()
    return case


@pytest.mark.parametrize("policy", [BASIC, FULL], ids=["basic", "full"])
async def test_a_case_judged_again_under_its_own_policy_comes_out_as_it_did(
    place: Place, policy: Policy
) -> None:
    place.desk.policy = policy
    request = MerchantRequest.model_validate(APPLICATION)
    case = Case(place, await place.desk.apply(place.merchant, request, "api"))
    await case.check()
    was = await case.record()
    again = judge_again(was, place.desk.policy, place.desk.clock().date())
    assert again.checks == was.checks
    assert (again.scorecard, again.compliance) == (was.scorecard, was.compliance)
    assert again.recommendation == was.recommendation


async def test_under_its_own_policy_nothing_would_have_been_other(approved: Case) -> None:
    found = await simulated(approved, BASIC)
    assert found is not None
    assert (found.case_id, found.approved, found.changes) == (approved.id, True, ())
    assert found.before == found.after


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda p: p["risk"].update(low_above="0.9"), ("medium instead of low risk",)),
        (lambda p: p.update(blocking_checks=["kyc_complete", "screening"]), ("barred by kyc_complete",)),
        (lambda p: p.update(second_approval=["low"]), ("a second approval",)),
        (
            lambda p: p.update(required=[*p["required"], "tax_id"], optional=["owners"]),
            ("not in review without tax_id",),
        ),
        # A merchant who was shown the notice of that time would have been shown the new one.
        (lambda p: p["notice"].update(version="2"), ()),
    ],
)
async def test_what_would_have_been_other_is_told(
    approved: Case, change: Callable[[dict[str, Any]], object], told: tuple[str, ...]
) -> None:
    found = await simulated(approved, changed(change))
    assert found is not None
    assert found.changes == told


async def test_another_recommendation_is_told_with_what_it_comes_from(place: Place) -> None:
    request = MerchantRequest.model_validate(APPLICATION)
    case = Case(place, await place.desk.apply(place.merchant, request, "api"))
    await case.check()
    await case.decide_again()
    found = await simulated(case, changed(lambda p: p["risk"].update(low_above="0.95", high_below="0.95")))
    assert found is not None
    assert (found.before.recommendation, found.after.codes) == ("approve", ("risk_appetite",))
    assert found.changes == ("high instead of low risk", "recommended: look closely")


async def test_checks_that_the_other_policy_does_not_make_do_not_count(place: Place) -> None:
    place.desk.policy = FULL.model_copy(update={"blocking_checks": (), "required": BASIC.required})
    case = await place.open_case()
    await case.approve()
    assert "email_domain" in (await case.record()).checks
    found = await simulated(case, changed(lambda p: p.update(blocking_checks=["email_domain"])))
    assert found is not None
    assert found.barred_by == ("email_domain",)


async def test_a_declined_case_is_not_barred_and_needs_nobody_else(place: Place) -> None:
    case = await place.open_case()
    await case.tell_story()
    await case.submit()
    await case.check()
    verdict = Verdict(approved=False, reasons=("risk_appetite",))
    await place.desk.decide(place.reviewer, case.id, verdict)
    strict = changed(lambda p: p.update(blocking_checks=["kyc_complete"], second_approval=["low"]))
    found = await simulated(case, strict)
    assert found is not None
    assert (found.approved, found.changes) == (False, ())


async def test_the_first_approval_of_two_decides_nothing_yet(place: Place) -> None:
    place.desk.policy = changed(lambda p: p.update(second_approval=["low"]))
    case = await place.open_case()
    await case.approve()
    assert await case.state() is State.AWAITING_SECOND_APPROVAL
    assert await simulated(case, BASIC) is None


async def test_only_what_was_decided_since_then_is_judged_again(place: Place, approved: Case) -> None:
    undecided = await place.open_case(STORY)
    now = place.desk.clock()
    found = await simulate_all(place.desk, BASIC, now - LONG_AGO)
    assert [case.case_id for case in found.cases] == [approved.id]
    assert undecided.id != approved.id
    assert (await simulate_all(place.desk, BASIC, now + timedelta(seconds=1))).cases == ()


async def test_a_simulation_writes_nothing_and_tells_nobodys_details(place: Place, approved: Case) -> None:
    before = await approved.events()
    found = await simulate_all(place.desk, FULL, place.desk.clock() - LONG_AGO)
    assert await approved.events() == before
    printed = "".join(case.model_dump_json() for case in found.cases)
    for told in ("Fern", "hello@", "Portland", "BL-204417", "250000"):
        assert told not in printed
