"""The worked examples: one for all that a policy says, and points that add up as they are printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from cases.errors import Invalid
from cases.policy import Policy
from tests.policies import BASIC, FOLDER, FULL
from tools.policy_file import load_examples
from tools.worked_examples import Example, Examples, Worked, codes, levels, not_shown, work_out
from tools.worked_examples_page import page

EXAMPLES = load_examples(FOLDER / "examples.yaml")
PAGE = Path(__file__).parents[2] / "docs" / "risk.md"

Stated = dict[str, Any]


@lru_cache(maxsize=1)
def full() -> tuple[Worked, ...]:
    return work_out(EXAMPLES, FULL)


def printed(policy: Policy = FULL, examples: Examples = EXAMPLES) -> str:
    worked = full() if (policy, examples) == (FULL, EXAMPLES) else work_out(examples, policy)
    return page(policy, examples, worked)


def changed(policy: Policy, change: Callable[[Stated], object]) -> Policy:
    stated = policy.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    change(stated)
    return Policy.model_validate(stated)


def test_the_documentation_is_what_the_code_prints() -> None:
    assert PAGE.read_text(encoding="utf-8") == printed(), (
        "print it again: .venv/bin/onboard policy examples policies/onboarding.yaml > docs/risk.md"
    )


def test_every_level_and_every_rule_of_the_full_policy_has_its_example() -> None:
    assert levels(FULL) == ("low", "medium", "high")
    assert not_shown(FULL, full()) == ()
    assert "no example" not in printed()


def test_every_level_and_every_rule_of_the_basic_policy_has_its_example() -> None:
    assert levels(BASIC) == ("low", "medium")
    assert not_shown(BASIC, work_out(EXAMPLES, BASIC)) == ()


@pytest.mark.parametrize("policy", [BASIC, FULL], ids=["basic", "full"])
def test_the_points_add_up_as_they_are_printed(policy: Policy) -> None:
    sections = printed(policy).split("\n## ")[1:]
    assert len(sections) == len(EXAMPLES.examples)
    for section in sections:
        *points, total = numbers(section)
        assert points[0] == policy.risk.start
        assert total == min(max(sum(points), Decimal(0)), Decimal(1)), section
        least = re.findall(r"[Aa]t least (medium|high) risk", section.split("Recommendation")[0])
        by_points = level_by(total, policy, knocked_out="| knock-out |" in section)
        assert level(section) == max((by_points, *least), key=("low", "medium", "high").index), section


def numbers(section: str) -> Iterator[Decimal]:
    for cell in re.findall(r"^\| (?:\*\*)?([+\-]?\d[\d.]*)(?:\*\*)? \|", section, re.MULTILINE):
        yield Decimal(cell)


def level(section: str) -> str:
    (found,) = re.findall(r"\*\*(Low|Medium|High) risk\*\*", section)
    return found.lower()


def level_by(total: Decimal, policy: Policy, *, knocked_out: bool) -> str:
    below = policy.risk.high_below
    if knocked_out or (below is not None and total < below):
        return "high"
    return "low" if total > policy.risk.low_above else "medium"


RULES = [("rules", rule.code) for rule in FULL.risk.rules]
SIGNALS = [("signals", signal.code) for signal in FULL.risk.signals]


@pytest.mark.parametrize(("kind", "code"), [*RULES, *SIGNALS])
def test_other_points_print_another_sum(kind: str, code: str) -> None:
    def give(stated: Stated) -> None:
        rule = next(each for each in stated["risk"][kind] if each["code"] == code)
        rule["points"] = str(Decimal(rule["points"]) + Decimal("0.01"))

    shown = tuple(worked.example for worked in full() if code in worked.shows)
    some = EXAMPLES.model_copy(update={"examples": shown})
    assert sums(changed(FULL, give), some) != sums(FULL, some)


def sums(policy: Policy, examples: Examples) -> list[str]:
    return re.findall(r"^\| \*\*([\d.]+)\*\*", printed(policy, examples), re.MULTILINE)


@pytest.mark.parametrize(
    ("key", "value"), [("start", "0.45"), ("low_above", "0.9"), ("high_below", "0.1"), ("knock_outs", [])]
)
def test_another_bound_prints_another_score_or_level(key: str, value: object) -> None:
    other = printed(changed(FULL, lambda stated: stated["risk"].update({key: value})))
    verdicts = r"^\| \*\*.*$"
    assert re.findall(verdicts, other, re.MULTILINE) != re.findall(verdicts, printed(), re.MULTILINE)


def test_a_rule_that_no_example_shows_is_named() -> None:
    signal = {"code": "odd", "points": "-0.1", "text": "Odd.", "when": {"countries": ["AQ"]}}
    policy = changed(FULL, lambda stated: stated["risk"]["signals"].append(signal))
    assert "odd" in codes(policy)
    assert not_shown(policy, work_out(EXAMPLES, policy)) == ("odd",)
    assert "| `odd` Odd. | -0.1 | no example |" in printed(policy)


def test_an_example_that_is_no_application_is_named() -> None:
    wrong = Example.model_validate({"title": "Nonsense", "but": {"email": "nobody at nowhere"}})
    with pytest.raises(Invalid, match="“Nonsense”: email"):
        work_out(EXAMPLES.model_copy(update={"examples": (wrong,)}), FULL)


def test_everybody_in_the_examples_is_plainly_invented() -> None:
    assert "Example" in str(EXAMPLES.application["merchant_name"])
    assert all("Example" in name for name in EXAMPLES.details)
    titles = [each.title for each in EXAMPLES.examples]
    assert len(set(titles)) == len(titles)
