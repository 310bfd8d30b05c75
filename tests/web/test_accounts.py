"""Staff at the door: a forgotten password, a code besides it, and one's own account."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Iterator
from email.message import EmailMessage

import httpx
import pytest
from pyotp.totp import TOTP

from cases.access import Role
from tests.letters import letters_to, text_of
from tests.newcomers import PASSWORD, newcomer
from tests.server_process import PATIENCE, Server, running
from tests.web.chat_client import sign_in

ANOTHER = "another horse battery"
HTML = {"accept": "text/html"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("accounts") / "data") as server:
        yield server


@pytest.fixture
async def browser(server: Server) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody who reads pages, with cookies of their own."""
    async with httpx.AsyncClient(base_url=server.url, timeout=30, headers=HTML) as http:
        yield http


async def newest_letter(server: Server, email: str, subject: str) -> EmailMessage:
    """The letter that is written behind an answer, once it is there."""
    async with asyncio.timeout(PATIENCE):
        while True:
            found = [letter for letter in letters_to(server.data_dir, email) if letter["subject"] == subject]
            if found:
                return found[-1]
            await asyncio.sleep(0.05)


async def reset_link(server: Server, browser: httpx.AsyncClient, email: str) -> str:
    answer = await browser.post("/reset", data={"email": email, "lang": "en"})
    assert answer.headers["location"] == "/reset/sent?lang=en"
    letter = await newest_letter(server, email, "Set a new password for Onboard")
    found = re.search(r"https?://[^/\s]+(/reset/[\w-]+)", text_of(letter))
    assert found is not None
    return found[1]


async def signed_in(browser: httpx.AsyncClient, email: str, password: str = PASSWORD) -> httpx.Response:
    return await browser.post("/chat/login", data={"email": email, "password": password, "next": "/account"})


def hidden(page: httpx.Response, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page.text)
    assert found is not None, page.text
    return found[1]


async def with_two_steps(browser: httpx.AsyncClient, email: str) -> tuple[TOTP, list[str]]:
    """Turn the second factor on; the app that shows its codes, and the recovery codes."""
    await signed_in(browser, email)
    assert (await browser.post("/account/two-step", data={"current": PASSWORD})).status_code == 303
    page = (await browser.get("/account")).text
    secret = re.search(r'id="secret">([A-Z2-7]+)<', page)
    assert secret is not None
    assert 'src="data:image/svg+xml' in page
    app = TOTP(secret[1])
    shown = await browser.post("/account/two-step/confirm", data={"code": app.now()})
    return app, re.findall(r"<code>(\w{5}-\w{5})</code>", shown.text)


# -- a forgotten password ----------------------------------------------------------------------------


async def test_a_forgotten_password_is_set_anew_with_a_link_from_the_mail(
    server: Server, browser: httpx.AsyncClient
) -> None:
    email, _ = await newcomer(server, Role.REVIEWER)
    await signed_in(browser, email)
    async with httpx.AsyncClient(base_url=server.url, timeout=30, headers=HTML) as other:
        link = await reset_link(server, other, email)
        page = await other.get(link)
        assert "At least 10 characters" in page.text
        done = await other.post(link, data={"password": ANOTHER, "again": ANOTHER, "lang": "en"})
        assert done.status_code == 200
        assert "onboard_session" not in other.cookies
        assert (await other.get("/account")).headers["location"] == "/chat/login?next=/account"
    assert (await browser.get("/account")).status_code == 303
    assert (await sign_in(server.url, email)).status_code == 401
    assert (await sign_in(server.url, email, ANOTHER)).status_code == 200
    await newest_letter(server, email, "Your password was changed")


async def test_looking_at_a_reset_link_changes_nothing_and_using_it_works_once(
    server: Server, browser: httpx.AsyncClient
) -> None:
    email, _ = await newcomer(server, Role.REVIEWER)
    link = await reset_link(server, browser, email)
    for _ in range(3):
        assert (await browser.get(link)).status_code == 200
        assert (await browser.head(link)).status_code == 200
    given = {"password": ANOTHER, "again": ANOTHER}
    assert (await browser.post(link, data=given)).status_code == 200
    for again in (await browser.get(link), await browser.post(link, data=given)):
        assert again.status_code == 410
        assert "Ask for another link" in again.text
    altered = await browser.get(f"{link[:-2]}zz")
    assert altered.status_code == 404
    assert (await browser.post(link.replace("/reset/", "/link/"))).status_code == 404


@pytest.mark.parametrize(
    ("password", "again", "why"),
    [
        ("short", "short", "too short"),
        ("password2026", "password2026", "first that others would try"),
        ("example.com", "example.com", "your own name"),
        (ANOTHER, "another horse batterie", "not the same"),
    ],
)
async def test_a_password_that_will_not_do_comes_back_with_the_reason(
    server: Server, browser: httpx.AsyncClient, password: str, again: str, why: str
) -> None:
    email, _ = await newcomer(server, Role.ANALYST)
    link = await reset_link(server, browser, email)
    answer = await browser.post(link, data={"password": password, "again": again, "lang": "en"})
    assert answer.status_code == 422
    assert why in answer.text
    assert (await browser.post(link, data={"password": ANOTHER, "again": ANOTHER})).status_code == 200


async def test_the_answer_is_the_same_whether_or_not_there_is_an_account(
    server: Server, browser: httpx.AsyncClient
) -> None:
    known, _ = await newcomer(server, Role.REVIEWER)
    answers = [await browser.post("/reset", data={"email": who}) for who in (known, "nobody@example.com")]
    assert len({(answer.status_code, answer.headers["location"], answer.text) for answer in answers}) == 1
    await newest_letter(server, known, "Set a new password for Onboard")
    assert letters_to(server.data_dir, "nobody@example.com") == []


async def test_asking_very_often_is_slowed_down(browser: httpx.AsyncClient) -> None:
    answers = [await browser.post("/reset", data={"email": "flooded@example.com"}) for _ in range(5)]
    assert [answer.status_code for answer in answers] == [303] * 4 + [429]
    assert int(answers[-1].headers["retry-after"]) >= 1


# -- a code besides the password ---------------------------------------------------------------------


async def test_nobody_is_in_before_the_password_and_a_code_are_right(
    server: Server, browser: httpx.AsyncClient
) -> None:
    email, _ = await newcomer(server, Role.REVIEWER)
    app, codes = await with_two_steps(browser, email)
    assert len(codes) == 10
    async with httpx.AsyncClient(base_url=server.url, timeout=30, headers=HTML) as other:
        asked = await signed_in(other, email)
        assert asked.status_code == 200
        assert not other.cookies
        waiting = {"waiting": hidden(asked, "waiting"), "next": hidden(asked, "next")}
        # The code with which it was turned on is used up.
        refused = await other.post("/chat/login", data={**waiting, "code": app.now()})
        assert 'role="alert"' in refused.text
        assert not other.cookies
        entered = await other.post("/chat/login", data={**waiting, "code": codes[0]})
        assert entered.headers["location"] == "/account"
        assert (await other.get("/account")).status_code == 200
        assert "Recovery codes left: 9." in (await other.get("/account")).text
    again = await browser.post("/chat/login", data={**waiting, "code": codes[0]})
    assert again.status_code == 200
    assert 'role="alert"' in again.text


async def test_a_program_sends_password_and_code_together(server: Server, browser: httpx.AsyncClient) -> None:
    email, _ = await newcomer(server, Role.REVIEWER)
    _, codes = await with_two_steps(browser, email)
    first = await sign_in(server.url, email)
    assert (first.status_code, first.json()["code"]) == (401, "code_required")
    assert "set-cookie" not in first.headers
    async with httpx.AsyncClient(base_url=server.url, timeout=30) as program:
        given = {"username": email, "password": PASSWORD, "code": codes[1]}
        assert (await program.post("/chat/login", data=given)).json() == {"success": True}
        assert (await program.get("/chat/user")).status_code == 200


async def test_a_new_password_by_mail_does_not_get_round_the_code(
    server: Server, browser: httpx.AsyncClient
) -> None:
    email, _ = await newcomer(server, Role.REVIEWER)
    await with_two_steps(browser, email)
    link = await reset_link(server, browser, email)
    await browser.post(link, data={"password": ANOTHER, "again": ANOTHER})
    assert (await sign_in(server.url, email, ANOTHER)).json()["code"] == "code_required"


async def test_a_merchants_link_does_not_get_round_the_code_either(
    server: Server, browser: httpx.AsyncClient
) -> None:
    email, _ = await newcomer(server, Role.MERCHANT)
    _, codes = await with_two_steps(browser, email)
    async with httpx.AsyncClient(base_url=server.url, timeout=30, headers=HTML) as other:
        await other.post("/start", data={"name": "Maya", "email": email})
        letter = text_of(letters_to(server.data_dir, email)[-1])
        link = re.search(r"https?://[^/\s]+(/link/[\w-]+)", letter)
        assert link is not None
        asked = await other.post(link[1])
        assert not other.cookies
        data = {"waiting": hidden(asked, "waiting"), "next": hidden(asked, "next"), "code": codes[2]}
        assert (await other.post("/chat/login", data=data)).headers["location"].startswith("/chat/case/")


async def test_turning_it_off_takes_the_password_and_a_code(
    server: Server, browser: httpx.AsyncClient
) -> None:
    email, _ = await newcomer(server, Role.REVIEWER)
    _, codes = await with_two_steps(browser, email)
    for given in (
        {"current": "a wrong password", "code": codes[0]},
        {"current": PASSWORD, "code": "000000"},
        {"current": PASSWORD},
        {},
    ):
        assert (await browser.post("/account/two-step/off", data=given)).status_code == 401
    off = await browser.post("/account/two-step/off", data={"current": PASSWORD, "code": codes[0]})
    assert off.status_code == 303
    assert (await sign_in(server.url, email)).status_code == 200


# -- one's own account -------------------------------------------------------------------------------


async def test_another_password_ends_every_session_but_this_one(
    server: Server, browser: httpx.AsyncClient
) -> None:
    email, _ = await newcomer(server, Role.REVIEWER)
    await signed_in(browser, email)
    async with httpx.AsyncClient(base_url=server.url, timeout=30, headers=HTML) as other:
        await signed_in(other, email)
        given = {"password": ANOTHER, "again": ANOTHER}
        wrong = await browser.post("/account/password", data={**given, "current": "a wrong password"})
        assert wrong.status_code == 401
        assert (await other.get("/account")).status_code == 200
        changed = await browser.post("/account/password", data={**given, "current": PASSWORD})
        assert changed.status_code == 303
        assert (await other.get("/account")).status_code == 303
    assert (await browser.get("/account")).status_code == 200
    await newest_letter(server, email, "Your password was changed")


async def test_signing_out_everywhere_leaves_this_session(server: Server, browser: httpx.AsyncClient) -> None:
    email, _ = await newcomer(server, Role.ANALYST)
    await signed_in(browser, email)
    async with httpx.AsyncClient(base_url=server.url, timeout=30, headers=HTML) as other:
        await signed_in(other, email)
        assert (await browser.post("/account/sign-out")).status_code == 303
        assert (await other.get("/account")).status_code == 303
    assert (await browser.get("/account")).status_code == 200


async def test_the_account_is_for_who_is_signed_in_and_not_for_other_sites(
    server: Server, browser: httpx.AsyncClient
) -> None:
    ways = ("password", "two-step", "two-step/confirm", "two-step/off", "sign-out")
    for way in ways:
        assert (await browser.post(f"/account/{way}")).headers["location"] == "/chat/login?next=/account"
    email, _ = await newcomer(server, Role.ANALYST)
    await signed_in(browser, email)
    for way in ways:
        evil = {"origin": "https://evil.example.com"}
        assert (await browser.post(f"/account/{way}", headers=evil)).status_code == 403


@pytest.mark.parametrize(
    ("language", "title"), [("en", "Sign in"), ("de", "Anmelden"), ("es", "Entrar"), ("fr", "Se connecter")]
)
async def test_the_sign_in_page_speaks_the_browsers_language(
    browser: httpx.AsyncClient, language: str, title: str
) -> None:
    page = await browser.get("/chat/login", headers={"accept-language": f"{language};q=0.9"})
    assert f'<html lang="{language}">' in page.text
    assert f'<h1 id="title">{title}</h1>' in page.text
    assert f'href="/start?lang={language}"' in page.text
    refused = await browser.post(
        f"/chat/login?lang={language}", data={"email": "x@example.com", "password": "y"}
    )
    assert 'role="alert"' in refused.text
    assert "set-cookie" not in refused.headers
    assert f'<html lang="{language}">' in refused.text


async def test_no_password_code_or_link_stands_in_the_log(server: Server, browser: httpx.AsyncClient) -> None:
    email, _ = await newcomer(server, Role.REVIEWER)
    app, codes = await with_two_steps(browser, email)
    link = await reset_link(server, browser, email)
    await browser.get(link)
    await signed_in(browser, email, "guess in the dark")
    log = server.log.read_text()
    for secret in (email, PASSWORD, "guess in the dark", app.secret, *codes, link.rpartition("/")[2]):
        assert secret not in log
