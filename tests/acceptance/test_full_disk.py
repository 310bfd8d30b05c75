"""A disk that runs full under a running server: everybody is told calmly, and what was kept is there."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cases.access import Role
from storage.settings import load_settings
from storage.verification import verify
from tests.newcomers import newcomer
from tests.server_process import BAKERY, Server, serving
from tests.web.chat_client import connected, cookie_of
from web.composition import build, opened

ROOM = 60_000
"""Bytes until the disk is full."""

LONG = "we bake bread and cakes " * 200


@contextmanager
def little_room(server: Server) -> Iterator[None]:
    """The system refuses to let a file of the server's grow much further, as a full disk does."""
    assert server.process is not None
    sizes = [file.stat().st_size for file in server.data_dir.rglob("*") if file.is_file()]
    unlimited = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (max(sizes) + ROOM, resource.RLIM_INFINITY))
    try:
        yield
    finally:
        resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, unlimited)


async def test_what_is_refused_is_said_and_what_was_kept_is_there(tmp_path: Path) -> None:
    data_dir = tmp_path / "data"
    kept: list[str] = []
    async with serving(data_dir) as server:
        email, merchant = await newcomer(server, Role.MERCHANT)
        _, reviewer = await newcomer(server, Role.REVIEWER)
        cookie = await cookie_of(server.url, email)
        case = await merchant.onboard(**{**BAKERY, "business_license": None})
        await merchant.until(case, "Your turn")
        window = await merchant.call("GET", f"/chat/case/{case}", headers={"Cookie": cookie})
        thread = window.headers["location"].rpartition("/")[2]
        say = f"/api/merchants/{case}/messages"
        async with connected(server.url, cookie, threadId=thread) as chat:
            await chat.until("resume_thread")
            with little_room(server):
                while (answer := await merchant.call("POST", say, {"text": LONG})).status_code == 202:
                    kept.append(LONG)
                lost = await chat.say(LONG)
                await chat.until("delete_message", lost)
                await chat.until("new_message", "Not sent")
        assert answer.status_code == 503
        assert answer.headers["content-type"] == "application/problem+json"
        assert "Nothing was changed" in answer.json()["detail"]
        assert (await merchant.call("POST", say, {"text": "room again"})).status_code == 202
        await reviewer.answered(case)
        events = await merchant.transcript(case)
        log = server.log.read_text()
    assert [e["text"] for e in events if e["kind"] == "message.said" and e["role"] == "merchant"] == [
        *kept,
        "room again",
    ]
    assert "Traceback" not in log
    onboard = build(load_settings(None, data_dir=data_dir))
    async with opened(onboard):
        verification = await verify(onboard.desk.db, onboard.desk.keyring)
    assert verification.holds, verification.problem
