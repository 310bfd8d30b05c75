"""How risk is scored: a start, points for what is known and found, and what outweighs all points."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from cases.policy.conditions import Condition, Figure
from cases.policy.section import Section, Share, Text

Points = Annotated[Decimal, Field(ge=-1, le=1)]


class RiskRule(Section):
    """Points for a figure over a bound (money: in the base currency); it is said either way."""

    code: Text
    field: Figure
    over: Decimal
    points: Points
    text: Text
    otherwise: Text


class RiskSignal(Section):
    """Points for what was found; nothing is said where it was not.

    ``floor``: the level that such a case does not get below, and with it the diligence of that level.
    """

    code: Text
    when: Condition
    points: Points
    floor: Literal["low", "medium", "high"] = "low"
    text: Text


class KnockOut(Section):
    """What makes a case high risk whatever its points; ``reason``: the code to decline with."""

    code: Text
    when: Condition
    reason: Text
    text: Text


class RiskPolicy(Section):
    """The scorecard: where it starts, what adds to it, and above and below which score risk is low or high.

    Without ``high_below`` there are two levels only, but for knock-outs.
    """

    start: Share
    rules: tuple[RiskRule, ...]
    signals: tuple[RiskSignal, ...] = ()
    knock_outs: tuple[KnockOut, ...] = ()
    low_above: Share
    high_below: Share | None = None

    @model_validator(mode="after")
    def _levels_follow_one_another(self) -> Self:
        if self.high_below is not None and self.high_below > self.low_above:
            raise ValueError("high_below is above low_above: a score would be both")
        codes = [each.code for each in (*self.rules, *self.signals, *self.knock_outs)]
        twice = {code for code in codes if codes.count(code) > 1}
        if twice:
            raise ValueError(f"the code {min(twice)} stands here twice")
        return self
