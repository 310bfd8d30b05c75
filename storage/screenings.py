"""What each case was last screened with, and which decided ones a person has to look at again."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import cases, screenings


async def note_lists(tx: AsyncConnection, case_id: UUID, lists_hash: str) -> None:
    """Say with which lists a case was screened."""
    noted = update(screenings).where(screenings.c.case_id == case_id).values(lists_hash=lists_hash)
    if (await tx.execute(noted)).rowcount == 0:
        await tx.execute(insert(screenings).values(case_id=case_id, lists_hash=lists_hash))


async def note_look(tx: AsyncConnection, case_id: UUID, since: datetime | None) -> None:
    """Say since when a decided case has to be looked at; an earlier time stays, None ends it."""
    of_case = screenings.c.case_id == case_id
    changed = update(screenings).where(of_case).values(look_since=since)
    waits = screenings.c.look_since.is_not(None)
    await tx.execute(changed.where(~waits if since else waits))


async def looks(connection: AsyncConnection) -> dict[UUID, datetime]:
    """The decided cases that have to be looked at, and since when."""
    query = select(screenings.c.case_id, screenings.c.look_since).where(screenings.c.look_since.is_not(None))
    return {row.case_id: row.look_since for row in await connection.execute(query)}


async def screened_otherwise(
    connection: AsyncConnection, states: Collection[str], lists_hash: str
) -> list[tuple[UUID, int]]:
    """The cases in these states that were last screened with other lists, each with its last seq."""
    joined = cases.outerjoin(screenings, screenings.c.case_id == cases.c.id)
    other = or_(screenings.c.lists_hash.is_(None), screenings.c.lists_hash != lists_hash)
    query = select(cases.c.id, cases.c.head_seq).select_from(joined)
    rows = await connection.execute(query.where(cases.c.state.in_(states), other).order_by(cases.c.id))
    return [(row.id, row.head_seq) for row in rows]
