"""Deciding over REST and on the command line: the same acts, and the same refusals."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest

from cases.application import FieldName
from cases.decision import Verdict
from cases.events import SecondLookDrawn
from desk import review
from tests.web.shell import Shell
from tests.web.site import Site

AS_ROSA = ("--as", "rosa@example.com")


@pytest.fixture
def shell(site: Site) -> Shell:
    return Shell(site.onboard.settings.data_dir.parent)


@pytest.fixture
def day(site: Site) -> str:
    return (site.onboard.desk.clock().date() + timedelta(days=90)).isoformat()


def approve(site: Site, case: str, **conditions: Any) -> httpx.Response:
    ruling = {"request_id": case, "approved": True, "conditions": conditions}
    return site.post("/api/merchants/approve", "rosa", json=ruling)


def test_what_an_approval_carries_is_read_by_both_sides(site: Site, day: str) -> None:
    case = site.in_review()
    stated = {"monthly_volume_cap": 20000, "rolling_reserve_percent": 5.0, "review_on": day}
    assert approve(site, case, **stated).status_code == 200
    for who in ("rosa", "ana"):
        assert site.get(f"/api/merchants/{case}", who).json()["decision"]["conditions"] == stated


@pytest.mark.parametrize(
    "wrong",
    [
        {"monthly_volume_cap": 0},
        {"rolling_reserve_percent": 101},
        {"payout_delay_days": "soon"},
        {"review_on": "2001-01-01"},
        {"free_lunch": True},
    ],
)
def test_conditions_that_nobody_can_keep_are_refused(site: Site, wrong: dict[str, Any]) -> None:
    case = site.in_review()
    assert approve(site, case, **wrong).status_code == 422
    assert site.get(f"/api/merchants/{case}", "rosa").json()["state"] == "in_review"


def test_the_command_line_states_conditions_and_shows_them(site: Site, shell: Shell, day: str) -> None:
    case = site.in_review()
    wrong = shell.onboard("decide", case, "--approve", "--reserve", "500", *AS_ROSA)
    assert wrong.complaint.startswith("Rolling reserve:")
    stated = ("--volume-cap", "20000", "--reserve", "5", "--payout-delay", "2", "--review-on", day)
    assert shell.onboard("decide", case, "--approve", *stated, *AS_ROSA).out.endswith(
        "onboarding_triggered\n"
    )
    shown = shell.onboard("cases", "show", case, *AS_ROSA).out
    assert "Volume cap: 20,000 USD a month\nRolling reserve: 5 %\nDelayed payout: 2 days\nLooked at" in shown


def declined(site: Site, shell: Shell) -> str:
    case = site.in_review()
    shell.does("decide", case, "--decline", "--reason", "unverifiable_details", *AS_ROSA)
    return case


def test_a_merchant_appeals_once_and_another_reviewer_decides(site: Site, shell: Shell) -> None:
    case = declined(site, shell)
    objection = {"reasons": "The licence is on the register now."}
    by_stranger = site.post(f"/api/merchants/{case}/appeal", "carl", json=objection)
    assert by_stranger.status_code == 404
    made = site.post(f"/api/merchants/{case}/appeal", "ana", json=objection)
    assert (made.status_code, made.json()["public_state"]) == (200, "In review")
    again = site.post(f"/api/merchants/{case}/appeal", "ana", json=objection)
    assert (again.status_code, again.json()["code"]) == (409, "not_possible_now")
    assert approve(site, case).status_code == 403
    ruling = {"request_id": case, "approved": True}
    assert site.post("/api/merchants/approve", "paul", json=ruling).status_code == 200


def test_the_command_line_appeals_too(site: Site, shell: Shell) -> None:
    case = declined(site, shell)
    why = ("--reasons", "Please look at the licence again.")
    assert "Only the merchant" in shell.onboard("appeal", case, *why, *AS_ROSA).complaint
    assert shell.does("appeal", case, *why, "--as", "ana@example.com").out.endswith("In review\n")


async def earn_more(site: Site, case: str) -> None:
    ana = await site.onboard.people.by_email("ana@example.com")
    await site.onboard.desk.enter(ana, UUID(case), {FieldName.ANNUAL_REVENUE: "500,000"}, via="card")


def test_a_stale_decision_says_over_rest_what_has_changed(site: Site) -> None:
    case = site.in_review()
    site.do(earn_more(site, case))
    site.until(case, "in_review")
    ruling = {"request_id": case, "approved": True, "version": 1}
    refused = site.post("/api/merchants/approve", "rosa", json=ruling)
    assert (refused.status_code, refused.json()["code"], refused.json()["version"]) == (
        409,
        "stale_version",
        2,
    )
    assert any("500,000" in change for change in refused.json()["changes"])


async def draw(site: Site, case: str) -> None:
    """Have the decision drawn for a second look, which the policy of this site leaves to chance: never."""
    async with site.onboard.desk.case(UUID(case)) as draft:
        draft.add(SecondLookDrawn(number=0, below=1, out_of=2))


def test_a_second_look_is_listed_and_recorded_by_somebody_else(site: Site, shell: Shell) -> None:
    case = declined(site, shell)
    site.do(draw(site, case))
    listed = site.get("/api/second-looks", "ines").json()["second_looks"]
    assert [line["by"] for line in listed if line["case_id"] == case] == [["Rosa"]]
    assert case in shell.does("second-looks", "list").out
    assert site.get("/api/second-looks", "ana").status_code == 403
    look = {"agrees": False, "reason": "The licence is on the register."}
    assert site.post(f"/api/merchants/{case}/second-look", "rosa", json=look).status_code == 403
    by_paul = ("--reason", "I see it on the register.", "--as", "paul@example.com")
    assert "--agree" in shell.onboard("second-looks", "record", case, *by_paul).complaint
    assert shell.does("second-looks", "record", case, "--disagree", *by_paul).out.endswith("Declined\n")
    again = site.post(f"/api/merchants/{case}/second-look", "paul", json=look)
    assert (again.status_code, again.json()["code"]) == (409, "no_second_look")
    assert case not in shell.does("second-looks", "list").out
    assert "disagrees" not in site.get(f"/api/merchants/{case}/transcript?limit=1000", "ana").text


def test_whoever_raises_a_case_to_the_leads_does_not_decide_it(site: Site, shell: Shell) -> None:
    case, other = site.in_review(), site.in_review()
    raised = site.post(f"/api/merchants/{case}/escalate", "rosa", json={"reason": "I know the owner."})
    assert raised.status_code == 200
    assert approve(site, case).status_code == 403
    assert shell.does("escalate", other, "--reason", "I know the owner.", *AS_ROSA).out.endswith(
        "In review\n"
    )
    assert "somebody else" in shell.onboard("decide", other, "--approve", *AS_ROSA).complaint


async def approve_and_wait(site: Site, case: str) -> None:
    """An approval whose set-up is not due for a while, as one that rests."""
    async with site.onboard.desk.case(UUID(case)) as draft:
        hold = draft.policy.deadlines.model_copy(update={"hold_seconds": 600})
        draft.policy = draft.policy.model_copy(update={"deadlines": hold})
        rosa = await site.onboard.people.by_email("rosa@example.com")
        review.decide(draft, rosa, Verdict(approved=True))


def test_an_approval_is_taken_back_over_rest_and_not_twice(site: Site) -> None:
    case = site.in_review()
    site.do(approve_and_wait(site, case))
    taken = site.post(f"/api/merchants/{case}/take-back", "paul")
    assert (taken.status_code, taken.json()["public_state"]) == (200, "In review")
    again = site.post(f"/api/merchants/{case}/take-back", "paul")
    assert (again.status_code, again.json()["code"]) == (409, "not_possible_now")
