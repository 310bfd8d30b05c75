"""What was checked, scored and recommended."""

from __future__ import annotations

from dataclasses import replace

from cases.events import CheckMade, ComplianceAssessed, Event, RecommendationMade, RiskScored
from cases.record import CaseRecord


def fold(record: CaseRecord, event: Event) -> CaseRecord | None:
    """The record after an event of this area; None for one of another."""
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
        case _:
            return None
