"""Figures: what companies can have, and whether revenue, age and shares go together."""

from __future__ import annotations

from decimal import Decimal

from cases.application import Owner
from tools.validation.findings import found
from tools.validation.inquiry import Inquiry
from tools.verdict import Verdict, failed, held, not_checked

MOST_REVENUE = Decimal(10) ** 11
"""In the policy's base currency; a handful of companies in the world have more."""

MONTHS = 12

MOST_GROWTH = Decimal("1.5")
"""How far a year at the expected volume may lie above the revenue of the last one."""

MOST_YEARS = 250
"""There are older firms; each is worth a question."""


def judge_revenue(inquiry: Inquiry) -> Verdict:
    """Whether a company can have it."""
    application, rates = inquiry.application, inquiry.policy.rates
    revenue, currency = application.annual_revenue or 0, application.currency
    in_base = rates.to_base(revenue, currency)
    if revenue == 0:
        started = application.years_in_business
        if not started:
            return held("No revenue a year so far.")
        return failed(f"No revenue a year after {started} years.", found("revenue_nothing"))
    if in_base is None:
        return not_checked(f"The rate table has no rate for {currency or 'an unknown currency'}.")
    if in_base > MOST_REVENUE:
        return failed("More than almost any company has.", found("revenue_too_large"))
    return held("Within what companies have; no accounts were seen.")


def judge_revenue_for_age(inquiry: Inquiry) -> Verdict:
    """Whether the revenue is one that a business of that age can have; the policy says where large begins."""
    application, young = inquiry.application, inquiry.policy.validation.young
    years, revenue = application.years_in_business, application.annual_revenue or 0
    in_base = inquiry.policy.rates.to_base(revenue, application.currency)
    if years is None or in_base is None:
        return not_checked("Years in business, or revenue in a currency that has a rate, are not known.")
    if years < young.below_years and in_base >= young.large_revenue:
        reason = f"Under {young.below_years} years, and {young.large_revenue:,.0f} or more in base currency."
        return failed(reason, found("revenue_large_for_age"))
    return held("Revenue and age go together; no accounts were seen.")


def judge_volume(inquiry: Inquiry) -> Verdict:
    """Whether a year at the expected card volume is near the revenue, and the tickets within the volume."""
    application = inquiry.application
    volume, revenue = application.expected_monthly_volume, application.annual_revenue
    average, highest = application.average_ticket, application.highest_ticket
    if average is not None and highest is not None and average > highest:
        return failed("The average ticket is above the highest.", found("ticket_over_highest"))
    if volume is None:
        return not_checked("What is to be charged in a month is not known.")
    if average is not None and average > volume:
        return failed("One ticket is more than a month's volume.", found("ticket_over_volume"))
    if revenue and volume * MONTHS > revenue * MOST_GROWTH:
        return failed("A year at this volume is far above the revenue.", found("volume_over_revenue"))
    return held("Volume, tickets and revenue go together; no statements were seen.")


def judge_years(inquiry: Inquiry) -> Verdict:
    """Whether a company can be that old."""
    if (inquiry.application.years_in_business or 0) > MOST_YEARS:
        return failed(f"Hardly any company is older than {MOST_YEARS} years.", found("years_too_many"))
    return held("Within what companies reach; no register was asked.")


def judge_shares(inquiry: Inquiry) -> Verdict:
    """Whether the shares are at most the whole."""
    owners: tuple[Owner, ...] = inquiry.application.owners or ()
    shares = [o.ownership_percent for o in owners if o.ownership_percent is not None]
    if not shares:
        return not_checked("No shares were stated.")
    total = sum(Decimal(str(share)) for share in shares)
    if total > 100:
        return failed(f"The shares add up to {total:g} %.", found("shares_over_hundred"))
    return held(f"The shares that were stated add up to {total:g} %.")
