"""Conditions that a policy proposes for an approval, or demands of it."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Self

from pydantic import Field, model_validator

from cases.policy.business import Circumstances
from cases.policy.section import Section, Text


class TermsRule(Section):
    """Conditions for the approval of some businesses, and why.

    ``volume_cap_times``: of what the merchant expects to take in a month (a twelfth of the revenue where that
    is not known). ``review_days``: after how many days the account is looked at again. ``demanded``: an
    approval without them, or with milder ones, is refused; else they are proposed.
    """

    when: Circumstances
    volume_cap_times: Annotated[Decimal, Field(gt=0)] | None = None
    rolling_reserve_percent: Annotated[float, Field(gt=0, le=100)] | None = None
    payout_delay_days: Annotated[int, Field(gt=0, le=365)] | None = None
    review_days: Annotated[int, Field(gt=0, le=1100)] | None = None
    demanded: bool = False
    rule: Text

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        stated = self.model_dump(exclude={"when", "demanded", "rule"}, exclude_none=True)
        if not stated:
            raise ValueError("a rule on conditions has to name one")
        return self
