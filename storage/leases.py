"""Beside the log: whose a case is and until when, when the clock looks at it, and who is out of office."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cases.assignment import Absence, Lease
from storage.tables import absences, attention, leases


async def lease_of(connection: AsyncConnection, case_id: UUID) -> Lease | None:
    """The lease on a case; None where it is nobody's."""
    return (await leases_of(connection, [case_id])).get(case_id)


async def leases_of(connection: AsyncConnection, case_ids: Collection[UUID]) -> dict[UUID, Lease]:
    """The leases on cases."""
    query = select(leases).where(leases.c.case_id.in_(case_ids))
    rows = await connection.execute(query)
    return {row.case_id: Lease(row.person_id, row.since, row.until) for row in rows}


async def keep_lease(tx: AsyncConnection, case_id: UUID, lease: Lease | None) -> None:
    """Put a lease in the place of the one before."""
    of_case = leases.c.case_id == case_id
    if lease is None:
        await tx.execute(delete(leases).where(of_case))
    elif (await tx.execute(update(leases).where(of_case).values(lease._asdict()))).rowcount == 0:
        await tx.execute(insert(leases).values(case_id=case_id, **lease._asdict()))


async def running(connection: AsyncConnection) -> dict[UUID, Lease]:
    """Every lease that runs or has run out, by its case; not those that rest."""
    rows = await connection.execute(select(leases).where(leases.c.until.is_not(None)))
    return {row.case_id: Lease(row.person_id, row.since, row.until) for row in rows}


async def note_attention(tx: AsyncConnection, case_id: UUID, look_at: datetime | None) -> None:
    """Say when the clock has to look at a case."""
    changed = update(attention).where(attention.c.case_id == case_id).values(look_at=look_at)
    if (await tx.execute(changed)).rowcount == 0 and look_at is not None:
        await tx.execute(insert(attention).values(case_id=case_id, look_at=look_at))


async def to_look_at(connection: AsyncConnection, now: datetime, today: date) -> list[UUID]:
    """The cases whose time has come, and those that somebody has who is out of office."""
    joined = leases.outerjoin(absences, absences.c.person_id == leases.c.person_id)
    away = (absences.c.first_day <= today, absences.c.last_day >= today, leases.c.until.is_not(None))
    theirs = select(leases.c.case_id).select_from(joined).where(*away)
    due = or_(attention.c.look_at <= now, attention.c.case_id.in_(theirs))
    rows = await connection.execute(select(attention.c.case_id).where(due).order_by(attention.c.look_at))
    return list(rows.scalars())


async def held_by(connection: AsyncConnection, person_id: UUID) -> list[UUID]:
    """The cases that wait for somebody."""
    theirs = (leases.c.person_id == person_id, leases.c.until.is_not(None))
    rows = await connection.execute(select(leases.c.case_id).where(*theirs).order_by(leases.c.since))
    return list(rows.scalars())


async def keep_absence(tx: AsyncConnection, person_id: UUID, absence: Absence | None) -> None:
    """Put somebody's days out of office in the place of those before; None: they are here."""
    await tx.execute(delete(absences).where(absences.c.person_id == person_id))
    if absence is not None:
        values = {"first_day": absence.first_day, "last_day": absence.last_day, "deputy_id": absence.deputy}
        await tx.execute(insert(absences).values(person_id=person_id, **values))


async def absence_of(connection: AsyncConnection, person_id: UUID) -> Absence | None:
    """The days on which somebody is out of office; None where they never are."""
    row = (await connection.execute(select(absences).where(absences.c.person_id == person_id))).first()
    return None if row is None else Absence(row.first_day, row.last_day, row.deputy_id)
