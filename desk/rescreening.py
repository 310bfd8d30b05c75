"""A changed list: which cases are screened again, written down as work."""

from __future__ import annotations

from sqlalchemy import insert, select

from cases.resolutions import lists_hash
from desk.desk import Desk
from desk.matching import RESOLVABLE
from storage.screenings import screened_otherwise
from storage.tables import work

KIND = "rescreen"


async def schedule(desk: Desk) -> int:
    """Have every open or active case screened again that was screened with other lists; returns how many.

    Brings the lists up to date first. A list that was never read is waited for.
    """
    lists = await desk.lists.status()
    if any(each.digest is None for each in lists):
        return 0
    current = lists_hash({each.name: each.version for each in lists})
    states = sorted(RESOLVABLE)
    async with desk.db.read() as connection:
        if not await screened_otherwise(connection, states, current):
            return 0
    async with desk.db.write() as tx:
        other = await screened_otherwise(tx, states, current)
        keys = {f"{KIND}:{case_id}:{seq}": case_id for case_id, seq in other}
        waits = select(work.c.case_id).where(work.c.kind == KIND, work.c.done_at.is_(None))
        waiting = {*(await tx.execute(waits)).scalars()}
        known = {*(await tx.execute(select(work.c.key).where(work.c.key.in_(keys)))).scalars()}
        now = desk.clock()
        rows = [
            {"case_id": case_id, "kind": KIND, "key": key, "created_at": now, "due_at": now, "attempt": 0}
            for key, case_id in keys.items()
            if case_id not in waiting and key not in known
        ]
        if rows:
            await tx.execute(insert(work), rows)
    desk.bell.ring()
    return len(rows)
