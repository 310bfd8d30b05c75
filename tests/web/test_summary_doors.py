"""The summary, own views and how they agree with what is recommended: over REST and on the command line."""

from __future__ import annotations

from typing import Any

import pytest

from cases.policy.own_view import OwnViewPolicy
from tests.web.shell import Shell
from tests.web.site import Site

VIEW = {"view": "decline", "words": "The street does not exist qx6."}


@pytest.fixture
def case(site: Site, monkeypatch: pytest.MonkeyPatch) -> str:
    """An application in review, under a policy that asks for an own view at any level."""
    desk = site.onboard.desk
    asking = OwnViewPolicy(levels=("low", "medium", "high"))
    monkeypatch.setattr(desk, "policy", desk.policy.model_copy(update={"own_view": asking}))
    return site.in_review()


def test_every_sentence_comes_with_sources_that_the_transcript_has(site: Site, case: str) -> None:
    made = site.get(f"/api/merchants/{case}/summary", "ines").json()
    events = site.get(f"/api/merchants/{case}/transcript?limit=1000", "ines").json()["events"]
    seqs = {event["seq"]: event["id"] for event in events}
    assert made["who"][0]["text"].startswith("Harbour Lane Bakery, 12 Harbour Lane, Portland")
    told = [*made["who"], *made["sells"], made["risk"]["headline"], *made["risk"]["reasons"]]
    for sentence in (*told, made["advice"]["headline"], made["checks"]["holding"]):
        assert sentence["sources"]
        for source in sentence["sources"]:
            assert source["kind"] == "check" or source["seq"] in seqs
    assert all(seqs[mark["seq"]] == mark["id"] for mark in made["events"])


def test_what_is_recommended_is_read_after_an_own_view_which_stays_among_staff(site: Site, case: str) -> None:
    def told() -> str:
        paths = (f"/api/merchants/{case}/summary", f"/api/merchants/{case}/transcript?limit=1000")
        return "\n".join(site.get(path, "rosa").text for path in paths)

    assert '"advice":null' in told()
    assert "Recommended: " not in told()
    assert "Shown once you have noted your own view" in told()
    noted = site.post(f"/api/merchants/{case}/view", "rosa", json=VIEW)
    assert noted.status_code == 201, noted.text
    assert noted.json()["advice"]["headline"]["text"]
    assert noted.json()["own_view"]["words"] == VIEW["words"]
    assert "Recommended: " in told()
    assert "qx6" not in site.get(f"/api/merchants/{case}/transcript?limit=1000", "ana").text
    again = site.post(f"/api/merchants/{case}/view", "rosa", json=VIEW)
    assert (again.status_code, again.json()["code"]) == (409, "view_noted")


@pytest.mark.parametrize(
    ("who", "body", "status", "code"),
    [
        ("ana", {}, 403, "forbidden"),
        ("ines", {}, 403, "forbidden"),
        ("olga", {}, 403, "forbidden"),
        ("carl", {}, 404, "not_found"),
        ("", {}, 401, "unauthenticated"),
        ("rosa", {"view": "perhaps"}, 422, "invalid"),
        ("rosa", {"words": " "}, 422, "reason_needed"),
        ("rosa", {"version": 7}, 409, "stale_version"),
    ],
)
def test_a_view_that_cannot_be_noted_is_refused_with_its_code(
    site: Site, case: str, who: str, body: dict[str, Any], status: int, code: str
) -> None:
    refused = site.post(f"/api/merchants/{case}/view", who, json={**VIEW, **body})
    assert (refused.status_code, refused.json()["code"]) == (status, code)


@pytest.mark.parametrize(("who", "status"), [("ana", 403), ("devi", 404), ("carl", 404), ("", 401)])
def test_the_summary_is_read_by_staff_only(site: Site, case: str, who: str, status: int) -> None:
    assert site.get(f"/api/merchants/{case}/summary", who).status_code == status


def test_the_command_line_shows_the_summary_notes_a_view_and_counts_agreement(site: Site, case: str) -> None:
    shell = Shell(site.onboard.settings.data_dir.parent)
    shown = shell.does("cases", "show", case).out
    assert shown.index("12 Harbour Lane, Portland") < shown.index("Recommended") < shown.index("Field")
    assert "[event " in shown
    by_rosa = ("--as", "rosa@example.com", "--words", VIEW["words"])
    assert "Your own view: decline." in shell.does("view", case, "decline", *by_rosa).out
    assert "first one counts" in shell.onboard("view", case, "approve", *by_rosa).complaint
    ruling = {"request_id": case, "approved": True}
    assert site.post("/api/merchants/approve", "rosa", json=ruling).status_code == 200
    counted = shell.does("agreement", "--as", "olga@example.com", "--json").json
    assert counted == site.get("/api/agreement", "olga").json()["reviewers"]
    rosa = next(each for each in counted if each["name"] == "Rosa")
    assert rosa["views"] >= 1
    assert "Rosa" in shell.does("agreement", "--as", "olga@example.com").out
    assert "compliance" in shell.onboard("agreement", "--as", "rosa@example.com").complaint
    assert site.get("/api/agreement", "rosa").status_code == 403
