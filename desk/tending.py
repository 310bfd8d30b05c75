"""What the clock does to cases that wait for a reviewer, whoever looks or does not."""

from __future__ import annotations

from uuid import UUID

import structlog

from cases.assignment import today
from cases.errors import OnboardError
from desk import keeping, ledger
from desk.desk import Desk
from storage.leases import to_look_at

log = structlog.get_logger(__name__)


async def tend_due(desk: Desk) -> int:
    """Look at every case whose time has come; returns how many. One that cannot be read stops no other."""
    now = desk.clock()
    async with desk.db.read() as connection:
        due = await to_look_at(connection, now, today(now, desk.policy))
    for case_id in due:
        try:
            await _tend(desk, case_id)
        except OnboardError as error:
            log.error("case_not_tended", case_id=str(case_id), reason=error.code)
    return len(due)


async def _tend(desk: Desk, case_id: UUID) -> None:
    async with desk.db.write() as tx:
        draft = await desk.load(tx, case_id)
        keeping.tend(draft, await desk.log.roster.reviewers(tx))
        if draft.new:
            await ledger.write(desk.log, tx, draft)
        else:
            await keeping.keep(tx, draft)
    desk.bell.ring()
