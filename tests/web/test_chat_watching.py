"""A case that somebody watches: marked at home until a window of theirs has shown how it moved."""

from __future__ import annotations

from uuid import uuid4

import httpx

from cases.access import Role
from tests.newcomers import newcomer
from tests.server_process import BAKERY, Server
from tests.web.chat_client import connected, cookie_of, thread_of

MARKED = {"wanted": {"part": "all", "mark": ["watched"]}}


async def test_it_is_marked_at_home_until_a_window_of_theirs_has_shown_how_it_moved(server: Server) -> None:
    _, caller = await newcomer(server, Role.MERCHANT)
    email, watching = await newcomer(server, Role.REVIEWER)
    _, colleague = await newcomer(server, Role.REVIEWER)
    case = await caller.onboard(**BAKERY)
    await watching.until(case, "in_review")
    await watching.call("POST", f"/api/merchants/{case}/watch")
    ruling = {"request_id": case, "approved": False, "reasons": ["other"], "comments": "no"}
    assert (await colleague.call("POST", "/api/merchants/approve", ruling)).status_code == 200
    cookie, window = await cookie_of(server.url, email), str(uuid4())
    async with connected(server.url, cookie, sessionId=window) as home:
        await home.until("element", "'name': 'Queue'")
        find = {"sessionId": window, "action": {"name": "find", "payload": MARKED}}
        async with httpx.AsyncClient(base_url=server.url, headers={"Cookie": cookie}, timeout=30) as http:
            await http.post("/chat/project/action", json=find)
        await home.until("element", "'total': 1, 'shown'")
        home.events.clear()
        thread = await thread_of(server.url, cookie, case)
        async with connected(server.url, cookie, threadId=thread):
            await home.until("element", "'total': 0, 'shown'")
