"""Applications over REST, as the contract describes the calls."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest

from desk.status import STAFF_FIELDS
from tests.web.site import APPLICATION, Site

FOR_EVERYONE = {
    "request_id",
    "public_state",
    "application",
    "requirements",
    "decision",
    "provisioning",
    "merchant_id",
}


def test_an_application_is_checked_decided_and_set_up(site: Site) -> None:
    answer = site.post("/api/merchants/onboard", "ana", json=APPLICATION)
    assert answer.status_code == 202
    assert answer.json().keys() == {"request_id", "status"}
    assert answer.json()["status"] == "processing"
    case = answer.json()["request_id"]

    status = site.until(case, "in_review")
    assert status["risk"]["score"] == 0.9
    assert status["compliance"]["compliant"] is True
    assert status["validation_results"]["has_business_license"] is True
    assert {check["key"] for check in status["checks"]} >= {"screening"}
    assert status["audit_trail"]["original_hash"] == status["audit_trail"]["final_hash"]

    ruling = {"request_id": case, "approved": True, "comments": "Licence seen.", "version": 1}
    decided = site.post("/api/merchants/approve", "rosa", json=ruling)
    assert (decided.status_code, decided.json()) == (200, {"status": "onboarding_triggered"})

    done = site.until(case, "active")
    assert done["merchant_id"].startswith(f"MERCH_{case[:8]}")
    assert [step["status"] for step in done["provisioning"]] == ["done"] * 4
    assert done["decision"]["approved"] is True


def test_a_declined_application_has_no_account_and_tells_its_merchant_why(site: Site) -> None:
    case = site.in_review()
    code = next(iter(site.onboard.desk.policy.decline_reasons))
    ruling = {"request_id": case, "approved": False, "reasons": [code]}
    assert site.post("/api/merchants/approve", "rosa", json=ruling).json() == {"status": "rejected"}
    own = site.get(f"/api/merchants/{case}", "ana").json()
    assert own["public_state"] == "Declined"
    assert own["merchant_id"] is None
    assert own["provisioning"] == []
    assert own["decision"]["reasons"] == [site.onboard.desk.policy.decline_reasons[code].text]
    assert own["decision"].keys() == {"approved", "at", "reasons"}


def test_a_merchant_s_answer_lacks_what_is_for_staff(site: Site) -> None:
    case = site.in_review()
    own = site.get(f"/api/merchants/{case}", "ana").json()
    assert own.keys() == FOR_EVERYONE
    for reader in ("rosa", "ines", "olga"):
        assert site.get(f"/api/merchants/{case}", reader).json().keys() == FOR_EVERYONE | set(STAFF_FIELDS)


def test_missing_items_make_the_case_need_information(site: Site) -> None:
    given = {"merchant_name": "Fern & Fig", "email": "hi@fernfig.example.com"}
    case = site.post("/api/merchants/onboard", "ana", json=given).json()["request_id"]
    status = site.until(case, "needs_information")
    owed = {item["key"] for item in status["requirements"] if item["status"] == "currently_due"}
    assert "business_license" in owed


def test_messages_are_read_and_answered_in_the_transcript(site: Site) -> None:
    given = {"merchant_name": "Fern & Fig", "email": "hi@fernfig.example.com"}
    case = site.post("/api/merchants/onboard", "ana", json=given).json()["request_id"]
    site.until(case, "needs_information")
    said = site.post(f"/api/merchants/{case}/messages", "ana", json={"text": "We sell plants."})
    assert said.status_code == 202
    events = site.get(f"/api/merchants/{case}/transcript?limit=1000", "ana").json()["events"]
    mine = next(event for event in events if event["id"] == said.json()["event_id"])
    assert (mine["text"], mine["role"], mine["audience"]) == ("We sell plants.", "merchant", "everyone")


def test_the_transcript_comes_in_pages_without_a_gap(site: Site) -> None:
    case = site.in_review()
    whole = site.get(f"/api/merchants/{case}/transcript?limit=1000", "rosa").json()
    assert whole["next"] is None
    seen: list[str] = []
    after: int | None = 0
    while after is not None:
        page = site.get(f"/api/merchants/{case}/transcript?limit=3&after={after}", "rosa").json()
        seen += [event["id"] for event in page["events"]]
        after = page["next"]
    assert seen == [event["id"] for event in whole["events"]]
    assert whole["events"][0].keys() >= {
        "id", "seq", "at", "actor", "role", "kind", "audience", "text", "data"
    }  # fmt: skip


def test_a_merchant_s_transcript_holds_nothing_for_staff(site: Site) -> None:
    case = site.in_review()
    own = site.get(f"/api/merchants/{case}/transcript?limit=1000", "ana").json()["events"]
    assert {event["audience"] for event in own} <= {"everyone", "participant"}
    assert not {event["kind"] for event in own} & {"risk.scored", "check.made", "tool.called", "state.moved"}


def test_an_application_is_taken_back_by_its_merchant_alone(site: Site) -> None:
    case = site.in_review()
    assert site.post(f"/api/merchants/{case}/withdraw", "rosa").status_code == 403
    assert site.post(f"/api/merchants/{case}/withdraw", "ana").status_code == 200
    assert site.get(f"/api/merchants/{case}", "ana").json()["public_state"] == "Closed"
    assert site.post(f"/api/merchants/{case}/submit", "ana").json()["code"] == "not_possible_now"


def test_two_reviewers_at_the_same_moment_make_one_decision(site: Site) -> None:
    case = site.in_review()

    def decide(who: str) -> int:
        ruling = {"request_id": case, "approved": who == "rosa"}
        return site.post("/api/merchants/approve", who, json=ruling).status_code

    with ThreadPoolExecutor(2) as both:
        assert sorted(both.map(decide, ["rosa", "paul"])) == [200, 409]
    again = site.post("/api/merchants/approve", "paul", json={"request_id": case, "approved": True})
    assert (again.status_code, again.json()["code"]) == (409, "already_decided")


def test_a_decision_on_an_older_version_is_stale(site: Site) -> None:
    case = site.in_review()
    ruling = {"request_id": case, "approved": True, "version": 7}
    answer = site.post("/api/merchants/approve", "rosa", json=ruling)
    assert (answer.status_code, answer.json()["code"]) == (409, "stale_version")


def test_nobody_decides_about_their_own_application(site: Site) -> None:
    case = site.onboarded("rosa")
    answer = site.post("/api/merchants/approve", "rosa", json={"request_id": case, "approved": True})
    assert answer.status_code == 403
    assert site.get(f"/api/merchants/{case}", "rosa").json().keys() == FOR_EVERYONE


@pytest.mark.parametrize("who", ["carl", "devi"])
def test_those_who_may_not_know_of_a_case_find_nothing(site: Site, who: str) -> None:
    case = site.onboarded("ana")
    unknown = str(UUID(int=7))
    for each in (case, unknown):
        answers = [
            site.get(f"/api/merchants/{each}", who),
            site.get(f"/api/merchants/{each}/transcript", who),
            site.post(f"/api/merchants/{each}/messages", who, json={"text": "hello"}),
            site.post(f"/api/merchants/{each}/submit", who),
            site.post(f"/api/merchants/{each}/withdraw", who),
            site.post("/api/merchants/approve", who, json={"request_id": each, "approved": True}),
        ]
        assert {(answer.status_code, answer.json()["detail"]) for answer in answers} == {
            (404, "There is no such case.")
        }


def test_an_analyst_reads_and_changes_nothing(site: Site) -> None:
    case = site.in_review()
    assert site.get(f"/api/merchants/{case}", "ines").status_code == 200
    before = len(site.get(f"/api/merchants/{case}/transcript?limit=1000", "ines").json()["events"])
    answers = [
        site.post("/api/merchants/onboard", "ines", json=APPLICATION),
        site.post(f"/api/merchants/{case}/messages", "ines", json={"text": "hello"}),
        site.post(f"/api/merchants/{case}/submit", "ines"),
        site.post(f"/api/merchants/{case}/withdraw", "ines"),
        site.post("/api/merchants/approve", "ines", json={"request_id": case, "approved": True}),
    ]
    assert {answer.status_code for answer in answers} == {403}
    after = len(site.get(f"/api/merchants/{case}/transcript?limit=1000", "ines").json()["events"])
    assert after == before
