"""Somebody who comes by the start page: without an account, with a mailbox."""

from __future__ import annotations

import sqlite3
from uuid import uuid4

import httpx

from tests.letters import letters_to, link_in
from tests.server_process import Server


def asked(visitor: httpx.Client, server: Server, lang: str = "en") -> tuple[str, str]:
    """An address that asked for a link, and the path of the link that it got."""
    email = f"{uuid4().hex[:12]}@shop.example.com"
    answer = visitor.post("/start", data={"name": "Gwen Abara", "email": email, "lang": lang})
    assert answer.status_code == 303
    return email, link_in(letters_to(server.data_dir, email)[-1])


def begun(visitor: httpx.Client, server: Server, lang: str = "en") -> tuple[str, str]:
    """An address whose application has begun in the visitor's browser, and the case."""
    email, link = asked(visitor, server, lang)
    return email, visitor.post(link).headers["location"].rpartition("/")[2]


def reason(answer: httpx.Response) -> str:
    """Why the page of a link says that it cannot be used."""
    return answer.text.partition('data-reason="')[2].partition('"')[0]


def rows(server: Server, table: str) -> int:
    """How many rows a table has."""
    with sqlite3.connect(server.data_dir / "onboard.db") as connection:
        return connection.execute(f"select count(*) from {table}").fetchone()[0]
