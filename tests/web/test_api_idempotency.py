"""Idempotency-Key: what is sent twice is done once."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import delete, select

from cases.access import Person, Role
from cases.errors import Conflict
from storage.tables import idempotency
from tests.web.site import APPLICATION, Site, serving
from web.api.idempotency import Attempt, Turns

ROUTE = "/api/merchants/onboard"


def key() -> dict[str, str]:
    """A header with a key of its own."""
    return {"Idempotency-Key": str(uuid4())}


def cases_of(site: Site, who: str) -> int:
    """How many applications somebody has."""
    owner = site.do(site.onboard.people.by_email(f"{who}@example.com"))
    return len(site.do(site.onboard.views.cases(owner, limit=500)).cases)


def test_the_same_request_again_gets_the_first_answer(site: Site) -> None:
    before, headers = cases_of(site, "ana"), key()
    answers = [site.post(ROUTE, "ana", json=APPLICATION, headers=headers) for _ in range(3)]
    assert {(answer.status_code, answer.text) for answer in answers} == {(202, answers[0].text)}
    assert cases_of(site, "ana") == before + 1
    assert "idempotency-replayed" not in answers[0].headers
    assert answers[1].headers["idempotency-replayed"] == "true"


def test_another_request_under_a_used_key_is_refused(site: Site) -> None:
    headers = key()
    site.post(ROUTE, "ana", json=APPLICATION, headers=headers)
    other = site.post(ROUTE, "ana", json={**APPLICATION, "merchant_name": "Other"}, headers=headers)
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")


def test_a_key_belongs_to_its_sender_and_its_route(site: Site) -> None:
    headers = key()
    first = site.post(ROUTE, "ana", json=APPLICATION, headers=headers).json()["request_id"]
    second = site.post(ROUTE, "carl", json=APPLICATION, headers=headers).json()["request_id"]
    assert first != second
    said = site.post(f"/api/merchants/{first}/messages", "ana", json={"text": "hi"}, headers=headers)
    assert said.status_code == 202


def test_duplicates_at_the_same_moment_do_it_once(site: Site) -> None:
    before, headers, together = cases_of(site, "ana"), key(), threading.Barrier(8)

    def send(_: int) -> tuple[int, str]:
        together.wait()
        answer = site.post(ROUTE, "ana", json=APPLICATION, headers=headers)
        return answer.status_code, answer.text

    with ThreadPoolExecutor(8) as crowd:
        answers = set(crowd.map(send, range(8)))
    assert len(answers) == 1
    assert answers.pop()[0] == 202
    assert cases_of(site, "ana") == before + 1


async def test_a_duplicate_waits_for_the_first_answer_only_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("web.api.idempotency.PATIENCE", 0.01)
    somebody = Person(uuid4(), "ana@example.com", "Ana", frozenset({Role.MERCHANT}))
    turns, attempt = Turns(), Attempt(somebody, f"POST {ROUTE}", "name", "digest")
    async with turns.turn(attempt):
        with pytest.raises(Conflict) as refused:
            async with turns.turn(attempt):
                pass
    assert refused.value.code == "in_progress"
    async with turns.turn(attempt):
        pass


def test_a_process_that_died_before_it_kept_the_answer_has_done_it_all_the_same(site: Site) -> None:
    before, headers = cases_of(site, "ana"), key()
    first = site.post(ROUTE, "ana", json=APPLICATION, headers=headers).json()
    path = f"/api/merchants/{first['request_id']}/messages"
    said = site.post(path, "ana", json={"text": "one more thing"}, headers=headers).json()

    async def forget() -> None:
        async with site.onboard.desk.db.write() as tx:
            await tx.execute(delete(idempotency))

    site.do(forget())
    assert site.post(ROUTE, "ana", json=APPLICATION, headers=headers).json() == first
    assert site.post(path, "ana", json={"text": "one more thing"}, headers=headers).json() == said
    assert cases_of(site, "ana") == before + 1
    transcript = site.get(f"/api/merchants/{first['request_id']}/transcript?limit=1000", "ana").json()
    assert [event["text"] for event in transcript["events"]].count("one more thing") == 1


def test_a_refusal_is_not_kept(site: Site) -> None:
    headers = key()
    assert site.post(ROUTE, "ana", json={}, headers=headers).status_code == 422
    assert site.post(ROUTE, "ana", json=APPLICATION, headers=headers).status_code == 202


def test_a_key_is_a_short_line(site: Site) -> None:
    for bad in ("", "a" * 256):
        answer = site.post(ROUTE, "ana", json=APPLICATION, headers={"Idempotency-Key": bad})
        assert (answer.status_code, answer.json()["code"]) == (422, "idempotency_key_invalid")


def test_answers_outlive_the_process_and_are_not_kept_in_clear(tmp_path: Path) -> None:
    headers = {"Idempotency-Key": "someone@shop.example.com"}
    with serving(tmp_path / "data", working=False) as site:
        first = site.post(ROUTE, "ana", json=APPLICATION, headers=headers)
        assert first.status_code == 202

        async def rows() -> list[tuple[object, ...]]:
            async with site.onboard.desk.db.read() as connection:
                return [tuple(row) for row in await connection.execute(select(idempotency))]

        kept = repr(site.do(rows()))
        assert first.json()["request_id"] not in kept
        assert "someone@" not in kept
    with serving(tmp_path / "data", working=False) as site:
        assert site.post(ROUTE, "ana", json=APPLICATION, headers=headers).text == first.text
