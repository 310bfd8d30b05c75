"""Potential matches over REST and on the command line: the same rules as everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.web.shell import Shell
from tests.web.site import Site

LISTED = [{"name": "Baltasar Mokingam", "ownership_percent": 100}]


def matches(site: Site, case: str, who: str = "rosa") -> list[dict[str, object]]:
    answer = site.get(f"/api/merchants/{case}/matches", who)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_staff_compare_and_resolve_a_match_and_the_merchant_reads_nothing_of_it(site: Site) -> None:
    case = site.in_review(owners=LISTED)
    (match,) = matches(site, case)
    assert (match["alike"], match["standing"], match["topic"]) == ("90 % alike", "open", "sanction")
    assert {row["label"]: row["comparison"] for row in match["rows"]}["Name"] == "alike"
    assert site.get(f"/api/merchants/{case}/matches", "ana").status_code == 403
    assert site.get(f"/api/merchants/{case}/matches", "carl").status_code == 404
    (read,) = matches(site, case, "ines")
    assert read["pair"] == ""
    path = f"/api/merchants/{case}/matches/resolve"
    finding = {"pair": match["pair"], "verdict": "false_positive", "reason": "Another person."}
    assert site.post(path, "ines", json=finding).status_code == 403
    assert site.post(path, "ana", json=finding).status_code == 403
    (cleared,) = site.post(path, "olga", json=finding).json()
    assert (cleared["standing"], cleared["by"]) == ("cleared", "Olga")
    status = site.until(case, "in_review")
    assert {c["key"]: c["status"] for c in status["checks"]}["screening"] == "held"
    (again,) = site.post(
        f"/api/merchants/{case}/matches/reopen", "rosa", json={"pair": match["pair"], "reason": "Doubts."}
    ).json()
    assert again["standing"] == "open"


def test_a_confirmed_sanctions_match_bars_the_approval_at_every_door(site: Site) -> None:
    case = site.in_review(owners=[{"name": "Балтазар Мокингем", "ownership_percent": 100}])
    (match,) = matches(site, case)
    path = f"/api/merchants/{case}/matches/resolve"
    finding = {"pair": match["pair"], "verdict": "true_match", "reason": "The same passport."}
    assert site.post(path, "rosa", json=finding).json()["code"] == "confirmation_needed"
    confirmed = site.post(path, "rosa", json={**finding, "confirmation": "never approve"})
    assert confirmed.status_code == 200
    for who in ("rosa", "paul"):
        answer = site.post("/api/merchants/approve", who, json={"request_id": case, "approved": True})
        assert (answer.status_code, answer.json()["code"]) == (409, "checks_outstanding")
    undone = site.post(path, "paul", json={**finding, "verdict": "false_positive"})
    assert (undone.status_code, undone.json()["code"]) == (409, "confirmed_for_good")


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def test_the_command_line_says_what_is_wrong_in_one_line(shell: Shell) -> None:
    nobody = "8f3c2a4e-5b1d-4c7a-9e60-2d1f0b7c9a55"
    assert "no such case" in shell.onboard("matches", "show", nobody).complaint
    neither = shell.onboard("matches", "resolve", nobody, "ab", "--reason", "no", "--as", "rosa@example.com")
    assert neither.status == 2
    assert "--false-positive" in neither.complaint
