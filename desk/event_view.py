"""An event as a person reads it: in words, with sensitive values masked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import cast
from uuid import UUID

from pydantic import BaseModel, ConfigDict, JsonValue

from cases.application import FieldName
from cases.events import (
    AbsenceDeclared,
    AccountJudged,
    ApplicationChanged,
    ApplicationSubmitted,
    Body,
    CaseAssigned,
    CaseClaimed,
    CaseEscalated,
    CaseReleased,
    CaseSnoozed,
    CaseWoken,
    CategoryConfirmed,
    CheckMade,
    ClosedAsIncomplete,
    ComplianceAssessed,
    DocumentReceived,
    DocumentRefused,
    DocumentRemoved,
    EntryMade,
    Event,
    FactOffered,
    FactRecorded,
    FactRefused,
    InstructionFlagged,
    ItemPostponed,
    LetterSent,
    LocaleNoted,
    MatchReopened,
    MatchResolved,
    MerchantIdReplaced,
    MessageSaid,
    NoticeShown,
    OfferDeclined,
    OverrideRecorded,
    OverrideWithdrawn,
    ParticipantFinished,
    ParticipantInvited,
    ParticipantRemoved,
    PartyRemoved,
    PartyStated,
    PersonalDetailEntered,
    PersonJoined,
    PersonLeft,
    PersonRequested,
    ProvisioningBegun,
    ProvisioningGivenUp,
    QuestionAsked,
    RecommendationMade,
    ReminderAsked,
    RequestReceived,
    ReviewOverdue,
    ReviewWarned,
    RiskScored,
    StateMoved,
    StepRecorded,
    ToolCalled,
    TurnFailed,
    VerificationRecorded,
    ViewNoted,
    WordingRefused,
)
from cases.languages import NAMES
from cases.screening import Resolution
from cases.sensitive import display
from desk.assignment_words import assignment_in_words, lateness_in_words
from desk.complaint_words import complaint_in_words
from desk.decision_words import decision_words
from desk.evidence_words import verification_in_words
from desk.information_events import RequestEvent, request_event_in_words
from desk.labels import AGENTS, FIELDS, STEPS, assistant_label, value_in_words
from desk.override_views import in_words as override_in_words
from desk.override_views import subject_label
from desk.party_words import party_text
from desk.rights import Reader
from desk.together_words import together_in_words
from desk.wordbook import wordbook

HIDDEN = "••••"
"""Stands for a personal detail in every view."""


class EventView(BaseModel):
    """One event for one reader; ``name`` is who speaks, ``text`` what a person reads of it."""

    model_config = ConfigDict(frozen=True)

    id: UUID
    case_id: UUID
    seq: int
    at: datetime
    actor: str
    name: str
    role: str
    kind: str
    audience: str
    text: str
    data: dict[str, JsonValue]


def view_event(event: Event, reader: Reader, names: Mapping[UUID, str]) -> EventView:
    """The event as the reader gets it."""
    staff = reader.is_staff
    from_agent = event.role == "agent"
    return EventView(
        id=event.id,
        case_id=event.case_id,
        seq=event.seq,
        at=event.at,
        actor=event.actor if staff or not from_agent else "assistant",
        name=speaker(event, reader, names),
        role=event.role,
        kind=event.body.kind,
        audience=event.audience.value,
        text=display(in_words(event.body, reader), reader.record.secrets, reader.clear_kinds),
        data=_data(event.body, reader),
    )


def speaker(event: Event, reader: Reader, names: Mapping[UUID, str]) -> str:
    """Who did it, as the reader reads it."""
    if event.role == "agent":
        if reader.is_staff:
            return AGENTS.get(event.actor, event.actor)
        return assistant_label(reader.record.language)
    if event.role == "desk":
        return AGENTS["desk"]
    name = names.get(UUID(event.actor), "Somebody")
    if event.role == "merchant":
        return name
    words = wordbook("en" if reader.is_staff else reader.record.language)
    return f"{name} ({words(f'chat.role_{event.role}')})"


def in_words(body: Body, reader: Reader) -> str:
    """The event in a sentence; may hold tokens."""
    match body:
        case MessageSaid() | RequestReceived() | QuestionAsked():
            return body.text
        case FactRecorded():
            new = _value(body.field, body.value, reader)
            old = _value(body.field, body.previous, reader)
            return f"{FIELDS[body.field]}: {f'{old} → {new}' if old else new}"
        case FactOffered():
            return f"{FIELDS[body.field]}, line {body.line}: {_value(body.field, body.value, reader)}"
        case OfferDeclined():
            return f"{FIELDS[body.field]}: left as it is."
        case DocumentReceived():
            return f"A document was sent: “{body.name}” ({body.document_kind.value.replace('_', ' ')})."
        case DocumentRefused():
            return f"A document cannot be used: {body.reason.value.replace('_', ' ')}. {body.comment}".strip()
        case DocumentRemoved():
            return "A document was taken back."
        case EntryMade():
            return f"Filled in: {', '.join(FIELDS[FieldName(name)] for name in json.loads(body.text))}."
        case PersonalDetailEntered():
            return f"{body.field.value.replace('_', ' ').capitalize()} of {body.subject}: {HIDDEN}"
        case AbsenceDeclared():
            return f"{FIELDS[body.field]}: the merchant says that there is none."
        case LocaleNoted():
            zone = f", time zone {body.time_zone}" if body.time_zone else ""
            return f"The merchant is written to in {NAMES[body.language]}{zone}."
        case ItemPostponed():
            return f"{FIELDS[body.field]}: the merchant does not have it yet."
        case PersonRequested():
            return "The merchant asks for a person."
        case ParticipantInvited():
            return f"{body.name} was asked for a part: {body.part.value.replace('_', ' ')}."
        case ParticipantFinished():
            return f"A part was filled in and declared: “{body.declaration}”"
        case ParticipantRemoved():
            return "An invitation was taken back."
        case PartyStated():
            return party_text(body.party, reader.record)
        case PartyRemoved():
            return f"{body.name} is no longer among those behind the business."
        case NoticeShown():
            return f"The privacy notice was shown (version {body.version}, {body.language})."
        case LetterSent():
            return "A link to go on with was sent to the merchant's mailbox."
        case ApplicationSubmitted():
            return f"The application was submitted (version {body.version})."
        case PersonJoined():
            return f"{body.name} joined the conversation."
        case PersonLeft():
            return f"{body.name} left the conversation."
        case _ if isinstance(body, RequestEvent):
            return request_event_in_words(body, reader)
        case _:
            return _staff_words(body, reader)


def _staff_words(body: Body, reader: Reader) -> str:
    match body:
        case VerificationRecorded():
            return verification_in_words(reader.record, body)
        case FactRefused():
            return f"Refused: {body.field} from “{body.quote}”. {body.reason}"
        case InstructionFlagged():
            return f"Tried to instruct the agents: “{body.quote}”"
        case ToolCalled():
            return f"{body.name}: {body.result}"
        case WordingRefused():
            return f"Kept from the merchant, because {body.reason}: “{body.text}”"
        case CheckMade():
            return f"{body.check.key}: {body.check.status.value}. {body.check.reason}"
        case MatchResolved():
            return resolved_in_words(body.resolution)
        case MatchReopened():
            return f"A potential match is to be looked at again. {body.reason}"
        case RiskScored():
            return body.scorecard.in_words()
        case ComplianceAssessed():
            word = "compliant" if body.compliance.compliant else "not compliant"
            return f"Compliance {body.compliance.score:.2f} of 1: {word}."
        case RecommendationMade():
            return " ".join(body.recommendation.reasons)
        case StateMoved():
            return f"{body.source.value} → {body.target.value}: {body.reason}."
        case CategoryConfirmed():
            was = f" (was {body.previous})" if body.previous not in (None, body.code) else ""
            return f"Category {body.code} confirmed{was}. {body.reason}"
        case OverrideRecorded():
            return override_in_words(body.override)
        case OverrideWithdrawn():
            return f"{subject_label(body.subject)}: the override was withdrawn. {body.reason}"
        case ViewNoted():
            return f"An own view of version {body.version}: {body.view}. {body.words}"
        case CaseClaimed() | CaseReleased() | CaseAssigned() | CaseSnoozed() | CaseWoken():
            return assignment_in_words(body)
        case ReviewWarned() | ReviewOverdue() | CaseEscalated():
            return lateness_in_words(body)
        case ReminderAsked():
            return f"{body.by_name} had a reminder sent to the merchant."
        case ClosedAsIncomplete():
            return f"{body.by_name} closed the application as incomplete. {body.reason}"
        case ApplicationChanged():
            return f"The application changed: this is version {body.version}."
        case _:
            return _outcome_words(body, reader)


def resolved_in_words(resolution: Resolution) -> str:
    """What a person found about a potential match; may hold tokens."""
    match = resolution.match
    found = resolution.verdict.value.replace("_", " ")
    when = f", found by {resolution.by_name} in another application" if resolution.remembered else ""
    return f"“{match.subject}” and “{match.listed}” ({match.source}): {found}{when}. {resolution.reason}"


def _outcome_words(body: Body, reader: Reader) -> str:
    match body:
        case ProvisioningBegun():
            return f"Setting up {body.merchant_id} began; the grant is used."
        case MerchantIdReplaced():
            return f"The merchant id was taken; it is {body.merchant_id} now."
        case StepRecorded():
            return f"{STEPS.get(body.step, body.step)}: {body.status}. {body.detail}".strip()
        case AccountJudged():
            return f"The account was {body.act}: {body.reason}"
        case ProvisioningGivenUp():
            return "The set-up was given up; what was done is undone."
        case TurnFailed():
            return f"A run failed (try {body.attempt}): {body.reason}"
        case _:
            return decision_words(body, reader.record) or together_in_words(body) or complaint_in_words(body)


def _value(name: FieldName, value: object, reader: Reader) -> str | None:
    currency = reader.application.currency
    shown = FactRecorded.model_construct(value=value).value
    return value_in_words(name, shown, currency=currency, clear=reader.clear_fields)


def _data(body: Body, reader: Reader) -> dict[str, JsonValue]:
    data: dict[str, JsonValue] = json.loads(body.model_dump_json(exclude={"kind", "text", "secrets"}))
    if isinstance(body, FactRecorded):
        data["value"] = _value(body.field, body.value, reader)
        data["previous"] = _value(body.field, body.previous, reader)
    if isinstance(body, PersonalDetailEntered):
        data["value"] = HIDDEN
    if isinstance(body, CheckMade | MatchResolved | MatchReopened):
        data = cast("dict[str, JsonValue]", _without_party(data))
    if isinstance(body, ApplicationSubmitted) and reader.record.others and not reader.is_staff:
        # A hash over a few figures is as good as the figures, for who knows the rest.
        del data["application_hash"]
    if isinstance(body, FactOffered):
        data["value"] = _value(body.field, body.value, reader)
    return {key: _shown(value, reader) for key, value in data.items()}


def _without_party(value: JsonValue) -> JsonValue:
    """Without what we compared, and the digest of it: there may be a date of birth and numbers among that."""
    if isinstance(value, list):
        return [_without_party(item) for item in value]
    if isinstance(value, dict):
        return {key: _without_party(item) for key, item in value.items() if key not in ("party", "pair")}
    return value


def _shown(value: JsonValue, reader: Reader) -> JsonValue:
    """The value with every token in it masked."""
    if isinstance(value, str):
        return display(value, reader.record.secrets, reader.clear_kinds)
    if isinstance(value, list):
        return [_shown(item, reader) for item in value]
    if isinstance(value, dict):
        return {key: _shown(item, reader) for key, item in value.items()}
    return value
