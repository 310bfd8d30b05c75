"""When something is due, as its reader's clock has it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from web.chat.seats import Seat
from web.chat.visitor import name_of

A_WEEK = timedelta(days=6)
"""Within which a weekday alone says which day is meant."""


def due_in_words(seat: Seat, at: datetime | None) -> dict[str, str] | None:
    """When a review is due; the window itself sees when that is past."""
    if at is None:
        return None
    local = at.astimezone(seat.zone)
    near = abs(at - datetime.now(UTC)) < A_WEEK
    words = f"{local:%A %H:%M}" if near else f"{local:%A} {local.day} {local:%B, %H:%M}"
    return {"at": at.isoformat(), "words": words if name_of(seat.zone) else f"{words} UTC"}
