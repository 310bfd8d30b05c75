"""What was checked, scored and recommended."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from cases.application import FieldName
from cases.checks import Check, CheckStatus
from cases.events import CheckMade, ComplianceAssessed, Event, RecommendationMade, RiskScored
from cases.record import CaseRecord
from cases.verification import Examination, digest_of


def fold(record: CaseRecord, event: Event) -> CaseRecord | None:
    """The record after an event of this area; None for one of another."""
    body = event.body
    match body:
        case CheckMade():
            return with_check(record, body.check, event.actor, event.at)
        case RiskScored():
            return replace(record, scorecard=body.scorecard)
        case ComplianceAssessed():
            made = {check.key: check for check in body.compliance.checks}
            return replace(record, compliance=body.compliance, checks={**record.checks, **made})
        case RecommendationMade():
            return replace(record, recommendation=body.recommendation)
        case _:
            return None


_BESIDE = {FieldName.ACCOUNT_NUMBER: (FieldName.ROUTING_NUMBER,)}
"""Fields that are examined together with the one that a check names."""


def with_check(record: CaseRecord, check: Check, by: str, at: datetime) -> CaseRecord:
    """The record with a check; one that came to a result is kept with the value that it was about."""
    checks = {**record.checks, check.key: check}
    if check.field is None or check.status not in (CheckStatus.HELD, CheckStatus.FAILED):
        return replace(record, checks=checks)
    held = check.status is CheckStatus.HELD
    examined = dict(record.examined)
    for name in (check.field, *_BESIDE.get(check.field, ())):
        if (value := record.application.get(name)) is not None:
            examined[name, check.key] = Examination(digest_of(value), held, by, at)
    return replace(record, checks=checks, examined=examined)
