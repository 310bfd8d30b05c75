"""The worked examples as a page of Markdown (docs/risk.md is what it says of policies/onboarding.yaml)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pydantic import JsonValue

from cases.checks import CheckStatus, RiskReason, Scorecard
from cases.policy import Policy
from desk.labels import check_label
from tools.worked_examples import Examples, Worked, levels

_HEAD = """\
# Risk, by example

What the policy `{name}` (version {version}) makes of applications that nobody has made: the points line by
line, their sum, the level and the recommendation. The applications are invented; they are judged by the code
that judges real ones. Printed by `onboard policy examples FILE`: another policy prints another page.

A score goes from 0 to 1, **higher is safer**. It starts at {start}. Above {low_above} the risk is low{high}.
"""

_HIGH = ", below {high_below} high"
_KNOCKED_OUT = ".\nA knock-out rule makes it high whatever the points"


def page(policy: Policy, examples: Examples, worked: tuple[Worked, ...]) -> str:
    """What the policy made of the examples, with an index of what each shows."""
    return "\n".join([_head(policy), *_index(policy, worked), *_sections(policy, examples, worked)])


def _head(policy: Policy) -> str:
    risk = policy.risk
    high = "" if risk.high_below is None else _HIGH.format(high_below=risk.high_below)
    high += _KNOCKED_OUT if risk.knock_outs else ""
    return _HEAD.format(
        name=policy.name, version=policy.version, start=risk.start, low_above=risk.low_above, high=high
    )


def _index(policy: Policy, worked: tuple[Worked, ...]) -> Iterator[str]:
    yield from ("| level or rule | points | shown by |", "| --- | ---: | --- |")
    for level in levels(policy):
        yield _row(f"{level.capitalize()} risk", "", _shown_by(level, worked))
    for rule in (*policy.risk.rules, *policy.risk.signals):
        yield _row(f"`{rule.code}` {rule.text}", f"{rule.points:+}", _shown_by(rule.code, worked))
    for rule in policy.risk.knock_outs:
        yield _row(f"`{rule.code}` {rule.text}", "knock-out", _shown_by(rule.code, worked))
    yield ""


def _shown_by(name: str, worked: tuple[Worked, ...]) -> str:
    first = next((each.example.title for each in worked if name in each.shows), None)
    return "no example" if first is None else f"[{first}](#{_anchor(first)})"


def _anchor(title: str) -> str:
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def _sections(policy: Policy, examples: Examples, worked: tuple[Worked, ...]) -> Iterator[str]:
    for position, each in enumerate(worked):
        yield f"## {each.example.title}\n"
        if position == 0:
            yield from _told({**examples.application, "run by": examples.runs}, each)
        else:
            yield f"As “{worked[0].example.title}”, but:\n"
            yield from _told({}, each)
        yield from _points(policy, each)
        yield from _advice(each)


def _told(application: dict[str, JsonValue], worked: Worked) -> Iterator[str]:
    """What was told: of the first example everything, of each other one what differs from that."""
    example = worked.example
    stated = {**application, **example.but}.items()
    yield from (f"- {name.replace('_', ' ')}: {_value(value)}" for name, value in stated)
    for who, details in example.details.items():
        yield from (f"- {field.value.replace('_', ' ')} of {who}: {text}" for field, text in details.items())
    yield from (f"- {check_label(check.key)}: {check.reason}" for check in example.elsewhere)
    if example.match is not None:
        yield f"- {example.match.in_words()}"
    yield ""


def _value(value: JsonValue) -> str:
    if value is None:
        return "not given"
    if isinstance(value, dict):
        return ", ".join(str(part) for part in value.values() if part is not None)
    if isinstance(value, list):
        return "; ".join(_value(entry) for entry in value)
    return f"{value:,}" if isinstance(value, int) and value > 9999 else str(value)


def _points(policy: Policy, worked: Worked) -> Iterator[str]:
    card = worked.record.scorecard
    if card is None:
        return
    yield from ("| points | because | rests on |", "| ---: | --- | --- |")
    yield _row(str(policy.risk.start), "Where every score starts.", "")
    for reason in card.reasons:
        rests_on = "; ".join(ground.text.rstrip(".") for ground in reason.grounds)
        yield _row(_points_of(reason, card), reason.text, rests_on)
    yield _row(f"**{_plain(card.score)}**", f"**{card.level.capitalize()} risk**", _bounded(policy, card))
    yield ""


def _points_of(reason: RiskReason, card: Scorecard) -> str:
    if reason.code in card.knock_outs:
        return "knock-out"
    return f"{Decimal(str(reason.points)):+}" if reason.points else "0"


def _bounded(policy: Policy, card: Scorecard) -> str:
    """What the sum would be where it is not the score: that never leaves 0 to 1."""
    total = policy.risk.start + sum(Decimal(str(reason.points)) for reason in card.reasons)
    return "" if total == Decimal(str(card.score)) else f"the sum is {_plain(total)}; a score ends at 0 and 1"


def _plain(number: Decimal | float) -> str:
    return f"{Decimal(str(number)).normalize():f}"


def _advice(worked: Worked) -> Iterator[str]:
    advice = worked.record.recommendation
    if advice is None:
        return
    told = "approve" if advice.approve else "look closely before approving"
    codes = ", ".join(f"`{code}`" for code in advice.codes)
    yield f"Recommendation: **{told}**{f', or decline ({codes})' if codes else ''}."
    yield ""
    failed = [each for each in worked.record.checks.values() if each.status is CheckStatus.FAILED]
    if failed:
        yield "What does not hold:\n"
        yield from (f"- {check_label(check.key)}: {check.reason}" for check in failed)
        yield ""


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
