"""Overriding over REST and on the command line: the same act, and the same refusals."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import httpx
import pytest

from tests.web.shell import Shell
from tests.web.site import PATIENCE, Site

REASON = "The licence was seen at the counter qx8."


@pytest.fixture
def case(site: Site) -> str:
    """An application in review without a tax number: a check that does not hold."""
    return site.in_review(tax_id=None)


@pytest.fixture
def until(site: Site) -> str:
    return (site.onboard.desk.clock().date() + timedelta(days=5)).isoformat()


def override(site: Site, case: str, who: str = "rosa", **body: Any) -> httpx.Response:
    return site.post(f"/api/merchants/{case}/overrides", who, json={"reason": REASON, **body})


def recommended(site: Site, case: str, such: Callable[[list[str]], bool]) -> None:
    """Wait until the team has worked the recommendation out again."""
    deadline = time.monotonic() + PATIENCE
    while not such(site.get(f"/api/merchants/{case}", "rosa").json()["recommendation"]["reasons"]):
        assert time.monotonic() < deadline
        site.do(site.onboard.desk.bell.wait(0.5))


def test_an_override_stands_at_its_check_until_it_is_withdrawn(site: Site, case: str, until: str) -> None:
    made = override(site, case, subject="kyc_complete", until=until, version=1)
    assert made.status_code == 200, made.text
    (told,) = made.json()["overrides"]
    assert (told["label"], told["reason"], told["lapsed"]) == ("Who is behind it (KYC)", REASON, None)
    status = site.get(f"/api/merchants/{case}", "ines").json()
    check = next(check for check in status["checks"] if check["key"] == "kyc_complete")
    assert (check["status"], check["override"]["by"]) == ("failed", "Rosa")
    sentence = told["sentence"]
    recommended(site, case, lambda reasons: sentence in reasons)
    withdrawn = site.post(
        f"/api/merchants/{case}/overrides/withdraw",
        "paul",
        json={"subject": "kyc_complete", "reason": "It was another shop's."},
    )
    assert (withdrawn.status_code, withdrawn.json()) == (200, {"overrides": []})
    recommended(site, case, lambda reasons: sentence not in reasons)
    transcript = site.get(f"/api/merchants/{case}/transcript?limit=1000", "ines").json()["events"]
    kinds = {event["kind"]: event["text"] for event in transcript}
    assert REASON in kinds["override.recorded"]
    assert "withdrawn. It was another shop's." in kinds["override.withdrawn"]


@pytest.mark.parametrize(
    ("who", "body", "status", "code"),
    [
        ("ana", {}, 403, "forbidden"),
        ("ines", {}, 403, "forbidden"),
        ("carl", {}, 404, "not_found"),
        ("", {}, 401, "unauthenticated"),
        ("rosa", {"subject": "never_made"}, 422, "no_such_check"),
        ("rosa", {"subject": "risk"}, 422, "level_needed"),
        ("rosa", {"subject": "complete_address"}, 409, "check_holds"),
        ("rosa", {"until": "1999-01-01"}, 422, "expiry_not_possible"),
        ("rosa", {"until": "9999-12-31"}, 422, "expiry_not_possible"),
        ("rosa", {"until": "soon"}, 422, "invalid"),
        ("rosa", {"level": "none"}, 422, "invalid"),
        ("rosa", {"reason": " "}, 422, "reason_needed"),
        ("rosa", {"version": 7}, 409, "stale_version"),
        ("rosa", {"by": "paul"}, 422, "invalid"),
    ],
)
def test_what_is_not_possible_is_refused_with_its_code(
    site: Site, case: str, until: str, who: str, body: dict[str, Any], status: int, code: str
) -> None:
    refused = override(site, case, who, **{"subject": "kyc_complete", "until": until, **body})
    assert (refused.status_code, refused.json()["code"]) == (status, code)


def test_a_decision_and_the_command_line_name_it_and_the_merchant_reads_nothing_of_it(
    site: Site, case: str, until: str
) -> None:
    shell = Shell(site.onboard.settings.data_dir.parent)
    by_rosa = ("--as", "rosa@example.com", "--reason", REASON)
    made = shell.does("override", case, "risk", "--level", "high", "--until", until, *by_rosa)
    assert "Risk: overridden to high by Rosa until " in made.out
    assert REASON in shell.does("cases", "show", case).out
    assert REASON in shell.does("cases", "list").out
    assert (
        "already"
        in shell.onboard("override", case, "risk", "--level", "low", "--until", until, *by_rosa).complaint
    )
    assert "--until" in shell.onboard("override", case, "risk", *by_rosa).complaint
    approved = site.post("/api/merchants/approve", "rosa", json={"request_id": case, "approved": True})
    assert approved.status_code == 200
    decision = site.until(case, "active")["decision"]
    assert REASON in decision["overrides"][0]
    assert REASON in shell.does("cases", "show", case).out
    mine = [f"/api/merchants/{case}", f"/api/merchants/{case}/transcript?limit=1000"]
    told = "\n".join(site.get(path, "ana").text for path in mine)
    assert "qx8" not in told
    assert "verrid" not in told


def test_it_is_withdrawn_on_the_command_line(site: Site, case: str, until: str) -> None:
    shell = Shell(site.onboard.settings.data_dir.parent)
    assert override(site, case, "olga", subject="kyc_complete", until=until).status_code == 200
    by_rosa = ("--as", "rosa@example.com", "--reason", "Gone.")
    withdraw = ("override", case, "kyc_complete", "--withdraw", *by_rosa)
    assert "Nothing is overridden." in shell.does(*withdraw).out
    assert "No override" in shell.onboard(*withdraw).complaint
