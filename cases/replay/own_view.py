"""What reviewers thought before they read what was recommended."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from cases.events import Event, ViewNoted
from cases.own_view import OwnView
from cases.record import CaseRecord


def fold(record: CaseRecord, event: Event) -> CaseRecord | None:
    """The record after an event of this area; None for one of another."""
    body = event.body
    if not isinstance(body, ViewNoted):
        return None
    noted = OwnView(body.view, body.words, body.version, event.at)
    return replace(
        record,
        views={**record.views, UUID(event.actor): noted},
        secrets={**record.secrets, **body.secrets},
    )
