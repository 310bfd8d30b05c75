"""By when a case that waits for a reviewer is due, and when people are told that it is late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from cases.business_calendar import due
from cases.policy import Policy
from cases.record import CaseRecord
from cases.states import UNDER_REVIEW, State

WARNED, OVERDUE, ESCALATED = "review.warned", "review.overdue", "case.escalated"
"""What is told of a review's time, in this order, each once in a stay."""


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


def to_be_told(record: CaseRecord, policy: Policy) -> Iterator[tuple[str, datetime]]:
    """What is still to be told of this stay in review, and when, in order."""
    when_due = review_due(record, policy)
    hours = policy.deadlines.review_hours_at(record.scorecard.level if record.scorecard else None)
    if when_due is None or hours is None or record.review_since is None:
        return
    if not record.late:
        yield WARNED, after(record.review_since, hours * float(policy.reviewing.warn_at), policy)
    if OVERDUE not in record.late:
        yield OVERDUE, when_due
    if record.escalation is None:
        yield ESCALATED, after(when_due, policy.reviewing.escalate_hours, policy)


def after(start: datetime, hours: float, policy: Policy) -> datetime:
    """When that many hours have passed: those in which somebody works where the policy has a calendar."""
    return due(start, hours, policy.calendar) if policy.calendar else start + timedelta(hours=hours)
