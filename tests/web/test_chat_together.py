"""Who writes to whom in the chat, seen at the sockets: nothing private goes to the merchant's."""

from __future__ import annotations

import httpx

from cases.access import Role
from tests.newcomers import newcomer
from tests.server_process import BAKERY, Server
from tests.web.chat_client import connected, cookie_of, thread_of
from web.chat.asides import NOTE, TO_MERCHANT

SECRET = "qx6 for colleagues"


async def test_staff_say_for_whom_they_write_and_a_note_goes_to_no_merchants_socket(server: Server) -> None:
    merchant, caller = await newcomer(server, Role.MERCHANT, "Maya Lindqvist")
    reviewer, reviewing = await newcomer(server, Role.REVIEWER, "Rosa Okonkwo")
    await newcomer(server, Role.COMPLIANCE, "Kezia Quillfeather")
    case = await caller.onboard(**{**BAKERY, "merchant_name": "Quince Lamps"})
    await caller.until(case, "In review")
    cookies = [await cookie_of(server.url, email) for email in (merchant, reviewer)]
    threads = [await thread_of(server.url, cookie, case) for cookie in cookies]
    async with (
        connected(server.url, cookies[0], threadId=threads[0]) as theirs,
        connected(server.url, cookies[1], threadId=threads[1]) as ours,
    ):
        choices = await ours.until("set_commands", NOTE)
        assert _pressed(choices) == [TO_MERCHANT]
        assert (await theirs.until("set_commands")) == []
        await theirs.until("element", "Rosa Okonkwo")
        await ours.until("resume_thread", "Kezia Quillfeather")

        unaddressed = await ours.say(SECRET)
        await ours.until("delete_message", unaddressed)
        await ours.until("call_fn", SECRET)
        called = await ours.say(f"@Kai is it? {SECRET}", TO_MERCHANT)
        await ours.until("delete_message", called)
        await ours.until("call_fn", "@Kai is it?")
        await ours.say(f"{SECRET}, says the note", NOTE)
        note = await ours.until("new_message", "says the note")
        assert note["type"] == "note_message"

        call = {"whom": "Maya", "began": "2025-03-04T09:30:00Z", "minutes": "3"}
        await _press(server, cookies[1], case, "log_call", text=SECRET, parts=call)
        await _press(server, cookies[1], case, "lead")
        await ours.say("I am here in person", TO_MERCHANT)
        await theirs.until("new_message", "I am here in person")
        await theirs.until("new_message", "answers you here in person")
        await theirs.until("element", "is answering you in person")
        await theirs.say("Thank you, Rosa")
        await ours.until("new_message", "Thank you, Rosa")
        assert not [data for name, data in theirs.events if "Onboard is reading" in str(data)][1:]
        await _press(server, cookies[1], case, "hand_back")
        await theirs.until("new_message", "handed the conversation back")
        assert "qx6" not in theirs.heard()
        assert "Quillfeather" not in theirs.heard()
    async with connected(server.url, cookies[1], threadId=threads[1]) as again:
        # Their last words were for the merchant.
        assert _pressed(await again.until("set_commands", NOTE)) == [TO_MERCHANT]
        await again.say("and that is all for today", NOTE)
        await again.until("new_message", "all for today")
    async with connected(server.url, cookies[1], threadId=threads[1]) as again:
        assert _pressed(await again.until("set_commands", NOTE)) == [NOTE]
        # Said twice: the buttons keep what was chosen in another case, in a window that comes from there.
        await again.until("resume_thread", "'begins': 'Private note'")
    async with connected(server.url, cookies[0], threadId=threads[0]) as again:
        whole = str(await again.until("resume_thread", "I am here in person"))
        assert "qx6" not in whole
    transcript = await reviewing.call("GET", f"/api/merchants/{case}/transcript?limit=1000")
    assert transcript.text.count("says the note") == 1


def _pressed(choices: list[dict[str, object]]) -> list[object]:
    return [choice["id"] for choice in choices if choice["selected"]]


async def _press(server: Server, cookie: str, case: str, name: str, **given: object) -> None:
    press = {"name": name, "payload": {"case_id": case, "version": 1, **given}}
    async with httpx.AsyncClient(base_url=server.url, headers={"Cookie": cookie}, timeout=30) as http:
        answer = await http.post("/chat/project/action", json={"sessionId": "x", "action": press})
    assert answer.json()["response"]["ok"] is True, answer.text
