"""A case in brief, for a letter or a page that asks for a decision: without personal data unless told."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from cases.approval import bars
from cases.checks import CheckStatus, Recommendation
from cases.overrides import override_of
from cases.record import CaseRecord
from cases.review_time import review_due
from cases.sensitive import display
from cases.states import UNDER_REVIEW, State
from cases.views_owed import asks_view
from desk.draft import Draft
from desk.labels import check_label
from desk.staff_card import shown_recommendation
from desk.viewing import View

STATUS = {
    CheckStatus.HELD: "holds",
    CheckStatus.FAILED: "does not hold",
    CheckStatus.NOT_REQUIRED: "not required",
    CheckStatus.NOT_CHECKED: "not checked",
    CheckStatus.ERROR: "could not be made",
}


class CheckLine(View):
    """One check in words; ``reason`` only where personal data may stand here."""

    label: str
    status: str
    holds: bool
    reason: str = ""


class Brief(View):
    """What somebody reads before they decide."""

    number: str
    name: str | None
    version: int
    is_second: bool
    risk: str | None
    recommendation: str | None
    reasons: tuple[str, ...]
    checks: tuple[CheckLine, ...]
    bars: tuple[str, ...]
    due: str | None


def brief_of(draft: Draft, *, personal: bool) -> Brief:
    """The case as it stands; ``personal``: whether the merchant is named and what was found is quoted."""
    record, policy = draft.record, draft.policy
    made, kept_back = shown_recommendation(record), asks_view(record, policy, draft.now)
    zone = policy.calendar.zone if policy.calendar else None
    due = review_due(record, policy)
    return Brief(
        number=number(record.id),
        name=record.application.merchant_name if personal else None,
        version=record.version,
        is_second=record.state is State.AWAITING_SECOND_APPROVAL,
        risk=record.scorecard.in_words() if record.scorecard else None,
        recommendation=_recommended(made, kept_back=kept_back),
        reasons=made.reasons if made and personal and not kept_back else (),
        checks=tuple(_checks(draft, personal=personal)),
        bars=tuple(check_label(key) for key in bars(record, policy, draft.now)),
        due=_moment(due, zone) if due else None,
    )


def _recommended(made: Recommendation | None, *, kept_back: bool) -> str | None:
    if made is None:
        return None
    if kept_back:
        return "shown on the card, once you have noted your own view"
    return "Approve" if made.approve else "Do not approve"


def number(case_id: UUID) -> str:
    """By what a case is known where its merchant is not named."""
    return f"case {str(case_id)[:8]}"


def waits(record: CaseRecord, version: int) -> bool:
    """Whether a decision on this version is still waited for."""
    return record.state in UNDER_REVIEW and record.version == version


def _checks(draft: Draft, *, personal: bool) -> list[CheckLine]:
    record = draft.record
    counted = record.compliance.checks if record.compliance else ()
    made = {**record.checks, **{check.key: check for check in counted}}
    lines = [
        CheckLine(
            label=check_label(key),
            status=_status(draft, key, check.status),
            holds=check.holds,
            reason=display(check.reason, record.secrets) if personal else "",
        )
        for key, check in made.items()
    ]
    return sorted(lines, key=lambda line: line.holds)


def _status(draft: Draft, key: str, status: CheckStatus) -> str:
    overridden = override_of(draft.record, key, draft.now) is not None
    return f"{STATUS[status]}, overridden" if overridden else STATUS[status]


def _moment(at: datetime, zone: str | None) -> str:
    local = at.astimezone(ZoneInfo(zone) if zone else UTC)
    return f"{local:%A} {local.day} {local:%B, %H:%M} ({zone or 'UTC'})"
