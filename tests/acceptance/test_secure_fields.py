"""What is entered in a secure field is nowhere in clear: no file, log, model request or window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest

from cases.access import Role
from tests.acceptance.test_nothing_in_clear import found_in
from tests.newcomers import newcomer
from tests.openai_server import OpenAIServer, offline
from tests.server_process import BAKERY, Caller, Server, serving
from tests.web.chat_client import connected, cookie_of

SECURE = {
    "tax_id": "61-8987901",
    "routing_number": "111000025",
    "account_number": "4430917725",
    "owners[0].social_security_number": "536-90-4399",
    "owners[0].date_of_birth": "1979-11-02",
}
FORMS = (*SECURE.values(), "618987901", "536904399", "02.11.1979", "02/11/1979")


@pytest.fixture
async def traces(tmp_path: Path) -> dict[str, bytes]:
    """Everything that a run with secure fields left behind or sent to a window or a model."""
    data_dir, temporary = tmp_path / "data", tmp_path / "temporary"
    temporary.mkdir()
    with OpenAIServer(offline) as model:
        config = model.write_config(tmp_path / "models.yaml")
        settings = {"ONBOARD_MODEL_CONFIG": str(config), "TMPDIR": str(temporary)}
        async with serving(data_dir, **settings) as server:
            windows = await _run(server)
            server.kill()
            said = model.said().encode()
            log = server.log.read_bytes()
    files = {
        str(file.relative_to(tmp_path)): file.read_bytes()
        for folder in (data_dir, temporary)
        for file in folder.rglob("*")
        if file.is_file()
    }
    return {**files, "the log": log, "the model's requests": said, **windows}


async def _run(server: Server) -> dict[str, bytes]:
    """The merchant enters everything secure through the card's door while both windows look on."""
    merchant, reviewer = await newcomer(server, Role.MERCHANT), await newcomer(server, Role.REVIEWER)
    given = {key: value for key, value in BAKERY.items() if key not in (*SECURE, "business_license")}
    case = await merchant[1].onboard(**given)
    await merchant[1].until(case, "Your turn")
    cookies = [await cookie_of(server.url, email) for email, _ in (merchant, reviewer)]
    threads = [await _thread(server, cookie, case) for cookie in cookies]
    async with (
        connected(server.url, cookies[0], threadId=threads[0]) as own,
        connected(server.url, cookies[1], threadId=threads[1]) as theirs,
    ):
        await own.until("resume_thread", "MyApplication")
        await theirs.until("resume_thread", "Harbour Lane")
        answers = [await _enter(server, cookies[0], case, field, SECURE[field]) for field in SECURE]
        await own.say("our licence number is FB-20931")
        await own.until("element", "FB-20931")
        await own.say("that's all")
        await own.until("new_message", "Is everything correct?")
        await own.say("yes")
        await merchant[1].until(case, "In review")
        await own.until("element", "•••• 7725")
        await theirs.until("element", "•••• 7725")
        heard = {"own window": own.heard().encode(), "reviewer's window": theirs.heard().encode()}
    read = [await _read(caller, case) for _, caller in (merchant, reviewer)]
    return {**heard, "answers": "".join([*answers, *read]).encode()}


async def _thread(server: Server, cookie: str, case: str) -> str:
    async with httpx.AsyncClient(base_url=server.url, timeout=30, headers={"Cookie": cookie}) as http:
        return (await http.get(f"/chat/case/{case}")).headers["location"].rpartition("/")[2]


async def _enter(server: Server, cookie: str, case: str, field: str, value: str) -> str:
    subject = "Ines Calder" if "[" in field else None
    payload = {"case_id": case, "version": 1, "field": field, "subject": subject, "value": value}
    body: dict[str, Any] = {"sessionId": "any", "action": {"name": "enter", "payload": payload}}
    async with httpx.AsyncClient(base_url=server.url, timeout=30, headers={"Cookie": cookie}) as http:
        answer = await http.post("/chat/project/action", json=body)
    assert answer.json()["response"]["ok"], answer.text
    return answer.text


async def _read(caller: Caller, case: str) -> str:
    paths = (f"/api/merchants/{case}", f"/api/merchants/{case}/transcript")
    return "".join([(await caller.call("GET", path)).text for path in paths])


async def test_what_is_entered_in_a_secure_field_stands_nowhere_in_clear(traces: dict[str, bytes]) -> None:
    assert traces["the model's requests"]
    assert "•••• 7725" in traces["own window"].decode()
    assert {form: where for form in FORMS if (where := found_in(traces, form))} == {}
