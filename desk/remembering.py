"""What people found about the same pairs in other applications."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from cases.errors import NotFound
from cases.events import MatchResolved
from cases.replay import replay
from cases.screening import Resolution
from cases.sensitive import display
from desk.desk import Desk
from storage.errors import LogDamaged


async def recall(desk: Desk, pairs: Collection[str], but: UUID) -> dict[str, Resolution]:
    """The findings by pair, those of the case ``but`` aside; what cannot be read any more is forgotten."""
    if not pairs:
        return {}
    async with desk.db.read() as connection:
        places = await desk.log.matches.find(connection, pairs)
        found = {
            pair: await _read(desk, connection, place.case_id, place.seq)
            for pair, place in places.items()
            if place.case_id != but
        }
    return {pair: resolution for pair, resolution in found.items() if resolution is not None}


async def _read(desk: Desk, connection: AsyncConnection, case_id: UUID, seq: int) -> Resolution | None:
    try:
        events = await desk.events(connection, case_id)
    except (NotFound, LogDamaged):
        return None
    body = events[seq - 1].body if seq <= len(events) else None
    if not isinstance(body, MatchResolved):
        return None
    # Its tokens mean nothing in another case.
    reason = display(body.resolution.reason, replay(events).secrets)
    return body.resolution.model_copy(update={"reason": reason})
