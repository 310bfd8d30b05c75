"""Every committed event, in order, as it comes: what the chat windows and the event stream follow."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select

from cases.access import Audience
from desk.desk import Desk
from storage.tables import events

LOOK_EVERY = 0.5
"""Seconds between looks for what other processes wrote; our own commits ring the bell."""

AT_ONCE = 200


@dataclass(frozen=True)
class Change:
    """That something was written; the reader fetches it with their own rights."""

    position: int
    case_id: UUID
    seq: int
    kind: str
    audience: Audience
    participant: UUID | None
    at: datetime


class Feed:
    """Changes of every case, from any process, in the order in which they were written."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def last_position(self) -> int:
        """The position of the newest event; 0 where there is none."""
        async with self._desk.db.read() as connection:
            newest = await connection.scalar(select(func.max(events.c.position)))
        return newest or 0

    async def changes(self, after: int | None = None) -> AsyncIterator[Change]:
        """Each change after a position (None: from now on), without an end."""
        position = await self.last_position() if after is None else after
        while True:
            batch = await self._next(position)
            for change in batch:
                yield change
                position = change.position
            if not batch:
                await self._desk.bell.wait(LOOK_EVERY)

    async def _next(self, position: int) -> list[Change]:
        async with self._desk.db.read() as connection:
            stored = await self._desk.log.read_since(connection, position, AT_ONCE)
        return [
            Change(
                position=entry.position,
                case_id=entry.case_id,
                seq=entry.seq,
                kind=entry.kind,
                audience=Audience(entry.audience),
                participant=entry.participant,
                at=entry.at,
            )
            for entry in stored
        ]
