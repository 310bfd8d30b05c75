"""The staff whom one may ask for a second opinion."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import String, cast, or_, select

from cases.access import Role
from desk.base import DeskBase
from desk.naming import Colleague, mention_of
from storage.tables import people

ANSWER = (Role.REVIEWER, Role.COMPLIANCE)
"""The roles of those who can answer in a case."""


class Offer(NamedTuple):
    """A colleague as the composer offers them; ``mention``: what behind an @ names them."""

    name: str
    handle: str
    mention: str


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


async def offers(desk: DeskBase, but: Collection[UUID]) -> tuple[Offer, ...]:
    """Whom a note may ask, ``but`` those; without whoever cannot be told from another by any name."""
    known = await colleagues(desk)
    named = ((each, mention_of(each, known)) for each in known if each.id not in but)
    return tuple(Offer(each.name, each.handle, mention) for each, mention in named if mention)
