"""Who works on a case, when it rests, and how late it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from cases.events import (
    CaseAssigned,
    CaseClaimed,
    CaseEscalated,
    CaseReleased,
    CaseSnoozed,
    CaseWoken,
    Event,
    ReviewOverdue,
    ReviewWarned,
)
from cases.record import CaseRecord, Escalation, Snooze


def fold(record: CaseRecord, event: Event) -> CaseRecord | None:
    """The record after an event of this area; None for one of another."""
    body = event.body
    match body:
        case CaseClaimed():
            return replace(record, assignee=body.by)
        case CaseReleased():
            return replace(record, assignee=None, secrets=_with(record, body.secrets))
        case CaseAssigned():
            return replace(record, assignee=body.to, secrets=_with(record, body.secrets))
        case CaseSnoozed():
            snooze = Snooze(event.actor, body.by_name, event.at, body.until, body.on, body.reason, event.seq)
            return replace(record, snooze=snooze, secrets=_with(record, body.secrets))
        case CaseWoken():
            return replace(record, snooze=None)
        case ReviewWarned() | ReviewOverdue():
            return replace(record, late=record.late | {body.kind})
        case CaseEscalated():
            raised = Escalation(event.actor, body.by_name, event.at, body.reason)
            return replace(record, escalation=raised, secrets=_with(record, body.secrets))
        case _:
            return None


def _with(record: CaseRecord, secrets: Mapping[str, str]) -> Mapping[str, str]:
    return {**record.secrets, **secrets}
