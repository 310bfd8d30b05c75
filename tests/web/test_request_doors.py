"""Asking for information over REST, on the card and on the command line: the same act, the same refusals."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from cases.business_calendar import business_day
from tests.web.shell import Shell
from tests.web.site import Site

NOTE = "The register shows another number qx9."
LICENCE = {"item": "business_license", "reason": "out_of_date"}
QUESTION = {"item": "question", "reason": "understand_business", "text": "Which mill do you buy from?"}


@pytest.fixture
def case(site: Site) -> str:
    return site.in_review()


def until(site: Site, days: int) -> str:
    return business_day(site.onboard.desk.clock().date(), days, None).isoformat()


def ask(site: Site, case: str, who: str = "rosa", **body: Any) -> httpx.Response:
    return site.post(f"/api/merchants/{case}/requests", who, json={"items": [LICENCE, QUESTION], **body})


def test_a_request_is_made_answered_and_comes_back_with_the_difference(site: Site, case: str) -> None:
    made = ask(site, case, note=NOTE)
    assert made.status_code == 201, made.text
    assert made.json()["request"]["note"] == NOTE
    here = f"/api/merchants/{case}"
    mine = site.get(f"{here}/requests", "ana").json()["request"]
    assert (mine["answered"], mine["total"], mine["open"]) == (0, 2, True)
    assert NOTE not in site.get(f"{here}/requests", "ana").text + site.get(f"{here}/transcript", "ana").text
    owed = {each["key"]: each["status"] for each in site.get(here, "ana").json()["requirements"]}
    assert owed["business_license"] == "currently_due"
    early = site.post(f"{here}/submit", "ana")
    assert (early.status_code, early.json()["code"]) == (409, "request_open")
    for item, how, text in (
        ("business_license", "confirmed", ""),
        ("question", "given", "From Otley Mill."),
    ):
        body = {"item": item, "how": how, "text": text}
        assert site.post(f"{here}/requests/answer", "ana", json=body).status_code == 200
    assert site.post(f"{here}/submit", "ana").status_code == 202
    site.until(case, "in_review")
    shown = site.get(f"{here}/requests", "rosa").json()["request"]
    assert [item["status"] for item in shown["items"]] == ["confirmed", "given"]
    assert shown["items"][1]["answer"] == "From Otley Mill."


def test_more_time_is_given_and_things_are_taken_back(site: Site, case: str) -> None:
    ask(site, case, until=until(site, 3))
    here = f"/api/merchants/{case}/requests"
    longer = site.post(f"{here}/extend", "paul", json={"until": until(site, 9)})
    assert longer.status_code == 200, longer.text
    fewer = site.post(f"{here}/withdraw", "rosa", json={"item": "question"}).json()["request"]
    assert [item["key"] for item in fewer["items"]] == ["business_license"]
    gone = site.post(f"{here}/withdraw", "rosa", json={}).json()["request"]
    assert (gone["taken_back"], gone["open"]) == (True, False)
    late = site.post(f"{here}/extend", "rosa", json={"until": until(site, 9)})
    assert (late.status_code, late.json()["code"]) == (409, "no_request")


def test_nobody_else_asks_or_answers(site: Site, case: str) -> None:
    assert ask(site, case, "carl").status_code == 404
    for who in ("ana", "ines", "devi"):
        assert ask(site, case, who).status_code in (403, 404)
    ask(site, case)
    body = {"item": "question", "how": "given", "text": "Mine."}
    for who, status in (("carl", 404), ("ines", 403), ("rosa", 403)):
        assert site.post(f"/api/merchants/{case}/requests/answer", who, json=body).status_code == status


def test_the_command_line_asks_gives_time_and_takes_back(site: Site, case: str) -> None:
    shell = Shell(site.onboard.settings.data_dir.parent)
    rosa = ("--as", "rosa@example.com")
    asked = ("--item", "business_license", "--item", "question", "--reason", "usual_review")
    made = shell.does("ask", case, *asked, "--text", "", "--text", "Which mill?", "--note", NOTE, *rosa)
    assert made.out.startswith("0 of 2 answered, until ")
    assert "- question: open (Part of every review)" in made.out
    assert "until" in shell.does("ask", case, "--extend", "--by", until(site, 12), *rosa).out
    assert "question" not in shell.does("ask", case, "--withdraw", "--item", "question", *rosa).out
    assert "taken back" in shell.does("ask", case, "--withdraw", *rosa).out
    assert "--reason" in shell.onboard("ask", case, "--item", "tax_id", *rosa).complaint
