"""A hundred decisions at the same moment on one case, through chat, REST and links: one counts."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

import httpx
import pytest
from chainlit.auth import create_jwt

from cases.access import Person, Role
from desk.decision_links import DecisionLinks
from storage.settings import load_settings
from tests.server_process import BAKERY, Caller, Server, make_people, serving
from web.chat.chainlit_app import share_secret
from web.chat.visitor import Visit, user_of
from web.composition import Onboard, build, opened

MERCHANT = "ines@example.com"
REVIEWERS = [f"reviewer{number}@example.com" for number in range(34)]
DECISIONS = 100


@dataclass
class Reviewer:
    """Somebody with a token, a session and a link, who decides at every door."""

    server: Server
    token: str
    cookie: str
    link: str
    approves: bool

    async def by_rest(self, case: str) -> str:
        ruling = {"request_id": case, **self._verdict()}
        answer = await Caller(self.server.url, self.token).call("POST", "/api/merchants/approve", ruling)
        return "counts" if answer.status_code == 200 else str(answer.json()["code"])

    async def by_chat(self, case: str) -> str:
        name = "approve" if self.approves else "decline"
        payload = {"case_id": case, "version": 1, **self._verdict()}
        del payload["approved"]
        call = {"sessionId": "x", "action": {"name": name, "payload": payload}}
        async with self._browser() as http:
            answer = await http.post("/chat/project/action", json=call)
        said = answer.json().get("response") or {"ok": False, "text": answer.text}
        if said["ok"]:
            return "counts"
        return "already_decided" if said["text"] == "This case is already decided." else said["text"]

    async def by_link(self, case: str) -> str:
        del case
        said = {"verdict": "approve" if self.approves else "decline", "sure": "on"}
        reason = {} if self.approves else {"reason:compliance_failure": "on"}
        async with self._browser() as http:
            answer = await http.post(self.link, data={**said, **reason})
        if answer.status_code == 200:
            return "counts"
        return "already_decided" if 'data-reason="decided"' in answer.text else answer.text

    def _verdict(self) -> dict[str, object]:
        reasons = [] if self.approves else ["compliance_failure"]
        return {"approved": self.approves, "reasons": reasons}

    def _browser(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(base_url=self.server.url, timeout=60, headers={"Cookie": self.cookie})


@pytest.mark.timeout(200)
async def test_one_of_a_hundred_decisions_counts_and_ninety_nine_are_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Set anew below, and taken away again behind this test.
    monkeypatch.setenv("CHAINLIT_AUTH_SECRET", "")
    data_dir = tmp_path / "data"
    roles = {MERCHANT: [Role.MERCHANT], **{email: [Role.REVIEWER] for email in REVIEWERS}}
    tokens = await make_people(data_dir, roles)
    async with serving(data_dir) as server:
        case = await Caller(server.url, tokens[MERCHANT]).onboard(**BAKERY)
        reading = Caller(server.url, tokens[REVIEWERS[0]])
        await reading.until(case, "in_review")
        reviewers = await prepared(server, tokens, case)
        doors = [door for who in reviewers for door in (who.by_chat, who.by_rest, who.by_link)]
        told = Counter(await asyncio.gather(*(door(case) for door in doors[:DECISIONS])))
        events = await reading.transcript(case)
    assert told == {"counts": 1, "already_decided": DECISIONS - 1}
    kinds = Counter(event["kind"] for event in events)
    assert kinds["decision.made"] == 1
    assert kinds["grant.made"] <= 1


async def prepared(server: Server, tokens: dict[str, str], case: str) -> list[Reviewer]:
    """Everybody with what they need at each door; every other one approves."""
    onboard = build(load_settings(None, data_dir=server.data_dir))
    share_secret(onboard.desk.keyring.auth_secret)
    async with opened(onboard):
        people = [await onboard.people.by_email(email) for email in REVIEWERS]
        links = [await _link(onboard, person, case) for person in people]
    return [
        Reviewer(server, tokens[person.email], _cookie(person), link, approves=number % 2 == 0)
        for number, (person, link) in enumerate(zip(people, links, strict=True))
    ]


async def _link(onboard: Onboard, person: Person, case: str) -> str:
    token = await DecisionLinks(onboard.desk).make(uuid4(), person.id, UUID(case), 1)
    return f"/decide/{token}"


def _cookie(person: Person) -> str:
    """A session as a sign-in begins it; a hundred passwords would take longer than all the rest."""
    return f"onboard_session={create_jwt(user_of(Visit(person, datetime.now(UTC))))}"
