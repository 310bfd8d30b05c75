"""Others on the merchant's side, over HTTP: invited by a letter, led to a part, shut out of the rest."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from html import unescape
from uuid import UUID, uuid4

import httpx
import pytest

from cases.access import Role
from cases.languages import Language
from desk.links import LinkBody, LinkKind, Links
from storage.settings import load_settings
from tests.letters import letters_to, link_in, text_of
from tests.newcomers import disabled, newcomer
from tests.server_process import Server, running
from web.composition import Onboard, build, opened

BORN, HOME, TAX = "1985-03-24", "7 Vine Walk, York YO1 7EP, United Kingdom", "GB980780684"
DETAILS = {"date_of_birth": BORN, "nationality": "PT", "home_address": HOME}
FIGURES = {"annual_revenue": "731,402 GBP", "tax_id": TAX}
SECRETS = (BORN, "Vine Walk", "731402", "731,402", "980780684", "0684")
DONE = {"declared": "1", "finish": "1"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("people") / "data") as server:
        yield server


@dataclass
class Applicant:
    """Somebody with an application of their own."""

    server: Server
    http: httpx.Client
    email: str
    case: str

    def invite(self, part: str = "co_owner", name: str = "Cleo Marsh", **more: str) -> Guest:
        """Ask somebody new, or at ``email``; their letter has come."""
        email = more.setdefault("email", f"{uuid4().hex[:12]}@helper.example.com")
        answer = self.http.post(f"/people/{self.case}", data={"part": part, "name": name, **more})
        assert answer.status_code == 303, answer.text
        letter = letters_to(self.server.data_dir, email)[-1]
        return Guest(self.server, self.case, email, link_in(letter))

    def page(self) -> str:
        """The list of who was invited."""
        return unescape(self.http.get(f"/people/{self.case}").text)

    def press(self, act: str) -> httpx.Response:
        """Press the first button of a kind in the list."""
        person = self.page().partition('data-helper="')[2].partition('"')[0]
        return self.http.post(f"/people/{self.case}/{person}/{act}")


@dataclass
class Guest:
    """Somebody who was invited, with the link that they got."""

    server: Server
    case: str
    email: str
    link: str

    def come(self) -> httpx.Client:
        """Open the link, in a browser of their own; they are before the notice."""
        http = httpx.Client(base_url=self.server.url, timeout=30)
        opened = http.post(self.link)
        assert opened.status_code == 303, opened.text
        assert opened.headers["location"].startswith(f"/part/{self.case}")
        return http

    def begin(self) -> httpx.Client:
        """Come, and read the notice."""
        http = self.come()
        assert http.post(f"/part/{self.case}/notice").status_code == 303
        return http

    def do(self, **fields: str) -> httpx.Client:
        """Do the whole part."""
        http = self.begin()
        answer = http.post(f"/part/{self.case}", data={**fields, **DONE})
        assert answer.status_code == 303, answer.text
        return http


def applicant(server: Server, lang: Language = "en") -> Applicant:
    email = f"{uuid4().hex[:12]}@shop.example.com"
    case, link = asyncio.run(begun(server, email, lang))
    http = httpx.Client(base_url=server.url, timeout=30)
    assert http.post(f"/link/{link}").status_code == 303
    owners = "Gwen Abara 60 %\nCleo Marsh 40 %"
    saved = http.post(f"/form/{case}", data={"merchant_name": "Quayside Pottery", "owners": owners})
    assert saved.status_code == 303, saved.text
    return Applicant(server, http, email, case)


async def begun(server: Server, email: str, lang: Language) -> tuple[str, str]:
    """A case and a link to it, made beside the server: letters asked for at /start are counted."""
    case = uuid4()
    async with beside(server) as onboard:
        person = await onboard.people.add(email, [Role.MERCHANT], name="Gwen Abara")
        await onboard.desk.begin(person, case, email, lang)
        body = LinkBody(email=email, language=lang)
        secret = await Links(onboard.desk).make(LinkKind.CONTINUE, body, person_id=person.id, case_id=case)
    return str(case), secret


async def token_of(server: Server, email: str) -> str:
    """What a program of somebody's signs in with."""
    async with beside(server) as onboard:
        return (await onboard.people.create_token(email, None))[1]


async def withdrawn(gwen: Applicant) -> None:
    """The applicant takes the application back."""
    async with beside(gwen.server) as onboard:
        person = await onboard.people.by_email(gwen.email)
        await onboard.desk.withdraw(person, UUID(gwen.case))


@asynccontextmanager
async def beside(server: Server) -> AsyncIterator[Onboard]:
    """The same installation in the test's process."""
    onboard = build(load_settings(None, data_dir=server.data_dir))
    async with opened(onboard):
        yield onboard


def reason(answer: httpx.Response) -> str:
    return answer.text.partition('data-reason="')[2].partition('"')[0]


def rows(server: Server, table: str) -> int:
    with sqlite3.connect(server.data_dir / "onboard.db") as connection:
        return connection.execute(f"select count(*) from {table}").fetchone()[0]


# -- the way through ------------------------------------------------------------------------------------


def test_a_co_owner_does_their_part_and_the_applicant_reads_that_it_is_done(server: Server) -> None:
    gwen = applicant(server)
    guest = gwen.invite()
    assert "not done yet" in gwen.page()
    http = guest.do(**DETAILS)
    assert "Your part is done" in http.get(f"/part/{gwen.case}").text
    assert 'class="state done"' in gwen.page()
    form = unescape(gwen.http.get(f"/form/{gwen.case}").text)
    assert "Entered by somebody you invited" in form
    assert "Or ask Cleo Marsh" not in form


def test_the_notice_comes_before_anything_is_asked_and_is_on_record_before_anything_is_taken(
    server: Server,
) -> None:
    guest = applicant(server).invite()
    http = guest.come()
    page = unescape(http.get(f"/part/{guest.case}").text)
    assert "the basis is law and contract" in page
    assert "Gwen Abara is applying for a merchant account for Quayside Pottery" in page
    assert 'name="date_of_birth"' not in page
    early = http.post(f"/part/{guest.case}", data={**DETAILS, **DONE})
    assert early.status_code == 409
    assert 'id="begin"' in early.text
    http.post(f"/part/{guest.case}/notice")
    assert 'name="date_of_birth"' in http.get(f"/part/{guest.case}").text


def test_looking_at_the_pages_changes_nothing(server: Server) -> None:
    gwen = applicant(server)
    guest = gwen.invite()
    http = guest.come()
    before = rows(server, "events")
    for _ in range(2):
        http.get(f"/part/{guest.case}")
        gwen.http.get(f"/people/{guest.case}?name=Cleo&sent=x&removed=1")
    assert rows(server, "events") == before


def test_wrong_and_missing_fields_are_named_and_no_secret_comes_back(server: Server) -> None:
    http = (guest := applicant(server).invite()).begin()
    sent = {"date_of_birth": "31.02.1985", "home_address": HOME, **DONE}
    answer = http.post(f"/part/{guest.case}", data=sent)
    assert answer.status_code == 422
    assert answer.text.count('aria-invalid="true"') == 1
    assert "31.02.1985" not in answer.text
    answer = http.post(f"/part/{guest.case}", data={"date_of_birth": BORN, **DONE})
    assert (answer.status_code, "This is still missing." in answer.text) == (409, True)
    unticked = http.post(f"/part/{guest.case}", data={"nationality": "PT", "finish": "1"})
    assert (unticked.status_code, "Please tick this" in unticked.text) == (422, True)
    assert http.post(f"/part/{guest.case}", data=DONE).status_code == 303


def test_what_is_typed_is_shown_as_text(server: Server) -> None:
    gwen = applicant(server)
    wrong = gwen.http.post(f"/people/{gwen.case}", data={"name": '"><script>alert(1)</script>', "email": "x"})
    assert wrong.status_code == 422
    assert "<script>alert" not in wrong.text
    http = (guest := gwen.invite()).begin()
    answer = http.post(f"/part/{guest.case}", data={"home_address": '"><b>x', "date_of_birth": "x"})
    assert "<b>x" not in answer.text


@pytest.mark.parametrize(
    ("lang", "asks", "begins", "hears"),
    [
        ("en", "asks you for your part", "I have read this", "has filled in their part."),
        ("de", "bittet Sie um Ihren Teil", "Gelesen, weiter", "hat den eigenen Teil ausgefüllt."),
        ("es", "le pide su parte", "Lo he leído", "ha rellenado su parte."),
        ("fr", "vous demande votre partie", "J’ai lu", "a rempli sa partie."),
    ],
)
def test_everybody_reads_their_own_language(
    server: Server, lang: Language, asks: str, begins: str, hears: str
) -> None:
    other: Language = "fr" if lang != "fr" else "de"
    gwen = applicant(server, other)
    guest = gwen.invite(lang=lang)
    assert asks in str(letters_to(server.data_dir, guest.email)[-1]["Subject"])
    http = guest.come()
    page = unescape(http.get(f"/part/{guest.case}?lang={lang}").text)
    assert f'<html lang="{lang}">' in page
    assert begins in page
    http.post(f"/part/{guest.case}/notice?lang={lang}")
    answer = http.post(f"/part/{guest.case}?lang={lang}", data={**DETAILS, **DONE})
    assert answer.headers["location"] == f"/part/{guest.case}?lang={lang}"
    assert f'<html lang="{other}">' in gwen.page()


# -- who gets to what -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("part", "fields"), [("co_owner", DETAILS), ("accountant", FIGURES)])
def test_nothing_that_was_entered_is_on_a_page_of_the_applicants_or_in_a_file(
    server: Server, part: str, fields: dict[str, str]
) -> None:
    gwen = applicant(server)
    http = gwen.invite(part).do(**fields)
    pages = [gwen.http.get(f"/{door}/{gwen.case}").text for door in ("people", "form", "check", "upload")]
    pages.append(http.get(f"/part/{gwen.case}").text)
    for page in pages:
        for secret in SECRETS:
            assert secret not in page, secret
    for file in server.data_dir.rglob("*"):
        content = file.read_bytes() if file.is_file() else b""
        for secret in (BORN, "Vine Walk", "731,402 GBP", TAX):
            assert secret.encode() not in content, file


def test_a_participant_gets_to_no_page_of_the_case_but_their_own(server: Server) -> None:
    gwen = applicant(server)
    http = gwen.invite().do(**DETAILS)
    for door in ("form", "check", "people"):
        for answer in (
            http.get(f"/{door}/{gwen.case}"),
            http.post(f"/{door}/{gwen.case}", data={"name": "x"}),
        ):
            assert answer.status_code == 404, door
    chat = http.get(f"/chat/case/{gwen.case}", headers={"accept": "text/html"})
    assert "/chat/thread/" not in chat.headers.get("location", "")
    assert f'href="/part/{gwen.case}"' in http.get(f"/upload/{gwen.case}").text
    part = unescape(http.get(f"/part/{gwen.case}").text)
    for kept in (gwen.email, "60 %", "Gwen Abara 60"):
        assert kept not in part


@pytest.mark.parametrize(("part", "fields"), [("co_owner", DETAILS), ("accountant", FIGURES)])
def test_programs_of_either_get_no_more_than_their_pages(
    server: Server, part: str, fields: dict[str, str]
) -> None:
    gwen = applicant(server)
    guest = gwen.invite(part)
    guest.do(**fields)
    doors = ("", "/events", "/events?after=0", "/documents")
    calls = [f"{server.url}/api/merchants/{gwen.case}{door}" for door in doors]
    theirs = {"authorization": f"Bearer {asyncio.run(token_of(server, guest.email))}"}
    answers = [httpx.get(call, headers=theirs) for call in calls]
    assert [answer.status_code for answer in answers[:3]] == [404, 404, 404]
    assert gwen.case not in httpx.get(f"{server.url}/api/merchants", headers=theirs).text
    own = {"authorization": f"Bearer {asyncio.run(token_of(server, gwen.email))}"}
    for answer in [httpx.get(call, headers=own) for call in calls] + answers:
        for secret in SECRETS:
            assert secret not in answer.text, secret


def test_nobody_else_gets_to_a_part(server: Server) -> None:
    gwen = applicant(server)
    gwen.invite()
    stranger = applicant(server)
    for http in (gwen.http, stranger.http):
        assert http.get(f"/part/{gwen.case}").status_code == 404
        assert http.post(f"/part/{gwen.case}", data=DETAILS).status_code == 404
        assert http.post(f"/part/{gwen.case}/notice").status_code == 404
    nobody = httpx.get(f"{server.url}/part/{gwen.case}")
    assert nobody.status_code == 401
    assert "open the link in the letter" in nobody.text
    assert f"next=/part/{gwen.case}" in nobody.text
    assert gwen.http.get("/part/no-id").status_code == 404


def test_who_is_taken_out_loses_the_page_and_the_link_at_once(server: Server) -> None:
    gwen = applicant(server)
    guest = gwen.invite()
    http = guest.begin()
    unused = gwen.invite(email=guest.email)
    assert gwen.press("remove").headers["location"].endswith("removed=1")
    assert http.get(f"/part/{gwen.case}").status_code == 404
    assert http.post(f"/part/{gwen.case}", data=DETAILS).status_code == 404
    for link in (guest.link, unused.link):
        for answer in (http.get(link), http.post(link)):
            assert (answer.status_code, reason(answer)) == (410, "taken_back")
        assert reason(http.post(f"{link}/renew")) == "unknown"
    assert "You have invited nobody yet." in gwen.page()


def test_the_merchant_of_another_case_does_a_part_here_and_keeps_their_own(server: Server) -> None:
    gwen, other = applicant(server), applicant(server)
    http = gwen.invite(name="Olaf Berg", email=other.email).do(**DETAILS)
    assert http.get(f"/form/{other.case}").status_code == 200
    assert http.get(f"/form/{gwen.case}").status_code == 404


async def test_staff_are_led_to_their_part_and_sign_in_with_their_password(server: Server) -> None:
    email, _ = await newcomer(server, Role.REVIEWER)
    gwen = await asyncio.to_thread(applicant, server)
    sent = gwen.http.post(f"/people/{gwen.case}", data={"name": "Rosa", "email": email, "part": "co_owner"})
    assert sent.status_code == 303
    letter = text_of(letters_to(server.data_dir, email)[-1])
    assert "/link/" not in letter
    assert f"/part/{gwen.case}" in letter
    assert "Sign in as you always do" in letter


async def test_a_shut_account_is_refused_like_an_address_that_is_none(server: Server) -> None:
    email, _ = await newcomer(server, Role.MERCHANT)
    await disabled(server, email)
    gwen = await asyncio.to_thread(applicant, server)
    answers = [
        gwen.http.post(f"/people/{gwen.case}", data={"name": "Nemo", "email": address})
        for address in (email, "no address")
    ]
    assert [answer.status_code for answer in answers] == [422, 422]
    for answer in answers:
        assert "We cannot send a letter to this address." in answer.text


def test_the_applicant_themself_is_refused(server: Server) -> None:
    gwen = applicant(server)
    answer = gwen.http.post(f"/people/{gwen.case}", data={"name": "Gwen", "email": gwen.email.upper()})
    assert answer.status_code == 422
    assert "This is your own address." in answer.text


def test_another_site_can_neither_invite_nor_fill_in(server: Server) -> None:
    gwen = applicant(server)
    http = (guest := gwen.invite()).begin()
    foreign = {"origin": "https://elsewhere.example.com", "sec-fetch-site": "cross-site"}
    for sender, path in (
        (gwen.http, f"/people/{gwen.case}"),
        (http, f"/part/{guest.case}"),
        (http, f"/part/{guest.case}/notice"),
    ):
        assert sender.post(path, data={"name": "Mine"}, headers=foreign).status_code == 403


# -- letters and links ----------------------------------------------------------------------------------


def test_a_mail_scanner_that_looks_at_the_link_changes_nothing(server: Server) -> None:
    guest = applicant(server).invite()
    before = rows(server, "events"), rows(server, "people")
    with httpx.Client(base_url=server.url, timeout=30) as scanner:
        for _ in range(3):
            assert scanner.get(guest.link).status_code == 200
            assert scanner.head(guest.link).status_code == 200
        assert "onboard_session" not in scanner.cookies
    assert (rows(server, "events"), rows(server, "people")) == before
    guest.come()


def test_a_link_that_was_used_or_is_over_gets_its_reader_another(server: Server) -> None:
    guest = applicant(server).invite(lang="de")
    http = guest.come()
    again = http.post(guest.link)
    assert (again.status_code, reason(again)) == (410, "used")
    assert http.post(f"{guest.link}/renew").status_code == 200
    letter = letters_to(server.data_dir, guest.email)[-1]
    assert "bittet Sie um Ihren Teil" in str(letter["Subject"])
    Guest(server, guest.case, guest.email, link_in(letter)).come()


def test_who_comes_back_by_the_start_page_goes_on_with_their_part_and_afterwards_may_apply(
    server: Server,
) -> None:
    guest = applicant(server).invite()
    guest.begin()

    def come_back() -> str:
        httpx.post(f"{server.url}/start", data={"name": "Cleo Marsh", "email": guest.email})
        link = link_in(letters_to(server.data_dir, guest.email)[-1])
        return httpx.post(f"{server.url}{link}").headers["location"]

    assert come_back().startswith(f"/part/{guest.case}")
    http = httpx.Client(base_url=server.url, timeout=30)
    httpx.post(f"{server.url}{guest.link}/renew")
    http.post(link_in(letters_to(server.data_dir, guest.email)[-1]))
    assert http.post(f"/part/{guest.case}", data={**DETAILS, **DONE}).status_code == 303
    assert come_back().startswith("/chat/case/")


def test_an_altered_link_is_unknown(server: Server) -> None:
    link = applicant(server).invite().link
    altered = link[:-1] + ("a" if link[-1] != "a" else "b")
    answer = httpx.post(f"{server.url}{altered}")
    assert (answer.status_code, reason(answer)) == (404, "unknown")


def test_an_expired_link_says_so(server: Server) -> None:
    guest = applicant(server).invite()
    with sqlite3.connect(server.data_dir / "onboard.db") as connection:
        over = "update links set expires_at = '2020-01-01T00:00:00.000000Z' where kind = 'part'"
        connection.execute(over)
    answer = httpx.post(f"{server.url}{guest.link}")
    assert (answer.status_code, reason(answer)) == (410, "expired")


def test_in_a_closed_case_the_link_and_the_page_say_so_plainly(server: Server) -> None:
    gwen = applicant(server)
    guest, late = gwen.invite(), gwen.invite(name="Olaf Berg")
    http = guest.begin()
    asyncio.run(withdrawn(gwen))
    answer = httpx.post(f"{server.url}{late.link}")
    assert (answer.status_code, reason(answer)) == (410, "closed")
    page = http.get(f"/part/{gwen.case}")
    assert (page.status_code, "can no longer be changed" in page.text) == (200, True)
    assert http.post(f"/part/{gwen.case}", data={**DETAILS, **DONE}).status_code == 409
    assert "can no longer be changed" in gwen.page()


def test_sending_again_ends_the_link_before(server: Server) -> None:
    gwen = applicant(server)
    guest = gwen.invite()
    assert gwen.press("again").status_code == 303
    assert reason(httpx.get(f"{server.url}{guest.link}")) == "replaced"
    Guest(server, gwen.case, guest.email, link_in(letters_to(server.data_dir, guest.email)[-1])).come()


def test_nobody_is_flooded_with_invitations(server: Server) -> None:
    gwen = applicant(server)
    form = {"name": "Cleo Marsh", "email": f"{uuid4().hex[:12]}@helper.example.com"}
    answers = [gwen.http.post(f"/people/{gwen.case}", data=form).status_code for _ in range(8)]
    assert (answers.count(303), answers[-1]) == (5, 429)
    assert len(letters_to(server.data_dir, form["email"])) == 5


def test_no_letter_holds_more_than_names_and_a_link_and_no_name_becomes_a_link(server: Server) -> None:
    gwen = applicant(server)
    gwen.http.post(f"/form/{gwen.case}", data={"merchant_name": "Free money: https://evil.example/now"})
    guest = gwen.invite()
    letter = text_of(letters_to(server.data_dir, guest.email)[-1])
    assert "https://evil" not in letter
    assert "evil.example/now" not in letter
    assert gwen.email not in letter


def test_the_servers_log_names_nobody(server: Server) -> None:
    guest = applicant(server).invite(name="Xenia Quillfeather")
    guest.do(**DETAILS)
    # A time of day may hold the four figures of a number.
    log = re.sub(r"timestamp='[^']*'", "", server.log.read_text())
    for secret in ("Quillfeather", guest.email, guest.link.rpartition("/")[2], *SECRETS):
        assert secret not in log
