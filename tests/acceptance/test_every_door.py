"""Every route and socket event that the application itself lists, tried on a case of somebody else's."""

from __future__ import annotations

import asyncio
import json
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from html import unescape
from itertools import product
from typing import Any

import httpx
import pytest

from cases.access import Role
from tests.every_route import discover
from tests.newcomers import newcomer
from tests.papers import make_pdf
from tests.server_process import BAKERY, Caller, Server, running
from tests.web.chat_client import connected, cookie_of
from web.chat.actions import STAFF
from web.chat.own_actions import OWN
from web.chat.queue_actions import HOME

MARK = "Zanzibar Lamps"
"""Stands in the application, in the document and in its file's name."""

PAPER = make_pdf([f"Company name: {MARK}"], packed=False)
OTHER_PAPER = make_pdf(["Company name: Somebody Else"])
FORM = {
    "merchant_name": "Somebody Else",
    "field": "merchant_name",
    "take": "1",
    "source": "1",
    "reason": "blurred",
    "comment": "no",
    **dict.fromkeys(("authority", "ownership", "agreement"), "1"),
}
NAMES_A_CASE = re.compile(r"\{(case_id|request_id|thread_id|document_id)\b")
ENDLESS = "text/event-stream"


@dataclass
class Somebody:
    """Who tries the doors: a session of the chat and a token of the REST interface, or neither."""

    url: str
    cookie: str = ""
    token: dict[str, str] = field(default_factory=dict[str, str])

    @classmethod
    async def new(cls, server: Server, role: Role) -> tuple[Somebody, Caller]:
        email, caller = await newcomer(server, role)
        return cls(server.url, await cookie_of(server.url, email), caller.headers), caller

    def browser(self) -> httpx.AsyncClient:
        """Asks on a connection of its own each time, as an early refusal closes it."""
        headers = {**self.token, **({"Cookie": self.cookie} if self.cookie else {})}
        alone = httpx.Limits(max_keepalive_connections=0)
        return httpx.AsyncClient(base_url=self.url, timeout=30, headers=headers, limits=alone)


async def ask(http: httpx.AsyncClient, method: str, path: str, **more: Any) -> tuple[int, str]:
    """The status, and everything that came: headers and body."""
    async with http.stream(method, path, **more) as answer:
        ends = ENDLESS not in answer.headers.get("content-type", "")
        body = (await answer.aread()).decode("utf-8", "replace") if ends else ""
        return answer.status_code, f"{answer.headers}\n{body}"


@dataclass
class Doors:
    """The doors there are, and the case that is behind them."""

    server: Server
    owner: Somebody
    reviewer: Somebody
    routes: list[tuple[str, str]]
    events: list[str]
    spec: dict[str, Any]
    ids: dict[str, str]

    @property
    def case(self) -> str:
        return self.ids["case_id"]

    def paths(self, template: str) -> Iterator[str]:
        """The path about this case; a part of an unknown name is every id that there is, in turn."""
        names = re.findall(r"\{(\w+)", template)
        every = sorted(set(self.ids.values()))
        for chosen in product(*([self.ids[name]] if name in self.ids else every for name in names)):
            path = template
            for value in chosen:
                path = re.sub(r"\{[^}]+\}", value, path, count=1)
            yield path

    def bodies(self, method: str, template: str) -> list[dict[str, Any]]:
        """What to send there: what OpenAPI gives as an example, or whatever a page might take."""
        if method in ("GET", "HEAD"):
            return [{}]
        if template.startswith("/api/"):
            return [self._documented(method, template)]
        file = {"file": ("paper.pdf", OTHER_PAPER, "application/pdf")}
        press = {"name": "withdraw", "payload": {"case_id": self.case, "version": 1}}
        call = {"threadId": self.ids["thread_id"], "sessionId": "x", "name": "mine", "action": press}
        return [{"data": FORM}, {"data": {"kind": "other"}, "files": file}, {"json": call}]

    def _documented(self, method: str, template: str) -> dict[str, Any]:
        content = self.spec["paths"][template][method.lower()].get("requestBody", {}).get("content", {})
        if "multipart/form-data" in content:
            return {"files": {"file": ("paper.pdf", OTHER_PAPER, "application/pdf")}}
        if "application/json" not in content:
            return {}
        shown = content["application/json"]
        schema = shown["schema"]
        if "$ref" in schema:
            schema = self.spec["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
        examples = [*schema.get("examples", ()), *(e["value"] for e in shown.get("examples", {}).values())]
        example = shown.get("example", next(iter(examples), None))
        assert example is not None, f"{method} {template} shows no example of its body"
        return {"json": {**example, **({"request_id": self.case} if "request_id" in example else {})}}

    async def misused_by(self, who: Somebody) -> dict[tuple[str, str], list[tuple[int, str]]]:
        """Every answer to what cannot be used: bodies, and ids in the path."""
        found: dict[tuple[str, str], list[tuple[int, str]]] = {}
        async with who.browser() as http:
            for method, template in self.routes:
                here = next(self.paths(template))
                bad = [re.sub(r"\{[^}]+\}", name, template) for name in NO_IDS if "{" in template]
                bodies = UNREADABLE if method not in ("GET", "HEAD") else [{}]
                asked = [*((path, {}) for path in bad), *((here, body) for body in bodies)]
                found[method, template] = [await ask(http, method, path, **body) for path, body in asked]
        return found

    async def tried_by(self, who: Somebody, *methods: str) -> dict[tuple[str, str], list[tuple[int, str]]]:
        """Every answer that somebody gets, by route; signing out comes last."""
        found: dict[tuple[str, str], list[tuple[int, str]]] = {}
        last = sorted(self.routes, key=lambda route: route[1].endswith("/logout"))
        async with who.browser() as http:
            for method, template in [route for route in last if not methods or route[0] in methods]:
                found[method, template] = [
                    await ask(http, method, path, **body)
                    for path in self.paths(template)
                    for body in self.bodies(method, template)
                ]
        return found

    def rows(self) -> set[str]:
        """Every row of the database that names the case; how far it is sealed goes on by itself."""
        with sqlite3.connect(self.server.data_dir / "onboard.db") as connection:
            tables = [
                row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")
            ]
            return {
                f"{table} {row}"
                for table in tables
                for row in _all_but_seals(connection.execute(f'SELECT * FROM "{table}"'))
                if self.case in map(str, row.values())
            }


def _all_but_seals(rows: sqlite3.Cursor) -> Iterator[dict[str, Any]]:
    names = [column[0] for column in rows.description]
    return ({name: v for name, v in zip(names, row, strict=True) if name not in SEALED} for row in rows)


SEALED = ("sealed_seq", "head_mac")
"""What the next seal changes in the row of a case, a second or more after its last event."""

JSON, A_FORM = {"Content-Type": "application/json"}, {"Content-Type": "application/x-www-form-urlencoded"}
IN_PARTS = {"Content-Type": "multipart/form-data; boundary=b"}
UNREADABLE: list[dict[str, Any]] = [
    {"content": b""},
    {"content": b"{", "headers": JSON},
    {"content": bytes(range(256)) * 200, "headers": JSON},
    {"content": bytes(range(256)) * 200, "headers": A_FORM},
    {"content": b"--b\r\nContent-Disposition: form-data", "headers": IN_PARTS},
    {"json": dict.fromkeys(("text", "merchant_name", "comments", "reason"), "a" * 50_000)},
    {"data": {"merchant_name": "абв🥐" * 12_000}},
]
"""Bodies that no door can use: nothing, broken, binary, far too long, in another script."""

NO_IDS = ("nothing", "%00", "%F0%9F%A5%90", "a" * 300)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("doors") / "data") as server:
        yield server


@pytest.fixture(scope="module")
def doors(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Doors:
    found = discover(tmp_path_factory.mktemp("routes"))
    return asyncio.run(_prepared(server, found))


async def _prepared(server: Server, found: dict[str, Any]) -> Doors:
    """A case in review with a document, and a window of its merchant's onto it."""
    owner, caller = await Somebody.new(server, Role.MERCHANT)
    reviewer, reviewing = await Somebody.new(server, Role.REVIEWER)
    case = await caller.onboard(**{**BAKERY, "merchant_name": MARK})
    await caller.until(case, "In review")
    async with httpx.AsyncClient(base_url=server.url, timeout=30, headers=caller.headers) as http:
        file = {"file": (f"{MARK}.pdf", PAPER, "application/pdf")}
        sent = await http.post(f"/api/merchants/{case}/documents", files=file)
        assert sent.status_code == 201, sent.text
        window = await http.get(f"/chat/case/{case}", headers={"Cookie": owner.cookie})
        spec = (await http.get("/api/openapi.json")).json()
    await reviewing.answered(case)
    await _at_rest(server, case)
    overridden = await reviewing.call("POST", f"/api/merchants/{case}/overrides", _override())
    assert overridden.status_code == 200, overridden.text
    await _at_rest(server, case)
    thread = window.headers["location"].rpartition("/")[2]
    ids = {"case_id": case, "request_id": case, "thread_id": thread, "document_id": sent.json()["id"]}
    routes = [(method, path) for method, path in found["routes"]]
    events = sorted({*found["events"], *found["chainlit_events"]} - {"connect", "disconnect"})
    return Doors(server, owner, reviewer, routes, events, spec, ids)


def _override() -> dict[str, Any]:
    """A reviewer's word against the score, of which a merchant must not read a word."""
    until = (datetime.now(UTC).date() + timedelta(days=1)).isoformat()
    reason = "Their landlord told us a different story."
    return {"subject": "risk", "level": "high", "reason": reason, "until": until}


async def _at_rest(server: Server, case: str) -> None:
    """Wait until no work is due for the case: nothing is written of itself any more."""
    due = "SELECT count(*) FROM work WHERE case_id = ? AND done_at IS NULL AND kind <> 'remind'"
    for _ in range(600):
        with sqlite3.connect(server.data_dir / "onboard.db") as connection:
            if connection.execute(due, [case]).fetchone() == (0,):
                return
        await asyncio.sleep(0.1)
    raise AssertionError("the team does not come to rest")


def test_the_walk_knows_the_pages_the_interface_and_chainlits_own_routes(doors: Doors) -> None:
    known = set(doors.routes)
    assert {
        ("GET", "/api/merchants/{request_id}/transcript"),
        ("POST", "/upload/{case_id}/{document_id}/remove"),
        ("GET", "/chat/thread/{thread_id}"),
        ("PUT", "/chat/project/thread"),
    } <= known
    assert {"client_message", "edit_message"} <= set(doors.events)


async def test_its_owner_reads_the_case_at_these_doors(doors: Doors) -> None:
    """What the others must not read is there to be read."""
    answers = await doors.tried_by(doors.owner, "GET")
    reads = {path for (_, path), got in answers.items() if any(MARK in text for _, text in got)}
    rest = "/api/merchants/{request_id}"
    documents = {f"{rest}/documents", f"{rest}/documents/{{document_id}}", "/upload/{case_id}/{document_id}"}
    pages = {"/form/{case_id}", "/check/{case_id}", "/upload/{case_id}"}
    assert reads >= {rest, f"{rest}/transcript", *documents, *pages}


@pytest.mark.parametrize("role", [Role.MERCHANT, Role.DEVELOPER, Role.ADMIN, None])
async def test_who_may_not_know_of_a_case_reads_nothing_and_changes_nothing(
    server: Server, doors: Doors, role: Role | None
) -> None:
    stranger = (await Somebody.new(server, role))[0] if role else Somebody(server.url)
    before = doors.rows()
    answers = await doors.tried_by(stranger)
    assert doors.rows() == before
    for (method, path), got in answers.items():
        for status, text in got:
            assert MARK not in unescape(text), (method, path)
            assert status < 500, (method, path, text)
            if NAMES_A_CASE.search(path):
                assert status in (303, 400, 401, 403, 404, 405), (method, path, status, text)


async def test_an_analyst_reads_the_case_and_changes_nothing_at_any_door(
    server: Server, doors: Doors
) -> None:
    analyst, caller = await Somebody.new(server, Role.ANALYST)
    assert (await caller.call("GET", f"/api/merchants/{doors.case}")).status_code == 200
    before = doors.rows()
    answers = await doors.tried_by(analyst)
    changed = {row for row in doors.rows() ^ before if not row.startswith("threads ")}
    assert changed == set()
    for (method, path), got in answers.items():
        for status, text in got:
            assert status < 500, (method, path, text)
            if method not in ("GET", "HEAD") and NAMES_A_CASE.search(path):
                assert not 200 <= status < 300, (method, path, text)


@pytest.mark.parametrize("role", [Role.MERCHANT, Role.ANALYST])
async def test_no_button_does_anything_for_who_may_not_press_it(
    server: Server, doors: Doors, role: Role
) -> None:
    somebody, _ = await Somebody.new(server, role)
    before = doors.rows()
    for name in {*STAFF, *OWN, *HOME}:
        words = {"text": "?", "reason": "!", "reasons": ["other"]}
        press = {"name": name, "payload": {"case_id": doors.case, "version": 1, **words}}
        async with somebody.browser() as http:
            call = {"sessionId": "x", "action": press}
            status, text = await ask(http, "POST", "/chat/project/action", json=call)
        assert status == 200
        assert '"ok":false' in text, name
    assert doors.rows() == before


@pytest.mark.parametrize("role", [Role.MERCHANT, Role.ANALYST])
async def test_no_event_of_the_socket_reaches_the_thread_of_another(
    server: Server, doors: Doors, role: Role
) -> None:
    somebody, _ = await Somebody.new(server, role)
    thread = doors.ids["thread_id"]
    message = {"id": thread, "threadId": thread, "output": "I am the owner", "type": "user_message"}
    before = doors.rows()
    async with connected(server.url, somebody.cookie, threadId=thread) as window:
        await window.until("resume_thread_error")
        for event in doors.events:
            await window.emit(event, {"message": message, "threadId": thread, "thread_id": thread})
        last = await window.say("Is anybody there?")
        await window.until("delete_message" if role is Role.ANALYST else "new_message", last)
        # The home of staff, which an analyst sees by then, lists every case by its name.
        heard = [event for event in window.events if role is Role.MERCHANT or event[0] != "element"]
        assert MARK not in str(heard)
    assert doors.rows() == before


@pytest.mark.parametrize("role", [Role.MERCHANT, Role.REVIEWER])
async def test_no_door_falls_over_what_it_cannot_read(server: Server, doors: Doors, role: Role) -> None:
    """Sent by those who may: a merchant about their own case, a reviewer about any."""
    somebody, caller = await Somebody.new(server, Role.MERCHANT)
    case = await caller.onboard(**BAKERY)
    await caller.until(case, "In review")
    if role is Role.REVIEWER:
        somebody, _ = await Somebody.new(server, role)
    ids = {**dict.fromkeys(doors.ids, case), "thread_id": doors.ids["thread_id"]}
    answers = await replace(doors, ids=ids).misused_by(somebody)
    for (method, path), got in answers.items():
        for status, text in got:
            assert status < 500, (method, path, text)
            assert "Traceback" not in text, (method, path)
    log = server.log.read_text()
    assert "Traceback" not in log
    assert "request_failed" not in log


async def test_nothing_for_staff_is_at_any_door_of_the_merchants(server: Server, doors: Doors) -> None:
    """Whatever an event of audience ``staff`` says is read by the reviewer, and not by the merchant."""
    inside = await only_for_staff(doors)
    assert len(inside) > 10
    mine = await doors.tried_by(doors.owner, "GET")
    theirs = await doors.tried_by(doors.reviewer, "GET")
    heard = await _opened(server, doors.owner.cookie, doors.ids["thread_id"])
    at_mine = "\n".join([*(text for got in mine.values() for _, text in got), heard])
    at_theirs = "\n".join(text for got in theirs.values() for _, text in got)
    assert {text for text in inside if is_in(text, at_mine)} == set()
    assert {text for text in inside if not is_in(text, at_theirs)} == set()


async def only_for_staff(doors: Doors) -> set[str]:
    """The sentences that stand in events for staff and in no other."""
    events = await Caller(doors.server.url, doors.reviewer.token["Authorization"][7:]).transcript(doors.case)
    words = {True: set[str](), False: set[str]()}
    for event in events:
        words[event["audience"] == "staff"] |= set(sentences([event["text"], event["data"]]))
    open_words = "\n".join(words[False])
    return {text for text in words[True] if text not in open_words}


def sentences(value: Any) -> Iterator[str]:
    """Every text of more than two words in a value."""
    if isinstance(value, str):
        if value.count(" ") > 1 and MARK not in value:
            yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from sentences(each)
    elif isinstance(value, list):
        for each in value:
            yield from sentences(each)


def is_in(text: str, everything: str) -> bool:
    """Whether a text stands in it, as it is or as JSON or HTML write it."""
    forms = {text, json.dumps(text)[1:-1], json.dumps(text, ensure_ascii=False)[1:-1]}
    return any(form in everything or form in unescape(everything) for form in forms)


async def _opened(server: Server, cookie: str, thread: str) -> str:
    async with connected(server.url, cookie, threadId=thread) as window:
        await window.until("resume_thread", MARK)
        return json.dumps(window.events)
