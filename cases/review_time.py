"""By when a case that waits for a reviewer is due."""

from __future__ import annotations

from datetime import datetime

from cases.business_calendar import due
from cases.policy import Policy
from cases.record import CaseRecord
from cases.states import UNDER_REVIEW, State


def review_due(record: CaseRecord, policy: Policy) -> datetime | None:
    """When the review is due (UTC); None where it is not in review or may take any time."""
    level = record.scorecard.level if record.scorecard else None
    return due_at(record.state, level, record.review_since, policy)


def due_at(state: State, level: str | None, since: datetime | None, policy: Policy) -> datetime | None:
    """The same from what a list knows of a case; ``since``: when it came into review."""
    hours = policy.deadlines.review_hours_at(level)
    if state not in UNDER_REVIEW or since is None or hours is None or policy.calendar is None:
        return None
    return due(since, hours, policy.calendar)
