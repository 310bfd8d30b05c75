"""The event log: one append-only table, chained by hash within each case."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, insert, or_, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import tables
from storage.chain import RAW_CASES, RAW_EVENTS, Stored, fetch
from storage.codec import Codec
from storage.database import Database
from storage.documents import Documents
from storage.errors import LogDamaged
from storage.fingerprints import Fingerprints
from storage.match_memory import MatchMemory
from storage.records import CaseRow, NewEvent, StoredEvent
from storage.roster import Roster
from storage.secrets import Keyring

logger = logging.getLogger(__name__)

AT_A_TIME = 50


class EventLog:
    """Writes and reads cases and their events; ``tx`` is the writer's, ``conn`` any connection."""

    def __init__(self, db: Database, keyring: Keyring):
        self.db = db
        self.documents = Documents(keyring)
        self.matches = MatchMemory(keyring)
        self.fingerprints = Fingerprints(keyring)
        self.roster = Roster(keyring)
        self._codec = Codec(keyring)
        self._reported: set[int] = set()

    async def create_case(self, tx: AsyncConnection, case_id: UUID, opened_by: UUID, at: datetime) -> CaseRow:
        """Make the row of a new case, with a data key of its own, opened by a known person."""
        case = self._codec.make_case(case_id, opened_by, at)
        await tx.execute(insert(RAW_CASES).values(case))
        return self._codec.read_case(case)

    async def append(
        self, tx: AsyncConnection, case_id: UUID, events: Sequence[NewEvent], *, row: CaseRow
    ) -> list[StoredEvent]:
        """Write the events at the end of the case's chain, and ``row``'s new values with them.

        The chain goes on from what the database holds, so appending twice in one transaction is
        fine. Raises ``LogDamaged`` when the stored row was changed by somebody else than the log:
        it would be signed anew otherwise.
        """
        if not events:
            raise ValueError("a case changes only together with an event")
        case = await self._fetch_case(tx, case_id)
        if case is None:
            raise LogDamaged("This case is not in the log.", case_id=case_id)
        position = await tx.scalar(select(func.max(tables.events.c.position))) or 0
        stored: list[Stored] = []
        for event in events:
            written = self._codec.write_event(case, event, position + 1)
            stored.append(written)
            position, case["head_seq"], case["head_hash"] = (
                written["position"],
                written["seq"],
                written["hash"],
            )
        await tx.execute(insert(RAW_EVENTS), stored)
        case = self._codec.write_case(case, row, updated_at=events[-1].at)
        await tx.execute(update(RAW_CASES).where(RAW_CASES.c.id == case["id"]).values(case))
        return [self._codec.read_event(event, case["data_key_wrapped"]) for event in stored]

    async def read(self, conn: AsyncConnection, case_id: UUID, after: int = 0) -> list[StoredEvent]:
        """The events of a case behind seq ``after``, decrypted, in order; none for no case.

        Raises ``LogDamaged`` when one was changed or is missing, the end included.
        """
        case = await self._fetch_case(conn, case_id)
        if case is None:
            return []
        found = await fetch(
            conn,
            select(RAW_EVENTS)
            .where(RAW_EVENTS.c.case_id == str(case_id), RAW_EVENTS.c.seq > after)
            .order_by(RAW_EVENTS.c.seq),
        )
        events = [self._codec.read_event(event, case["data_key_wrapped"]) for event in found]
        _check_complete(case, events, after)
        return events

    async def read_since(self, conn: AsyncConnection, position: int, limit: int = 500) -> list[StoredEvent]:
        """Events of all cases behind ``position``, in the order in which they were committed.

        None means that there are no more. Those of a case whose key was destroyed are left out; so
        is a damaged one, which is logged: it must not stop the news of all other cases.
        """
        while True:
            found = await fetch(
                conn,
                select(RAW_EVENTS, RAW_CASES.c.data_key_wrapped)
                .join(RAW_CASES, RAW_CASES.c.id == RAW_EVENTS.c.case_id)
                .where(RAW_EVENTS.c.position > position, RAW_CASES.c.data_key_wrapped.is_not(None))
                .order_by(RAW_EVENTS.c.position)
                .limit(limit),
            )
            events = [event for row in found if (event := self._read_sound(row)) is not None]
            if events or len(found) < limit:
                return events
            position = found[-1]["position"]

    async def row(self, conn: AsyncConnection, case_id: UUID) -> CaseRow | None:
        """A case as it stands; raises ``LogDamaged`` when the row was changed behind the log."""
        case = await self._fetch_case(conn, case_id)
        return None if case is None else self._codec.read_case(case)

    async def rows(
        self,
        conn: AsyncConnection,
        *,
        states: Collection[str] | None = None,
        or_in: Collection[UUID] = (),
        opened_by: UUID | None = None,
        after: UUID | None = None,
        limit: int = 50,
    ) -> list[CaseRow]:
        """Cases, the latest opened first; ``after`` is the last one of the page before.

        ``or_in``: cases that count as in one of the states.

        Fewer than ``limit`` means that there are no more. A damaged row is left out and logged, so
        that one does not hide all others; reading that case raises.
        """
        rows: list[CaseRow] = []
        while len(rows) < limit:
            page = await self._fetch_page(conn, states, or_in, opened_by, after, limit - len(rows))
            rows += self._sound_rows(page)
            if not page:
                break
            after = page[-1]["id"]
        return rows

    async def rows_since(self, conn: AsyncConnection, position: int) -> list[CaseRow]:
        """The cases of which something was written behind ``position``; a damaged row is left out.

        As nothing but the log changes a case, what was read before of all others still holds.
        """
        written = select(RAW_EVENTS.c.case_id).where(RAW_EVENTS.c.position > position)
        found = await fetch(conn, select(RAW_CASES).where(RAW_CASES.c.id.in_(written)))
        rows: list[CaseRow] = []
        for start in range(0, len(found), AT_A_TIME):
            rows += self._sound_rows(found[start : start + AT_A_TIME])
            # Thousands are decrypted when a process begins; others have their turn meanwhile.
            await asyncio.sleep(0)
        return rows

    def _sound_rows(self, found: Sequence[Stored]) -> list[CaseRow]:
        rows: list[CaseRow] = []
        for case in found:
            if self._codec.holds(case):
                rows.append(self._codec.read_case(case))
            else:
                logger.error("the row of case %s was changed behind the log", case["id"])
        return rows

    def _read_sound(self, row: Stored) -> StoredEvent | None:
        try:
            return self._codec.read_event(row, row["data_key_wrapped"])
        except LogDamaged:
            if row["position"] not in self._reported:
                self._reported.add(row["position"])
                logger.error("event %s of case %s was changed", row["seq"], ascii(row["case_id"]))
            return None

    async def _fetch_page(
        self,
        conn: AsyncConnection,
        states: Collection[str] | None,
        or_in: Collection[UUID],
        opened_by: UUID | None,
        after: UUID | str | None,
        limit: int,
    ) -> list[dict[str, Any]]:
        c = RAW_CASES.c
        query = select(RAW_CASES).order_by(c.opened_at.desc(), c.id.desc()).limit(limit)
        if states is not None:
            query = query.where(or_(c.state.in_(states), c.id.in_([str(each) for each in or_in])))
        if opened_by is not None:
            query = query.where(c.opened_by == str(opened_by))
        if after is not None:
            last = select(c.opened_at, c.id).where(c.id == str(after)).correlate(None)
            query = query.where(tuple_(c.opened_at, c.id) < last.scalar_subquery())
        return await fetch(conn, query)

    async def _fetch_case(self, conn: AsyncConnection, case_id: UUID) -> dict[str, Any] | None:
        query = select(RAW_CASES).where(RAW_CASES.c.id == str(case_id))
        for case in await fetch(conn, query):
            if not self._codec.holds(case):
                raise LogDamaged("The row of this case was changed behind the log.", case_id=case_id)
            return case
        return None


def _check_complete(case: Stored, events: Sequence[StoredEvent], after: int) -> None:
    expected = range(after + 1, case["head_seq"] + 1)
    if [event.seq for event in events] != list(expected) or (events and events[-1].hash != case["head_hash"]):
        raise LogDamaged("Events of this case are missing from the log.", case_id=case["id"])
