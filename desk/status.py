"""A case as GET /api/merchants/{id} answers it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict, JsonValue

from cases.application import UNDERWRITING, FieldName
from cases.checks import Check, Finding, Recommendation
from cases.decision import Conditions, Decision
from cases.disclosure import told
from cases.events import ApplicationSubmitted, Event, StateMoved
from cases.overrides import override_of
from cases.policy import Policy
from cases.policy.section import RISK
from cases.record import CaseRecord
from cases.sensitive import display, mask
from cases.states import State, public_words
from cases.terms import NONE, terms_of
from desk.assignment_views import AssignmentView
from desk.outstanding import outstanding_items
from desk.override_views import OverrideView, view_override
from desk.ownership_views import OwnersView, owners_view
from desk.papers_wanted import papers_wanted
from desk.provisioning import STEPS
from desk.rights import Reader
from desk.staff_card import shown_recommendation
from desk.wordbook import Wordbook, wordbook

AFTER_CHECKS = frozenset({State.IN_REVIEW, State.NEEDS_INFORMATION, State.CHECK_FAILED})


class RequirementStatusView(BaseModel):
    """An item that the policy needs."""

    key: str
    status: str
    reason: str


class CheckView(BaseModel):
    """How a check ended, and what it found; ``override`` is absent where none is in force."""

    key: str
    status: str
    reason: str
    findings: list[Finding] = []
    override: OverrideView | None = None


class ComplianceView(BaseModel):
    """The compliance checks and whether enough of them hold."""

    checks: dict[str, bool]
    score: float
    compliant: bool


class RiskReasonView(BaseModel):
    """Points of the scorecard."""

    code: str
    points: float
    text: str


class RiskView(BaseModel):
    """The risk score, 0 to 1, higher is safer; ``override`` is absent where none is in force."""

    score: float
    level: str
    reasons: list[RiskReasonView]
    override: OverrideView | None = None


class DecisionView(BaseModel):
    """The outcome; the merchant gets the reasons in words and the conditions, and nothing besides."""

    approved: bool
    at: datetime
    reasons: list[str]
    by: str | None = None
    conditions: dict[str, JsonValue] | None = None
    overrides: list[str] | None = None


class StepView(BaseModel):
    """How far a provisioning step is."""

    step: str
    status: str
    attempts: int


class ProposedView(BaseModel):
    """The conditions that the policy proposes for an approval, those among them that it demands, and why."""

    conditions: dict[str, JsonValue]
    demanded: dict[str, JsonValue]
    reasons: list[str]


class AuditTrail(BaseModel):
    """Hashes of the application as first submitted and as it is now, and when the team was done."""

    original_hash: str | None
    final_hash: str
    processed_at: datetime | None


class CaseStatus(BaseModel):
    """Everything about a case that the reader may see; what they may not is absent."""

    model_config = ConfigDict(frozen=True)

    request_id: UUID
    public_state: str
    application: dict[str, JsonValue]
    requirements: list[RequirementStatusView]
    decision: DecisionView | None
    provisioning: list[StepView]
    merchant_id: str | None
    state: State | None = None
    version: int | None = None
    validation_results: dict[str, bool] | None = None
    checks: list[CheckView] | None = None
    compliance: ComplianceView | None = None
    risk: RiskView | None = None
    recommendation: Recommendation | None = None
    audit_trail: AuditTrail | None = None
    owners: OwnersView | None = None
    proposed_conditions: ProposedView | None = None
    assignment: AssignmentView | None = None


STAFF_FIELDS = (
    "state",
    "version",
    "validation_results",
    "checks",
    "compliance",
    "risk",
    "recommendation",
    "audit_trail",
    "assignment",
)
"""What is absent from a merchant's answer."""


def status_of(reader: Reader, events: Sequence[Event], policy: Policy, now: datetime) -> CaseStatus:
    """The case as the reader gets it."""
    record = reader.record
    words = wordbook("en" if reader.is_staff else record.language)
    shared = CaseStatus(
        request_id=record.id,
        public_state=public_words(record.state, rests=reader.rests),
        application=application_shown(reader),
        requirements=_requirements(record, policy, words, now),
        decision=_decision(reader, policy),
        provisioning=_provisioning(record),
        merchant_id=record.merchant_id if record.state in _HAS_ACCOUNT else None,
    )
    if not reader.is_staff:
        return shared
    return shared.model_copy(update=_staff_part(record, events, policy, now))


def _requirements(
    record: CaseRecord, policy: Policy, words: Wordbook, now: datetime
) -> list[RequirementStatusView]:
    """The ledger, the kinds of document that are asked for as ``documents.<kind>``, and open questions."""
    asked = [(item.key, item) for item in outstanding_items(record, policy, words, now).items]
    papers = [(f"documents.{paper.kind.value}", paper) for paper in papers_wanted(record, policy, words)]
    known = {
        key: RequirementStatusView(key=key, status=item.status.value, reason=item.problem or item.reason)
        for key, item in (*asked, *papers)
    }
    return [*(known | {each.key: each for each in _requested(record, words)}).values()]


def _requested(record: CaseRecord, words: Wordbook) -> list[RequirementStatusView]:
    """The documents and answers that a reviewer has asked for; fields and details are in the ledger."""
    request = record.information
    asked = () if request is None or request.ended else request.asked
    return [
        RequirementStatusView(
            key=item.key,
            status="satisfied" if request and item.key in request.answers else "currently_due",
            reason=display(item.text, record.secrets) or words("ledger.rule_requested"),
        )
        for item in asked
        if item.document or item.is_question
    ]


_HAS_ACCOUNT = frozenset({State.ACTIVE, State.SUSPENDED, State.CLOSED, State.PROVISIONING})


def application_shown(reader: Reader) -> dict[str, JsonValue]:
    """The application with sensitive values masked, as far as the reader does not need them whole."""
    shown: dict[str, JsonValue] = json.loads(reader.application.model_dump_json())
    for name in UNDERWRITING:
        if shown[name.value] is None:
            del shown[name.value]
    for name in FieldName:
        value = shown.get(name.value)
        if isinstance(value, str) and name not in reader.clear_fields:
            shown[name.value] = mask(name, value)
    return shown


def _staff_part(
    record: CaseRecord, events: Sequence[Event], policy: Policy, now: datetime
) -> dict[str, object]:
    counted = {check.key for check in record.compliance.checks} if record.compliance else set[str]()
    checks = list(record.checks.values())
    owners = owners_view(record, policy, now.date())
    return {
        "state": record.state,
        "version": record.version,
        "validation_results": {
            check.key: check.holds for check in checks if check.key not in {*counted, "screening"}
        },
        "checks": [_check(record, check, now) for check in checks],
        "compliance": _compliance(record),
        "risk": _risk(record, now),
        "recommendation": shown_recommendation(record),
        "audit_trail": _audit_trail(record, events, policy),
        # A policy without rules on owners, or on conditions, answers as it did before there were any.
        **({"owners": owners} if owners else {}),
        **({"proposed_conditions": _proposed(record, policy, now)} if policy.terms else {}),
    }


def _proposed(record: CaseRecord, policy: Policy, now: datetime) -> ProposedView:
    terms = terms_of(record, policy, now.date())
    return ProposedView(
        conditions=_as_json(terms.proposed), demanded=_as_json(terms.demanded), reasons=list(terms.rules)
    )


def _compliance(record: CaseRecord) -> ComplianceView | None:
    made = record.compliance
    return made and ComplianceView(
        checks={check.key: check.holds for check in made.checks},
        score=made.score,
        compliant=made.compliant,
    )


def _check(record: CaseRecord, check: Check, now: datetime) -> CheckView:
    view = CheckView(
        key=check.key, status=check.status.value, reason=check.reason, findings=list(check.findings)
    )
    return view.model_copy(update=_override(record, check.key, now))


def _risk(record: CaseRecord, now: datetime) -> RiskView | None:
    card = record.scorecard
    if card is None:
        return None
    reasons = [RiskReasonView(code=r.code, points=r.points, text=r.text) for r in card.reasons]
    view = RiskView(score=card.score, level=card.level, reasons=reasons)
    return view.model_copy(update=_override(record, RISK, now))


def _override(record: CaseRecord, subject: str, now: datetime) -> dict[str, OverrideView]:
    """What a view says besides where an override is in force."""
    override = override_of(record, subject, now)
    return {"override": view_override(record, override, now)} if override else {}


def _decision(reader: Reader, policy: Policy) -> DecisionView | None:
    decision = reader.record.decision
    is_open = reader.rests or reader.record.state is State.AWAITING_SECOND_APPROVAL
    if decision is None or (is_open and not reader.is_staff):
        return None
    if reader.is_staff:
        return DecisionView(
            approved=decision.approved,
            at=decision.at,
            reasons=list(decision.reasons),
            by=decision.by_name,
            conditions=_as_json(decision.conditions),
            overrides=[display(words, reader.record.secrets) for words in decision.overrides],
        )
    view = DecisionView(approved=decision.approved, at=decision.at, reasons=_plain_reasons(decision, policy))
    granted = reader.record.grant
    if granted is None or granted.conditions == NONE:
        return view
    return view.model_copy(update={"conditions": _as_json(granted.conditions)})


def _as_json(conditions: Conditions) -> dict[str, JsonValue]:
    return json.loads(conditions.model_dump_json(exclude_none=True))


def _plain_reasons(decision: Decision, policy: Policy) -> list[str]:
    return [policy.decline_reasons[code].text for code in told(decision, policy)]


def _provisioning(record: CaseRecord) -> list[StepView]:
    if record.merchant_id is None:
        return []
    return [_step(record, step) for step in STEPS]


def _step(record: CaseRecord, step: str) -> StepView:
    made = record.steps.get(step)
    return StepView(
        step=step,
        status=made.status if made else "pending",
        attempts=made.attempts if made else 0,
    )


def _audit_trail(record: CaseRecord, events: Sequence[Event], policy: Policy) -> AuditTrail:
    submitted = (e.body for e in events if isinstance(e.body, ApplicationSubmitted))
    first = next(submitted, None)
    processed = [
        event.at
        for event in events
        if isinstance(event.body, StateMoved)
        and event.body.source is State.CHECKING
        and event.body.target in AFTER_CHECKS
    ]
    return AuditTrail(
        original_hash=first.application_hash if first else None,
        final_hash=policy.application_hash(record.application, record.parties),
        processed_at=processed[-1] if processed else None,
    )
