"""The queue over REST and on the command line: the same listing, the same commands, the same rules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from tests.web.shell import Shell
from tests.web.site import APPLICATION, Site

LIST = "/api/merchants"


def listed(site: Site, who: str = "rosa", **wanted: object) -> dict[str, Any]:
    answer = site.get(LIST, who, params=wanted)
    assert answer.status_code == 200, answer.text
    return answer.json()


def ids(page: dict[str, Any]) -> list[str]:
    return [line["request_id"] for line in page["merchants"]]


def test_staff_list_all_applications_and_choose_from_them(site: Site) -> None:
    name = f"Quarry {uuid4().hex[:8]}"
    case = site.in_review(merchant_name=name)
    lacking = site.onboarded(merchant_name=name, business_license=None)
    site.until(lacking, "needs_information")
    (line,) = listed(site, name=name, part="waiting")["merchants"]
    assert (line["request_id"], line["state"], line["merchant_name"]) == (case, "in_review", name)
    assert (line["country"], line["mcc"], line["risk"]["level"]) == ("US", "5462", "low")
    for wanted in (
        {"line": "5462"},
        {"line": "5000-5599", "level": "low"},
        {"state": ["in_review", "active"]},
    ):
        assert ids(listed(site, name=name, part="waiting", **wanted)) == [case]
    assert ids(listed(site, "ines", name=name, part="merchant", assignee="nobody")) == [lacking]
    assert ids(listed(site, "olga", name=name, days=1)) == []
    assert ids(listed(site, name=name, order="urgency")) == [case, lacking]


def test_what_is_marked_is_found_in_any_state_until_it_is_seen_to(site: Site) -> None:
    name = f"Marked {uuid4().hex[:8]}"
    case = site.in_review(merchant_name=name)
    site.post(f"{LIST}/{case}/watch", "paul")
    made = site.post(f"{LIST}/{case}/complaints", "ana", json={"text": "Nobody answers me."}).json()
    site.post(f"{LIST}/{case}/notes", "rosa", json={"text": "@Olga, what do you think?"})
    site.post(f"{LIST}/approve", "rosa", json={"request_id": case, "approved": True})

    def marks(who: str, **wanted: object) -> list[list[str]]:
        return [line["marks"] for line in listed(site, who, name=name, **wanted)["merchants"]]

    (line,) = listed(site, "olga", name=name, mark="complaint", order="urgency")["merchants"]
    assert (line["marks"], line["answer_by"]) == (["asked", "complaint"], made["answer_by"])
    assert marks("paul", mark=["watched", "escalated"]) == [["complaint", "watched"]]
    assert marks("rosa", mark="asked") == marks("rosa", mark="watched") == []
    site.post(f"{LIST}/{case}/complaints/{made['id']}/answer", "rosa", json={"text": "We are sorry."})
    site.post(f"{LIST}/{case}/watch", "paul")
    assert marks("paul") == [[]]
    assert marks("olga", mark=["asked", "complaint"]) == [["asked"]]


def test_pages_follow_one_another_to_the_end(site: Site) -> None:
    name = f"Paged {uuid4().hex[:8]}"
    cases = [site.onboarded(merchant_name=name) for _ in range(3)]
    first = listed(site, name=name, limit=2)
    second = listed(site, name=name, limit=2, cursor=first["next"])
    assert [*ids(first), *ids(second)] == [*reversed(cases)]
    assert (first["total"], second["next"]) == (3, None)


def test_a_merchant_reads_their_own_and_nothing_of_the_inside(site: Site) -> None:
    case = site.in_review()
    page = listed(site, "ana", limit=500)
    assert case in ids(page)
    inside = {
        "state",
        "risk",
        "mcc",
        "country",
        "assignee",
        "due",
        "overrides",
        "needs_look",
        "marks",
        "answer_by",
    }
    assert all(inside.isdisjoint(line) for line in page["merchants"])
    assert case not in ids(listed(site, "carl", limit=500))
    for asked in ({"level": "low"}, {"mark": "complaint"}):
        assert site.get(LIST, "ana", params=asked).status_code == 403
    assert site.get(LIST, "ana", params={"order": "urgency"}).status_code == 403


@pytest.mark.parametrize(
    "wanted",
    [
        {"line": "54"},
        {"line": "5000-5001"},
        {"country": "de"},
        {"assignee": "rosa"},
        {"state": "dreaming"},
        {"mark": "yes"},
        {"limit": 0},
        {"cursor": str(uuid4())},
        {"cursor": "x"},
        {"order": "urgency", "cursor": str(uuid4())},
    ],
)
def test_what_cannot_be_meant_is_refused(site: Site, wanted: dict[str, str]) -> None:
    answer = site.get(LIST, "rosa", params=wanted)
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")


def test_the_next_case_is_taken_on_and_only_by_reviewers(site: Site) -> None:
    site.in_review()
    taken = site.post(f"{LIST}/next", "paul", json={}).json()["request_id"]
    mine = site.get(LIST, "paul", params={"assignee": "me"}).json()["merchants"]
    assert taken in {case["request_id"] for case in mine}
    for who in ("ana", "ines", "olga"):
        assert site.post(f"{LIST}/next", who, json={}).status_code == 403


def test_unfinished_ones_are_reminded_once_a_day_and_closed_with_a_reason(site: Site) -> None:
    case = site.onboarded(business_license=None)
    site.until(case, "needs_information")
    assert site.post(f"{LIST}/{case}/remind", "ines").status_code == 403
    assert site.post(f"{LIST}/{case}/remind", "rosa").json()["public_state"] == "Your turn"
    again = site.post(f"{LIST}/{case}/remind", "paul")
    assert (again.status_code, again.json()["code"]) == (409, "reminded_lately")
    reason = {"reason": "No answer to three letters."}
    assert site.post(f"{LIST}/{case}/close-incomplete", "ana", json=reason).status_code == 403
    closed = site.post(f"{LIST}/{case}/close-incomplete", "rosa", json=reason)
    assert closed.json() == {"request_id": case, "public_state": "Closed"}
    told = site.get(f"{LIST}/{case}/transcript", "ana").text
    assert "three letters" not in told
    assert "reminder" not in told


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    shell = Shell(tmp_path_factory.mktemp("shell"))
    shell.does("users", "add", "ana@example.com", "--role", "merchant")
    shell.does("users", "add", "rosa@example.com", "--role", "reviewer")
    return shell


def applied(shell: Shell, folder: Path, **more: object) -> str:
    file = folder / "one.json"
    file.write_text(json.dumps({**APPLICATION, **more}))
    return shell.does("apply", str(file), "--as", "ana@example.com").out.strip()


def test_the_command_line_lists_by_the_same_choices(shell: Shell, tmp_path: Path) -> None:
    case = applied(shell, tmp_path, merchant_name="Heron Tiles")

    def chosen(*options: str, as_email: str = "rosa@example.com") -> list[str]:
        rows = shell.does("cases", "list", "--json", "--name", "heron", *options, "--as", as_email).json
        return [row["case_id"] for row in rows]

    for options in ("--part running", "--country US --country DE", "--line 5000-5599", "--level none"):
        assert chosen(*options.split()) == [case]
    assert chosen("--assignee", "nobody", "--state", "checking") == [case]
    assert chosen("--assignee", "me") == chosen("--assignee", "rosa@example.com") == []
    assert chosen("--mark", "complaint") == []
    rosa = ("--as", "rosa@example.com")
    made = shell.does("complaints", "make", case, "Nobody answers.", *rosa).out.strip()
    assert chosen("--mark", "complaint", "--mark", "watched") == [case]
    shell.does("complaints", "answer", case, made, "We are sorry.", *rosa)
    assert chosen("--mark", "complaint") == []
    assert chosen(as_email="ana@example.com") == [case]
    assert "staff" in shell.onboard("cases", "list", "--level", "low", "--as", "ana@example.com").complaint
    assert "category" in shell.onboard("cases", "list", "--line", "54").complaint
    assert "part" in shell.onboard("cases", "list", "--part", "mine").complaint


def test_several_are_closed_and_each_refusal_is_told(shell: Shell, tmp_path: Path) -> None:
    handed_in = applied(shell, tmp_path, merchant_name="Ibis Rugs")
    assert shell.onboard("cases", "next", "--as", "rosa@example.com").status == 1
    done = shell.onboard("cases", "remind", handed_in, str(uuid4()), "--as", "rosa@example.com")
    assert done.status == 1
    assert done.out.startswith("0 done, 2 not: Ibis Rugs (It does not wait for its merchant.)")
    closing = ("cases", "close-incomplete", handed_in, "--reason", "No answer.", "--as", "ana@example.com")
    assert "reviewer" in shell.onboard(*closing).out
