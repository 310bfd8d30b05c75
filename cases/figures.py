"""Figures that a policy's rules compare: as stated, or worked out from what was stated."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from cases.application import Application
from cases.policy.conditions import Figure
from cases.policy.rates import RateTable

DAYS_OF_A_MONTH = 30


class Known(NamedTuple):
    """A figure, money in the base currency; or, where ``value`` is None, why it is not known."""

    value: Decimal | None
    gap: str = ""


def figure(name: Figure, application: Application, rates: RateTable) -> Known:
    """The figure of an application."""
    match name:
        case Figure.YEARS_IN_BUSINESS:
            years = application.years_in_business
            return Known(None, "Years in business are not known") if years is None else Known(Decimal(years))
        case Figure.ANNUAL_REVENUE:
            return _money(application.annual_revenue, "annual revenue", application, rates)
        case Figure.EXPOSURE:
            return _exposure(application, rates)


def _exposure(application: Application, rates: RateTable) -> Known:
    volume = _money(application.expected_monthly_volume, "expected monthly volume", application, rates)
    if volume.value is None:
        return volume
    if application.delivery_days is None:
        return Known(None, "The days until delivery are not known")
    return Known(volume.value * application.delivery_days / DAYS_OF_A_MONTH)


def _money(amount: int | None, what: str, application: Application, rates: RateTable) -> Known:
    if amount is None:
        return Known(None, f"{what.capitalize()} is not known")
    if application.currency is None:
        return Known(None, f"The currency of the {what} is not known")
    value = rates.to_base(amount, application.currency)
    gap = f"The rate table of {rates.as_of} has no rate for {application.currency}"
    return Known(value, "" if value is not None else gap)
