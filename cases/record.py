"""A case as its log tells it: what a rule may ask of it. ``cases/replay`` folds the events into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, NamedTuple
from uuid import UUID

from cases.application import Application, FieldName
from cases.checks import Check, Compliance, Recommendation, Scorecard
from cases.complaints import Complaint
from cases.decision import Decision, Grant, Override
from cases.documents import Document
from cases.events import ApplicationSubmitted, FactOffered
from cases.events.assignment import WakesOn
from cases.events.facts import Certainty
from cases.events.second_looks import SecondLookRecorded
from cases.information import InformationRequest
from cases.languages import Language
from cases.own_view import OwnView
from cases.ownership.stated import StatedParty
from cases.participants import Participant, PersonalDetail, PersonalField
from cases.screening import Resolution
from cases.states import State
from cases.verification import Examination, Verification


class Provenance(NamedTuple):
    """Where a field's value was read: who said it (``by``: a person's id), when, and how sure it is."""

    source_seq: int
    quote: str
    at: datetime
    by: str = ""
    certainty: Certainty = "said"


class CategoryConfirmation(NamedTuple):
    """A reviewer's word on the merchant category code; the reason may hold tokens."""

    code: str
    by: str
    at: datetime
    reason: str


class Appeal(NamedTuple):
    """A merchant's appeal, and what was declined; the text may hold tokens."""

    text: str
    at: datetime
    seq: int
    declined: Decision


class DrawnDecision(NamedTuple):
    """A decision that was drawn for a second look, by somebody who is none of the deciders."""

    deciders: frozenset[UUID]
    since: datetime


class Snooze(NamedTuple):
    """A case that was put aside: by whom, when, until when or what, and why; the reason may hold tokens."""

    by: str
    by_name: str
    at: datetime
    until: datetime | None
    on: WakesOn | None
    reason: str
    seq: int


class Escalation(NamedTuple):
    """A case that was raised to the leads: by whom (``desk``: the clock), when and why."""

    by: str
    by_name: str
    at: datetime
    reason: str


class StepState(NamedTuple):
    """How far a provisioning step is."""

    status: Literal["done", "failed", "undone"]
    attempts: int
    detail: str


class Takeover(NamedTuple):
    """Who answers the merchant in the place of the agents, since when."""

    by: UUID
    name: str
    at: datetime


class Opinion(NamedTuple):
    """A second opinion that is awaited: whose, who asked for it and when, and the note that asks."""

    of: UUID
    by: UUID
    at: datetime
    seq: int


class DeclineLetter(NamedTuple):
    """A letter about the decline of a moment, kept among the case's documents under its id."""

    document_id: UUID
    decided_at: datetime
    sha256: str
    is_mailed: bool = False


@dataclass(frozen=True)
class CaseRecord:
    """Everything that a rule may ask about a case."""

    id: UUID
    opened_by: UUID
    opened_at: datetime
    state: State = State.COLLECTING
    state_since: datetime | None = None
    review_since: datetime | None = None
    """When it last came into review; a second approval is awaited within the same time."""
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
    parties: Mapping[str, StatedParty] = field(default_factory=dict[str, StatedParty])
    """Everybody behind the merchant of whom more was stated than a name and a share, by their ids."""
    party_ids: Mapping[str, str] = field(default_factory=dict[str, str])
    """The id of everybody who was ever named as an owner or stated, by ``participants.subject_of``."""
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
    examined: Mapping[tuple[FieldName, str], Examination] = field(
        default_factory=dict[tuple[FieldName, str], Examination]
    )
    """What each check (by its key) last said of a field; it outlives a new submission of the same value."""
    verifications: tuple[Verification, ...] = ()
    resolutions: Mapping[str, Resolution] = field(default_factory=dict[str, Resolution])
    """What people found about potential matches, by the pair; it outlives the check."""
    seen_matches: frozenset[str] = frozenset()
    """The pairs of the matches that were there when somebody last approved."""
    scorecard: Scorecard | None = None
    compliance: Compliance | None = None
    recommendation: Recommendation | None = None
    category: CategoryConfirmation | None = None
    overrides: Mapping[str, Override] = field(default_factory=dict[str, Override])
    """By their subject, those too that are not in force any more (``cases.overrides``)."""
    views: Mapping[UUID, OwnView] = field(default_factory=dict[UUID, OwnView])
    """What reviewers thought before they read what is recommended, each their last."""
    approvals: tuple[Decision, ...] = ()
    decision: Decision | None = None
    appeals: tuple[Appeal, ...] = ()
    decline_letters: tuple[DeclineLetter, ...] = ()
    """One for each decline; an appeal leaves those that were written."""
    drawn: DrawnDecision | None = None
    second_looks: tuple[SecondLookRecorded, ...] = ()
    grant: Grant | None = None
    grant_used: bool = False
    review_on: date | None = None
    """When the account is to be looked at again: a condition of its approval, or said at the last look."""
    review_is_due: bool = False
    merchant_id: str | None = None
    given_up: bool = False
    steps: Mapping[str, StepState] = field(default_factory=dict[str, StepState])
    assignee: UUID | None = None
    """Who took it on last or was given it; whether it is still theirs: ``cases.assignment.holder``."""
    snooze: Snooze | None = None
    late: frozenset[str] = frozenset()
    """What was told of this stay in review: the kinds ``review.warned`` and ``review.overdue``."""
    escalation: Escalation | None = None
    present: frozenset[str] = frozenset()
    taken_over: Takeover | None = None
    opinions: tuple[Opinion, ...] = ()
    complaints: Mapping[UUID, Complaint] = field(default_factory=dict[UUID, Complaint])
    open_question: str | None = None
    information: InformationRequest | None = None
    """The latest request for information, also once it has ended."""
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
