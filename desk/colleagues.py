"""The staff whom one may ask for a second opinion, and how a note names them: @ and a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import String, cast, or_, select

from cases.access import Role
from cases.errors import Invalid
from desk.base import DeskBase
from storage.tables import people

ANSWER = (Role.REVIEWER, Role.COMPLIANCE)
"""The roles of those who can answer in a case."""

_NAMED = re.compile(r"(?<![\w.@])@([\w.+-]*\w)")


class Colleague(NamedTuple):
    """Somebody to ask; ``handle``: what stands before the @ of their e-mail address."""

    id: UUID
    name: str
    handle: str

    def is_called(self, word: str) -> bool:
        """Whether the word behind an @ names them: by address, by first or by whole name."""
        words = self.name.casefold().split()
        return word.casefold() in (self.handle.casefold(), *words[:1], ".".join(words))


async def colleagues(desk: DeskBase) -> tuple[Colleague, ...]:
    """Everybody who can answer in a case and may use their account, by name."""
    is_one = or_(*(cast(people.c.roles, String).contains(f'"{role.value}"') for role in ANSWER))
    query = select(people).where(is_one, people.c.disabled.is_(False))
    async with desk.db.read() as connection:
        rows = [*(await connection.execute(query))]
    decrypt = desk.keyring.decrypt
    found = [
        Colleague(row.id, decrypt(row.name_encrypted), decrypt(row.email_encrypted).partition("@")[0])
        for row in rows
    ]
    return tuple(sorted(found, key=lambda each: each.name.casefold()))


def names_somebody(text: str) -> bool:
    """Whether a text has an @ before a word, which is not that of an e-mail address."""
    return _NAMED.search(text) is not None


def asked_in(text: str, known: Sequence[Colleague]) -> tuple[UUID, ...]:
    """Those whom a text names; raises Invalid for a name that nobody has, or several."""
    return tuple(dict.fromkeys(_one(word, known) for word in _NAMED.findall(text)))


def _one(word: str, known: Sequence[Colleague]) -> UUID:
    called = [each for each in known if each.is_called(word)]
    exactly = [each for each in called if each.handle.casefold() == word.casefold()]
    found = exactly or called
    if not found:
        raise Invalid(f"There is no colleague @{word}. Without the @ it is a word like any other.")
    if len(found) > 1:
        handles = " or ".join(f"@{each.handle}" for each in found)
        raise Invalid(f"Several colleagues are called {word}: please write {handles}.", code="several")
    return found[0].id
