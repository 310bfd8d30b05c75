"""The risk score, worked out by the policy's scorecard in exact decimals; higher is safer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from cases.application import Application, FieldName
from cases.checks import Ground, RiskLevel, RiskReason, Scorecard
from cases.conditions import grounds
from cases.figures import figure
from cases.policy import Policy
from cases.policy.rates import RateTable
from cases.policy.risk import RiskPolicy, RiskRule
from cases.record import CaseRecord
from cases.restriction import restriction_of, tier_floor
from cases.screening import SCREENING
from desk.checking import record_score
from desk.turn import Turn
from tools.reading import as_json
from tools.tool import NoArguments, Tool

_NOTHING = Decimal(0)
_EVERYTHING = Decimal(1)
LEVELS: tuple[RiskLevel, ...] = ("low", "medium", "high")


def score(record: CaseRecord, policy: Policy) -> Scorecard:
    """The scorecard of a case; a figure that is missing gets no points, and that is said."""
    rules = [_judge(rule, record.application, policy.rates) for rule in policy.risk.rules]
    signals = list(_signals(record, policy))
    knock_outs = list(_knock_outs(record, policy))
    reasons = (*rules, *signals, *knock_outs, *_floors(record, policy))
    points = sum((Decimal(str(reason.points)) for reason in reasons), policy.risk.start)
    total = min(max(points, _NOTHING), _EVERYTHING)
    screened = record.checks.get(SCREENING)
    return Scorecard(
        score=float(total),
        level=_level(total, knock_outs, policy.risk, _floor(record, policy)),
        reasons=reasons,
        policy=f"{policy.name} {policy.version}",
        policy_hash=policy.hash,
        knock_outs=tuple(reason.code for reason in knock_outs),
        lists=screened.lists if screened else {},
    )


async def score_risk(turn: Turn, _: NoArguments) -> str:
    """Score the risk and record it."""
    scorecard = score(turn.draft.record, turn.draft.policy)
    record_score(turn.draft, turn.author, scorecard)
    return as_json(
        {
            "risk": scorecard.in_words(),
            "reasons": [f"{reason.points:+g} {reason.text}" for reason in scorecard.reasons],
        }
    )


def _level(total: Decimal, knock_outs: Sequence[RiskReason], risk: RiskPolicy, floor: RiskLevel) -> RiskLevel:
    if knock_outs or floor == "high" or (risk.high_below is not None and total < risk.high_below):
        return "high"
    return "low" if total > risk.low_above and floor == "low" else "medium"


def _floor(record: CaseRecord, policy: Policy) -> RiskLevel:
    """The level that the case does not get below, by its line of business and by what was found."""
    floors = [tier_floor(record, policy)]
    floors += [signal.floor for signal in policy.risk.signals if grounds(signal.when, record, policy)]
    return LEVELS[max(map(LEVELS.index, floors))]


def _judge(rule: RiskRule, application: Application, rates: RateTable) -> RiskReason:
    known = figure(rule.field, application, rates)
    if known.value is None:
        return RiskReason(code=rule.code, points=0, text=f"{known.gap}: no points.")
    rests_on = (Ground(kind="field", key=rule.field.value, text=f"{known.value:,.0f}"),)
    if known.value > rule.over:
        return RiskReason(code=rule.code, points=float(rule.points), text=rule.text, grounds=rests_on)
    return RiskReason(code=rule.code, points=0, text=rule.otherwise, grounds=rests_on)


def _signals(record: CaseRecord, policy: Policy) -> Iterator[RiskReason]:
    for signal in policy.risk.signals:
        if found := grounds(signal.when, record, policy):
            at_least = "" if signal.floor == "low" else f" At least {signal.floor} risk."
            text = f"{signal.text}{at_least}"
            yield RiskReason(code=signal.code, points=float(signal.points), text=text, grounds=found)


def _knock_outs(record: CaseRecord, policy: Policy) -> Iterator[RiskReason]:
    for rule in policy.risk.knock_outs:
        if found := grounds(rule.when, record, policy):
            yield RiskReason(code=rule.code, points=0, text=rule.text, grounds=found)


def _floors(record: CaseRecord, policy: Policy) -> Iterator[RiskReason]:
    """Why a case does not count as safer than it is by its line of business; no points of their own."""
    for found in restriction_of(record, policy):
        if found.line.tier_floor != "low":
            ground = Ground(kind="field", key=FieldName.BUSINESS_TYPE.value, text=f"By {found.by}.")
            text = f"{found.line.label}: at least {found.line.tier_floor} risk. {found.line.rule}"
            yield RiskReason(code=f"line_{found.key}", points=0, text=text, grounds=(ground,))


SCORE_RISK = Tool(
    "score_risk",
    "Work out the risk score by the policy. You neither compute nor change it.",
    NoArguments,
    score_risk,
)
