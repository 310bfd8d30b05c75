"""Risk, compliance and recommendation follow from the record and the policy alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.application import Application, Owner
from cases.checks import Check, CheckStatus
from cases.decision import Override
from cases.errors import Conflict
from cases.overrides import what_was_found
from cases.record import CaseRecord
from cases.states import State
from tests.tools.installations import POLICY, Place
from tests.watch_lists import UnreadableLists
from tools.compliance import assess
from tools.policy_file import load_policy
from tools.prohibition import check_line_of_business
from tools.recommendation import suggest, with_overrides
from tools.risk import score

BASIC = load_policy(POLICY)
FULL = Application(
    merchant_name="Fern & Fig LLC",
    business_type="flower shop",
    mcc="5992",
    annual_revenue=250_000,
    currency="USD",
    years_in_business=9,
    business_license="BL-1",
    tax_id="61-8987901",
    owners=(Owner(name="Ann Fern"),),
)
SCREENED = Check(key="screening", status=CheckStatus.HELD, reason="Nobody is on a list.")


def record(application: Application, *checks: Check, notice: str | None = "1") -> CaseRecord:
    return CaseRecord(
        id=uuid4(),
        opened_by=uuid4(),
        opened_at=datetime.now(UTC),
        application=application,
        checks={check.key: check for check in checks},
        notice=notice,
    )


@pytest.mark.parametrize(
    ("years", "revenue", "currency", "points", "level"),
    [
        (9, 250_000, "USD", 0.9, "low"),
        (3, 100_000, "USD", 0.7, "medium"),
        (2, 100_001, "USD", 0.7, "medium"),
        (2, 100_000, "USD", 0.5, "medium"),
        (0, 0, "USD", 0.5, "medium"),
        (3, 90_000, "EUR", 0.9, "low"),
        (3, 85_000, "EUR", 0.7, "medium"),
        (3, 5_000_000, "JPY", 0.7, "medium"),
        (3, 9_000_000, "XXX", 0.7, "medium"),
        (3, 9_000_000, None, 0.7, "medium"),
        (None, None, None, 0.5, "medium"),
    ],
)
def test_the_score_is_that_of_the_contract(
    years: int | None, revenue: int | None, currency: str | None, points: float, level: str
) -> None:
    application = Application(years_in_business=years, annual_revenue=revenue, currency=currency)
    card = score(record(application), BASIC)
    assert (card.score, card.level) == (points, level)
    assert card.policy_hash == BASIC.hash


@given(st.integers(0, 1000), st.integers(0, 10**12), st.sampled_from(["USD", "EUR", "JPY", "XXX", None]))
def test_points_add_up_and_each_has_its_reason(years: int, revenue: int, currency: str | None) -> None:
    application = Application(years_in_business=years, annual_revenue=revenue, currency=currency)
    card = score(record(application), BASIC)
    assert 0 <= card.score <= 1
    given_points = sum(Decimal(str(reason.points)) for reason in card.reasons)
    assert Decimal(str(card.score)) == BASIC.risk.start + given_points
    assert all(reason.text for reason in card.reasons)
    assert (card.level == "low") == (card.score > 0.7)


@given(st.integers(0, 1000), st.integers(0, 10**12))
def test_more_years_or_revenue_never_make_it_riskier(years: int, revenue: int) -> None:
    def points(y: int, r: int) -> float:
        return score(record(Application(years_in_business=y, annual_revenue=r, currency="USD")), BASIC).score

    assert points(years, revenue) <= points(min(years + 1, 1000), revenue)
    assert points(years, revenue) <= points(years, revenue + 1)


def test_a_figure_that_cannot_be_used_gets_no_points_and_a_reason() -> None:
    card = score(record(Application(annual_revenue=9_000_000, currency="XXX")), BASIC)
    text = {reason.code: reason.text for reason in card.reasons}
    assert "no rate for XXX" in text["revenue"]
    assert "not known" in text["established"]


def test_all_four_checks_make_it_compliant() -> None:
    compliance = assess(record(FULL, SCREENED), BASIC)
    assert (compliance.score, compliance.compliant) == (1.0, True)
    assert [check.key for check in compliance.checks] == [
        "kyc_complete", "aml_verified", "data_privacy", "industry_specific",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("broken", "key", "status"),
    [
        (record(FULL.model_copy(update={"tax_id": None}), SCREENED), "kyc_complete", CheckStatus.FAILED),
        (record(FULL), "aml_verified", CheckStatus.NOT_CHECKED),
        (record(FULL, SCREENED, notice=None), "data_privacy", CheckStatus.FAILED),
        (record(FULL, SCREENED, notice="0"), "data_privacy", CheckStatus.FAILED),
        (record(FULL.model_copy(update={"mcc": "7995"}), SCREENED), "industry_specific",
         CheckStatus.FAILED),
    ],
)  # fmt: skip
def test_three_of_four_are_not_enough(broken: CaseRecord, key: str, status: CheckStatus) -> None:
    compliance = assess(broken, BASIC)
    assert {check.key: check.status for check in compliance.checks}[key] is status
    assert (compliance.score, compliance.compliant) == (0.75, False)


@pytest.mark.parametrize("status", [CheckStatus.FAILED, CheckStatus.ERROR, CheckStatus.NOT_CHECKED])
def test_a_screening_that_does_not_hold_verifies_nothing(status: CheckStatus) -> None:
    screened = Check(key="screening", status=status, reason="")
    assert not assess(record(FULL, screened), BASIC).compliant


@pytest.mark.parametrize(
    ("stated", "status"),
    [
        ("online casino", CheckStatus.FAILED),
        ("Casinos & hotels", CheckStatus.FAILED),
        ("ARMERÍA", CheckStatus.FAILED),
        ("we sell fire-arms and firearms", CheckStatus.FAILED),
        ("Online-Casino", CheckStatus.FAILED),
        ("Onlinecasino", CheckStatus.FAILED),
        ("casino en ligne", CheckStatus.FAILED),
        ("Spielothek", CheckStatus.FAILED),
        ("Glücksspielautomaten", CheckStatus.FAILED),
        ("ein Waffenladen", CheckStatus.FAILED),
        ("una tienda de armas", CheckStatus.FAILED),
        ("vente d’armes de chasse", CheckStatus.FAILED),
        ("Armes à feu", CheckStatus.FAILED),
        ("casinoesque wallpaper", CheckStatus.HELD),
        ("Armenian bakery", CheckStatus.HELD),
        ("gunmetal jewellery", CheckStatus.HELD),
        ("Waffeln und Kaffee", CheckStatus.HELD),
        ("Spielwaren", CheckStatus.HELD),
        ("vente d'arômes", CheckStatus.HELD),
        ("flower shop", CheckStatus.HELD),
        (None, CheckStatus.NOT_CHECKED),
    ],
)
def test_prohibited_words_count_as_whole_words_and_in_compounds_where_the_policy_says_so(
    stated: str | None, status: CheckStatus
) -> None:
    check = check_line_of_business(Application(business_type=stated), BASIC.prohibited)
    assert check.status is status


def judged(application: Application, *checks: Check) -> CaseRecord:
    made = record(application, SCREENED, *checks)
    compliance = assess(made, BASIC)
    every = {**made.checks, **{check.key: check for check in compliance.checks}}
    return replace(made, scorecard=score(record(application), BASIC), compliance=compliance, checks=every)


def test_a_failed_check_is_named_and_speaks_against_approval() -> None:
    failed = Check(key="valid_tax_id", status=CheckStatus.FAILED, reason="Wrong digits.")
    advice = suggest(judged(FULL, failed), BASIC)
    assert not advice.approve
    assert "Tax number: failed. Wrong digits." in advice.reasons


def test_what_is_not_compliant_is_recommended_against_with_its_code() -> None:
    advice = suggest(judged(Application(merchant_name="A")), BASIC)
    assert not advice.approve
    assert advice.codes[0] == "compliance_failure"
    assert set(advice.codes) <= set(BASIC.decline_reasons)


def test_an_override_is_named_with_what_it_rests_on_and_changes_nothing_that_was_found() -> None:
    failed = Check(key="valid_tax_id", status=CheckStatus.FAILED, reason="Wrong digits.")
    made = judged(FULL, failed)
    now = datetime.now(UTC)
    override = Override(
        subject=failed.key,
        reason="The office confirmed it.",
        by=uuid4(),
        by_name="Rosa",
        at=now,
        expires_at=now + timedelta(days=1),
        version=made.version,
        found=what_was_found(made, failed.key) or "",
    )
    made = replace(made, overrides={failed.key: override})
    found = suggest(made, BASIC)
    advice = with_overrides(found, made, now)
    assert (advice.approve, advice.codes) == (found.approve, found.codes)
    assert advice.reasons[:-1] == found.reasons
    assert advice.reasons[-1].startswith("Tax number: overridden by Rosa until")
    assert len(advice.grounds) == len(advice.reasons)
    assert [ground.key for ground in advice.grounds[-1]] == [failed.key]
    assert with_overrides(found, made, override.expires_at) == found


def test_nothing_is_recommended_before_it_is_judged() -> None:
    with pytest.raises(Conflict):
        suggest(record(FULL), BASIC)


async def test_the_agents_checks_end_on_the_reviewers_desk(place: Place) -> None:
    case = await place.open_case()
    await case.tell_story()
    await case.submit()
    await case.check()
    made = await case.record()
    assert made.state is State.IN_REVIEW
    assert made.scorecard is not None
    assert made.scorecard.in_words() == "Low risk · 0.90 of 1, higher is safer"
    assert made.compliance is not None
    assert made.recommendation is not None
    assert not made.recommendation.approve


async def test_a_screening_that_could_not_be_made_waits_for_a_new_try(place: Place) -> None:
    case = await place.open_case()
    await case.tell_story()
    await case.submit()
    place.desk.lists = UnreadableLists()
    await case.check()
    made = await case.record()
    assert made.state is State.CHECK_FAILED
    assert made.checks["screening"].status is CheckStatus.ERROR
