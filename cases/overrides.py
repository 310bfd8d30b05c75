"""Overrides of a case: what may be overridden, what is, and how the risk is then to be taken."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import datetime

from cases.checks import Check, RiskLevel, Scorecard
from cases.decision import Override
from cases.policy import Policy
from cases.policy.section import RISK
from cases.record import CaseRecord
from cases.resolutions import is_barred
from cases.screening import SCREENING

BARRED = frozenset({SCREENING, "aml_verified"})
"""What nobody overrides once a sanctions match is confirmed (contract)."""


def kept_from_overriding(record: CaseRecord, policy: Policy) -> frozenset[str]:
    """What nobody may override: by the policy, or because a sanctions match is confirmed."""
    return frozenset(policy.never_override) | (BARRED if is_barred(record) else frozenset[str]())


def overridable(record: CaseRecord, policy: Policy) -> tuple[str, ...]:
    """What may be overridden: the risk score, and checks that were made and do not hold."""
    kept = kept_from_overriding(record, policy)
    risk = (RISK,) if record.scorecard else ()
    open_checks = (key for key, check in record.checks.items() if not check.holds)
    return tuple(subject for subject in (*risk, *open_checks) if subject not in kept)


def lapse(record: CaseRecord, override: Override, now: datetime) -> str | None:
    """Why an override is not in force (any more); None where it is."""
    if override.version != record.version:
        return "the application has changed since"
    if override.found != what_was_found(record, override.subject):
        return "what was found has changed since"
    if now >= override.expires_at:
        return "it has expired"
    return None


def override_of(record: CaseRecord, subject: str, now: datetime) -> Override | None:
    """The override of a check (by its key) or of the risk that is in force."""
    override = record.overrides.get(subject)
    return None if override is None or lapse(record, override, now) else override


def overrides_in_force(record: CaseRecord, now: datetime) -> tuple[Override, ...]:
    """All that are in force, in the order in which they were first recorded."""
    return tuple(each for each in record.overrides.values() if not lapse(record, each, now))


def effective_level(record: CaseRecord, now: datetime) -> RiskLevel | None:
    """The level of risk to go by: the overridden one, or the scorecard's."""
    override = override_of(record, RISK, now)
    if override is not None:
        return override.level
    return record.scorecard.level if record.scorecard else None


def what_was_found(record: CaseRecord, subject: str) -> str | None:
    """The digest of what an override of the subject is about; None for what has not been made.

    A check or a score that comes out differently later is another one, which nobody has judged.
    """
    if subject == RISK:
        pieces = _of_score(record.scorecard) if record.scorecard else None
    else:
        check = record.checks.get(subject)
        pieces = _of_check(check) if check else None
    return None if pieces is None else hashlib.sha256(json.dumps([*pieces]).encode()).hexdigest()


def _of_score(card: Scorecard) -> Iterator[object]:
    yield from (card.level, card.score)
    yield from ([reason.code, reason.points] for reason in card.reasons)
    yield from card.knock_outs


def _of_check(check: Check) -> Iterator[object]:
    yield from (check.status.value, check.reason)
    yield from ([finding.code, finding.text] for finding in check.findings)
    yield from ([match.subject, match.source, match.reference] for match in check.matches)
