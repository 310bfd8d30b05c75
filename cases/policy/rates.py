"""Exchange rates: good enough to tell a small business from a large one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from cases.policy.section import CurrencyCode, Section


class RateTable(Section):
    """Dated exchange rates: how many units of a currency one unit of the base buys."""

    as_of: date
    base: CurrencyCode
    units_per_base: dict[CurrencyCode, Annotated[Decimal, Field(gt=0)]]

    def to_base(self, amount: int, currency: str | None) -> Decimal | None:
        """The amount in the base currency; None where the table does not know the currency."""
        if currency == self.base:
            return Decimal(amount)
        rate = self.units_per_base.get(currency or "")
        return None if rate is None else Decimal(amount) / rate
