"""Watch lists as they were last read. They are public; nothing here is about a merchant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cases.screening import ListEntry
from storage.tables import watch_list_entries, watch_lists

_AT_ONCE = 2000
"""Rows in one statement."""

Words = tuple[str, ...]


class StoredList(NamedTuple):
    """A list as it stands: the day that it is of, when it was read, and what is wrong since.

    ``published``: None for a list of our own, which does not age.
    """

    name: str
    digest: str | None
    published: date | None
    loaded_at: datetime | None
    size: int
    problem: str | None

    @property
    def version(self) -> str:
        """What a match names: the list's date, or the day on which it was read, and its digest."""
        return f"{self.day} {(self.digest or '')[:12]}".strip()

    @property
    def day(self) -> date | None:
        """The day that the list is of: the date that it bears, else when it was read."""
        return self.published or (self.loaded_at.date() if self.loaded_at else None)

    def outdated(self, oldest: timedelta | None, today: date) -> str | None:
        """What to say where it is older than allowed; None where it is not, or is a list of our own."""
        if oldest is None or self.published is None or today - self.published <= oldest:
            return None
        return f"The watch list {self.name} is of {self.published}, older than the policy allows."


class IndexedEntry(NamedTuple):
    """An entry with its names, each as normalised words."""

    entry: ListEntry
    words: tuple[Words, ...]


async def stored_lists(connection: AsyncConnection) -> list[StoredList]:
    """Every list that was ever tried to read, by name."""
    rows = await connection.execute(select(watch_lists).order_by(watch_lists.c.name))
    return [StoredList(*row) for row in rows]


async def replace_list(tx: AsyncConnection, stored: StoredList, entries: Iterable[IndexedEntry]) -> None:
    """Put what was read in the place of what stood there."""
    table, rows = watch_list_entries, [_row(stored.name, entry) for entry in entries]
    await tx.execute(delete(table).where(table.c.list_name == stored.name))
    await tx.execute(delete(watch_lists).where(watch_lists.c.name == stored.name))
    await tx.execute(insert(watch_lists).values(**stored._asdict()))
    for start in range(0, len(rows), _AT_ONCE):
        await tx.execute(insert(table), rows[start : start + _AT_ONCE])


async def note_problem(tx: AsyncConnection, name: str, problem: str) -> None:
    """Say why a list could not be read; what was read before stays."""
    noted = update(watch_lists).where(watch_lists.c.name == name).values(problem=problem)
    if (await tx.execute(noted)).rowcount == 0:
        await tx.execute(insert(watch_lists).values(name=name, size=0, problem=problem))


async def forget_lists(tx: AsyncConnection, but: Sequence[str]) -> None:
    """Forget the lists that are not configured any more."""
    table = watch_list_entries
    await tx.execute(delete(table).where(table.c.list_name.not_in(but)))
    await tx.execute(delete(watch_lists).where(watch_lists.c.name.not_in(but)))


async def read_entries(connection: AsyncConnection) -> list[IndexedEntry]:
    """Every entry of every list."""
    rows = await connection.execute(select(watch_list_entries).order_by(watch_list_entries.c.id))
    return [
        IndexedEntry(ListEntry.model_validate(row.body), tuple(tuple(words) for words in row.words))
        for row in rows
    ]


def _row(list_name: str, indexed: IndexedEntry) -> dict[str, object]:
    return {
        "list_name": list_name,
        "words": [list(words) for words in indexed.words],
        "body": indexed.entry.model_dump(mode="json"),
    }
