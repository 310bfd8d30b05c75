"""What is worth a second look in a policy: each remark is about something that does not do what it says."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from cases.ownership.problems import ProblemCode
from cases.policy import Policy
from tests.policies import FULL
from tests.tools.installations import POLICY
from tools.finding_codes import BEYOND_VALIDATION, is_known
from tools.policy_check import look_over
from tools.policy_file import load_policy
from tools.recommendation import CODES
from tools.validation.findings import SUSPICIONS

BASIC = load_policy(POLICY)
TODAY = date(2026, 1, 1)
PROJECT = Path(__file__).parents[2]
SIGNAL = {"code": "odd", "points": "-0.1", "text": "Odd."}
KNOCK_OUT = {"code": "out", "reason": "risk_appetite", "text": "Out."}

Change = Callable[[dict[str, Any]], object]


def changed(change: Change) -> Policy:
    stated = BASIC.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    change(stated)
    return Policy.model_validate(stated)


def test_nothing_is_remarked_of_the_basic_policy_while_its_rates_are_of_this_year() -> None:
    assert look_over(BASIC, TODAY) == ()


@pytest.mark.parametrize(
    ("change", "path", "says"),
    [
        (lambda p: p["rates"].update(as_of="2024-12-30"), "rates.as_of", "2024-12-30"),
        (lambda p: p["risk"].update(low_above="0.9"), "risk.low_above", "No case can be low risk"),
        (lambda p: p["risk"].update(high_below="0.5"), "risk.high_below", "at worst it has 0.5"),
        (lambda p: p.update(second_approval=["high"]), "second_approval", "No case can be high risk"),
        (lambda p: p.update(blocking_checks=["email_domain"]), "blocking_checks", "email_domain is not made"),
        (lambda p: p.update(never_override=["bank_details"]), "never_override", "bank_details"),
        (
            lambda p: p["compliance"].update(rests_on={"kyc_complete": ["owners_of_age"]}),
            "compliance.rests_on.kyc_complete",
            "owners_of_age",
        ),
        (
            lambda p: p["risk"].update(signals=[{**SIGNAL, "when": {"checks": ["founding_dates"]}}]),
            "risk.signals.odd.when.checks",
            "founding_dates",
        ),
        (
            lambda p: p["risk"].update(signals=[{**SIGNAL, "when": {"findings": ["email_dispossable"]}}]),
            "risk.signals.odd.when.findings",
            "No check finds email_dispossable",
        ),
        (
            lambda p: p["risk"].update(knock_outs=[{**KNOCK_OUT, "when": {"findings": ["gone"]}}]),
            "risk.knock_outs.out.when.findings",
            "gone",
        ),
        (
            lambda p: p["decline_reasons"].update(mood={"label": "Mood", "text": "We did not like it."}),
            "decline_reasons.mood",
            "Nothing recommends",
        ),
        (
            lambda p: p["risk"].update(knock_outs=[{**KNOCK_OUT, "when": {"true_matches": ["sanction"]}}]),
            "risk.knock_outs.out.reason",
            "not silent",
        ),
        (lambda p: p["decline_reasons"].pop("compliance_failure"), "decline_reasons", "compliance_failure"),
    ],
)
def test_what_does_not_do_what_it_says_is_remarked_with_its_place(
    change: Change, path: str, says: str
) -> None:
    (remark,) = look_over(changed(change), TODAY)
    assert remark.path == path
    assert says in remark.text


def test_a_check_that_the_policy_has_made_is_no_remark() -> None:
    def ask(stated: dict[str, Any]) -> None:
        stated.update(blocking_checks=["email_domain", "screening", "kyc_complete", "valid_email"])
        stated.update(validation={"extra": ["email_domain"]})

    assert look_over(changed(ask), TODAY) == ()


def test_every_reason_that_may_be_recommended_can_be_told_under_the_basic_policy() -> None:
    assert not CODES - BASIC.decline_reasons.keys()


def written_codes() -> set[str]:
    """The codes that stand in the code itself: of findings, and of what is still needed of owners."""
    files = [*(PROJECT / "tools").rglob("*.py"), *(PROJECT / "cases" / "ownership").rglob("*.py")]
    texts = [file.read_text(encoding="utf-8") for file in files]
    written = (re.findall(r'(?:Finding\(code=|Need\(|\bfound\()"(\w+)"', text) for text in texts)
    return {code for codes in written for code in codes}


def test_every_finding_that_a_check_can_make_is_known() -> None:
    written = written_codes()
    assert len(written) > 40
    assert {code for code in written if not is_known(code)} == set()
    assert BEYOND_VALIDATION - {code.value for code in ProblemCode} - written == set()


def test_findings_are_known_by_their_words() -> None:
    assert all(is_known(code) for code in (*SUSPICIONS, "email_form"))
    assert not is_known("email")
    assert not is_known("email_form_advice")


def test_bounds_are_compared_in_exact_decimals() -> None:
    policy = changed(lambda p: p["risk"].update(low_above="0.9"))
    assert policy.risk.start + sum(rule.points for rule in policy.risk.rules) == Decimal("0.9")


def test_every_source_that_nobody_has_compared_is_named() -> None:
    unchecked = FULL.model_dump_json().count('"checked":false')
    named = [remark for remark in look_over(FULL, TODAY) if "Nobody has compared" in remark.text]
    assert len(named) == unchecked
    laws = ("ownership.regimes.", "declining.notices.")
    assert all(remark.path.startswith(laws) for remark in named)


def test_the_full_policy_names_no_check_or_finding_that_is_never_made() -> None:
    remarks = [remark for remark in look_over(FULL, TODAY) if "Nobody has compared" not in remark.text]
    assert remarks == []
