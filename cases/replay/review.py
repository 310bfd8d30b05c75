"""What reviewers did, and where the case moved."""

from __future__ import annotations

from dataclasses import replace

from cases.application import FieldName
from cases.events import (
    CategoryConfirmed,
    DecisionMade,
    Event,
    GrantMade,
    GrantVoided,
    OverrideRecorded,
    OverrideWithdrawn,
    QuestionAsked,
    StateMoved,
)
from cases.record import CaseRecord, CategoryConfirmation
from cases.replay.pieces import check_anew, without
from cases.resolutions import matches_of
from cases.states import State


def fold(record: CaseRecord, event: Event) -> CaseRecord | None:
    """The record after an event of this area; None for one of another."""
    body = event.body
    match body:
        case StateMoved():
            return _move(record, event, body)
        case QuestionAsked():
            secrets = {**record.secrets, **body.secrets}
            return replace(record, open_question=body.text, asked=(), secrets=secrets)
        case CategoryConfirmed():
            return _confirm_category(record, event, body)
        case OverrideRecorded() | OverrideWithdrawn():
            return _override(record, body)
        case DecisionMade():
            approvals = (*record.approvals, body.decision) if body.decision.approved else ()
            secrets = {**record.secrets, **body.secrets}
            seen = frozenset(match.pair for match in matches_of(record))
            return replace(
                record, decision=body.decision, approvals=approvals, secrets=secrets, seen_matches=seen
            )
        case GrantMade():
            review_on = body.grant.conditions.review_on
            return replace(record, grant=body.grant, grant_used=False, review_on=review_on)
        case GrantVoided():
            return replace(record, grant=None)
        case _:
            return None


def _confirm_category(record: CaseRecord, event: Event, body: CategoryConfirmed) -> CaseRecord:
    return replace(
        record,
        application=record.application.having(FieldName.MCC, body.code),
        category=CategoryConfirmation(body.code, body.by_name, event.at, body.reason),
        secrets={**record.secrets, **body.secrets},
    )


def _override(record: CaseRecord, body: OverrideRecorded | OverrideWithdrawn) -> CaseRecord:
    secrets = {**record.secrets, **body.secrets}
    if isinstance(body, OverrideWithdrawn):
        return replace(record, overrides=without(record.overrides, body.subject), secrets=secrets)
    made = body.override
    return replace(record, overrides={**record.overrides, made.subject: made}, secrets=secrets)


def _move(record: CaseRecord, event: Event, body: StateMoved) -> CaseRecord:
    moved = replace(
        record,
        state=body.target,
        state_since=event.at,
        version=body.version,
        moved_seq=event.seq,
        snooze=None,
    )
    if body.target is State.CHECKING:
        return replace(check_anew(moved, event.seq), approvals=(), decision=None, drawn=None)
    if body.target is State.IN_REVIEW:
        return replace(
            moved,
            review_since=event.at,
            late=frozenset(),
            escalation=None,
            approvals=(),
            decision=None,
            drawn=None,
            grant=None,
            grant_used=False,
            review_on=None,
            steps={},
            merchant_id=None,
            given_up=False,
        )
    if body.target in (State.NEEDS_INFORMATION, State.COLLECTING):
        return replace(moved, approvals=(), decision=None, summary_hash=None)
    return moved
