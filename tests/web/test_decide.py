"""Deciding by the link of a letter: for one person, one version, once; other uses have pages of their own."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from uuid import UUID, uuid4

import httpx
import pytest

from cases.access import Role
from desk.decision_links import DecisionLinks
from storage.settings import load_settings
from tests.letters import letters_to, text_of
from tests.newcomers import newcomer
from tests.server_process import BAKERY, Caller, Server
from tests.web.chat_client import cookie_of
from web.composition import build, opened

ROBOTS = [
    {"User-Agent": "Mozilla/5.0 (compatible; bingbot/2.0)"},
    {"User-Agent": "Slackbot-LinkExpanding 1.0"},
    {"User-Agent": "Mozilla/5.0 (Windows NT 10.0; Microsoft SafeLinks)"},
    {"Sec-Purpose": "prefetch;prerender"},
]
APPROVE = {"verdict": "approve", "sure": "on"}


@dataclass
class Reviewer:
    """Somebody who is asked to decide, in their browser."""

    email: str
    caller: Caller
    server: Server
    cookie: str

    def browser(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(base_url=self.server.url, timeout=30, headers={"Cookie": self.cookie})

    async def open(self, path: str) -> httpx.Response:
        async with self.browser() as http:
            return await http.get(path)

    async def send(self, path: str, **said: str) -> httpx.Response:
        async with self.browser() as http:
            return await http.post(path, data=said)


async def reviewer(server: Server, role: Role = Role.REVIEWER) -> Reviewer:
    email, caller = await newcomer(server, role)
    return Reviewer(email, caller, server, await cookie_of(server.url, email))


async def asked(server: Server, who: Reviewer) -> tuple[str, str, Caller]:
    """A case, the link that its reviewer got, and its merchant."""
    _, merchant = await newcomer(server, Role.MERCHANT)
    case = await merchant.onboard(**BAKERY)
    await who.caller.until(case, "in_review")
    return case, await link_to(server, case, who), merchant


async def link_to(
    server: Server, case: str, who: Reviewer, ago: timedelta = timedelta(), version: int = 1
) -> str:
    """A link of its own, as a letter brings it; ``ago``: how long since it was sent."""
    onboard = build(load_settings(None, data_dir=server.data_dir))
    onboard.desk.clock = lambda: datetime.now(UTC) - ago
    async with opened(onboard):
        person = await onboard.people.by_email(who.email)
        token = await DecisionLinks(onboard.desk).make(uuid4(), person.id, UUID(case), version)
    return f"/decide/{token}"


async def letter_about(server: Server, case: str, who: Reviewer) -> EmailMessage:
    """The letter that asks for the decision, once it is in the outbox."""
    async with asyncio.timeout(20):
        while True:
            for letter in letters_to(server.data_dir, who.email):
                if case[:8] in str(letter["Subject"]):
                    return letter
            await asyncio.sleep(0.05)


def refusal(answer: httpx.Response) -> tuple[int, str]:
    found = re.search(r'data-reason="(\w+)"', answer.text)
    return answer.status_code, found[1] if found else answer.text


@asynccontextmanager
async def nobody(server: Server, **headers: str) -> AsyncGenerator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=server.url, timeout=30, headers=headers) as http:
        yield http


async def test_the_letter_brings_a_link_by_which_its_reader_decides_once(server: Server) -> None:
    who = await reviewer(server)
    case, _, merchant = await asked(server, who)
    letter = await letter_about(server, case, who)
    link = re.search(r"(/decide/[\w.-]+)", text_of(letter))
    assert link is not None
    shown = await who.open(link[1])
    assert (shown.status_code, "Harbour Lane Bakery" in shown.text) == (200, True)
    assert "Low risk · 0.90 of 1, higher is safer" in shown.text
    said = {**APPROVE, "comments": "Seen at the counter.", "payout_delay_days": "7"}
    decided = await who.send(link[1], **said)
    assert (decided.status_code, "Approved" in decided.text) == (200, True)
    status = await who.caller.status(case)
    assert status["decision"]["conditions"]["payout_delay_days"] == 7  # type: ignore[index]
    assert "decision.link_used" in {event["kind"] for event in await who.caller.transcript(case)}
    assert refusal(await who.open(link[1])) == (410, "used")
    assert refusal(await who.send(link[1], **APPROVE)) == (410, "used")
    assert "decision.link_used" not in {event["kind"] for event in await merchant.transcript(case)}


async def test_looking_changes_nothing_and_without_a_session_shows_nobodys_name(server: Server) -> None:
    who = await reviewer(server)
    case, link, _ = await asked(server, who)
    async with nobody(server) as http:
        for method in ("GET", "HEAD", "GET"):
            answer = await http.request(method, link)
            assert answer.status_code == 200
            assert "Harbour" not in answer.text
            assert answer.headers["cache-control"] == "no-store"
            assert answer.headers["referrer-policy"] == "no-referrer"
        assert f"/chat/login?next={link}" in (await http.get(link)).text
        assert (await http.post(link, data=APPROVE)).status_code == 401
    assert (await who.caller.status(case))["state"] == "in_review"
    assert (await who.open(link)).status_code == 200


@pytest.mark.parametrize("headers", ROBOTS)
async def test_a_robot_is_refused_and_uses_nothing_up(server: Server, headers: dict[str, str]) -> None:
    who = await reviewer(server)
    async with nobody(server, **headers) as http:
        answer = await http.get("/decide/whatever")
    assert refusal(answer) == (403, "robot")
    assert who.email not in answer.text


async def test_whoever_else_gets_the_link_cannot_use_it_and_reads_nothing_of_the_case(server: Server) -> None:
    who, other = await reviewer(server), await reviewer(server)
    case, link, _ = await asked(server, who)
    for answer in (await other.open(link), await other.send(link, **APPROVE)):
        assert refusal(answer) == (403, "forwarded")
        assert case not in answer.text
        assert "Harbour" not in answer.text
    assert (await who.send(link, **APPROVE)).status_code == 200


async def test_an_altered_link_and_one_of_another_installation_are_unknown(server: Server) -> None:
    who = await reviewer(server)
    _, link, _ = await asked(server, who)
    _, other, _ = await asked(server, who)
    swapped = f"{link.partition('.')[0]}.{other.partition('.')[2]}"
    for path in (link[:-1], f"{link}A", swapped, f"/decide/{uuid4()}", "/decide/é.x", "/decide/%00"):
        assert refusal(await who.open(path)) == (404, "altered"), path
        assert refusal(await who.send(path, **APPROVE)) == (404, "altered"), path


async def test_an_expired_link_decides_nothing(server: Server) -> None:
    who = await reviewer(server)
    case, _, _ = await asked(server, who)
    old = await link_to(server, case, who, ago=timedelta(hours=73))
    assert refusal(await who.open(old)) == (410, "expired")
    assert refusal(await who.send(old, **APPROVE)) == (410, "expired")
    assert (await who.caller.status(case))["state"] == "in_review"


async def test_a_link_to_an_older_version_says_what_changed_and_leads_to_the_case(server: Server) -> None:
    who = await reviewer(server)
    case, link, merchant = await asked(server, who)
    words = {"text": "our revenue is 900,000 USD"}
    await merchant.call("POST", f"/api/merchants/{case}/messages", words)
    await until_version(who, case, 2)
    for answer in (await who.open(link), await who.send(link, **APPROVE)):
        assert refusal(answer) == (409, "changed")
        assert "900,000" in answer.text
        assert f"/chat/case/{case}" in answer.text


async def until_version(who: Reviewer, case: str, version: int) -> None:
    while (await who.caller.until(case, "in_review", "checking"))["version"] != version:
        pass
    await who.caller.until(case, "in_review")


async def test_a_case_that_somebody_else_decided_is_decided(server: Server) -> None:
    who, quicker = await reviewer(server), await reviewer(server)
    case, link, _ = await asked(server, who)
    ruling = {"request_id": case, "approved": False, "reasons": ["compliance_failure"]}
    await quicker.caller.call("POST", "/api/merchants/approve", ruling)
    assert refusal(await who.open(link)) == (409, "decided")
    assert refusal(await who.send(link, **APPROVE)) == (409, "decided")


async def test_a_case_that_was_asked_about_does_not_wait_for_a_decision(server: Server) -> None:
    who = await reviewer(server)
    case, link, merchant = await asked(server, who)
    await merchant.call("POST", f"/api/merchants/{case}/withdraw")
    assert refusal(await who.open(link)) == (409, "waits_no_more")


async def test_what_the_desk_refuses_stands_on_the_page_and_the_link_is_still_good(server: Server) -> None:
    who = await reviewer(server)
    case, link, _ = await asked(server, who)
    for said, why in (
        ({"verdict": "approve"}, "looked at it"),
        ({"verdict": "decline", "sure": "on"}, "at least one reason"),
        ({**APPROVE, "rolling_reserve_percent": "200", "comments": "qx9"}, "Rolling reserve"),
        ({"sure": "on"}, "approve or decline"),
    ):
        answer = await who.send(link, **said)
        assert (answer.status_code, why in answer.text) == (422, True), why
    assert "qx9" in (await who.send(link, comments="qx9")).text
    declined = await who.send(link, **{**APPROVE, "verdict": "decline", "reason:compliance_failure": "on"})
    assert "Declined" in declined.text
    assert (await who.caller.status(case))["state"] == "rejected"
