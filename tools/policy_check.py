"""What is worth a second look in a policy that can be used."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from pydantic import JsonValue

from cases.policy import Policy
from cases.policy.conditions import Condition
from cases.policy.declining import Visibility
from cases.screening import Topic
from tools.finding_codes import is_known
from tools.rechecking import checks_left_out
from tools.recommendation import CODES

OLDEST_RATES = timedelta(days=366)

FOR_REVIEWERS = "other"
"""The reason that only a person picks, with words of their own."""


class Remark(NamedTuple):
    """Something that a policy says and that does not do what its writer may think."""

    path: str
    text: str


def look_over(policy: Policy, today: date) -> tuple[Remark, ...]:
    """Everything that is worth a second look, in the order of the file."""
    return (
        *_rates(policy, today),
        *_levels(policy),
        *_checks(policy, today),
        *_findings(policy),
        *_reasons(policy),
        *_sources("", policy.model_dump(mode="json")),
    )


def _rates(policy: Policy, today: date) -> Iterator[Remark]:
    if today - policy.rates.as_of > OLDEST_RATES:
        yield Remark("rates.as_of", f"The rates are of {policy.rates.as_of}, more than a year ago.")


def _levels(policy: Policy) -> Iterator[Remark]:
    risk = policy.risk
    points = [rule.points for rule in (*risk.rules, *risk.signals)]
    best = risk.start + sum((each for each in points if each > 0), Decimal(0))
    worst = risk.start + sum((each for each in points if each < 0), Decimal(0))
    if best <= risk.low_above:
        yield Remark("risk.low_above", f"No case can be low risk: with all points it has {best:g}.")
    low_enough = risk.high_below is not None and worst < risk.high_below
    if risk.high_below is not None and not low_enough:
        yield Remark("risk.high_below", f"No points make a case high risk: at worst it has {worst:g}.")
    if "high" in policy.second_approval and not low_enough and not risk.knock_outs:
        yield Remark("second_approval", "No case can be high risk, which alone would need a second person.")


def _checks(policy: Policy, today: date) -> Iterator[Remark]:
    left_out = checks_left_out(policy, today)
    for path, keys in _named_checks(policy):
        for key in keys:
            if key in left_out:
                yield Remark(path, f"The check {key} is not made under this policy.")


def _named_checks(policy: Policy) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "blocking_checks", policy.blocking_checks
    yield "never_override", policy.never_override
    for check, keys in policy.compliance.rests_on.items():
        yield f"compliance.rests_on.{check}", keys
    for path, condition in _conditions(policy):
        yield f"{path}.checks", condition.checks


def _findings(policy: Policy) -> Iterator[Remark]:
    for path, condition in _conditions(policy):
        for code in condition.findings:
            if not is_known(code):
                yield Remark(f"{path}.findings", f"No check finds {code}.")


def _conditions(policy: Policy) -> Iterator[tuple[str, Condition]]:
    for signal in policy.risk.signals:
        yield f"risk.signals.{signal.code}.when", signal.when
    for rule in policy.risk.knock_outs:
        yield f"risk.knock_outs.{rule.code}.when", rule.when


def _reasons(policy: Policy) -> Iterator[Remark]:
    recommended = {*CODES, *(rule.reason for rule in policy.risk.knock_outs)}
    for code in sorted(recommended - policy.decline_reasons.keys()):
        text = f"{code} is a reason that may be recommended, and no merchant could be told it."
        yield Remark("decline_reasons", text)
    for code, reason in policy.decline_reasons.items():
        # A suspicion is a person's.
        left_to_people = code == FOR_REVIEWERS or reason.visibility is Visibility.SILENT
        if code not in recommended and not left_to_people:
            yield Remark(f"decline_reasons.{code}", "Nothing recommends this reason; only reviewers pick it.")
    for rule in policy.risk.knock_outs:
        suspects = set(rule.when.true_matches) - {Topic.PEP}
        if suspects and policy.decline_reasons[rule.reason].visibility is not Visibility.SILENT:
            text = (
                f"Who is declined for a match on a list would be told of {rule.reason}, which is not silent."
            )
            yield Remark(f"risk.knock_outs.{rule.code}.reason", text)


def _sources(path: str, value: JsonValue) -> Iterator[Remark]:
    """Every place in the policy that says of a source that nobody has compared it."""
    if isinstance(value, dict):
        if value.get("checked") is False:
            yield Remark(path, f"Nobody has compared this with its source: {value.get('text', path)}.")
        for key, inner in value.items():
            yield from _sources(f"{path}.{key}" if path else key, inner)
    elif isinstance(value, list):
        for entry in value:
            name = entry.get("code") if isinstance(entry, dict) else None
            yield from _sources(f"{path}.{name}" if isinstance(name, str) else path, entry)
