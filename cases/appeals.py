"""Who may appeal until when, and who may not decide about it."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from cases.decision import Decision
from cases.policy import Policy
from cases.record import CaseRecord
from cases.states import State


def appeal_by(decision: Decision, policy: Policy) -> date:
    """The last day (UTC) on which a decline can be appealed: the one that its merchant was told."""
    if decision.disclosure is not None:
        return decision.disclosure.appeal_by
    return decision.at.date() + timedelta(days=policy.declining.appeal_days)


def may_appeal(record: CaseRecord, policy: Policy, today: date) -> bool:
    """Whether the case is declined and can still be appealed."""
    declined = record.state is State.REJECTED and record.decision is not None
    return declined and record.decision is not None and today <= appeal_by(record.decision, policy)


def decliners(record: CaseRecord) -> frozenset[UUID]:
    """Whose declines were appealed: somebody else decides the case from then on."""
    return frozenset(appeal.declined.by for appeal in record.appeals)
