"""What a declined merchant may be told: of a silent reason nothing, and nothing of what stands beside one."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from cases.disclosure import disclosable, disclosure_of
from cases.policy.deciding import DeclineReason
from cases.policy.declining import DecliningPolicy, Visibility
from tests.policies import BASIC, FULL

DAY = date(2025, 3, 4)
REASONS = {
    f"{visibility.value} {n}": DeclineReason(
        label="Why",
        visibility=visibility,
        text=f"Because {n}." if visibility is Visibility.DISCLOSABLE else "",
    )
    for visibility in Visibility
    for n in (1, 2)
}
POLICY = BASIC.model_copy(
    update={
        "decline_reasons": REASONS,
        "declining": DecliningPolicy(appeal_days=20, apply_again_days=10, apply_again_days_untold=60),
    }
)
NEUTRAL = disclosure_of(("generic-only 1",), POLICY, DAY)


def kinds(reasons: tuple[str, ...]) -> set[Visibility]:
    return {REASONS[code].visibility for code in reasons}


@given(st.permutations(list(REASONS)), st.integers(0, len(REASONS)))
def test_a_silent_reason_makes_any_set_of_reasons_the_same_as_a_neutral_one(order: list[str], n: int) -> None:
    reasons = tuple(order[:n])
    if Visibility.SILENT in kinds(reasons) or Visibility.DISCLOSABLE not in kinds(reasons):
        assert disclosure_of(reasons, POLICY, DAY) == NEUTRAL


def test_what_is_told_of_any_other_set_is_what_may_be_told() -> None:
    for n in range(len(REASONS) + 1):
        for reasons in combinations(REASONS, n):
            if Visibility.SILENT not in kinds(reasons):
                may_be = [code for code in reasons if REASONS[code].visibility is Visibility.DISCLOSABLE]
                assert disclosable(reasons, POLICY) == tuple(may_be)


def test_a_reason_that_the_policy_does_not_know_any_more_may_have_been_a_silent_one() -> None:
    assert disclosable(("disclosable 1", "gone"), POLICY) == ()


def test_who_is_told_why_may_apply_again_sooner_and_everybody_appeal_as_long() -> None:
    told = disclosure_of(("disclosable 1",), POLICY, DAY)
    assert (told.apply_again, NEUTRAL.apply_again) == (DAY + timedelta(days=10), DAY + timedelta(days=60))
    assert told.appeal_by == NEUTRAL.appeal_by == DAY + timedelta(days=20)


@pytest.mark.parametrize("visibility", list(Visibility))
def test_just_the_reasons_that_are_told_have_words_for_the_merchant(visibility: Visibility) -> None:
    text = "" if visibility is Visibility.DISCLOSABLE else "You are on a list."
    with pytest.raises(ValidationError, match="text"):
        DeclineReason(label="Why", visibility=visibility, text=text)


def test_suspicions_of_financial_crime_are_silent_under_the_full_policy_and_the_basic_one_tells_all() -> None:
    silent = {c for c, r in FULL.decline_reasons.items() if r.visibility is Visibility.SILENT}
    assert silent == {"sanctions", "financial_crime", "fraud_suspicion", "listed_elsewhere"}
    assert {reason.visibility for reason in BASIC.decline_reasons.values()} == {Visibility.DISCLOSABLE}
