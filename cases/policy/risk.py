"""How risk is scored: a start, and points for what is known."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from cases.application import FieldName
from cases.policy.section import Section, Share, Text


class RiskRule(Section):
    """Points for a figure over a bound (revenue: in the base currency)."""

    code: Text
    field: Literal[FieldName.YEARS_IN_BUSINESS, FieldName.ANNUAL_REVENUE]
    over: Decimal
    points: Annotated[Decimal, Field(ge=-1, le=1)]
    text: Text
    otherwise: Text


class RiskPolicy(Section):
    """The scorecard: where it starts, its rules, and above which score risk is low."""

    start: Share
    rules: tuple[RiskRule, ...]
    low_above: Share
