"""Notes, calls and taking over through REST and the command line; nothing of it where a merchant reads."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.shell import Shell
from tests.web.site import Site

SECRET = "qx9 for colleagues"
CALL = {"with_whom": "Ines", "began": "2025-03-04T09:30:00Z", "minutes": 4, "text": SECRET}


@pytest.fixture(scope="module")
def case(site: Site) -> str:
    return site.in_review()


def kinds(site: Site, case: str, who: str) -> dict[str, str]:
    events = site.get(f"/api/merchants/{case}/transcript?limit=1000", who).json()["events"]
    return {event["kind"]: event["text"] for event in events}


def test_what_staff_write_for_staff_is_on_record_and_the_merchant_reads_nothing_of_it(
    site: Site, case: str
) -> None:
    shell = Shell(site.onboard.settings.data_dir.parent)
    rest = f"/api/merchants/{case}"
    sent_twice = [
        site.post(f"{rest}/notes", "rosa", json={"text": f"@paul {SECRET}"}, headers={"Idempotency-Key": "n"})
        for _ in range(2)
    ]
    assert [answer.status_code for answer in sent_twice] == [202, 202]
    assert sent_twice[0].json() == sent_twice[1].json()
    assert site.post(f"{rest}/calls", "olga", json=CALL).status_code == 201
    by_rosa = ("--as", "rosa@example.com")
    assert shell.does("note", case, SECRET, *by_rosa).out
    assert shell.does("call", case, SECRET, "--with", "Ines", "--minutes", "4", *by_rosa).out
    read = kinds(site, case, "ines")
    assert SECRET in read["note.written"]
    assert read["call.logged"] == f"Phone call with Ines, 4 minutes: {SECRET}"
    for path in (rest, f"{rest}/transcript?limit=1000"):
        assert "qx9" not in site.get(path, "ana").text


def test_a_question_to_the_team_is_answered_with_sources_and_for_staff_alone(site: Site, case: str) -> None:
    shell = Shell(site.onboard.settings.data_dir.parent)
    rest = f"/api/merchants/{case}"
    asked = {"text": "How well is the licence FB-20931 known, qx9?"}
    said = site.post(f"{rest}/questions", "rosa", json=asked).json()["statements"]
    assert any("FB-20931" in each["text"] and each["seqs"] for each in said), said
    printed = shell.does("ask-team", case, "how is the risk?", "--as", "rosa@example.com").out
    assert "higher is safer [event " in printed
    for path in (rest, f"{rest}/transcript?limit=1000"):
        read = site.get(path, "ana").text
        assert "qx9" not in read
        assert "team." not in read


def test_ready_made_answers_are_filled_and_not_sent(site: Site, case: str) -> None:
    shell = Shell(site.onboard.settings.data_dir.parent)
    rest = f"/api/merchants/{case}"
    answers = site.get(f"{rest}/ready-answers", "rosa").json()["answers"]
    assert all("Harbour Lane Bakery" in answer["text"] for answer in answers)
    printed = shell.does("answers", case, answers[0]["key"], "--as", "rosa@example.com").out.strip()
    assert printed.startswith(answers[0]["text"][:40])
    assert site.get(f"{rest}/ready-answers", "ana").status_code == 403
    assert answers[0]["text"][:40] not in site.get(f"{rest}/transcript?limit=1000", "rosa").text


def test_a_conversation_is_taken_over_and_handed_back(site: Site, case: str) -> None:
    shell = Shell(site.onboard.settings.data_dir.parent)
    rest = f"/api/merchants/{case}"
    assert site.post(f"{rest}/takeover", "rosa").json() == {"taken_over": "Rosa"}
    assert kinds(site, case, "ana")["conversation.taken_over"].startswith("Rosa")
    assert site.post(f"{rest}/handback", "paul").json() == {"taken_over": None}
    assert site.post(f"{rest}/handback", "paul").json()["code"] == "not_taken_over"
    by_rosa = ("--as", "rosa@example.com")
    assert "Taken over" in shell.does("takeover", case, *by_rosa).out
    assert shell.does("say", case, "I am here.", *by_rosa).out
    assert "Handed back" in shell.does("takeover", case, "--back", *by_rosa).out
    assert "I am here." in site.get(f"{rest}/transcript?limit=1000", "ana").text


@pytest.mark.parametrize(
    ("door", "who", "body", "status"),
    [
        ("notes", "ana", {"text": "x"}, 403),
        ("notes", "carl", {"text": "x"}, 404),
        ("notes", "ines", {"text": "x"}, 403),
        ("notes", "rosa", {"text": " "}, 422),
        ("notes", "rosa", {"text": "@nobody?"}, 422),
        ("calls", "ana", CALL, 403),
        ("calls", "rosa", {**CALL, "began": "2999-01-01T00:00:00Z"}, 422),
        ("calls", "rosa", {**CALL, "began": "2025-03-04T09:30:00"}, 422),
        ("questions", "ana", {"text": "licence?"}, 403),
        ("questions", "carl", {"text": "licence?"}, 404),
        ("takeover", "olga", None, 403),
        ("takeover", "ana", None, 403),
        ("handback", "carl", None, 404),
    ],
)
def test_what_is_not_possible_is_refused(
    site: Site, case: str, door: str, who: str, body: dict[str, Any] | None, status: int
) -> None:
    assert site.post(f"/api/merchants/{case}/{door}", who, json=body).status_code == status
