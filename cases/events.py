"""What can happen in a case. The log of these events is the conversation; all else is a view of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from cases.access import Audience
from cases.application import FactValue, FieldName
from cases.attestation import Attestation
from cases.checks import Check, Compliance, Recommendation, Scorecard
from cases.decision import Decision, Grant
from cases.documents import DocumentKind, RefusalCode
from cases.languages import Language
from cases.participants import Part, PersonalField
from cases.states import State

Certainty = Literal["said", "worked_out", "assumed", "entered", "document"]
"""How a value came about: word for word, computed from words, assumed, typed into a field, or read
from a document and taken over."""


class _Body(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class CaseOpened(_Body):
    """A merchant began."""

    kind: Literal["case.opened"] = "case.opened"
    door: Literal["chat", "api", "cli"]


class NoticeShown(_Body):
    """The privacy notice was shown, or accepted through the API caller's token."""

    kind: Literal["notice.shown"] = "notice.shown"
    version: str
    language: str


class LocaleNoted(_Body):
    """The language and the time zone (IANA name) in which the merchant is written to."""

    kind: Literal["locale.noted"] = "locale.noted"
    language: Language
    time_zone: str | None = None


class MessageSaid(_Body):
    """Somebody said something. ``text`` holds tokens in the place of the sensitive values in ``secrets``.

    ``asks``: the fields that the message asks the merchant for. ``names``: the few that it says are
    still missing, where it asks for nothing. ``dropped_cards``: how many payment
    card numbers were taken out before this was written.
    """

    kind: Literal["message.said"] = "message.said"
    text: str
    secrets: Mapping[str, str] = {}
    asks: tuple[FieldName, ...] = ()
    names: tuple[FieldName, ...] = ()
    dropped_cards: int = 0

    @property
    def awaits(self) -> tuple[FieldName, ...]:
        """The fields that a bare answer to it would be about."""
        return self.asks or self.names


class RequestReceived(_Body):
    """An application arrived in one piece (REST or a file); ``text`` is its JSON with tokens."""

    kind: Literal["request.received"] = "request.received"
    text: str
    secrets: Mapping[str, str] = {}


class EntryMade(_Body):
    """Fields were filled in rather than told: ``text`` is JSON (field → as entered) with tokens.

    ``via``: the start page, the form, a field of the card, or a secure field, whose value stands
    behind a token of ``secrets`` and nowhere else.
    """

    kind: Literal["entry.made"] = "entry.made"
    text: str
    secrets: Mapping[str, str] = {}
    via: Literal["start", "form", "card", "secure", "part"]


class PersonalDetailEntered(_Body):
    """A detail of a person was entered in a secure field; ``subject`` is the owner's name as given."""

    kind: Literal["detail.entered"] = "detail.entered"
    subject: str
    field: PersonalField
    value: str


class InstructionFlagged(_Body):
    """A message tried to instruct the agents or claimed a role; nothing came of it."""

    kind: Literal["instruction.flagged"] = "instruction.flagged"
    source_seq: int
    quote: str


class FactRecorded(_Body):
    """A field was read from somebody's words and found to say just that."""

    kind: Literal["fact.recorded"] = "fact.recorded"
    field: FieldName
    value: FactValue | None
    previous: FactValue | None = None
    source_seq: int
    quote: str
    certainty: Certainty = "said"


class FactOffered(_Body):
    """A field was read from a document; the merchant takes it or leaves it. ``line`` counts from 1."""

    kind: Literal["fact.offered"] = "fact.offered"
    field: FieldName
    value: FactValue
    source_seq: int
    line: int
    quote: str


class OfferDeclined(_Body):
    """The merchant does not take over what was read from a document."""

    kind: Literal["offer.declined"] = "offer.declined"
    field: FieldName
    source_seq: int


class FactRefused(_Body):
    """A fact was offered whose quoted words do not say it (design, rule 1)."""

    kind: Literal["fact.refused"] = "fact.refused"
    field: str
    quote: str
    reason: str


class AbsenceDeclared(_Body):
    """The merchant says that they do not have an item."""

    kind: Literal["absence.declared"] = "absence.declared"
    field: FieldName
    source_seq: int
    quote: str


class ItemPostponed(_Body):
    """The merchant says that they do not have an item yet; they are not asked again meanwhile."""

    kind: Literal["item.postponed"] = "item.postponed"
    field: FieldName
    source_seq: int
    quote: str


class PersonRequested(_Body):
    """The merchant asked for a person; ``source_seq`` is the message, None where it was a button."""

    kind: Literal["person.requested"] = "person.requested"
    source_seq: int | None = None


class DocumentReceived(_Body):
    """A document was checked and stored. ``text``: the lines that could be read, with tokens."""

    kind: Literal["document.received"] = "document.received"
    document_id: UUID
    document_kind: DocumentKind
    name: str
    media_type: str
    size: int
    sha256: str
    pages: int = 1
    text: str = ""
    secrets: Mapping[str, str] = {}


class DocumentRefused(_Body):
    """A reviewer cannot use a document, and says why."""

    kind: Literal["document.refused"] = "document.refused"
    document_id: UUID
    reason: RefusalCode
    comment: str = ""
    secrets: Mapping[str, str] = {}


class DocumentRemoved(_Body):
    """Who sent a document took it back before the application was submitted."""

    kind: Literal["document.removed"] = "document.removed"
    document_id: UUID


class ParticipantInvited(_Body):
    """Somebody was asked to fill in their own part; ``person_id`` has an account of its own."""

    kind: Literal["participant.invited"] = "participant.invited"
    person_id: UUID
    name: str
    part: Part


class ParticipantFinished(_Body):
    """A participant has filled in their own part and declared what stands in the given language's words."""

    kind: Literal["participant.finished"] = "participant.finished"
    person_id: UUID
    declaration: str
    language: Language


class ParticipantRemoved(_Body):
    """The applicant took an invitation back; what was entered stays with the team."""

    kind: Literal["participant.removed"] = "participant.removed"
    person_id: UUID


class ToolCalled(_Body):
    """An agent called a tool; ``arguments`` and ``result`` hold tokens, not values.

    ``by``: the model chose to, or the team ran it because the model had not.
    """

    kind: Literal["tool.called"] = "tool.called"
    name: str
    arguments: str
    result: str
    ok: bool
    by: Literal["model", "team"] = "model"
    seconds: float = 0.0


class WordingRefused(_Body):
    """A model's words were kept from the merchant."""

    kind: Literal["wording.refused"] = "wording.refused"
    text: str
    reason: str


class SummaryPresented(_Body):
    """The merchant was shown everything and asked to confirm it."""

    kind: Literal["summary.presented"] = "summary.presented"
    application_hash: str


class ApplicationSubmitted(_Body):
    """The merchant confirmed the summary; ``source_seq`` is the message, None where it was a button."""

    kind: Literal["application.submitted"] = "application.submitted"
    version: int
    application_hash: str
    source_seq: int | None = None
    attestation: Attestation | None = None


class ApplicationChanged(_Body):
    """A material field changed after submission: from here on this version is what is checked."""

    kind: Literal["application.changed"] = "application.changed"
    version: int
    application_hash: str


class CheckMade(_Body):
    """A check ended."""

    kind: Literal["check.made"] = "check.made"
    check: Check


class RiskScored(_Body):
    """The scorecard was worked out."""

    kind: Literal["risk.scored"] = "risk.scored"
    scorecard: Scorecard


class ComplianceAssessed(_Body):
    """The compliance checks were counted."""

    kind: Literal["compliance.assessed"] = "compliance.assessed"
    compliance: Compliance


class RecommendationMade(_Body):
    """What the checks suggest to the reviewer."""

    kind: Literal["recommendation.made"] = "recommendation.made"
    recommendation: Recommendation


class StateMoved(_Body):
    """The case moved along one arrow of the table."""

    kind: Literal["state.moved"] = "state.moved"
    source: State
    target: State
    reason: str
    version: int


class PersonJoined(_Body):
    """Somebody from the company entered the conversation."""

    kind: Literal["person.joined"] = "person.joined"
    name: str


class PersonLeft(_Body):
    """Somebody from the company left the conversation."""

    kind: Literal["person.left"] = "person.left"
    name: str


class CaseClaimed(_Body):
    """A reviewer took the case on."""

    kind: Literal["case.claimed"] = "case.claimed"
    by: UUID
    name: str


class QuestionAsked(_Body):
    """A reviewer asked the merchant for something, and why."""

    kind: Literal["question.asked"] = "question.asked"
    text: str
    reason: str
    secrets: Mapping[str, str] = {}


class DecisionMade(_Body):
    """A reviewer decided; the comment holds tokens in the place of the values in ``secrets``."""

    kind: Literal["decision.made"] = "decision.made"
    decision: Decision
    secrets: Mapping[str, str] = {}


class GrantMade(_Body):
    """The decision's single-use leave to provision."""

    kind: Literal["grant.made"] = "grant.made"
    grant: Grant


class GrantVoided(_Body):
    """A grant was taken away before it was used."""

    kind: Literal["grant.voided"] = "grant.voided"
    grant_id: UUID
    reason: str


class ProvisioningBegun(_Body):
    """The grant was used up; the account is being made under it."""

    kind: Literal["provisioning.begun"] = "provisioning.begun"
    grant_id: UUID
    merchant_id: str


class MerchantIdReplaced(_Body):
    """The merchant id turned out to be somebody else's; the account is made under a longer one."""

    kind: Literal["merchant_id.replaced"] = "merchant_id.replaced"
    merchant_id: str


class StepRecorded(_Body):
    """A provisioning step ended."""

    kind: Literal["step.recorded"] = "step.recorded"
    step: str
    status: Literal["done", "failed", "undone"]
    attempts: int
    detail: str = ""


class ProvisioningGivenUp(_Body):
    """A reviewer gave a failed set-up up; what had been set up is undone."""

    kind: Literal["provisioning.given_up"] = "provisioning.given_up"


class LetterSent(_Body):
    """A letter with a link to go on with was sent to the mailbox of the merchant's account."""

    kind: Literal["letter.sent"] = "letter.sent"


class TurnCompleted(_Body):
    """An agent's turn was committed; it had read everything up to ``read_up_to``."""

    kind: Literal["turn.completed"] = "turn.completed"
    read_up_to: int


class TurnFailed(_Body):
    """A run of the team could not be finished; it is tried again."""

    kind: Literal["turn.failed"] = "turn.failed"
    reason: str
    attempt: int


Body = Annotated[
    CaseOpened
    | NoticeShown
    | LocaleNoted
    | MessageSaid
    | RequestReceived
    | EntryMade
    | PersonalDetailEntered
    | InstructionFlagged
    | FactRecorded
    | FactOffered
    | OfferDeclined
    | FactRefused
    | AbsenceDeclared
    | ItemPostponed
    | PersonRequested
    | DocumentReceived
    | DocumentRefused
    | DocumentRemoved
    | ParticipantInvited
    | ParticipantFinished
    | ParticipantRemoved
    | ToolCalled
    | WordingRefused
    | SummaryPresented
    | ApplicationSubmitted
    | ApplicationChanged
    | CheckMade
    | RiskScored
    | ComplianceAssessed
    | RecommendationMade
    | StateMoved
    | PersonJoined
    | PersonLeft
    | CaseClaimed
    | QuestionAsked
    | DecisionMade
    | GrantMade
    | GrantVoided
    | ProvisioningBegun
    | MerchantIdReplaced
    | StepRecorded
    | ProvisioningGivenUp
    | LetterSent
    | TurnCompleted
    | TurnFailed,
    Field(discriminator="kind"),
]

BODY: TypeAdapter[Body] = TypeAdapter(Body)


class Event(BaseModel):
    """One entry of a case's log. ``actor`` is a person's id, an agent's name or ``desk``."""

    model_config = ConfigDict(frozen=True)

    id: UUID
    case_id: UUID
    seq: int
    at: datetime
    actor: str
    role: str
    audience: Audience
    participant: UUID | None = None
    body: Body
