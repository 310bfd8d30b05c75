"""The way in: a link for a mailbox, which only a pressed button uses, once."""

from __future__ import annotations

import sqlite3
from http.client import HTTPConnection
from uuid import uuid4

import httpx
import pytest

from cases.access import Role
from cases.languages import LANGUAGES, Language
from desk.notice import privacy_notice
from tests.letters import letters_to, link_in, text_of
from tests.newcomers import newcomer
from tests.server_process import Server
from tests.web.visitors import asked, reason, rows


def test_the_start_page_says_beforehand_what_it_is_and_speaks_the_readers_language(
    visitor: httpx.Client,
) -> None:
    english = visitor.get("/start").text
    assert "AI assistant" in english
    assert "A person decides" in english
    assert "/privacy" in english
    german = visitor.get("/start", headers={"accept-language": "de-AT,de;q=0.9,en;q=0.5"}).text
    assert '<html lang="de">' in german
    assert "Händlerkonto" in german
    assert '<html lang="fr">' in visitor.get("/start?lang=fr", headers={"accept-language": "de"}).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_short_notice_stands_on_the_start_page_with_nothing_to_tick(
    visitor: httpx.Client, language: Language
) -> None:
    page = visitor.get(f"/start?lang={language}").text
    notice = privacy_notice(language, 30)
    assert notice.title in page
    assert notice.short.splitlines()[2].split("**")[0].removeprefix("- ").strip() in page
    assert 'type="checkbox"' not in page
    assert f'href="/privacy?lang={language}"' in page


@pytest.mark.parametrize("path", ["/privacy", "/chat/privacy"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_notice_is_read_in_each_language(
    visitor: httpx.Client, language: Language, path: str
) -> None:
    answer = visitor.get(path, headers={"accept-language": language})
    assert f'<html lang="{language}">' in answer.text
    assert f'<h1 lang="{language}">{privacy_notice(language, 30).title}</h1>' in answer.text
    assert "<table>" in answer.text
    assert (answer.headers["x-robots-tag"], answer.headers["cache-control"]) == ("noindex", "no-store")


def test_what_to_have_at_hand_is_that_of_the_country(visitor: httpx.Client) -> None:
    austrian = visitor.get("/start", headers={"accept-language": "de-AT,de;q=0.9"}).text
    assert "Gewerbeschein" in austrian
    assert "ATU12345678" in austrian
    american = visitor.get("/start?country=US", headers={"accept-language": "de-AT"}).text
    assert "EIN, 12-3456789" in american
    assert "Routing Number" in american
    unknown = visitor.get("/start?country=%3Cb%3E", headers={"accept-language": "de-AT"}).text
    assert "Gewerbeschein" not in unknown


def test_asking_for_a_link_keeps_no_account_and_no_case(visitor: httpx.Client, server: Server) -> None:
    before = rows(server, "people"), rows(server, "cases")
    asked(visitor, server)
    assert (rows(server, "people"), rows(server, "cases")) == before


def test_the_link_begins_the_application_with_the_address_that_it_proved(
    visitor: httpx.Client, server: Server
) -> None:
    email, link = asked(visitor, server, "es")
    page = visitor.get(link)
    assert page.status_code == 200
    assert '<html lang="es">' in page.text
    opened = visitor.post(link)
    assert opened.status_code == 303
    assert opened.headers["location"].startswith("/chat/case/")
    assert "onboard_session" in visitor.cookies
    assert visitor.get(opened.headers["location"]).headers["location"].startswith("/chat/thread/")
    assert email.encode() not in (server.data_dir / "onboard.db").read_bytes()


def test_looking_at_a_link_changes_nothing_however_often(visitor: httpx.Client, server: Server) -> None:
    _, link = asked(visitor, server)
    before = rows(server, "people"), rows(server, "cases"), rows(server, "events")
    for _ in range(3):
        assert visitor.get(link).status_code == 200
        assert visitor.head(link).status_code == 200
    assert (rows(server, "people"), rows(server, "cases"), rows(server, "events")) == before
    assert "onboard_session" not in visitor.cookies
    assert visitor.post(link).status_code == 303


def test_a_link_is_good_once(visitor: httpx.Client, server: Server) -> None:
    _, link = asked(visitor, server)
    visitor.post(link)
    for again in (visitor.get(link), visitor.post(link)):
        assert (again.status_code, reason(again)) == (410, "used")


def test_an_altered_link_is_unknown(visitor: httpx.Client, server: Server) -> None:
    _, link = asked(visitor, server)
    altered = link[:-1] + ("a" if link[-1] != "a" else "b")
    for answer in (visitor.get(altered), visitor.post(altered)):
        assert (answer.status_code, reason(answer)) == (404, "unknown")


def test_a_link_expires(visitor: httpx.Client, server: Server) -> None:
    email, link = asked(visitor, server)
    with sqlite3.connect(server.data_dir / "onboard.db") as connection:
        connection.execute(
            "update links set expires_at = '2020-01-01T00:00:00.000000Z' where used_at is null"
        )
    answer = visitor.post(link)
    assert (answer.status_code, reason(answer)) == (410, "expired")
    assert visitor.post(f"{link}/renew").status_code == 200
    assert visitor.post(link_in(letters_to(server.data_dir, email)[-1])).status_code == 303


def test_a_newer_link_ends_the_older_one(visitor: httpx.Client, server: Server) -> None:
    email, link = asked(visitor, server)
    visitor.post("/start", data={"name": "Gwen Abara", "email": email})
    answer = visitor.get(link)
    assert (answer.status_code, reason(answer)) == (410, "replaced")


def test_whoever_comes_back_goes_on_with_the_same_application(visitor: httpx.Client, server: Server) -> None:
    email, link = asked(visitor, server)
    first = visitor.post(link).headers["location"]
    visitor.post("/start", data={"name": "Gwen Abara", "email": email})
    with httpx.Client(base_url=server.url, timeout=30) as other_device:
        second = other_device.post(link_in(letters_to(server.data_dir, email)[-1])).headers["location"]
    assert second == first


async def test_no_link_signs_staff_in(server: Server) -> None:
    email, _ = await newcomer(server, Role.REVIEWER)
    async with httpx.AsyncClient(base_url=server.url, timeout=30) as http:
        answer = await http.post("/start", data={"name": "Rosa Okonkwo", "email": email})
    assert answer.status_code == 303
    letter = text_of(letters_to(server.data_dir, email)[-1])
    assert "/link/" not in letter
    assert "/chat/login" in letter


@pytest.mark.parametrize(
    "form",
    [{}, {"name": "Gwen", "email": "no address"}, {"name": "", "email": "a@b.example.com"}],
)
def test_a_form_that_cannot_be_used_comes_back_with_the_reason(
    visitor: httpx.Client, form: dict[str, str]
) -> None:
    answer = visitor.post("/start", data=form)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert form.get("email", "") in answer.text


def test_what_somebody_types_is_shown_as_text(visitor: httpx.Client) -> None:
    answer = visitor.post("/start", data={"name": '"><script>alert(1)</script>', "email": "x"})
    assert "<script>alert" not in answer.text


def test_a_form_of_another_site_is_refused(visitor: httpx.Client, server: Server) -> None:
    _, link = asked(visitor, server)
    for headers in ({"origin": "https://evil.example.com"}, {"sec-fetch-site": "cross-site"}):
        assert visitor.post(link, headers=headers).status_code == 403
    assert (
        visitor.post(link, headers={"origin": server.url, "sec-fetch-site": "same-origin"}).status_code == 303
    )


def test_an_answer_that_comes_before_the_form_was_read_is_read_all_the_same(server: Server) -> None:
    """A browser sends the head first; it must not be cut off while the rest is on its way."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=10)
    for path in ("/start", "/chat/project/action", "/start"):
        connection.putrequest("POST", path)
        connection.putheader("Origin", "https://evil.example.com")
        connection.putheader("Content-Length", "10")
        connection.endheaders()
        answer = connection.getresponse()
        assert answer.status == 403
        answer.read()
        connection.send(b"name=Gwen+")
    connection.close()


def test_no_link_stands_in_the_servers_log(visitor: httpx.Client, server: Server) -> None:
    email, link = asked(visitor, server)
    visitor.get(link)
    visitor.post(link)
    log = server.log.read_text()
    assert link.rpartition("/")[2] not in log
    assert email not in log


def test_one_mailbox_is_not_flooded(visitor: httpx.Client, server: Server) -> None:
    email = f"{uuid4().hex[:12]}@shop.example.com"
    answers = [visitor.post("/start", data={"name": "Gwen", "email": email}).status_code for _ in range(8)]
    assert answers.count(303) == 5
    assert answers[-1] == 429
    assert len(letters_to(server.data_dir, email)) == 5
