"""A case as its log tells it: the fold of its events, and nothing besides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal, NamedTuple, TypeVar
from uuid import UUID

from cases.application import Application, FieldName
from cases.checks import Check, Compliance, Recommendation, Scorecard
from cases.decision import Decision, Grant
from cases.documents import Document
from cases.events import (
    AbsenceDeclared,
    ApplicationChanged,
    ApplicationSubmitted,
    CaseClaimed,
    CaseOpened,
    Certainty,
    CheckMade,
    ComplianceAssessed,
    DecisionMade,
    DocumentReceived,
    DocumentRefused,
    DocumentRemoved,
    EntryMade,
    Event,
    FactOffered,
    FactRecorded,
    GrantMade,
    GrantVoided,
    ItemPostponed,
    LocaleNoted,
    MerchantIdReplaced,
    MessageSaid,
    NoticeShown,
    OfferDeclined,
    ParticipantFinished,
    ParticipantInvited,
    ParticipantRemoved,
    PersonalDetailEntered,
    PersonJoined,
    PersonLeft,
    PersonRequested,
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
from cases.languages import Language
from cases.participants import Participant, PersonalDetail, PersonalField, subject_of
from cases.states import State


class Provenance(NamedTuple):
    """Where a field's value was read: who said it (``by``: a person's id), when, and how sure it is."""

    source_seq: int
    quote: str
    at: datetime
    by: str = ""
    certainty: Certainty = "said"


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
    postponed: Mapping[FieldName, Provenance] = field(default_factory=dict[FieldName, Provenance])
    offers: tuple[FactOffered, ...] = ()
    documents: Mapping[UUID, Document] = field(default_factory=dict[UUID, Document])
    participants: Mapping[UUID, Participant] = field(default_factory=dict[UUID, Participant])
    others: frozenset[str] = frozenset()
    """The ids of all who were ever invited to a part, those who were taken out again too."""
    details: Mapping[tuple[str, PersonalField], PersonalDetail] = field(
        default_factory=dict[tuple[str, PersonalField], PersonalDetail]
    )
    asked: tuple[FieldName, ...] = ()
    notice: str | None = None
    language: Language = "en"
    time_zone: str | None = None
    person_requested_seq: int = 0
    summary_hash: str | None = None
    submitted: ApplicationSubmitted | None = None
    submitted_seq: int = 0
    submission: UUID | None = None
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
    def entered_by_others(self) -> frozenset[FieldName]:
        """Fields that somebody else on the merchant's side filled in: the applicant does not read them."""
        return frozenset(name for name, where in self.provenance.items() if where.by in self.others)

    @property
    def told(self) -> Application:
        """The application as far as the applicant reads it: without what others filled in."""
        if not self.entered_by_others:
            return self.application
        return self.application.model_copy(update={name.value: None for name in self.entered_by_others})

    @property
    def contributors(self) -> frozenset[str]:
        """The ids of others on the merchant's side who have entered or declared something."""
        entered = {detail.by for detail in self.details.values()} & self.others
        given = {where.by for where in self.provenance.values()} & self.others
        declared = {str(p.person_id) for p in self.participants.values() if p.finished_at}
        return frozenset(entered | given | declared)

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
        case EntryMade():
            return replace(record, secrets={**record.secrets, **body.secrets})
        case NoticeShown():
            return _show_notice(record, event, body)
        case FactRecorded():
            return _learn(record, event, body)
        case AbsenceDeclared():
            where = Provenance(body.source_seq, body.quote, event.at, event.actor)
            return replace(
                record,
                absent={**record.absent, body.field: where},
                postponed=_without(record.postponed, body.field),
            )
        case SummaryPresented():
            return replace(record, summary_hash=body.application_hash, asked=())
        case ApplicationSubmitted():
            return replace(
                record,
                submitted=body,
                submitted_seq=event.seq,
                submission=event.id,
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
            return _fold_merchant_side(record, event)


def _fold_merchant_side(record: CaseRecord, event: Event) -> CaseRecord:
    body = event.body
    match body:
        case LocaleNoted():
            zone = body.time_zone or record.time_zone
            return replace(record, language=body.language, time_zone=zone)
        case ItemPostponed():
            where = Provenance(body.source_seq, body.quote, event.at, event.actor)
            return replace(record, postponed={**record.postponed, body.field: where})
        case PersonRequested():
            return replace(record, person_requested_seq=event.seq)
        case FactOffered():
            others = _offers_but(record, body.field, body.source_seq)
            return replace(record, offers=(*others, body))
        case OfferDeclined():
            return replace(record, offers=_offers_but(record, body.field, body.source_seq))
        case PersonalDetailEntered():
            key = (subject_of(body.subject), body.field)
            detail = PersonalDetail(body.value, event.actor, event.at)
            changed = _undeclared(record, event.actor)
            return replace(changed, details={**record.details, key: detail})
        case ParticipantInvited():
            invited = Participant(body.person_id, body.name, body.part, event.at)
            return replace(
                record,
                participants={**record.participants, body.person_id: invited},
                others=record.others | {str(body.person_id)},
            )
        case ParticipantFinished():
            participant = record.participants[body.person_id]._replace(finished_at=event.at)
            return replace(record, participants={**record.participants, body.person_id: participant})
        case ParticipantRemoved():
            return replace(record, participants=_without(record.participants, body.person_id))
        case _:
            return _fold_documents(record, event)


def _fold_documents(record: CaseRecord, event: Event) -> CaseRecord:
    body = event.body
    match body:
        case DocumentReceived():
            received = Document(
                id=body.document_id,
                seq=event.seq,
                kind=body.document_kind,
                name=body.name,
                media_type=body.media_type,
                size=body.size,
                sha256=body.sha256,
                pages=body.pages,
                by=event.actor,
                at=event.at,
            )
            # The team reads what the applicant sends and a program can read.
            heard = event.seq if body.text and event.actor == str(record.opened_by) else record.last_heard
            return replace(
                record,
                documents={**record.documents, received.id: received},
                secrets={**record.secrets, **body.secrets},
                last_heard=heard,
            )
        case DocumentRefused():
            refused = record.documents[body.document_id]._replace(refused=body.reason, comment=body.comment)
            secrets = {**record.secrets, **body.secrets}
            return replace(record, documents={**record.documents, refused.id: refused}, secrets=secrets)
        case DocumentRemoved():
            gone = record.documents[body.document_id]
            return replace(
                record,
                documents=_without(record.documents, body.document_id),
                offers=tuple(offer for offer in record.offers if offer.source_seq != gone.seq),
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
    return replace(record, asked=body.awaits) if body.awaits else record


def _show_notice(record: CaseRecord, event: Event, body: NoticeShown) -> CaseRecord:
    """A participant's notice is about their own part."""
    if event.participant is None:
        return replace(record, notice=body.version)
    participant = record.participants.get(event.participant)
    if participant is None:
        return record
    shown = participant._replace(notice=body.version)
    return replace(record, participants={**record.participants, event.participant: shown})


def _undeclared(record: CaseRecord, actor: str) -> CaseRecord:
    """A part that changes is no longer the one that was declared."""
    if actor not in record.others:
        return record
    open_again = {
        person_id: participant._replace(finished_at=None) if str(person_id) == actor else participant
        for person_id, participant in record.participants.items()
    }
    return replace(record, participants=open_again)


def _learn(record: CaseRecord, event: Event, body: FactRecorded) -> CaseRecord:
    record = _undeclared(record, event.actor)
    provenance = {
        **record.provenance,
        body.field: Provenance(body.source_seq, body.quote, event.at, event.actor, body.certainty),
    }
    return replace(
        record,
        application=record.application.having(body.field, body.value),
        provenance=provenance,
        absent=_without(record.absent, body.field),
        postponed=_without(record.postponed, body.field),
        offers=tuple(offer for offer in record.offers if offer.field is not body.field),
    )


Key = TypeVar("Key")
Value = TypeVar("Value")


def _without(entries: Mapping[Key, Value], key: Key) -> dict[Key, Value]:
    return {name: value for name, value in entries.items() if name != key}


def _offers_but(record: CaseRecord, name: FieldName, source_seq: int) -> tuple[FactOffered, ...]:
    return tuple(o for o in record.offers if (o.field, o.source_seq) != (name, source_seq))


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
