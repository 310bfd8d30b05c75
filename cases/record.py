"""A case as its log tells it: the fold of its events, and nothing besides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal, NamedTuple
from uuid import UUID

from cases.application import Application, FieldName
from cases.checks import Check, Compliance, Recommendation, Scorecard
from cases.decision import Decision, Grant
from cases.events import (
    AbsenceDeclared,
    ApplicationChanged,
    ApplicationSubmitted,
    CaseClaimed,
    CaseOpened,
    CheckMade,
    ComplianceAssessed,
    DecisionMade,
    Event,
    FactRecorded,
    GrantMade,
    GrantVoided,
    MerchantIdReplaced,
    MessageSaid,
    NoticeShown,
    PersonJoined,
    PersonLeft,
    ProvisioningBegun,
    ProvisioningGivenUp,
    QuestionAsked,
    RecommendationMade,
    RequestReceived,
    RiskScored,
    StateMoved,
    StepRecorded,
    SummaryPresented,
    TurnCompleted,
)
from cases.states import State


class Provenance(NamedTuple):
    """Where a field's value was read."""

    source_seq: int
    quote: str
    at: datetime


class StepState(NamedTuple):
    """How far a provisioning step is."""

    status: Literal["done", "failed", "undone"]
    attempts: int
    detail: str


@dataclass(frozen=True)
class CaseRecord:
    """Everything that a rule may ask about a case."""

    id: UUID
    opened_by: UUID
    opened_at: datetime
    state: State = State.COLLECTING
    state_since: datetime | None = None
    version: int = 1
    application: Application = field(default_factory=Application)
    provenance: Mapping[FieldName, Provenance] = field(default_factory=dict[FieldName, Provenance])
    absent: Mapping[FieldName, Provenance] = field(default_factory=dict[FieldName, Provenance])
    secrets: Mapping[str, str] = field(default_factory=dict[str, str])
    asked: tuple[FieldName, ...] = ()
    notice: str | None = None
    summary_hash: str | None = None
    submitted: ApplicationSubmitted | None = None
    submitted_seq: int = 0
    version_hash: str | None = None
    moved_seq: int = 0
    checks: Mapping[str, Check] = field(default_factory=dict[str, Check])
    scorecard: Scorecard | None = None
    compliance: Compliance | None = None
    recommendation: Recommendation | None = None
    approvals: tuple[Decision, ...] = ()
    decision: Decision | None = None
    grant: Grant | None = None
    grant_used: bool = False
    merchant_id: str | None = None
    given_up: bool = False
    steps: Mapping[str, StepState] = field(default_factory=dict[str, StepState])
    assignee: UUID | None = None
    present: frozenset[str] = frozenset()
    open_question: str | None = None
    last_seq: int = 0
    last_heard: int = 0
    read_up_to: int = 0
    turns: Mapping[str, int] = field(default_factory=dict[str, int])

    @property
    def has_unread(self) -> bool:
        """Whether the merchant's side said something that no agent has read yet."""
        return self.last_heard > self.read_up_to

    def spoke_since(self, agent: str, seq: int) -> bool:
        """Whether the agent completed a turn after the given event."""
        return self.turns.get(agent, 0) > seq


def replay(events: Iterable[Event]) -> CaseRecord:
    """The record that the events add up to; the first must be ``case.opened``."""
    iterator = iter(events)
    opened = next(iterator)
    if not isinstance(opened.body, CaseOpened):
        raise ValueError("a case begins with case.opened")
    record = CaseRecord(
        id=opened.case_id,
        opened_by=UUID(opened.actor),
        opened_at=opened.at,
        state_since=opened.at,
        last_seq=opened.seq,
    )
    for event in iterator:
        record = apply(record, event)
    return record


def apply(record: CaseRecord, event: Event) -> CaseRecord:
    """The record after one more event."""
    return replace(_fold(record, event), last_seq=event.seq)


def _fold(record: CaseRecord, event: Event) -> CaseRecord:
    body = event.body
    match body:
        case MessageSaid():
            return _hear(record, event, body)
        case RequestReceived():
            return replace(record, secrets={**record.secrets, **body.secrets}, last_heard=event.seq)
        case NoticeShown():
            return replace(record, notice=body.version)
        case FactRecorded():
            return _learn(record, event, body)
        case AbsenceDeclared():
            where = Provenance(body.source_seq, body.quote, event.at)
            return replace(record, absent={**record.absent, body.field: where})
        case SummaryPresented():
            return replace(record, summary_hash=body.application_hash, asked=())
        case ApplicationSubmitted():
            return replace(
                record,
                submitted=body,
                submitted_seq=event.seq,
                version=body.version,
                version_hash=body.application_hash,
                open_question=None,
            )
        case ApplicationChanged():
            return _check_anew(
                replace(record, version=body.version, version_hash=body.application_hash), event.seq
            )
        case QuestionAsked():
            secrets = {**record.secrets, **body.secrets}
            return replace(record, open_question=body.text, asked=(), secrets=secrets)
        case StateMoved():
            return _move(record, event, body)
        case TurnCompleted():
            return replace(
                record,
                turns={**record.turns, event.actor: event.seq},
                read_up_to=max(record.read_up_to, body.read_up_to),
            )
        case _:
            return _fold_review(record, event)


def _fold_review(record: CaseRecord, event: Event) -> CaseRecord:
    body = event.body
    match body:
        case CheckMade():
            return replace(record, checks={**record.checks, body.check.key: body.check})
        case RiskScored():
            return replace(record, scorecard=body.scorecard)
        case ComplianceAssessed():
            made = {check.key: check for check in body.compliance.checks}
            return replace(record, compliance=body.compliance, checks={**record.checks, **made})
        case RecommendationMade():
            return replace(record, recommendation=body.recommendation)
        case CaseClaimed():
            return replace(record, assignee=body.by)
        case PersonJoined():
            return replace(record, present=record.present | {event.actor})
        case PersonLeft():
            return replace(record, present=record.present - {event.actor})
        case DecisionMade():
            approvals = (*record.approvals, body.decision) if body.decision.approved else ()
            secrets = {**record.secrets, **body.secrets}
            return replace(record, decision=body.decision, approvals=approvals, secrets=secrets)
        case GrantMade():
            return replace(record, grant=body.grant, grant_used=False)
        case GrantVoided():
            return replace(record, grant=None)
        case ProvisioningBegun():
            return replace(record, grant_used=True, merchant_id=body.merchant_id)
        case MerchantIdReplaced():
            return replace(record, merchant_id=body.merchant_id)
        case StepRecorded():
            step = StepState(body.status, body.attempts, body.detail)
            return replace(record, steps={**record.steps, body.step: step})
        case ProvisioningGivenUp():
            return replace(record, given_up=True)
        case _:
            return record


def _hear(record: CaseRecord, event: Event, body: MessageSaid) -> CaseRecord:
    record = replace(record, secrets={**record.secrets, **body.secrets})
    if event.actor == str(record.opened_by):
        return replace(record, last_heard=event.seq)
    return replace(record, asked=body.asks) if body.asks else record


def _learn(record: CaseRecord, event: Event, body: FactRecorded) -> CaseRecord:
    provenance = {
        **record.provenance,
        body.field: Provenance(body.source_seq, body.quote, event.at),
    }
    return replace(
        record,
        application=record.application.having(body.field, body.value),
        provenance=provenance,
        absent={name: where for name, where in record.absent.items() if name is not body.field},
    )


def _move(record: CaseRecord, event: Event, body: StateMoved) -> CaseRecord:
    moved = replace(
        record, state=body.target, state_since=event.at, version=body.version, moved_seq=event.seq
    )
    if body.target is State.CHECKING:
        return replace(_check_anew(moved, event.seq), approvals=(), decision=None)
    if body.target is State.IN_REVIEW:
        return replace(
            moved,
            approvals=(),
            decision=None,
            grant=None,
            grant_used=False,
            steps={},
            merchant_id=None,
            given_up=False,
        )
    if body.target in (State.NEEDS_INFORMATION, State.COLLECTING):
        return replace(moved, approvals=(), decision=None, summary_hash=None)
    return moved


def _check_anew(record: CaseRecord, seq: int) -> CaseRecord:
    """What was checked before was another application, or could not be checked."""
    return replace(
        record,
        checks={},
        scorecard=None,
        compliance=None,
        recommendation=None,
        submitted_seq=seq,
    )
