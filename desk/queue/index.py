"""Every case as lists know it, kept at hand: read whole once, then only what was written since."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from cases.access import Person
from desk.case_lines import Listed, listed
from desk.desk import Desk
from storage.leases import running
from storage.screenings import looks
from storage.tables import events
from storage.watches import watched_by


class CaseIndex:
    """All cases, as of the last reading."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._cases: dict[UUID, Listed] = {}
        self._position = 0
        self._lock = asyncio.Lock()

    async def read(self, person: Person) -> Sequence[Listed]:
        """Every case as it is now for somebody, in no order; raises Unavailable."""
        async with self._lock, self._desk.db.read() as connection:
            await self._catch_up(connection)
            waiting, held = await looks(connection), await running(connection)
            seen = await watched_by(connection, person.id)
        found, now = {**self._cases}, self._desk.clock()
        for case_id in held.keys() & found.keys():
            found[case_id] = found[case_id].held(held[case_id], now)
        for case_id in waiting.keys() & found.keys():
            found[case_id] = replace(found[case_id], look_since=waiting[case_id])
        for case_id in seen.keys() & found.keys():
            found[case_id] = replace(found[case_id], seen_seq=seen[case_id])
        return [*found.values()]

    async def _catch_up(self, connection: AsyncConnection) -> None:
        newest = await connection.scalar(select(func.max(events.c.position))) or 0
        if newest == self._position:
            return
        for row in await self._desk.log.rows_since(connection, self._position):
            self._cases[row.id] = listed(row, self._desk.policy)
        self._position = newest
