"""Complaints over REST and on the command line: the same record, and nobody else's."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.shell import Shell
from tests.web.site import Site

WORDS = {"text": "Nobody answers me."}


def test_a_complaint_goes_its_way_and_the_application_its_own(site: Site) -> None:
    shell = Shell(site.onboard.settings.data_dir.parent)
    case = site.in_review()
    rest = f"/api/merchants/{case}/complaints"
    twice = [
        site.post(rest, "ana", json=WORDS, headers={"Idempotency-Key": f"c-{case}"}).json() for _ in range(2)
    ]
    made = twice[0]
    assert twice[0] == twice[1]
    told = site.get(f"/api/merchants/{case}/transcript?limit=1000", "ana").json()["events"][-1]["text"]
    assert made["reference"] in told
    by_rosa = ("--as", "rosa@example.com")
    by_phone = shell.does("complaints", "make", case, "They called to complain.", *by_rosa).out.strip()
    listed = site.get("/api/complaints?state=open&limit=200", "ines").json()["complaints"]
    assert {made["id"], by_phone} <= {line["id"] for line in listed}
    assert site.post(f"{rest}/{made['id']}/take", "olga").status_code == 200
    early = {"outcome": "upheld", "reason": "qx7"}
    assert site.post(f"{rest}/{made['id']}/close", "olga", json=early).json()["code"] == "not_answered"
    answered = site.post(f"{rest}/{made['id']}/answer", "olga", json={"text": "We are sorry."})
    assert answered.status_code == 200
    assert site.post(f"{rest}/{made['id']}/close", "olga", json=early).status_code == 200
    shell.does("complaints", "answer", case, by_phone, "We call you back.", *by_rosa)
    ended = ("--outcome", "not_upheld", "--reason", "It was another company.")
    shell.does("complaints", "close", case, by_phone, *ended, *by_rosa)
    rows = {row["id"]: row for row in shell.does("complaints", "list", "--json").json}
    assert (rows[made["id"]]["state"], rows[made["id"]]["owner"]) == ("closed", "Olga")
    heard = site.get(f"/api/merchants/{case}/transcript?limit=1000", "ana").text
    assert "We are sorry." in heard
    assert "qx7" not in heard
    assert site.get(f"/api/merchants/{case}", "rosa").json()["state"] == "in_review"


@pytest.mark.parametrize(
    ("who", "path", "body", "status"),
    [
        ("carl", "", WORDS, 404),
        ("ines", "", WORDS, 403),
        ("ana", "", {"text": " "}, 422),
        ("ana", "/{id}/answer", WORDS, 403),
        ("rosa", "/00000000-0000-4000-8000-000000000000/answer", WORDS, 404),
        ("rosa", "/nothing/take", None, 422),
        ("ana", "/{id}/close", {"outcome": "upheld", "reason": "x"}, 403),
    ],
)
def test_what_is_not_possible_is_refused(
    site: Site, who: str, path: str, body: dict[str, Any] | None, status: int
) -> None:
    case = site.onboarded()
    rest = f"/api/merchants/{case}/complaints"
    made = site.post(rest, "ana", json=WORDS).json()["id"]
    assert site.post(rest + path.format(id=made), who, json=body).status_code == status


def test_the_list_is_for_staff(site: Site) -> None:
    assert site.get("/api/complaints", "ana").status_code == 403
    assert site.get("/api/complaints").status_code == 401
