"""What staff did about applications that waited for their merchant."""

from __future__ import annotations

from dataclasses import replace

from cases.events import ClosedAsIncomplete, Event
from cases.record import CaseRecord


def fold(record: CaseRecord, event: Event) -> CaseRecord | None:
    """The record after an event of this area; None for one of another."""
    match event.body:
        case ClosedAsIncomplete(secrets=secrets):
            return replace(record, secrets={**record.secrets, **secrets})
        case _:
            return None
