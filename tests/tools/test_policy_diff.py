"""What differs between two policies, in words by place."""

from __future__ import annotations

from typing import Any

import pytest

from cases.policy import Policy
from tests.tools.installations import POLICY
from tools.policy_diff import differences
from tools.policy_file import load_policy

BASIC = load_policy(POLICY)
SIGNAL = {"code": "odd", "points": "-0.1", "text": "Odd.", "when": {"countries": ["KP"]}}


def another(**sections: Any) -> Policy:
    return Policy.model_validate({**BASIC.model_dump(mode="json", exclude_none=True), **sections})


def risk(**changes: Any) -> dict[str, Any]:
    return {**BASIC.risk.model_dump(mode="json", exclude_none=True), **changes}


def test_a_policy_does_not_differ_from_itself() -> None:
    assert differences(BASIC, another()) == ()


@pytest.mark.parametrize(
    ("sections", "words"),
    [
        ({"version": "2"}, ["version: 2 instead of 1"]),
        ({"risk": risk(low_above="0.75")}, ["risk.low_above: 0.75 instead of 0.7"]),
        ({"risk": risk(high_below="0.4")}, ["risk.high_below: new, 0.4"]),
        (
            {"risk": risk(signals=[SIGNAL])},
            ["risk.signals.odd: new, code odd, when countries KP, points -0.1, floor low, text Odd."],
        ),
        (
            {"risk": risk(rules=[*reversed(BASIC.risk.model_dump(mode="json")["rules"])])},
            ["risk.rules: in another order, revenue, established"],
        ),
        ({"blocking_checks": ["screening"]}, ["blocking_checks: new, screening"]),
        (
            {"required": [name.value for name in BASIC.required if name.value != "email"]},
            ["required: gone, was email"],
        ),
        (
            {"required": [*reversed([name.value for name in BASIC.required])]},
            ["required: in another order, business_license, years_in_business, annual_revenue, address, "
             "email, merchant_name, business_type"],
        ),
    ],
)  # fmt: skip
def test_each_difference_is_told_with_its_place(sections: dict[str, Any], words: list[str]) -> None:
    assert [difference.in_words() for difference in differences(BASIC, another(**sections))] == words


def test_what_one_has_more_the_other_has_less() -> None:
    other = another(risk=risk(signals=[SIGNAL], high_below="0.4"), blocking_checks=["screening"])
    there, back = differences(BASIC, other), differences(other, BASIC)
    assert [(d.path, d.before, d.after) for d in there] == [(d.path, d.after, d.before) for d in back]
    assert [d.change for d in there] == ["added"] * 3
    assert [d.change for d in back] == ["removed"] * 3
