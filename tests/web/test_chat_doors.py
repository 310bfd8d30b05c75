"""Every door of the chat, tried by people who may not use it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterator
from typing import Any
from uuid import uuid4

import httpx
import pytest
import socketio
from chainlit.server import router as chainlit_router
from fastapi.routing import APIRoute

from cases.access import Role
from desk.wordbook import wordbook
from tests.newcomers import PASSWORD, disabled, newcomer, with_people
from tests.server_process import BAKERY, Caller, Server, running
from tests.web.chat_client import ChatSocket, connected, cookie_of, sign_in
from web.chat.page import chat_page

NewPerson = Callable[[Role], Awaitable[tuple[str, Caller]]]

OURS = {
    ("GET", "/user"),
    ("GET", "/auth/config"),
    ("GET", "/project/translations"),
    ("GET", "/project/settings"),
    ("POST", "/project/threads"),
    ("POST", "/project/action"),
    ("POST", "/set-session-cookie"),
    ("GET", "/public/{filename:path}"),
    ("GET", "/assets/{filename:path}"),
    ("GET", "/favicon"),
    ("GET", "/logo"),
    ("GET", "/avatars/{avatar_id:str}"),
    ("POST", "/login"),
    ("POST", "/logout"),
    ("HEAD", "/"),
}
"""The routes of Chainlit's that are open; every other one has to be closed."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("doors") / "data") as server:
        yield server


@pytest.fixture
def new_person(server: Server) -> NewPerson:
    async def make(role: Role) -> tuple[str, Caller]:
        return await newcomer(server, role)

    return make


async def ask(server: Server, method: str, path: str, cookie: str = "", **more: Any) -> httpx.Response:
    headers = {**({"Cookie": cookie} if cookie else {}), **more.pop("headers", {})}
    async with httpx.AsyncClient(base_url=server.url, timeout=30) as http:
        return await http.request(method, path, headers=headers, **more)


async def begin(server: Server, email: str, text: str) -> tuple[str, str]:
    """A merchant's conversation that has begun: their cookie and its thread."""
    cookie = await cookie_of(server.url, email)
    async with connected(server.url, cookie) as window:
        await window.until("new_message", "AI assistant")
        message = await window.say(text)
        await window.until("new_message", message)
        thread = (await window.until("first_interaction"))["thread_id"]
    return cookie, thread


def chainlit_routes() -> list[tuple[str, str]]:
    return [
        (method, route.path)
        for route in chainlit_router.routes
        if isinstance(route, APIRoute) and route.path != "/{full_path:path}"
        for method in sorted(route.methods)
    ]


async def test_every_route_of_chainlits_that_is_not_ours_is_closed_to_those_who_are_signed_in(
    server: Server, new_person: NewPerson
) -> None:
    owner, _ = await new_person(Role.MERCHANT)
    _, thread = await begin(server, owner, "We are Willow Lamps")
    email, _ = await new_person(Role.MERCHANT)
    cookie = await cookie_of(server.url, email)
    closed = [route for route in chainlit_routes() if route not in OURS]
    assert len(closed) > 15
    for method, path in closed:
        path = re.sub(r"\{thread_id[^}]*\}", thread, path)
        path = re.sub(r"\{[^}]+\}", "x", path)
        body = {"threadId": thread, "name": "mine", "sessionId": "x", "isShared": True, "payload": {}}
        for who in ("", cookie):
            answer = await ask(server, method, f"/chat{path}", who, json=body)
            assert answer.status_code == 404, (method, path, answer.status_code)


@pytest.mark.parametrize(
    "path", ["/chat/user", "/chat/project/settings", "/chat/ws/socket.io/?EIO=4&transport=polling"]
)
async def test_nobody_gets_in_without_signing_in(server: Server, path: str) -> None:
    assert (await ask(server, "GET", path)).status_code == 401
    assert (await ask(server, "GET", path, "onboard_session=forged.by.me")).status_code == 401


async def test_a_page_that_needs_a_sign_in_leads_there_and_back(server: Server) -> None:
    answer = await ask(server, "GET", "/chat/thread/abc")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/chat/login?next=/chat/thread/abc"


async def test_after_signing_in_one_never_lands_on_another_site(
    server: Server, new_person: NewPerson
) -> None:
    email, _ = await new_person(Role.MERCHANT)
    for wanted in (
        "https://evil.example/",
        "//evil.example/",
        "/chat/..//evil",
        "/elsewhere",
        "/chat/\\evil",
    ):
        form = {"email": email, "password": PASSWORD, "next": wanted}
        answer = await ask(server, "POST", "/chat/login", data=form, headers={"Accept": "text/html"})
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/chat/")
        assert "evil.example" not in answer.headers["location"]


async def test_the_session_cookie_is_out_of_reach_of_scripts_and_other_sites(
    server: Server, new_person: NewPerson
) -> None:
    email, _ = await new_person(Role.MERCHANT)
    cookie = (await sign_in(server.url, email)).headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie


async def test_guessing_passwords_is_slowed_down(server: Server, new_person: NewPerson) -> None:
    email, _ = await new_person(Role.MERCHANT)
    answers = [await sign_in(server.url, email, f"guess number {n}") for n in range(7)]
    assert [answer.status_code for answer in answers] == [401] * 6 + [429]
    assert int(answers[-1].headers["retry-after"]) >= 1
    assert answers[-1].json()["code"] == "too_many_requests"


async def test_another_site_can_neither_sign_in_nor_press_a_button_nor_connect(
    server: Server, new_person: NewPerson
) -> None:
    email, _ = await new_person(Role.MERCHANT)
    cookie = await cookie_of(server.url, email)
    evil = {"Origin": "https://evil.example"}
    for path in ("/chat/login", "/chat/logout", "/chat/project/action", "/chat/project/threads"):
        assert (await ask(server, "POST", path, cookie, json={}, headers=evil)).status_code == 403
    client = socketio.AsyncClient(reconnection=False)
    with pytest.raises(socketio.exceptions.ConnectionError):
        await client.connect(
            server.url,
            headers={"Cookie": cookie, **evil},
            auth={"sessionId": str(uuid4()), "clientType": "webapp", "threadId": ""},
            socketio_path="/chat/ws/socket.io",
            transports=["websocket"],
        )


async def test_another_merchants_thread_shows_nothing_and_takes_nothing(
    server: Server, new_person: NewPerson
) -> None:
    owner, _ = await new_person(Role.MERCHANT)
    _, thread = await begin(server, owner, "We are Willow Lamps")
    email, _ = await new_person(Role.MERCHANT)
    cookie = await cookie_of(server.url, email)
    async with connected(server.url, cookie, threadId=thread) as window:
        await window.until("resume_thread_error")
        await window.say("I am the owner now")
        assert "Willow" not in window.heard()
    threads = await ask(
        server,
        "POST",
        "/chat/project/threads",
        cookie,
        json={"pagination": {"first": 50}, "filter": {"userId": owner}},
    )
    assert "Willow" not in threads.text
    assert thread not in threads.text
    own = await ask(
        server,
        "POST",
        "/chat/project/threads",
        await cookie_of(server.url, owner),
        json={"pagination": {"first": 50}, "filter": {}},
    )
    assert thread in own.text


async def test_a_session_of_somebody_else_cannot_be_taken_over(server: Server, new_person: NewPerson) -> None:
    owner, _ = await new_person(Role.MERCHANT)
    cookie = await cookie_of(server.url, owner)
    email, _ = await new_person(Role.MERCHANT)
    other = await cookie_of(server.url, email)
    session = str(uuid4())
    async with connected(server.url, cookie, sessionId=session) as window:
        await window.until("new_message", "AI assistant")
        with pytest.raises(socketio.exceptions.ConnectionError):
            async with connected(server.url, other, sessionId=session):
                pass


async def test_what_a_window_may_not_send_has_no_effect(server: Server, new_person: NewPerson) -> None:
    email, _ = await new_person(Role.MERCHANT)
    cookie, thread = await begin(server, email, "We are Willow Lamps")
    async with connected(server.url, cookie, threadId=thread) as window:
        shown = await window.until("resume_thread", "Willow")
        first = next(s for s in shown["steps"] if s["type"] == "user_message")
        changed = {"message": {**first, "output": "We are Somebody Else"}}
        for event in (
            "edit_message",
            "message_favorite",
            "fetch_favorites",
            "stop",
            "window_message",
            "audio_start",
            "audio_chunk",
            "audio_end",
            "chat_settings_change",
            "chat_settings_edit",
            "nothing_of_the_kind",
        ):
            await window.emit(event, changed)
        for broken in (
            None,
            1,
            "x",
            [],
            {"message": None},
            {"message": {"id": "x", "output": "y"}},
            {"message": {"id": str(uuid4())}},
        ):
            await window.emit("client_message", broken)
        last = await window.say("and that is all")
        await window.until("new_message", last)
        assert "Somebody Else" not in window.heard()
    async with connected(server.url, cookie, threadId=thread) as window:
        shown = await window.until("resume_thread", "and that is all")
        said = [s["output"] for s in shown["steps"] if s["type"] == "user_message"]
        assert said == ["We are Willow Lamps", "and that is all"]


@pytest.mark.parametrize(
    "auth", [None, [], "x", {}, {"sessionId": 7}, {"sessionId": "x" * 200, "clientType": "webapp"}]
)
async def test_a_connection_that_says_nonsense_is_refused(
    server: Server, new_person: NewPerson, auth: Any
) -> None:
    email, _ = await new_person(Role.MERCHANT)
    client = socketio.AsyncClient(reconnection=False)
    with pytest.raises(socketio.exceptions.ConnectionError):
        await client.connect(
            server.url,
            headers={"Cookie": await cookie_of(server.url, email)},
            auth=auth,
            socketio_path="/chat/ws/socket.io",
            transports=["websocket"],
        )


async def press(server: Server, cookie: str, name: str, **payload: Any) -> dict[str, Any]:
    body = {"sessionId": "any", "action": {"name": name, "payload": payload}}
    answer = await ask(server, "POST", "/chat/project/action", cookie, json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()["response"]


async def test_buttons_ask_the_desk_who_one_is(server: Server, new_person: NewPerson) -> None:
    owner, caller = await new_person(Role.MERCHANT)
    case = await caller.onboard(**BAKERY)
    await caller.until(case, "In review")
    own = await cookie_of(server.url, owner)
    stranger = await cookie_of(server.url, (await new_person(Role.MERCHANT))[0])
    analyst = await cookie_of(server.url, (await new_person(Role.ANALYST))[0])
    for button in (
        "approve",
        "decline",
        "ask",
        "claim",
        "submit",
        "withdraw",
        "take_back",
        "resume",
        "give_up",
    ):
        press_it = {"case_id": case, "version": 1, "text": "?", "reason": "!", "reasons": ["other"]}
        assert await press(server, stranger, button, **press_it) == {
            "ok": False,
            "text": "There is no such case.",
        }
        assert (await press(server, analyst, button, **press_it))["ok"] is False
        if button != "withdraw":
            assert (await press(server, own, button, **press_it))["ok"] is False
    assert (await caller.status(case))["public_state"] == "In review"
    signed_out = await ask(server, "POST", "/chat/project/action", json={})
    assert signed_out.status_code == 401


async def test_a_button_that_is_sent_as_nonsense_gets_a_calm_answer(
    server: Server, new_person: NewPerson
) -> None:
    cookie = await cookie_of(server.url, (await new_person(Role.REVIEWER))[0])
    for content in (
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b'{"sessionId":"x","action":{"name":"approve","payload":{}}}',
    ):
        answer = await ask(server, "POST", "/chat/project/action", cookie, content=content)
        assert answer.status_code == 200
        assert answer.json()["response"]["ok"] is False
        assert "Traceback" not in answer.text
    big = await ask(server, "POST", "/chat/project/action", cookie, content=b"x" * 300_000)
    assert big.status_code == 413


async def test_an_account_that_is_disabled_is_out_at_once(server: Server, new_person: NewPerson) -> None:
    email, _ = await new_person(Role.MERCHANT)
    cookie, thread = await begin(server, email, "We are Willow Lamps")
    async with connected(server.url, cookie, threadId=thread) as window:
        await window.until("resume_thread", "Willow")
        await disabled(server, email)
        await window.say("am I still here?")
        await window.until("new_message", "Not sent")
    assert (await ask(server, "GET", "/chat/user", cookie)).status_code == 401
    assert (await ask(server, "GET", "/chat/", cookie)).status_code == 303


async def test_a_reviewer_whose_account_is_disabled_hears_nothing_more_in_an_open_window(
    server: Server, new_person: NewPerson
) -> None:
    _, merchant = await new_person(Role.MERCHANT)
    case = await merchant.onboard(**BAKERY)
    await merchant.until(case, "In review")
    email, _ = await new_person(Role.REVIEWER)
    cookie = await cookie_of(server.url, email)
    thread = (await ask(server, "GET", f"/chat/case/{case}", cookie)).headers["location"].rpartition("/")[2]
    async with (
        connected(server.url, cookie, threadId=thread) as window,
        connected(server.url, cookie) as queue,
    ):
        await window.until("resume_thread", "Harbour Lane")
        await queue.until("element", "Harbour Lane")
        await disabled(server, email)
        said = f"/api/merchants/{case}/messages"
        assert (await merchant.call("POST", said, {"text": "a word for staff only"})).status_code == 202
        for each in (window, queue):
            await each.until("call_fn", "/chat/login")
        await window.say("I am still here")
        await window.emit("connection_successful")
        press_it = {"case_id": case, "version": 1}
        body = {"sessionId": "any", "action": {"name": "claim", "payload": press_it}}
        assert (await ask(server, "POST", "/chat/project/action", cookie, json=body)).status_code == 401
        heard = window.heard() + queue.heard()
    assert "a word for staff only" not in heard
    transcript = await merchant.call("GET", f"/api/merchants/{case}/transcript")
    assert "a word for staff only" in transcript.text
    assert "I am still here" not in transcript.text


async def test_a_new_password_or_signing_out_everywhere_ends_every_session(
    server: Server, new_person: NewPerson
) -> None:
    email, _ = await new_person(Role.MERCHANT)
    _, thread = await begin(server, email, "We are Willow Lamps")
    for end in (lambda p: p.set_password(email, PASSWORD), lambda p: p.end_sessions(email)):
        cookie = await cookie_of(server.url, email)
        async with connected(server.url, cookie, threadId=thread) as window:
            await window.until("resume_thread", "Willow")
            await with_people(server, end)
            await window.say("am I still here?")
            await window.until("new_message", "Not sent")
        assert (await ask(server, "GET", "/chat/user", cookie)).status_code == 401
        assert (await ask(server, "GET", "/account", cookie)).status_code == 303
        with pytest.raises(socketio.exceptions.ConnectionError):
            async with connected(server.url, cookie):
                pass


async def test_the_cookie_of_another_installation_or_time_opens_nothing(
    server: Server, new_person: NewPerson
) -> None:
    email, _ = await new_person(Role.MERCHANT)
    name, _, token = (await cookie_of(server.url, email)).partition("; ")[0].partition("=")
    head, body, signature = token.split(".")
    for forged in (f"{head}.{body}.", f"{head}.{body[:-4]}AAAA.{signature}", f"{head}..{signature}"):
        assert (await ask(server, "GET", "/chat/user", f"{name}={forged}")).status_code == 401


async def test_no_file_outside_of_the_public_folder_is_served(server: Server) -> None:
    for path in (
        "/chat/public/../app.py",
        "/chat/public/%2e%2e/app.py",
        "/chat/public/..%2fpyproject.toml",
        "/chat/assets/..%2f..%2f..%2fserver.py",
        "/chat/.files/x",
        "/chat/.chainlit/config.toml",
        "/chat/avatars/..%2f..%2fapp.py",
    ):
        answer = await ask(server, "GET", path)
        assert "import" not in answer.text.partition("<svg")[0], path


async def test_the_pages_script_comes_compressed_is_kept_for_good_and_the_same_to_whoever_wants_it_plain(
    server: Server, new_person: NewPerson
) -> None:
    email, _ = await new_person(Role.REVIEWER)
    page = await ask(server, "GET", "/chat/", await cookie_of(server.url, email))
    script = re.search(r"/chat/assets/[\w.-]+\.js", page.text)
    assert script is not None
    pressed, plain = [
        await ask(server, "GET", script[0], headers={"Accept-Encoding": coding})
        for coding in ("gzip", "identity")
    ]
    assert pressed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert pressed.content == plain.content
    assert "immutable" in pressed.headers["cache-control"]
    assert pressed.headers["content-type"] == plain.headers["content-type"]
    assert (await ask(server, "GET", "/chat/assets/none.js")).status_code == 404


async def test_the_page_names_no_other_host_and_forbids_every_other(
    server: Server, new_person: NewPerson
) -> None:
    email, _ = await new_person(Role.REVIEWER)
    page = await ask(server, "GET", "/chat/", await cookie_of(server.url, email))
    assert page.status_code == 200
    assert not re.findall(r"(?:src|href|content)=\"(?:https?:)?//[^\"]+", page.text)
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "http" not in policy
    assert "'unsafe-inline'" not in policy.partition("style-src")[0]
    assert page.headers["x-content-type-options"] == "nosniff"
    assert page.headers["cache-control"] == "no-store"


def test_every_script_in_the_page_is_allowed_by_its_hash() -> None:
    page = chat_page("/chat", wordbook("de"))
    assert page.html.count("<script>") == page.policy.count("'sha256-") == 2


@pytest.mark.parametrize(
    ("wanted", "language", "placeholder"),
    [
        ("es-MX,en;q=0.5", "es", "Escriba un mensaje"),
        ("de-AT", "de", "Nachricht schreiben"),
        ("pl", "en", "Write"),
    ],
)
async def test_a_window_speaks_the_language_that_its_merchant_reads(
    server: Server, new_person: NewPerson, wanted: str, language: str, placeholder: str
) -> None:
    email, _ = await new_person(Role.MERCHANT)
    headers = {"cookie": await cookie_of(server.url, email), "accept-language": wanted}
    async with httpx.AsyncClient(base_url=server.url) as http:
        page = await http.get("/chat/", headers=headers)
        assert f'<html lang="{language}"' in page.text
        headers["cookie"] += f"; onboard_language={page.cookies['onboard_language']}"
        # Chainlit's page asks by the browser's own language, whichever that is.
        words = await http.get("/chat/project/translations?language=zh-CN", headers=headers)
        assert words.json()["translation"]["chat"]["input"]["placeholder"].startswith(placeholder)
        about = await http.get("/chat/project/settings?language=zh-CN", headers=headers)
        assert ("Welcome to Onboard" in about.json()["markdown"]) == (language == "en")


async def test_a_case_is_shown_in_its_own_language_whatever_the_browser_asks_for(
    server: Server, new_person: NewPerson
) -> None:
    email, caller = await new_person(Role.MERCHANT)
    case = await caller.onboard(merchant_name="Panadería Sol", email="hola@sol.example.com")
    text = "Hola, somos una panadería en Sevilla y queremos cobrar con tarjeta"
    answer = await caller.call("POST", f"/api/merchants/{case}/messages", {"text": text})
    assert answer.status_code == 202
    cookie = await cookie_of(server.url, email)
    home = await ask(server, "GET", "/chat/", cookie)
    page = await ask(server, "GET", home.headers["location"], cookie)
    assert '<html lang="es"' in page.text


async def test_reading_over_the_socket_holds_nothing_of_the_inside(
    server: Server, new_person: NewPerson
) -> None:
    email, caller = await new_person(Role.MERCHANT)
    case = await caller.onboard(**BAKERY)
    await caller.until(case, "In review")
    cookie = await cookie_of(server.url, email)
    page = await ask(server, "GET", "/chat/", cookie)
    thread = page.headers["location"].rpartition("/")[2]
    async with connected(server.url, cookie, threadId=thread) as window:
        await window.until("resume_thread", "Harbour Lane")
        heard = window.heard()
    for inside in (
        "alidator",
        "isk_analyst",
        "Low risk",
        "screening",
        "kyc_complete",
        "in_review",
        "'staff': {",
    ):
        assert inside not in heard, inside


async def collect(window: ChatSocket, texts: list[str]) -> None:
    for message in [await window.say(text) for text in texts]:
        await window.until("new_message", message)


async def test_twenty_messages_at_once_from_two_windows_are_all_kept_and_read(
    server: Server, new_person: NewPerson
) -> None:
    email, _ = await new_person(Role.MERCHANT)
    cookie, thread = await begin(server, email, "We are Willow Lamps")
    async with (
        connected(server.url, cookie, threadId=thread) as left,
        connected(server.url, cookie, threadId=thread) as right,
    ):
        await left.until("resume_thread")
        await right.until("resume_thread")
        texts = [f"remark {n} of twenty" for n in range(20)]
        await asyncio.gather(collect(left, texts[:10]), collect(right, texts[10:]))
    async with connected(server.url, cookie, threadId=thread) as window:
        shown = await window.until("resume_thread", "remark 19")
        said = [s["output"] for s in shown["steps"] if s["type"] == "user_message"]
        assert sorted(said[1:]) == sorted(texts)
