"""When a rule of a policy applies: what has to be known, found or confirmed about a case."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from cases.policy.section import CategoryCode, CheckKey, Section, Text
from cases.screening import Topic

CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]


class Figure(StrEnum):
    """What a rule can compare with a bound: whole years, money in the policy's base currency.

    ``exposure``: what customers have paid for and not received yet on an ordinary day, which is what a
    payments company may have to pay back: the expected volume of a month × days until delivery ÷ 30.
    """

    YEARS_IN_BUSINESS = "years_in_business"
    ANNUAL_REVENUE = "annual_revenue"
    EXPOSURE = "exposure"


class Condition(Section):
    """What has to hold for a rule to apply: every key that is stated, each by one of its entries.

    ``countries``: of the business's address or an owner (ISO 3166-1 alpha-2). ``mcc``: the category
    code. ``checks``: checks that failed. ``findings``: codes of what checks found.
    ``open_matches``: potential matches that nobody has looked at yet, by why they are listed;
    ``true_matches``: those that a person confirmed. ``declared_pep``: somebody behind the merchant says
    that they hold a public function, or are close to somebody who does.
    ``prohibited``: the line of business is not served; ``restricted``: it is one of these keys of the
    policy's restricted lines (true: any); ``registration``: the card schemes want it registered. ``over`` and
    ``at_most``: bounds of figures, all of which have to hold; a figure that is not known holds neither.
    """

    countries: tuple[CountryCode, ...] = ()
    mcc: tuple[CategoryCode, ...] = ()
    checks: tuple[CheckKey, ...] = ()
    findings: tuple[str, ...] = ()
    open_matches: tuple[Topic, ...] = ()
    true_matches: tuple[Topic, ...] = ()
    declared_pep: Literal[True] | None = None
    prohibited: Literal[True] | None = None
    restricted: tuple[Text, ...] | Literal[True] | None = None
    registration: Literal[True] | None = None
    over: dict[Figure, Decimal] = Field(default_factory=dict[Figure, Decimal])
    at_most: dict[Figure, Decimal] = Field(default_factory=dict[Figure, Decimal])

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("a rule without a condition would always apply")
        return self
