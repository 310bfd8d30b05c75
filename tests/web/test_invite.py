"""Invitations: a reviewer asks a merchant in, sees what became of it, and may take it back."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import httpx
import pytest

from cases.access import Role
from cases.languages import LANGUAGES, Language
from desk.wordbook import wordbook
from tests.letters import letters_to, link_in, text_of
from tests.newcomers import PASSWORD, newcomer
from tests.server_process import Server
from tests.web.visitors import reason


@contextmanager
def browser_of(server: Server, role: Role) -> Iterator[httpx.Client]:
    """A browser in which somebody with the role has signed in."""
    email, _ = asyncio.run(newcomer(server, role, "Rosa Okonkwo"))
    with httpx.Client(base_url=server.url, timeout=30) as http:
        assert http.post("/chat/login", data={"username": email, "password": PASSWORD}).status_code == 200
        yield http


def form(**more: str) -> dict[str, str]:
    return {"name": "Gwen Abara", "email": f"{uuid4().hex[:12]}@shop.example.com", "lang": "en", **more}


def state_of(page: httpx.Response, email: str) -> str:
    """How the list says that the invitation to an address stands."""
    line = page.text.partition(email)[0].rpartition("data-state=")[2]
    return line.split('"')[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_invited_get_a_letter_and_begin_an_application_of_their_own(
    server: Server, visitor: httpx.Client, language: Language
) -> None:
    with browser_of(server, Role.REVIEWER) as rosa:
        sent = form(lang=language, business="Harbour Bread", note="We met at the fair.")
        assert (rosa.post("/invite", data=sent)).headers["location"] == "/invite?told=sent"
        [letter] = letters_to(server.data_dir, sent["email"])
        assert letter["Subject"] == wordbook(language)("letter.invitation_subject", asked_by="Rosa Okonkwo")
        assert "Harbour Bread" in text_of(letter)
        assert "fair" not in text_of(letter)
        assert state_of(rosa.get("/invite"), sent["email"]) == "open"
        page = visitor.get(link_in(letter))
        assert f'<html lang="{language}">' in page.text
        assert "We met at the fair." in page.text
        opened = visitor.post(link_in(letter))
        assert opened.headers["location"].startswith("/chat/case/")
        listed = rosa.get("/invite")
        assert state_of(listed, sent["email"]) == "used"
        assert "by Rosa Okonkwo" in listed.text


def test_sent_again_the_older_link_ends_and_the_list_shows_the_newer(
    server: Server, visitor: httpx.Client
) -> None:
    with browser_of(server, Role.REVIEWER) as rosa:
        sent = form()
        rosa.post("/invite", data=sent)
        rosa.post(again_on(rosa.get("/invite"), sent["email"], "again"))
        first, second = map(link_in, letters_to(server.data_dir, sent["email"]))
        assert reason(visitor.get(first)) == "replaced"
        assert visitor.get(second).status_code == 200
        assert (rosa.get("/invite")).text.count(sent["email"]) == 1


def test_taken_back_the_link_says_so_and_cannot_be_renewed(server: Server, visitor: httpx.Client) -> None:
    with browser_of(server, Role.REVIEWER) as rosa:
        sent = form()
        rosa.post("/invite", data=sent)
        rosa.post(again_on(rosa.get("/invite"), sent["email"], "take-back"))
        [letter] = letters_to(server.data_dir, sent["email"])
        link = link_in(letter)
        for answer in (visitor.get(link), visitor.post(link)):
            assert (answer.status_code, reason(answer)) == (410, "taken_back")
            assert "/renew" not in answer.text
        assert visitor.post(f"{link}/renew").status_code == 404
        assert state_of(rosa.get("/invite"), sent["email"]) == "taken_back"


def test_an_invitation_that_was_accepted_is_not_taken_back(server: Server, visitor: httpx.Client) -> None:
    with browser_of(server, Role.REVIEWER) as rosa:
        sent = form()
        rosa.post("/invite", data=sent)
        press = again_on(rosa.get("/invite"), sent["email"], "take-back")
        visitor.post(link_in(letters_to(server.data_dir, sent["email"])[-1]))
        assert (rosa.post(press)).status_code == 409


@pytest.mark.parametrize("role", [Role.MERCHANT, Role.ANALYST, Role.COMPLIANCE, Role.DEVELOPER])
def test_only_reviewers_invite_or_see_who_was_invited(server: Server, role: Role) -> None:
    sent = form()
    with browser_of(server, Role.REVIEWER) as rosa:
        rosa.post("/invite", data=sent)
        press = again_on(rosa.get("/invite"), sent["email"], "take-back")
    with browser_of(server, role) as somebody:
        for answer in (
            somebody.get("/invite"),
            somebody.post("/invite", data=form()),
            somebody.post(press),
        ):
            assert answer.status_code == 403
            assert sent["email"] not in answer.text
    with httpx.Client(base_url=server.url) as nobody:
        assert nobody.get("/invite").headers["location"] == "/chat/login"


def test_colleagues_are_not_invited_by_link(server: Server) -> None:
    colleague, _ = asyncio.run(newcomer(server, Role.ANALYST))
    with browser_of(server, Role.REVIEWER) as rosa:
        answer = rosa.post("/invite", data=form(email=colleague))
    assert answer.status_code == 422
    assert "colleague" in answer.text
    assert letters_to(server.data_dir, colleague) == []


def test_what_somebody_calls_themselves_is_no_link_in_a_letter(server: Server, visitor: httpx.Client) -> None:
    email = f"{uuid4().hex[:12]}@shop.example.com"
    visitor.post("/start", data={"name": "Win http://evil.example.com <b>", "email": email})
    [letter] = letters_to(server.data_dir, email)
    assert "http://evil" not in letter.as_string()
    assert "<b>" not in letter.as_string()


def again_on(page: httpx.Response, email: str, act: str) -> str:
    """Where a button beside the invitation to an address posts to."""
    invitation = page.text.partition(email)[0].rpartition('data-invitation="')[2].partition('"')[0]
    return f"/invite/{invitation}/{act}"
