"""What became of each complaint; nothing of it touches the application."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from cases.complaints import Complaint, ComplaintState
from cases.events import (
    ComplaintAnswered,
    ComplaintClosed,
    ComplaintMade,
    ComplaintOverdue,
    ComplaintTaken,
    Event,
)
from cases.record import CaseRecord


def fold(record: CaseRecord, event: Event) -> CaseRecord | None:
    """The record after an event of this area; None for one of another."""
    body = event.body
    match body:
        case ComplaintMade():
            made = Complaint(body.complaint_id, body.text, event.actor, event.at, body.answer_by)
            return _with(record, made, body.secrets)
        case ComplaintTaken():
            return _changed(record, body.complaint_id, owner=UUID(event.actor))
        case ComplaintAnswered():
            state = ComplaintState.ANSWERED
            return _changed(record, body.complaint_id, body.secrets, state=state, overdue=False)
        case ComplaintOverdue():
            return _changed(record, body.complaint_id, overdue=True)
        case ComplaintClosed():
            state = ComplaintState.CLOSED
            changes = {"state": state, "outcome": body.outcome, "overdue": False}
            return _changed(record, body.complaint_id, body.secrets, **changes)
        case _:
            return None


def _changed(
    record: CaseRecord, complaint_id: UUID, secrets: Mapping[str, str] | None = None, **changes: object
) -> CaseRecord:
    return _with(record, record.complaints[complaint_id]._replace(**changes), secrets or {})


def _with(record: CaseRecord, complaint: Complaint, secrets: Mapping[str, str]) -> CaseRecord:
    complaints = {**record.complaints, complaint.id: complaint}
    return replace(record, complaints=complaints, secrets={**record.secrets, **secrets})
