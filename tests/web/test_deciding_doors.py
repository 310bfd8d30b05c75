"""Deciding over REST and on the command line: the same acts, and the same refusals."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import httpx
import pytest

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
    assert shell.onboard("decide", case, "--approve", *stated, *AS_ROSA).out == "onboarding_triggered\n"
    shown = shell.onboard("cases", "show", case, *AS_ROSA).out
    assert "Volume cap: 20,000 USD a month\nRolling reserve: 5 %\nDelayed payout: 2 days\nLooked at" in shown
