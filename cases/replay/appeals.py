"""Appeals: what was declined stays on the record beside them."""

from __future__ import annotations

from dataclasses import replace

from cases.events import AppealMade, Event
from cases.record import Appeal, CaseRecord


def fold(record: CaseRecord, event: Event) -> CaseRecord | None:
    """The record after an event of this area; None for one of another."""
    body = event.body
    if not isinstance(body, AppealMade) or record.decision is None:
        return None
    made = Appeal(body.text, event.at, event.seq, record.decision)
    return replace(
        record,
        appeals=(*record.appeals, made),
        assignee=None if record.assignee == record.decision.by else record.assignee,
        secrets={**record.secrets, **body.secrets},
    )
