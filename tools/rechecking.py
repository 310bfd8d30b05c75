"""A case judged again under a policy: everything that can be worked out without asking anybody outside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from uuid import UUID

from cases.categories import CONFIRMED
from cases.checks import Check
from cases.policy import Policy
from cases.policy.validating import ExtraCheck
from cases.record import CaseRecord
from cases.replay.checking import with_check
from cases.screening import SCREENING
from tools import line_of_business
from tools.blocked import KEY as BLOCKED
from tools.blocked import check_blocked
from tools.compliance import EVIDENCE, assess, check_evidence
from tools.embargo import KEY as EMBARGO
from tools.embargo import check_embargo
from tools.ownership import COMPLETE, IDENTITY
from tools.recommendation import suggest
from tools.risk import score
from tools.validation import validate

DUPLICATES = ExtraCheck.NO_DUPLICATES
"""Other cases are looked up when the check is made; what was found then stands on record."""


def judge_again(record: CaseRecord, policy: Policy, today: date) -> CaseRecord:
    """The record with checks, scorecard, compliance and recommendation as the policy has them on that day.

    What was asked elsewhere, such as the watch lists, stays as the record has it.
    """
    checked = replace(record, checks={})
    for check in _checks(record, policy, today):
        checked = _with(checked, check, today)
    scored = replace(checked, scorecard=score(checked, policy))
    if evidence := check_evidence(scored, policy, today):
        scored = _with(scored, evidence, today)
    compliance = assess(scored, policy)
    counted = {check.key: check for check in compliance.checks}
    judged = replace(scored, compliance=compliance, checks={**scored.checks, **counted})
    return replace(judged, recommendation=suggest(judged, policy))


def _with(record: CaseRecord, check: Check, today: date) -> CaseRecord:
    return with_check(record, check, "desk", datetime.combine(today, time(), UTC))


def _checks(record: CaseRecord, policy: Policy, today: date) -> Iterator[Check]:
    yield from validate(record, policy, today)
    yield from _made_elsewhere(record, policy, today)
    screening = record.checks.get(SCREENING)
    if policy.ownership is not None and screening is not None:
        yield check_blocked(record, screening)
    if policy.embargo is not None:
        yield check_embargo(record, policy.embargo)


def checks_left_out(policy: Policy, today: date) -> frozenset[str]:
    """The keys of checks that could be made, and that this policy does not ask for."""
    nothing = CaseRecord(id=UUID(int=0), opened_by=UUID(int=0), opened_at=datetime.min)
    possible = {check.key for check in validate(nothing, _asking_all(policy), today)}
    possible |= {COMPLETE, IDENTITY}
    left_out = possible - {check.key for check in validate(nothing, policy, today)}
    left_out |= {DUPLICATES} - set(policy.validation.extra)
    left_out |= {EMBARGO} if policy.embargo is None else set[str]()
    return frozenset(left_out | ({BLOCKED} if policy.ownership is None else set[str]()))


def _made_elsewhere(record: CaseRecord, policy: Policy, today: date) -> Iterator[Check]:
    made_here = {check.key for check in validate(record, _asking_all(policy), today)}
    made_here |= {check.key for check in assess(record, policy).checks}
    made_here |= {COMPLETE, IDENTITY, BLOCKED, EVIDENCE, EMBARGO, CONFIRMED, line_of_business.EVIDENCE}
    made_here |= {DUPLICATES} - set(policy.validation.extra)
    return (check for key, check in record.checks.items() if key not in made_here)


def _asking_all(policy: Policy) -> Policy:
    every = policy.validation.model_copy(update={"extra": tuple(ExtraCheck)})
    return policy.model_copy(update={"validation": every})
