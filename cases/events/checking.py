"""What was checked, scored and recommended."""

from __future__ import annotations

from typing import Literal

from cases.checks import Check, Compliance, Recommendation, Scorecard
from cases.events.body import EventBody


class CheckMade(EventBody):
    """A check ended."""

    kind: Literal["check.made"] = "check.made"
    check: Check


class RiskScored(EventBody):
    """The scorecard was worked out."""

    kind: Literal["risk.scored"] = "risk.scored"
    scorecard: Scorecard


class ComplianceAssessed(EventBody):
    """The compliance checks were counted."""

    kind: Literal["compliance.assessed"] = "compliance.assessed"
    compliance: Compliance


class RecommendationMade(EventBody):
    """What the checks suggest to the reviewer."""

    kind: Literal["recommendation.made"] = "recommendation.made"
    recommendation: Recommendation
