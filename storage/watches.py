"""Who watches which case, and which of its moves they have seen."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import watches


async def watch(tx: AsyncConnection, case_id: UUID, person_id: UUID, seen_seq: int) -> None:
    """Have somebody watch a case from an event on; who does so already has seen it up to there."""
    if await is_watching(tx, case_id, person_id):
        await note_seen(tx, case_id, person_id, seen_seq)
    else:
        seen = {"case_id": case_id, "person_id": person_id, "seen_seq": seen_seq}
        await tx.execute(insert(watches).values(seen))


async def unwatch(tx: AsyncConnection, case_id: UUID, person_id: UUID) -> None:
    """Have somebody watch it no more."""
    await tx.execute(delete(watches).where(*_theirs(case_id, person_id)))


async def note_seen(tx: AsyncConnection, case_id: UUID, person_id: UUID, seen_seq: int) -> None:
    """Say up to which event somebody who watches it has seen it; what they had seen stays seen."""
    earlier = (*_theirs(case_id, person_id), watches.c.seen_seq < seen_seq)
    await tx.execute(update(watches).where(*earlier).values(seen_seq=seen_seq))


async def is_watching(connection: AsyncConnection, case_id: UUID, person_id: UUID) -> bool:
    """Whether somebody watches a case."""
    query = select(watches.c.case_id).where(*_theirs(case_id, person_id))
    return (await connection.execute(query)).first() is not None


async def watched_by(connection: AsyncConnection, person_id: UUID) -> dict[UUID, int]:
    """What somebody watches, and up to which event they have seen each."""
    query = select(watches.c.case_id, watches.c.seen_seq).where(watches.c.person_id == person_id)
    return {row.case_id: row.seen_seq for row in await connection.execute(query)}


async def watchers_of(connection: AsyncConnection, case_id: UUID) -> Sequence[UUID]:
    """Who watches a case."""
    rows = await connection.execute(select(watches.c.person_id).where(watches.c.case_id == case_id))
    return list(rows.scalars())


def _theirs(case_id: UUID, person_id: UUID) -> tuple[ColumnElement[bool], ...]:
    return watches.c.case_id == case_id, watches.c.person_id == person_id
