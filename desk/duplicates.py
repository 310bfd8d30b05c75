"""Other cases of what seems to be the same merchant, found by keyed hashes; for staff alone."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple
from uuid import UUID

import structlog

from cases.duplicates import Duplicate, TraitKind
from cases.errors import OnboardError
from cases.states import State
from cases.traits import traits_of
from desk.case_summary import CaseSummary
from desk.desk import Desk

log = structlog.get_logger(__name__)


class Found(NamedTuple):
    """Another case and its business's name, by which it can be compared; the name is kept nowhere."""

    duplicate: Duplicate
    name: str | None


async def duplicates_of(desk: Desk, case_id: UUID) -> list[Found]:
    """Every case that has something in common with this one, and what."""
    async with desk.db.read() as connection:
        kinds: defaultdict[UUID, list[TraitKind]] = defaultdict(list)
        for other, kind in await desk.log.fingerprints.alike(connection, case_id):
            kinds[other].append(TraitKind(kind))
        mine = await desk.log.row(connection, case_id)
        rows = [await desk.log.row(connection, other) for other in kinds]
    return [
        Found(
            Duplicate(
                case_id=row.id,
                kinds=tuple(kinds[row.id]),
                own=mine is not None and row.opened_by == mine.opened_by,
                state=State(row.state),
            ),
            CaseSummary.model_validate(row.summary or {}).name,
        )
        for row in rows
        if row is not None
    ]


async def catch_up(desk: Desk) -> int:
    """Make the fingerprints of cases that have none under the key in use; returns of how many."""
    async with desk.db.write() as tx:
        await desk.log.fingerprints.forget_erased(tx)
    async with desk.db.read() as connection:
        outdated = await desk.log.fingerprints.outdated(connection)
    done = 0
    for case_id in outdated:
        try:
            async with desk.db.write() as tx:
                record = (await desk.load(tx, case_id)).record
                await desk.log.fingerprints.replace(tx, case_id, traits_of(record))
        except OnboardError as error:
            # One damaged case must not keep the others from being known again.
            log.warning("case_without_fingerprints", case_id=str(case_id), reason=error.code)
        else:
            done += 1
    return done
