"""How far each person had read a case when they last left it; a mark beside the log, no event."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import last_looks


async def note(tx: AsyncConnection, case_id: UUID, person_id: UUID, seq: int, at: datetime) -> None:
    """Say how far the person has read the case; what they had read before stays read."""
    of_theirs = (last_looks.c.case_id == case_id, last_looks.c.person_id == person_id)
    later = update(last_looks).where(*of_theirs, last_looks.c.seq <= seq).values(seq=seq, at=at)
    known = (await tx.execute(select(last_looks.c.seq).where(*of_theirs))).first()
    if known is None:
        values = {"case_id": case_id, "person_id": person_id, "seq": seq, "at": at}
        await tx.execute(insert(last_looks).values(**values))
    else:
        await tx.execute(later)


async def read(connection: AsyncConnection, case_id: UUID, person_id: UUID) -> tuple[int, datetime] | None:
    """How far the person had read, and when that was; None where they have never been there."""
    query = select(last_looks.c.seq, last_looks.c.at).where(
        last_looks.c.case_id == case_id, last_looks.c.person_id == person_id
    )
    row = (await connection.execute(query)).first()
    return (row.seq, row.at) if row else None
