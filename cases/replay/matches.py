"""What people found about potential matches on watch lists."""

from __future__ import annotations

from dataclasses import replace

from cases.events import Event, MatchReopened, MatchResolved
from cases.record import CaseRecord
from cases.replay.pieces import without


def fold(record: CaseRecord, event: Event) -> CaseRecord | None:
    """The record after an event of this area; None for one of another."""
    body = event.body
    match body:
        case MatchResolved():
            return replace(
                record,
                resolutions={**record.resolutions, body.pair: body.resolution},
                secrets={**record.secrets, **body.secrets},
            )
        case MatchReopened():
            return replace(
                record,
                resolutions=without(record.resolutions, body.pair),
                seen_matches=record.seen_matches - {body.pair},
                secrets={**record.secrets, **body.secrets},
            )
        case _:
            return None
