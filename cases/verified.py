"""What the checks made elsewhere amount to: a check of its own for each kind that the policy asks for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from cases.checks import Check, CheckStatus
from cases.evidence import fact_words, keys_of, standing
from cases.policy.evidence import VerificationRule
from cases.record import CaseRecord
from cases.verification import INQUIRIES, METHOD_OF, Result, VerificationKind


def check_key(kind: VerificationKind) -> str:
    """The key of the check of one kind."""
    return f"verified_{kind.value}"


def facts_about(record: CaseRecord, rule: VerificationRule) -> tuple[str, ...]:
    """The facts that a rule is about, as far as they are there."""
    return tuple(key for name in rule.about for key in keys_of(record, name))


def undecided(
    record: CaseRecord, kind: VerificationKind, rule: VerificationRule, today: date
) -> tuple[str, ...]:
    """The facts of which no source has said yes or no."""
    return tuple(key for key in facts_about(record, rule) if _result(record, kind, key, today) is None)


def verification_check(
    record: CaseRecord, kind: VerificationKind, rule: VerificationRule, today: date
) -> Check:
    """Held where all that there is was confirmed, failed where anything is denied; otherwise not checked."""
    keys, is_inquiry = facts_about(record, rule), METHOD_OF[kind] in INQUIRIES
    results = {key: _result(record, kind, key, today) for key in keys}
    denied = [key for key, result in results.items() if result is Result.NOT_CONFIRMED]
    open_ones = [key for key, result in results.items() if result is None]
    if not keys:
        named = _listed(name.value for name in rule.about)
        return _check(kind, CheckStatus.NOT_CHECKED, f"There is nothing to verify yet: {named}.")
    if denied:
        return _check(kind, CheckStatus.FAILED, f"{_SAID[is_inquiry][1]}: {_listed(denied)}.")
    if open_ones:
        todo = "Look it up and record the check" if rule.provider == "manual" else "No clear answer"
        return _check(kind, CheckStatus.NOT_CHECKED, f"{todo}: {_listed(open_ones)}.")
    return _check(kind, CheckStatus.HELD, f"{_SAID[is_inquiry][0]}: {_listed(keys)}.")


_SAID = {
    False: ("A source confirmed", "The source does not confirm"),
    True: ("Nothing is known against", "Something is known against"),
}


def _result(record: CaseRecord, kind: VerificationKind, key: str, today: date) -> Result | None:
    """What the last check of that kind said of the fact's present value; None for no clear answer."""
    for each in standing(record, key):
        if each.method is METHOD_OF[kind] and each.result is not Result.INCONCLUSIVE:
            ended = each.result is Result.CONFIRMED and not each.counts_on(today)
            return None if ended else each.result
    return None


def _check(kind: VerificationKind, status: CheckStatus, reason: str) -> Check:
    return Check(key=check_key(kind), status=status, reason=reason)


def _listed(keys: Iterable[str]) -> str:
    return ", ".join(fact_words(key) for key in keys)
