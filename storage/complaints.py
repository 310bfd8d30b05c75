"""Complaints at hand, so that they are found without reading every case; the log stays the truth."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import complaints


class ComplaintRow(NamedTuple):
    """A complaint without its words."""

    id: UUID
    case_id: UUID
    state: str
    made_at: datetime
    answer_by: datetime
    owner: UUID | None


async def keep(tx: AsyncConnection, row: ComplaintRow) -> None:
    """Keep a complaint as it is now."""
    await tx.execute(delete(complaints).where(complaints.c.id == row.id))
    await tx.execute(insert(complaints).values(row._asdict()))


async def listed(
    connection: AsyncConnection, states: Collection[str], limit: int, after: UUID | None = None
) -> list[ComplaintRow]:
    """Those in the states (none: in any), the most urgent first; ``after``: behind this one."""
    query = select(complaints).order_by(complaints.c.answer_by, complaints.c.id).limit(limit)
    if states:
        query = query.where(complaints.c.state.in_(sorted(states)))
    if after is not None:
        last = select(complaints.c.answer_by).where(complaints.c.id == after).scalar_subquery()
        query = query.where(
            (complaints.c.answer_by > last) | ((complaints.c.answer_by == last) & (complaints.c.id > after))
        )
    return [ComplaintRow(*row) for row in await connection.execute(query)]
