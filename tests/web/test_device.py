"""Going on later or on another device: a picture that is good for minutes, and a letter."""

from __future__ import annotations

import re

import httpx
import pytest

from cases.access import Role
from cases.languages import LANGUAGES, Language
from desk.wordbook import wordbook
from tests.letters import letters_to, link_in
from tests.newcomers import PASSWORD, newcomer
from tests.server_process import Server
from tests.web.chat_client import sign_in
from tests.web.visitors import asked, begun, reason, rows


def code_on(page: httpx.Response) -> str:
    """The path of the link in the picture, which stands below it as text."""
    found = re.search(r'id="address">https?://[^/]+(/link/[\w-]+)<', page.text)
    assert found is not None, page.text
    assert 'src="data:image/png;base64,' in page.text
    return found[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_offers_both_ways_in_the_language_of_the_case(
    visitor: httpx.Client, server: Server, language: Language
) -> None:
    email, case = begun(visitor, server, language)
    page = visitor.get(f"/device/{case}")
    words = wordbook(language)
    assert f'<html lang="{language}">' in page.text
    assert words("link.device_code") in page.text
    assert words("link.device_letter_text", email=email) in page.text
    assert page.headers["cache-control"] == "no-store"


def test_looking_makes_no_link(visitor: httpx.Client, server: Server) -> None:
    _, case = begun(visitor, server)
    before = rows(server, "links"), rows(server, "events"), rows(server, "work")
    for _ in range(3):
        visitor.get(f"/device/{case}")
    assert (rows(server, "links"), rows(server, "events"), rows(server, "work")) == before


def test_a_scanned_code_opens_the_same_case_on_the_other_device_once(
    visitor: httpx.Client, server: Server
) -> None:
    _, case = begun(visitor, server)
    link = code_on(visitor.post(f"/device/{case}/code"))
    with httpx.Client(base_url=server.url, timeout=30) as phone:
        assert phone.get(link).status_code == 200
        opened = phone.post(link)
        assert opened.headers["location"] == f"/chat/case/{case}"
        first = visitor.get(f"/chat/case/{case}").headers["location"]
        assert phone.get(f"/chat/case/{case}").headers["location"] == first
        assert reason(phone.post(link)) == "used"


def test_a_code_for_sending_documents_leads_there(visitor: httpx.Client, server: Server) -> None:
    _, case = begun(visitor, server)
    page = visitor.get(f"/device/{case}?to=upload")
    assert f'action="/device/{case}/code?to=upload"' in page.text
    link = code_on(visitor.post(f"/device/{case}/code?to=upload"))
    with httpx.Client(base_url=server.url, timeout=30) as phone:
        assert phone.post(link).headers["location"] == f"/upload/{case}"


def test_a_code_tells_until_when_it_is_good_on_the_readers_clock(
    visitor: httpx.Client, server: Server
) -> None:
    _, case = begun(visitor, server)
    assert "(UTC)" in visitor.post(f"/device/{case}/code").text
    visitor.cookies.set("onboard_zone", "Asia%2FTokyo")
    assert "(UTC)" not in visitor.post(f"/device/{case}/code").text


def test_the_letter_goes_to_the_mailbox_that_was_proved_and_goes_on_with_the_case(
    visitor: httpx.Client, server: Server
) -> None:
    email, case = begun(visitor, server, "fr")
    answer = visitor.post(f"/device/{case}/letter")
    assert wordbook("fr")("link.continue_sent") in answer.text
    letter = letters_to(server.data_dir, email)[-1]
    assert letter["Subject"] == wordbook("fr")("letter.continue_subject")
    with httpx.Client(base_url=server.url, timeout=30) as computer:
        assert computer.post(link_in(letter)).headers["location"] == f"/chat/case/{case}"


def test_a_mailbox_is_not_flooded_from_there_either(visitor: httpx.Client, server: Server) -> None:
    email, case = begun(visitor, server)
    answers = [visitor.post(f"/device/{case}/letter").status_code for _ in range(7)]
    assert answers[-1] == 429
    assert len(letters_to(server.data_dir, email)) == 5


def test_nobody_else_gets_a_link_into_the_case(visitor: httpx.Client, server: Server) -> None:
    _, case = begun(visitor, server)
    with httpx.Client(base_url=server.url, timeout=30) as stranger:
        assert stranger.post(f"/device/{case}/code").headers["location"] == "/chat/login"
        _, link = asked(stranger, server)
        stranger.post(link)
        for path in ("", "/code", "/letter"):
            method = "POST" if path else "GET"
            assert stranger.request(method, f"/device/{case}{path}").status_code == 404


async def test_staff_are_shown_no_code(server: Server) -> None:
    email, _ = await newcomer(server, Role.REVIEWER)
    with httpx.Client(base_url=server.url, timeout=30) as other:
        _, case = begun(other, server)
    cookies = (await sign_in(server.url, email, PASSWORD)).cookies
    async with httpx.AsyncClient(base_url=server.url, cookies=cookies, timeout=30) as reviewer:
        assert (await reviewer.post(f"/device/{case}/code")).status_code == 404
