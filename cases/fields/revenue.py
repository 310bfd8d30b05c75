"""Annual revenue, in whole units of the currency it was stated in."""

from __future__ import annotations

from cases.application import FieldName
from cases.errors import Invalid, Ungrounded
from cases.fields.context import Context
from cases.fields.money import find_amounts
from cases.fields.underwriting.charges import find_charges

LIMIT = 10**13


def parse(value: object) -> int:
    """A whole amount from a number or from words such as "1.2m"; raises Invalid."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise Invalid("The annual revenue is an amount, such as 250000.", code="invalid_annual_revenue")
    if isinstance(value, str):
        amounts = find_amounts(value)
        stated = amounts[0].a_year if len(amounts) == 1 else None
        negative = value.strip().startswith("-")
    else:
        stated = round(value) if abs(value) <= LIMIT else None
        negative = value < 0
    if stated is None or negative or stated > LIMIT:
        raise Invalid("The annual revenue is an amount, such as 250000.", code="invalid_annual_revenue")
    return stated


def ground(value: int, words: str, context: Context) -> int:
    """The amount, if the words state it for a year (a month's counts twelve times); or Ungrounded."""
    charges = find_charges(words, context.asked) if context.takes_charges else []
    for amount in find_amounts(words):
        if any(charge.start <= amount.start < charge.end for charge in charges):
            continue
        bare = not (amount.currency or amount.scaled or amount.period) and amount.value < 1000
        if bare and FieldName.ANNUAL_REVENUE not in context.asked:
            continue
        if amount.a_year is not None and amount.a_year == value <= LIMIT:
            return value
    raise Ungrounded("The words do not state this revenue.")
