"""One-time links of every kind: looking changes nothing, and what cannot be used says why and what to do."""

from __future__ import annotations

import asyncio
import hashlib
import sqlite3
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from uuid import UUID, uuid4

import httpx
import pytest

from cases.access import Role
from cases.languages import LANGUAGES, Language
from cases.participants import Part
from cases.states import State
from desk.draft import DESK
from desk.links import LinkBody, LinkKind, Links
from desk.wordbook import wordbook
from storage.settings import load_settings
from tests.letters import letters_to, link_in
from tests.server_process import Server
from tests.web.visitors import reason
from web.composition import build, opened

KINDS = [
    LinkKind.START,
    LinkKind.INVITATION,
    LinkKind.CONTINUE,
    LinkKind.DEVICE,
    LinkKind.PART,
    LinkKind.REOPEN,
]
WITH_A_CASE = [LinkKind.CONTINUE, LinkKind.DEVICE, LinkKind.PART, LinkKind.REOPEN]

KEPT = {
    "people": "*",
    "links": "*",
    "events": "*",
    "work": "*",
    "participants": "*",
    "threads": "*",
    "tokens": "*",
    "cases": "id, state, version, updated_at, head_seq, head_hash",
}
"""Tables and what is compared of them: all but how far the log is sealed, which goes on by itself."""


class Sent(NamedTuple):
    """A link of a kind, the mailbox that it went to, and the case that it is about."""

    path: str
    email: str
    case: str


async def _send(server: Server, kind: LinkKind, language: Language) -> Sent:
    """A new link, made beside the server as a page of it would."""
    onboard = build(load_settings(None, data_dir=server.data_dir))
    email = f"{uuid4().hex[:12]}@shop.example.com"
    body = LinkBody(email=email, name="Gwen Abara", language=language)
    async with opened(onboard):
        links = Links(onboard.desk)
        if kind not in WITH_A_CASE:
            return Sent(f"/link/{await links.make(kind, body)}", email, "")
        owner = await onboard.people.add(f"{uuid4().hex[:12]}@shop.example.com", [Role.MERCHANT])
        person, case_id = await onboard.people.of_mailbox(email, "Gwen Abara"), uuid4()
        if kind is LinkKind.PART:
            await onboard.desk.begin(owner, case_id, owner.email, language)
            await onboard.desk.invite(owner, case_id, person, "Gwen Abara", Part.ACCOUNTANT)
            body = body.model_copy(update={"leads_to": "part"})
        else:
            await onboard.desk.begin(person, case_id, email, language)
        secret = await links.make(kind, body, person_id=person.id, case_id=case_id)
    return Sent(f"/link/{secret}", email, str(case_id))


def sent(server: Server, kind: LinkKind, language: Language = "en") -> Sent:
    return asyncio.run(_send(server, kind, language))


def everything(server: Server) -> dict[str, list[tuple[object, ...]]]:
    with sqlite3.connect(server.data_dir / "onboard.db") as connection:
        return {
            table: connection.execute(f"select {columns} from {table} order by 1, 2").fetchall()
            for table, columns in KEPT.items()
        }


def change(server: Server, statement: str, *values: str) -> None:
    with sqlite3.connect(server.data_dir / "onboard.db") as connection:
        connection.execute(statement, values)


def expire(server: Server, link: Sent) -> None:
    digest = hashlib.sha256(link.path.rpartition("/")[2].encode()).hexdigest()
    past = (datetime.now(UTC) - timedelta(minutes=1)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    change(server, "update links set expires_at = ? where secret_hash = ?", past, digest)


@pytest.mark.parametrize("kind", KINDS)
def test_a_mail_scanner_may_look_as_often_as_it_likes(
    server: Server, visitor: httpx.Client, kind: LinkKind
) -> None:
    link = sent(server, kind)
    before = everything(server)
    for _ in range(5):
        assert visitor.get(link.path).status_code == 200
        assert visitor.head(link.path).status_code == 200
    assert everything(server) == before
    assert not visitor.cookies
    assert visitor.post(link.path).status_code == 303


@pytest.mark.parametrize("kind", KINDS)
def test_a_link_is_good_once(server: Server, visitor: httpx.Client, kind: LinkKind) -> None:
    link = sent(server, kind)
    assert visitor.post(link.path).status_code == 303
    after = everything(server)
    for answer in (visitor.get(link.path), visitor.post(link.path)):
        assert (answer.status_code, reason(answer)) == (410, "used")
        assert f'action="{link.path}/renew"' in answer.text
    assert everything(server) == after


@pytest.mark.parametrize("kind", KINDS)
def test_a_link_expires_and_another_goes_to_the_same_mailbox(
    server: Server, visitor: httpx.Client, kind: LinkKind
) -> None:
    link = sent(server, kind)
    expire(server, link)
    for answer in (visitor.get(link.path), visitor.post(link.path)):
        assert (answer.status_code, reason(answer)) == (410, "expired")
    assert visitor.post(f"{link.path}/renew").status_code == 200
    [letter] = letters_to(server.data_dir, link.email)
    opened_one = visitor.post(link_in(letter))
    assert opened_one.status_code == 303
    assert link.case in opened_one.headers["location"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("how", ["changed", "cut off", "longer"])
def test_an_altered_link_is_unknown_and_cannot_be_renewed(
    server: Server, visitor: httpx.Client, kind: LinkKind, how: str
) -> None:
    path = (sent(server, kind)).path
    altered = {
        "changed": path[:-1] + ("a" if path[-1] != "a" else "b"),
        "cut off": path[:-1],
        "longer": f"{path}a",
    }[how]
    before = everything(server)
    for answer in (visitor.get(altered), visitor.post(altered), visitor.post(f"{altered}/renew")):
        assert (answer.status_code, reason(answer)) == (404, "unknown")
        assert "/renew" not in answer.text
    assert everything(server) == before


@pytest.mark.parametrize("kind", WITH_A_CASE)
@pytest.mark.parametrize("used", [False, True])
def test_the_links_of_a_closed_case_say_that_it_is_closed_and_are_not_renewed(
    server: Server, visitor: httpx.Client, kind: LinkKind, used: bool
) -> None:
    link = sent(server, kind)
    if used:
        visitor.post(link.path)
    change(server, "update cases set state = 'withdrawn' where id = ?", link.case)
    for answer in (visitor.get(link.path), visitor.post(link.path)):
        assert (answer.status_code, reason(answer)) == (410, "closed")
        assert "/renew" not in answer.text
    assert reason(visitor.post(f"{link.path}/renew")) == "unknown"
    assert letters_to(server.data_dir, link.email) == []


async def _close_as_incomplete(server: Server, case: str) -> None:
    onboard = build(load_settings(None, data_dir=server.data_dir))
    async with opened(onboard), onboard.desk.case(UUID(case)) as draft:
        draft.move(State.EXPIRED, DESK)


def test_the_link_to_what_was_closed_as_incomplete_opens_it_again_and_others_do_not(
    server: Server, visitor: httpx.Client
) -> None:
    reopening, going_on = sent(server, LinkKind.REOPEN), sent(server, LinkKind.CONTINUE)
    for link in (reopening, going_on):
        asyncio.run(_close_as_incomplete(server, link.case))
    assert reason(visitor.post(going_on.path)) == "closed"
    before = everything(server)
    assert wordbook("en")("link.reopen_title") in visitor.get(reopening.path).text
    assert everything(server) == before
    assert visitor.post(reopening.path).headers["location"] == f"/chat/case/{reopening.case}"
    with sqlite3.connect(server.data_dir / "onboard.db") as connection:
        query = "select state from cases where id = ?"
        assert connection.execute(query, [reopening.case]).fetchone() == ("collecting",)


@pytest.mark.parametrize("kind", KINDS)
def test_a_refusal_is_written_in_the_readers_language_and_is_kept_by_nobody(
    server: Server, visitor: httpx.Client, kind: LinkKind
) -> None:
    link = sent(server, kind)
    expire(server, link)
    for language in LANGUAGES:
        answer = visitor.get(link.path, headers={"accept-language": language})
        assert f'<html lang="{language}">' in answer.text
        assert wordbook(language)("link.expired_title") in answer.text
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-robots-tag"] == "noindex"
        assert answer.headers["referrer-policy"] == "no-referrer"


def test_a_link_leads_to_the_form_for_who_would_rather_fill_in(server: Server, visitor: httpx.Client) -> None:
    link = sent(server, LinkKind.START, "fr")
    assert wordbook("fr")("link.open_form") in visitor.get(link.path).text
    answer = visitor.post(link.path, data={"how": "form"})
    assert answer.headers["location"].startswith("/form/")
    assert visitor.get(answer.headers["location"]).status_code == 200


def test_a_link_to_a_part_leads_nowhere_else(server: Server, visitor: httpx.Client) -> None:
    link = sent(server, LinkKind.PART)
    assert "go-on-form" not in visitor.get(link.path).text
    answer = visitor.post(link.path, data={"how": "form"})
    assert answer.headers["location"].startswith(f"/part/{link.case}")
