"""The staff's half of the card: what was checked and found, who is there, and what may be decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from cases.checks import Check, Recommendation
from cases.duplicates import Duplicate, TraitKind
from cases.events import Event
from cases.policy import Policy
from cases.policy.deciding import DeclineReason
from cases.policy.declining import Visibility
from cases.record import CaseRecord
from cases.resolutions import needs_look
from cases.review_time import review_due
from cases.sensitive import display
from cases.states import State
from cases.views_owed import owes_view
from desk.category_views import CategoryPart, category_part
from desk.complaint_views import ComplaintItem, complaint_items
from desk.deciding_views import DecidingPart, deciding_part
from desk.evidence_views import EvidencePart, evidence_part
from desk.findings import is_told
from desk.information_views import AskingPart, asking_part
from desk.labels import TRAITS, check_label
from desk.match_views import MatchView, bar_of, view_matches
from desk.override_views import OverridingPart, overriding_part
from desk.overview import LastLook, Overview, overview_of
from desk.ownership_views import OwnershipPart, ownership_part
from desk.rights import Reader
from desk.together_views import TogetherPart, together_part
from desk.viewing import View


class FindingItem(View):
    """What a check found and what to do; ``told``: whether the merchant reads it too."""

    code: str
    text: str
    advice: str
    told: bool


class DuplicateItem(View):
    """Another case, what it has in common with this one, and how it stood when it was found."""

    case_id: UUID
    shared: str
    whose: str
    state: str


class CheckItem(View):
    """One check, with what it found and the cases like this one."""

    key: str
    label: str
    status: str
    reason: str
    findings: tuple[FindingItem, ...] = ()
    duplicates: tuple[DuplicateItem, ...] = ()


class RiskItem(View):
    """The risk in words first."""

    words: str
    level: str
    score: float
    reasons: tuple[str, ...]


class ComplianceItem(View):
    """How many of the compliance checks hold."""

    score: float
    compliant: bool
    checks: tuple[CheckItem, ...]


class Choice(View):
    """A reason that a reviewer may pick, and what the merchant reads of it, in words."""

    code: str
    label: str
    visibility: Visibility
    told: str


class StaffPart(View):
    """What only staff see."""

    summary: Overview
    state: State
    due: datetime | None
    barred: str | None
    needs_look: bool
    matches: tuple[MatchView, ...]
    checks: tuple[CheckItem, ...]
    risk: RiskItem | None
    compliance: ComplianceItem | None
    recommendation: Recommendation | None
    present: tuple[str, ...]
    deciding: DecidingPart
    overriding: OverridingPart
    decline_reasons: tuple[Choice, ...]
    evidence: EvidencePart
    ownership: OwnershipPart | None
    category: CategoryPart
    asking: AskingPart | None
    together: TogetherPart
    complaints: tuple[ComplaintItem, ...]


def staff_part(
    reader: Reader,
    events: Sequence[Event],
    policy: Policy,
    names: Mapping[UUID, str],
    now: datetime,
    last: LastLook | None,
) -> StaffPart:
    """What staff see of a case beside the application itself."""
    record = reader.record
    owed = owes_view(record, policy, reader.person, now)
    counted = {check.key for check in record.compliance.checks} if record.compliance else set[str]()
    return StaffPart(
        state=record.state,
        due=review_due(record, policy),
        barred=bar_of(record),
        needs_look=needs_look(record),
        matches=view_matches(reader),
        checks=tuple(_check(c) for key, c in record.checks.items() if key not in counted),
        risk=_risk(record),
        compliance=_compliance(record),
        summary=overview_of(reader, events, policy, names, now, last),
        recommendation=None if owed else shown_recommendation(record),
        present=tuple(names.get(UUID(actor), "Somebody") for actor in sorted(record.present)),
        deciding=deciding_part(reader, policy, now),
        overriding=overriding_part(record, policy, now),
        decline_reasons=reason_choices(policy),
        evidence=evidence_part(reader, policy, names, now.date()),
        ownership=ownership_part(record, policy, now.date()),
        category=category_part(record, policy),
        asking=asking_part(record, policy, now) if record.state is State.IN_REVIEW else None,
        together=together_part(reader, names),
        complaints=complaint_items(reader, names, now),
    )


_UNTOLD = {
    Visibility.GENERIC_ONLY: "The merchant reads only the neutral text.",
    Visibility.SILENT: "The merchant reads only the neutral text, whatever else you pick.",
}


def reason_choices(policy: Policy) -> tuple[Choice, ...]:
    """The reasons to decline, and what the merchant reads of each."""
    return tuple(_choice(code, reason) for code, reason in policy.decline_reasons.items())


def _choice(code: str, reason: DeclineReason) -> Choice:
    told = _UNTOLD.get(reason.visibility, f"The merchant reads: {reason.text}")
    return Choice(code=code, label=reason.label, visibility=reason.visibility, told=told)


def _check(check: Check) -> CheckItem:
    return CheckItem(
        key=check.key,
        label=check_label(check.key),
        status=check.status.value,
        reason=check.reason,
        findings=tuple(FindingItem(**dict(found), told=is_told(found)) for found in check.findings),
        duplicates=tuple(_duplicate(each) for each in check.duplicates),
    )


def _duplicate(found: Duplicate) -> DuplicateItem:
    return DuplicateItem(
        case_id=found.case_id,
        shared=", ".join(TRAITS[kind] for kind in TraitKind if kind in found.kinds),
        whose="the same person's" if found.own else "another person's",
        state=found.state.value.replace("_", " "),
    )


def _risk(record: CaseRecord) -> RiskItem | None:
    card = record.scorecard
    return card and RiskItem(
        words=card.in_words(),
        level=card.level,
        score=card.score,
        reasons=tuple(f"{reason.points:+.1f} {reason.text}" for reason in card.reasons),
    )


def _compliance(record: CaseRecord) -> ComplianceItem | None:
    made = record.compliance
    return made and ComplianceItem(
        score=made.score, compliant=made.compliant, checks=tuple(_check(c) for c in made.checks)
    )


def shown_recommendation(record: CaseRecord) -> Recommendation | None:
    """The recommendation, with what is sensitive in a person's words masked."""
    made = record.recommendation
    reasons = [display(reason, record.secrets) for reason in made.reasons] if made else []
    return made and made.model_copy(update={"reasons": tuple(reasons)})
