"""A case screened again, with the lists as they are now."""

from __future__ import annotations

from uuid import UUID

from cases.checks import CheckStatus
from cases.errors import Conflict, Unavailable
from desk.desk import Desk
from desk.draft import DESK
from desk.matching import RESOLVABLE, record_screening
from desk.remembering import recall
from tools.reassessment import reassess
from tools.screening import screen

TRIES = 5
"""Times that a case may move under its screening before it is left for later."""


async def rescreen(desk: Desk, case_id: UUID) -> None:
    """Screen a case that is open or active again; nothing where it has gone elsewhere meanwhile.

    Raises Unavailable where a list cannot be read: what was found before stays.
    """
    for _ in range(TRIES):
        if await _rescreen(desk, case_id):
            return
    raise Conflict("The case moves too fast to be screened.", code="turn_stale")


async def _rescreen(desk: Desk, case_id: UUID) -> bool:
    """False where something was written between reading the case and writing what was found."""
    async with desk.db.read() as connection:
        before = await desk.load(connection, case_id)
    record, policy = before.record, before.policy
    if record.state not in RESOLVABLE:
        return True
    check = await screen(record, desk.lists, policy.screening, before.now.date())
    if check.status is CheckStatus.ERROR and not check.lists:
        raise Unavailable(check.reason)
    known = await recall(desk, [match.pair for match in check.matches], case_id)
    async with desk.case(case_id) as draft:
        if draft.record.last_seq != record.last_seq:
            return False
        record_screening(draft, DESK, check, known)
        reassess(draft)
    return True
