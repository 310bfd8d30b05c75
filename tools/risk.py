"""The risk score, worked out by the policy's scorecard in exact decimals; higher is safer."""

from __future__ import annotations

from decimal import Decimal

from cases.application import Application, FieldName
from cases.checks import RiskReason, Scorecard
from cases.policy import Policy
from cases.policy.rates import RateTable
from cases.policy.risk import RiskRule
from desk.checking import record_score
from desk.turn import Turn
from tools.reading import as_json
from tools.tool import NoArguments, Tool

_NOTHING = Decimal(0)
_EVERYTHING = Decimal(1)


def score(application: Application, policy: Policy) -> Scorecard:
    """The scorecard of an application; a figure that is missing gets no points, and that is said."""
    reasons = tuple(_judge(rule, application, policy.rates) for rule in policy.risk.rules)
    points = sum((Decimal(str(reason.points)) for reason in reasons), policy.risk.start)
    total = min(max(points, _NOTHING), _EVERYTHING)
    return Scorecard(
        score=float(total),
        level="low" if total > policy.risk.low_above else "medium",
        reasons=reasons,
        policy=f"{policy.name} {policy.version}",
        policy_hash=policy.hash,
    )


async def score_risk(turn: Turn, _: NoArguments) -> str:
    """Score the risk and record it."""
    scorecard = score(turn.draft.record.application, turn.draft.policy)
    record_score(turn.draft, turn.author, scorecard)
    return as_json(
        {
            "risk": scorecard.in_words(),
            "reasons": [f"{reason.points:+g} {reason.text}" for reason in scorecard.reasons],
        }
    )


def _judge(rule: RiskRule, application: Application, rates: RateTable) -> RiskReason:
    figure, gap = _figure(rule.field, application, rates)
    if figure is None:
        return RiskReason(code=rule.code, points=0, text=gap)
    if figure > rule.over:
        return RiskReason(code=rule.code, points=float(rule.points), text=rule.text)
    return RiskReason(code=rule.code, points=0, text=rule.otherwise)


def _figure(name: FieldName, application: Application, rates: RateTable) -> tuple[Decimal | None, str]:
    """The figure that a rule compares, or why there is none."""
    if name is FieldName.YEARS_IN_BUSINESS:
        years = application.years_in_business
        known = None if years is None else Decimal(years)
        return known, "Years in business are not known: no points."
    revenue, currency = application.annual_revenue, application.currency
    if revenue is None:
        return None, "Annual revenue is not known: no points."
    if currency is None:
        return None, "The currency of the revenue is not known: no points."
    gap = f"The rate table of {rates.as_of} has no rate for {currency}: no points for revenue."
    return rates.to_base(revenue, currency), gap


SCORE_RISK = Tool(
    "score_risk",
    "Work out the risk score by the policy. You neither compute nor change it.",
    NoArguments,
    score_risk,
)
