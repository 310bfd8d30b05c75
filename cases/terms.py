"""The conditions that the policy proposes for an approval of a case, and those it demands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal
from functools import reduce

from cases.application import Application
from cases.asking import holds
from cases.decision import Conditions
from cases.policy import Policy
from cases.policy.terms import TermsRule
from cases.record import CaseRecord

NONE = Conditions()


@dataclass(frozen=True)
class Terms:
    """What is proposed (the demanded among it), what is demanded, and the rules for it."""

    proposed: Conditions = NONE
    demanded: Conditions = NONE
    rules: tuple[str, ...] = ()


def terms_of(record: CaseRecord, policy: Policy, today: date) -> Terms:
    """The stricter of all rules that hold for the case, condition by condition."""
    rules = [rule for rule in policy.terms if holds(rule.when, record, policy)]
    stated = [(rule, _stated(rule, record.application, today)) for rule in rules]
    return Terms(
        proposed=_together(conditions for _, conditions in stated),
        demanded=_together(conditions for rule, conditions in stated if rule.demanded),
        rules=tuple(rule.rule for rule, conditions in stated if conditions != NONE),
    )


def _together(conditions: Iterable[Conditions]) -> Conditions:
    return reduce(Conditions.with_those_of, conditions, NONE)


def _stated(rule: TermsRule, application: Application, today: date) -> Conditions:
    return Conditions(
        monthly_volume_cap=_cap(rule.volume_cap_times, application),
        rolling_reserve_percent=rule.rolling_reserve_percent,
        payout_delay_days=rule.payout_delay_days,
        review_on=today + timedelta(days=rule.review_days) if rule.review_days else None,
    )


def _cap(times: Decimal | None, application: Application) -> int | None:
    """The cap in whole units of the application's currency; None where no volume is known."""
    a_year = application.annual_revenue
    a_month = application.expected_monthly_volume or (Decimal(a_year) / 12 if a_year else None)
    if times is None or not a_month:
        return None
    return int((times * a_month).to_integral_value(ROUND_CEILING))
