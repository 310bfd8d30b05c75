"""The scorecard adds up what the policy gives points for, and a knock-out outweighs them all."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from uuid import uuid4

import pytest
from pydantic import ValidationError

from cases.application import Address, Application
from cases.checks import Check, CheckStatus, Finding, Scorecard
from cases.participants import PersonalDetail, PersonalField
from cases.policy import Policy
from cases.policy.conditions import Condition, Figure
from cases.policy.risk import KnockOut, RiskPolicy, RiskSignal
from cases.record import CaseRecord
from tests.tools.installations import POLICY
from tools.policy_file import load_policy
from tools.risk import score

BASIC = load_policy(POLICY)
FREE_MAIL = Check(
    key="mailbox",
    status=CheckStatus.HELD,
    reason="A mailbox anybody can have.",
    findings=(Finding(code="free_mail", text="A mailbox anybody can have.", advice="Give another."),),
)


def record(*checks: Check, country: str = "US", **stated: object) -> CaseRecord:
    application = Application.model_validate(
        {"years_in_business": 9, "annual_revenue": 250_000, "currency": "USD", "mcc": "5992", **stated}
    )
    return CaseRecord(
        id=uuid4(),
        opened_by=uuid4(),
        opened_at=datetime(2026, 1, 5, tzinfo=UTC),
        application=application.model_copy(update={"address": Address(country=country)}),
        checks={check.key: check for check in checks},
    )


def policy(*signals: RiskSignal, knock_outs: tuple[KnockOut, ...] = ()) -> Policy:
    risk = RiskPolicy(
        start=BASIC.risk.start,
        rules=BASIC.risk.rules,
        signals=signals,
        knock_outs=knock_outs,
        low_above=Decimal("0.7"),
        high_below=Decimal("0.4"),
    )
    return BASIC.model_copy(update={"risk": risk})


def signal(points: str, **when: object) -> RiskSignal:
    condition = Condition.model_validate(when)
    return RiskSignal(code="found", when=condition, points=Decimal(points), text="Found.")


def knock_out(**when: object) -> KnockOut:
    condition = Condition.model_validate(when)
    return KnockOut(code="out", when=condition, reason="risk_appetite", text="Not for us.")


def codes(card: Scorecard) -> list[str]:
    return [reason.code for reason in card.reasons]


@pytest.mark.parametrize(
    ("found", "when", "rests_on"),
    [
        (record(country="KP"), {"countries": ["KP", "IR"]}, "address"),
        (record(mcc="5993"), {"mcc": ["5993"]}, "mcc"),
        (record(FREE_MAIL), {"findings": ["free_mail"]}, "mailbox"),
        (
            record(Check(key="valid_website", status=CheckStatus.FAILED, reason="No host.")),
            {"checks": ["valid_website"]},
            "valid_website",
        ),
        (record(annual_revenue=600_000), {"over": {"annual_revenue": 500_000}}, "annual_revenue"),
        (record(years_in_business=1), {"at_most": {"years_in_business": 1}}, "years_in_business"),
    ],
)
def test_what_is_found_costs_its_points_and_says_what_it_rests_on(
    found: CaseRecord, when: dict[str, object], rests_on: str
) -> None:
    plain, card = score(found, policy()), score(found, policy(signal("-0.3", **when)))
    assert card.score == pytest.approx(plain.score - 0.3)
    assert [ground.key for ground in card.reasons[-1].grounds] == [rests_on]


def test_what_is_not_found_is_not_spoken_of() -> None:
    assert codes(score(record(), policy(signal("-0.3", countries=["KP"])))) == ["established", "revenue"]


def test_an_owner_s_nationality_counts_like_the_address() -> None:
    born = PersonalDetail("IR", "somebody", datetime(2026, 1, 5, tzinfo=UTC))
    found = replace(record(), details={("ann fern", PersonalField.NATIONALITY): born})
    card = score(found, policy(signal("-0.3", countries=["IR"])))
    assert card.reasons[-1].grounds[0].key == "ann fern.nationality"


def test_every_part_of_a_condition_has_to_hold() -> None:
    young_and_large = signal("-0.3", at_most={"years_in_business": 1}, over={"annual_revenue": 500_000})
    for years, revenue, expected in [(1, 600_000, True), (2, 600_000, False), (1, 500_000, False)]:
        card = score(record(years_in_business=years, annual_revenue=revenue), policy(young_and_large))
        assert ("found" in codes(card)) is expected


def test_a_figure_that_is_not_known_meets_no_bound() -> None:
    for when in ({"over": {"annual_revenue": 0}}, {"at_most": {"annual_revenue": 10**9}}):
        assert "found" not in codes(score(record(annual_revenue=None), policy(signal("-0.3", **when))))


@pytest.mark.parametrize(("points", "level"), [("0", "low"), ("-0.2", "medium"), ("-0.5", "medium"),
                                               ("-0.6", "high"), ("-1", "high")])  # fmt: skip
def test_three_levels_follow_from_the_score(points: str, level: str) -> None:
    assert score(record(), policy(signal(points, mcc=["5992"]))).level == level


def test_a_score_stays_between_nothing_and_one() -> None:
    assert score(record(), policy(signal("-1", mcc=["5992"]))).score == 0
    assert score(record(), policy(signal("1", mcc=["5992"]))).score == 1


def test_a_knock_out_is_high_risk_whatever_the_points() -> None:
    card = score(record(), policy(knock_outs=(knock_out(countries=["US"]),)))
    assert (card.score, card.level, card.knock_outs) == (0.9, "high", ("out",))


def test_a_condition_that_says_nothing_is_refused() -> None:
    with pytest.raises(ValidationError, match="always apply"):
        Condition()


def test_levels_that_overlap_and_codes_that_stand_twice_are_refused() -> None:
    risk = BASIC.risk.model_dump()
    with pytest.raises(ValidationError, match="would be both"):
        RiskPolicy.model_validate({**risk, "high_below": "0.8"})
    with pytest.raises(ValidationError, match="stands here twice"):
        RiskPolicy.model_validate({**risk, "rules": risk["rules"] * 2})


def test_figures_are_compared_in_the_base_currency() -> None:
    found = record(annual_revenue=1_000_000, currency="JPY")
    assert "found" not in codes(score(found, policy(signal("-0.3", over={Figure.ANNUAL_REVENUE: 10_000}))))


def test_a_signal_can_keep_a_case_from_counting_as_safer_than_a_level() -> None:
    pep = signal("0", countries=["US"]).model_copy(update={"floor": "high"})
    card = score(record(), policy(pep))
    assert (card.score, card.level) == (0.9, "high")
    assert card.reasons[-1].text == "Found. At least high risk."
