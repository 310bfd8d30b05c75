"""Decisions, their conditions, and what a grant covers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from cases.application import Application, FieldName
from cases.decision import Conditions, Grant, Verdict

NOW = datetime(2025, 3, 4, tzinfo=UTC)
GRANT = Grant(
    id=uuid4(),
    case_id=uuid4(),
    version=2,
    application_hash="abc",
    reviewers=(uuid4(),),
    conditions=Conditions(),
    not_before=NOW,
    expires_at=NOW + timedelta(days=7),
)


def test_a_grant_covers_its_version_until_its_time_is_over() -> None:
    last = GRANT.expires_at - timedelta(microseconds=1)
    assert GRANT.refusal(version=2, application_hash="abc", now=last) is None
    assert "expired" in str(GRANT.refusal(version=2, application_hash="abc", now=GRANT.expires_at))


def test_a_grant_covers_nothing_while_the_approval_can_be_taken_back() -> None:
    early = NOW - timedelta(microseconds=1)
    assert "taken back" in str(GRANT.refusal(version=2, application_hash="abc", now=early))


@pytest.mark.parametrize(("version", "digest"), [(1, "abc"), (3, "abc"), (2, "abd"), (2, "")])
def test_a_grant_covers_no_other_application(version: int, digest: str) -> None:
    assert "changed" in str(GRANT.refusal(version=version, application_hash=digest, now=NOW))


amounts = st.one_of(st.none(), st.integers(1, 365))
conditions = st.builds(
    Conditions,
    monthly_volume_cap=amounts,
    rolling_reserve_percent=st.one_of(st.none(), st.integers(1, 100)),
    payout_delay_days=amounts,
    review_on=st.one_of(st.none(), st.dates()),
)


@given(conditions, conditions)
def test_conditions_of_two_are_no_milder_than_those_of_either(one: Conditions, other: Conditions) -> None:
    both = one.with_those_of(other)
    assert both == other.with_those_of(one)
    assert both.with_those_of(one) == both
    for each in (one, other):
        if each.monthly_volume_cap is not None:
            assert both.monthly_volume_cap is not None
            assert both.monthly_volume_cap <= each.monthly_volume_cap
        assert both.are_as_strict_as(each)
        if each.review_on is not None:
            assert both.review_on is not None
            assert both.review_on <= each.review_on
        for name in ("rolling_reserve_percent", "payout_delay_days"):
            if getattr(each, name) is not None:
                assert getattr(both, name) >= getattr(each, name)
    assert one.with_those_of(Conditions()) == one


@pytest.mark.parametrize(
    "wrong",
    [
        {"approved": True, "version": 0},
        {"approved": True, "comments": "x" * 4001},
        {"approved": True, "conditions": {"payout_delay_days": 0}},
        {"approved": True, "conditions": {"anything": 1}},
        {"approved": True, "by": "somebody else"},
        {},
    ],
)
def test_a_verdict_that_makes_no_sense_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Verdict.model_validate(wrong)


def test_the_hash_is_over_the_chosen_fields_and_nothing_else() -> None:
    fields = (FieldName.MERCHANT_NAME, FieldName.ANNUAL_REVENUE)
    one = Application(merchant_name="Harbour Books", annual_revenue=1, phone="+441132000000")
    assert one.digest(fields) == one.having(FieldName.PHONE, None).digest(reversed(fields))
    assert one.digest(fields) != one.having(FieldName.ANNUAL_REVENUE, 2).digest(fields)
    assert one.digest(fields) != Application().digest(fields)
