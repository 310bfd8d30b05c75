"""A silent decline and a neutral one, seen by their merchants through every door: the same, byte for byte."""

from __future__ import annotations

import asyncio
import json
import re
from collections import defaultdict
from collections.abc import AsyncIterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import httpx
import pytest
from pypdf import PdfReader

from cases.access import Role
from tests.letters import letters_to
from tests.newcomers import newcomer
from tests.policies import write_silent_policy
from tests.server_process import BAKERY, PATIENCE, Caller, Server, serving
from tests.tools.scripted_server import Answer, Request, ScriptedServer
from tests.tools.scripted_server import serving as scripted
from tests.web.chat_client import connected, cookie_of
from tests.web.shell import Shell

PAGES = ("check", "form", "upload", "people", "owners", "device", "chat/case", "part")
CALLS = ("", "/transcript", "/documents", "/structure", "/notice/preview?reason=sanctions", "/overrides")
NAME = "Ines Calder"
VARIES = frozenset({"date", "set-cookie", "content-security-policy", "content-length"})


@dataclass
class Merchant:
    """Somebody who applied, and what of their case is names and times."""

    server: Server
    email: str
    cookie: str
    caller: Caller
    case: str

    def neutral(self, text: str) -> str:
        """The text without names, ids and times."""
        text = text.replace(self.email, "EMAIL")
        text = re.sub(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}", "ID", text)
        text = text.replace(self.case[:8].upper(), "REFERENCE")
        text = re.sub(r"\d{4}-\d\d-\d\dT[\d:.]+(?:Z|\+00:00)", "MOMENT", text)
        return re.sub(r"\b\d\d\\*:\d\d\b", "TIME", text)

    async def reads(self, method: str, path: str, **more: Any) -> tuple[int, dict[str, str], str]:
        """A call with session and token alike, and everything that comes back."""
        headers = {"Cookie": self.cookie, **self.caller.headers}
        async with httpx.AsyncClient(base_url=self.server.url, timeout=30) as http:
            answer = await http.request(method, path, headers=headers, **more)
        kept = {k: self.neutral(v) for k, v in answer.headers.items() if k.lower() not in VARIES}
        is_pdf = answer.headers.get("content-type") == "application/pdf"
        body = pages_of(answer.content) if is_pdf else answer.text
        return answer.status_code, kept, self.neutral(body)


def pages_of(pdf: bytes) -> str:
    reader = PdfReader(BytesIO(pdf))
    about = {key: str(value) for key, value in (reader.metadata or {}).items() if key != "/CreationDate"}
    return json.dumps([about, *(page.extract_text() for page in reader.pages)], ensure_ascii=False)


@pytest.fixture
async def partner() -> AsyncIterator[ScriptedServer]:
    async with scripted(Answer(200)) as partner:
        yield partner


async def declined(
    server: Server, reviewer: Caller, reasons: list[str]
) -> tuple[Merchant, dict[str, list[object]]]:
    """A merchant who watches their case being declined; returns what their window was sent of it."""
    email, caller = await newcomer(server, Role.MERCHANT, NAME)
    case = await caller.onboard(**BAKERY)
    await reviewer.until(case, "in_review")
    cookie = await cookie_of(server.url, email)
    merchant = Merchant(server, email, cookie, caller, case)
    async with httpx.AsyncClient(base_url=server.url, headers={"Cookie": cookie}) as http:
        thread = (await http.get(f"/chat/case/{case}")).headers["location"].rpartition("/")[2]
    async with connected(server.url, cookie, threadId=thread) as window:
        await window.until("resume_thread")
        heard = len(window.events)
        ruling = {
            "request_id": case,
            "approved": False,
            "reasons": reasons,
            "comments": "on the list since May",
        }
        answer = await reviewer.call("POST", "/api/merchants/approve", ruling)
        assert answer.json() == {"status": "rejected"}
        await window.until("element", "'letter': True")
        await mailed(reviewer, case)
        return merchant, as_shown(merchant, window.events[heard:])


async def mailed(reviewer: Caller, case: str) -> None:
    """Wait until the letter went out."""
    for _ in range(int(PATIENCE / 0.1)):
        if "decline_letter.mailed" in {event["kind"] for event in await reviewer.transcript(case)}:
            return
        await asyncio.sleep(0.1)
    raise AssertionError("no letter went out")


def as_shown(merchant: Merchant, events: list[tuple[str, Any]]) -> dict[str, list[object]]:
    """What a window was sent, by kind; of an element that changed twice at once only the last is sent."""
    shown: dict[str, list[object]] = defaultdict(list)
    elements: dict[str, object] = {}
    for name, data in events:
        neutral = json.loads(merchant.neutral(json.dumps(data)))
        if name == "element":
            elements[neutral["name"]] = neutral
        elif neutral not in shown[name]:
            shown[name].append(neutral)
    return {**shown, "element": [elements[name] for name in sorted(elements)]}


async def everything(merchant: Merchant, shell: Shell) -> dict[str, Any]:
    """What the merchant reads in every door but the socket, before and after they write once more."""
    case, seen = merchant.case, dict[str, Any]()
    for page in PAGES:
        seen[page] = await merchant.reads("GET", f"/{page}/{case}")
    seen["sidebar"] = await merchant.reads(
        "POST", "/chat/project/threads", json={"pagination": {"first": 20}, "filter": {}}
    )
    for path in CALLS:
        seen[f"GET {path}"] = await merchant.reads("GET", f"/api/merchants/{case}{path}")
    for path in (f"/api/merchants/{case}/notice", f"/notice/{case}"):
        seen[merchant.neutral(path)] = await merchant.reads("GET", path)
    words = {"text": "Why was I declined?"}
    for path, body in (("submit", None), ("withdraw", None), ("messages", words)):
        seen[path] = await merchant.reads("POST", f"/api/merchants/{case}/{path}", json=body)
    seen["afterwards"] = await merchant.reads("GET", f"/api/merchants/{case}/transcript")
    export = ("transcript", "export", case, "--as", merchant.email, "-o", "-")
    exported = await asyncio.to_thread(shell.onboard, *export)
    seen["export"] = (exported.status, merchant.neutral(exported.out))
    again = {"reasons": "Please look again."}
    seen["appeal"] = await merchant.reads("POST", f"/api/merchants/{case}/appeal", json=again)
    return seen


def mails(merchant: Merchant) -> list[object]:
    """The mails that the merchant got: headers, and each part."""
    found: list[object] = []
    for mail in letters_to(merchant.server.data_dir, merchant.email):
        drawn = {"date", "message-id", "content-type"}
        head = {name: merchant.neutral(text) for name, text in mail.items() if name.lower() not in drawn}
        found.append([head, *(_part(merchant, part) for part in mail.walk() if not part.is_multipart())])
    return found


def _part(merchant: Merchant, part: Any) -> object:
    kind, content = part.get_content_type(), part.get_content()
    text = pages_of(content) if kind == "application/pdf" else content
    return kind, part.get_filename(), merchant.neutral(text)


def told(merchant: Merchant, requests: list[Request]) -> list[str]:
    """What the partner was told of the merchant's case."""
    return [merchant.neutral(json.dumps(r.body)) for r in requests if merchant.case in json.dumps(r.body)]


async def test_a_silent_decline_and_a_neutral_one_are_the_same_to_their_merchants_in_every_door(
    tmp_path: Path, partner: ScriptedServer
) -> None:
    shell = Shell(tmp_path)
    settings = {"ONBOARD_POLICY": str(write_silent_policy(tmp_path)), "ONBOARD_WEBHOOKS_LOOPBACK": "1"}
    async with serving(tmp_path / "data", **settings) as server:
        await asyncio.to_thread(shell.onboard, "webhooks", "add", partner.url, **settings)
        _, reviewer = await newcomer(server, Role.REVIEWER)
        silent, silent_window = await declined(server, reviewer, ["sanctions", "ownership_unclear"])
        neutral, neutral_window = await declined(server, reviewer, ["appetite"])
        assert silent_window == neutral_window
        one = await everything(silent, shell)
        other = await everything(neutral, shell)
        for door in one:
            assert one[door] == other[door], door
        for door in ("GET ", "GET /transcript", "/notice/ID", "appeal"):
            assert one[door][0] == 200, door
        assert mails(silent) == mails(neutral) != []
        requests = await partner.received(2 * 3)
        assert told(silent, requests) == told(neutral, requests) != []
        everywhere = json.dumps([silent_window, one, mails(silent)], default=str)
        assert "sanction" not in everywhere.lower().replace("reason=sanctions", "")
        assert "on the list since May" not in everywhere
