"""The merchant category code over REST, on the card and on the command line: one act, the same refusals."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.shell import Shell
from tests.web.site import Site

REASON = "They sell games qx9."


@pytest.fixture
def case(site: Site) -> str:
    return site.in_review()


def test_the_code_that_holds_is_confirmed_with_no_new_version(site: Site, case: str) -> None:
    before = site.get(f"/api/merchants/{case}", "rosa").json()
    code = before["application"]["mcc"]
    made = site.post(
        f"/api/merchants/{case}/category", "rosa", json={"code": code, "reason": REASON, "version": 1}
    )
    assert made.status_code == 200, made.text
    part = made.json()
    assert (part["code"], part["confirmed"]["by"], part["confirmed"]["reason"]) == (code, "Rosa", REASON)
    assert part["candidates"][0]["code"] == code
    assert part["candidates"][0]["why"]
    after = site.get(f"/api/merchants/{case}", "rosa").json()
    assert (after["state"], after["version"]) == ("in_review", before["version"])
    again = site.post(f"/api/merchants/{case}/category", "paul", json={"code": code, "reason": REASON})
    assert (again.status_code, again.json()["code"]) == (409, "already_confirmed")


@pytest.mark.parametrize(
    ("who", "body", "status", "code"),
    [
        ("ana", {}, 403, "forbidden"),
        ("ines", {}, 403, "forbidden"),
        ("carl", {}, 404, "not_found"),
        ("", {}, 401, "unauthenticated"),
        ("rosa", {"code": "0000"}, 422, "no_such_category"),
        ("rosa", {"code": "books"}, 422, "invalid"),
        ("rosa", {"reason": " "}, 422, "reason_needed"),
        ("rosa", {"version": 7}, 409, "stale_version"),
        ("rosa", {"by": "paul"}, 422, "invalid"),
    ],
)
def test_what_is_not_possible_is_refused_with_its_code(
    site: Site, case: str, who: str, body: dict[str, Any], status: int, code: str
) -> None:
    asked = {"code": "5945", "reason": REASON, **body}
    refused = site.post(f"/api/merchants/{case}/category", who, json=asked)
    assert (refused.status_code, refused.json()["code"]) == (status, code)


def test_the_merchant_reads_nothing_of_it(site: Site, case: str) -> None:
    site.post(f"/api/merchants/{case}/category", "rosa", json={"code": "5945", "reason": REASON})
    transcript = site.get(f"/api/merchants/{case}/transcript?limit=1000", "ana")
    assert REASON not in transcript.text
    staff = site.get(f"/api/merchants/{case}/transcript?limit=1000", "ines").json()["events"]
    assert any(event["kind"] == "category.confirmed" and "5945" in event["text"] for event in staff)


def test_the_command_line_corrects_it_and_has_everything_checked_again(site: Site, case: str) -> None:
    shell = Shell(site.onboard.settings.data_dir.parent)
    by_rosa = ("--as", "rosa@example.com", "--reason", REASON)
    assert "0000" in shell.onboard("category", case, "0000", *by_rosa).complaint
    assert "5945: " in shell.does("category", case, "5945", *by_rosa).out
    status = site.until(case, "in_review")
    assert (status["version"], status["application"]["mcc"]) == (2, "5945")
