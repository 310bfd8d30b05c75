"""The work that follows from what was written, and is still to be done; it outlives any process."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select, update

from cases.states import WAITS_FOR_MERCHANT
from desk import ledger, submission
from desk.checking import fail_turn
from desk.desk import Desk
from storage.tables import cases, work

FIRST_PAUSE = timedelta(seconds=5)
LONGEST_PAUSE = timedelta(hours=1)
AT_ONCE = 1000


@dataclass(frozen=True)
class WorkItem:
    """One row of work; ``attempt`` counts the tries that failed so far."""

    id: int
    case_id: UUID
    kind: str
    key: str
    attempt: int
    due_at: datetime


_COLUMNS = (work.c.id, work.c.case_id, work.c.kind, work.c.key, work.c.attempt, work.c.due_at)


async def pending(desk: Desk) -> list[WorkItem]:
    """Everything that is due and not done, oldest first."""
    query = (
        select(*_COLUMNS)
        .where(work.c.done_at.is_(None), work.c.due_at <= desk.clock())
        .order_by(work.c.id)
        .limit(AT_ONCE)
    )
    async with desk.db.read() as connection:
        return [WorkItem(*row) for row in await connection.execute(query)]


async def item(desk: Desk, item_id: int) -> WorkItem | None:
    """One item; None where it is done."""
    query = select(*_COLUMNS).where(work.c.id == item_id, work.c.done_at.is_(None))
    async with desk.db.read() as connection:
        row = (await connection.execute(query)).first()
    return None if row is None else WorkItem(*row)


async def finish(desk: Desk, done: WorkItem) -> None:
    """Tick the item."""
    ticked = update(work).where(work.c.id == done.id).values(done_at=desk.clock())
    async with desk.db.write() as tx:
        await tx.execute(ticked)


async def fail(desk: Desk, failed: WorkItem, reason: str) -> None:
    """Put on record that the item could not be done; it is tried again after a growing pause."""
    pause = min(FIRST_PAUSE * 2 ** min(failed.attempt, 20), LONGEST_PAUSE)
    attempt = failed.attempt + 1
    later = update(work).where(work.c.id == failed.id)
    async with desk.db.write() as tx:
        await tx.execute(later.values(due_at=desk.clock() + pause, attempt=attempt))
        draft = await desk.load(tx, failed.case_id)
        fail_turn(draft, reason, attempt)
        await ledger.write(desk.log, tx, draft)
    desk.bell.ring()


async def postpone(desk: Desk, early: WorkItem, until: datetime) -> None:
    """Have an item looked at again at a later time."""
    later = update(work).where(work.c.id == early.id).values(due_at=until, attempt=early.attempt + 1)
    async with desk.db.write() as tx:
        await tx.execute(later)


async def expire_due(desk: Desk) -> int:
    """Close every case whose merchant has not answered in the policy's time; returns how many."""
    before = desk.clock() - timedelta(days=desk.policy.deadlines.merchant_days)
    query = select(cases.c.id).where(
        cases.c.state.in_(sorted(WAITS_FOR_MERCHANT)), cases.c.updated_at < before
    )
    async with desk.db.read() as connection:
        late = list((await connection.execute(query)).scalars())
    closed = 0
    for case_id in late:
        closed += await expire(desk, case_id)
    return closed


async def expire(desk: Desk, case_id: UUID) -> bool:
    """Close a case whose merchant has not answered in time; true where that was so."""
    async with desk.case(case_id) as draft:
        return submission.expire(draft)
