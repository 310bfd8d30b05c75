"""The logs of all cases in which something happened since a moment, for what is counted over them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from uuid import UUID

from cases.events import Event
from desk.desk import Desk
from storage.errors import KeyMissing, LogDamaged
from storage.records import CaseRow

A_PAGE = 200


async def logs_since(desk: Desk, since: datetime) -> AsyncIterator[Sequence[Event] | None]:
    """The events of each such case, the latest opened first; None for one that cannot be read."""
    async for row in _rows(desk, since):
        try:
            async with desk.db.read() as connection:
                events = await desk.events(connection, row.id)
        except (LogDamaged, KeyMissing):
            yield None
        else:
            yield events


async def _rows(desk: Desk, since: datetime) -> AsyncIterator[CaseRow]:
    """The cases in which something happened since then, without those that were erased."""
    last: UUID | None = None
    while True:
        async with desk.db.read() as connection:
            rows = await desk.log.rows(connection, after=last, limit=A_PAGE)
        for row in rows:
            if row.updated_at >= since and row.summary is not None:
                yield row
        if len(rows) < A_PAGE:
            return
        last = rows[-1].id
