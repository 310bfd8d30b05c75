"""What stands against an approval at a moment, and whether it takes two people."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from cases.access import Person, Role
from cases.appeals import decliners
from cases.overrides import effective_level, override_of
from cases.ownership.found import declared_peps
from cases.policy import Policy
from cases.policy.section import RISK
from cases.record import CaseRecord
from cases.resolutions import confirmed_matches
from cases.screening import Topic


def is_open(record: CaseRecord, key: str, now: datetime) -> bool:
    """Whether a check was not made, or does not hold and no override of it is in force."""
    check = record.checks.get(key)
    return check is None or not (check.holds or override_of(record, key, now))


def may_decide(person: Person, record: CaseRecord) -> bool:
    """Whether somebody can decide the case: a reviewer with no part in it who has not decided it before."""
    has_part = person.id == record.opened_by or str(person.id) in record.contributors
    has_approved = person.id in {approval.by for approval in record.approvals}
    return person.has(Role.REVIEWER) and not (has_part or has_approved or person.id in decliners(record))


def bars(record: CaseRecord, policy: Policy, now: datetime) -> tuple[str, ...]:
    """The checks that bar an approval until they hold or are overridden."""
    return tuple(key for key in policy.blocking_checks if is_open(record, key, now))


def takes_two(record: CaseRecord, policy: Policy, now: datetime) -> bool:
    """Whether two different people have to approve: by the risk, or by what is known of somebody."""
    level = effective_level(record, now)
    overridden = override_of(record, RISK, now) is not None
    strict = level is None or overridden or level in policy.second_approval
    topics = policy.screening.second_approval_topics
    by_topic = any(confirmed_matches(record, topic) for topic in topics)
    declared = Topic.PEP in topics and bool(declared_peps(record))
    return (bool(policy.second_approval) and strict) or by_topic or declared


def raised_by(record: CaseRecord) -> UUID | None:
    """Who raised the case to the leads; None where nobody did, or the clock."""
    raised = record.escalation
    return UUID(raised.by) if raised is not None and raised.by_name else None


def kept_out(record: CaseRecord) -> frozenset[UUID]:
    """Who does not decide the case: whose decline was appealed, and who raised it to the leads."""
    raised = raised_by(record)
    return decliners(record) | ({raised} if raised else frozenset[UUID]())
