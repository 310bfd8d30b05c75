"""Which overrides are in force, and for how long."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from cases.checks import Check, CheckStatus, Finding, PotentialMatch, RiskReason, Scorecard
from cases.decision import Override
from cases.overrides import effective_level, lapse, override_of, overrides_in_force, what_was_found
from cases.policy.section import RISK
from cases.record import CaseRecord

NOW = datetime(2025, 3, 4, tzinfo=UTC)
LATER = NOW + timedelta(days=7)
MATCH = PotentialMatch(subject="Ann Fern", listed="Anna Fern", source="list", reference="7", score=0.9)
ADDRESS = Check(key="complete_address", status=CheckStatus.FAILED, reason="No street.")
CARD = Scorecard(
    score=0.31,
    level="high",
    reasons=(RiskReason(code="young", points=-0.2, text="Young."),),
    policy="p",
    policy_hash="h",
)


def overridden(record: CaseRecord, subject: str, **changes: Any) -> CaseRecord:
    """The record with an override of what was found, as the desk records it."""
    override = Override(
        subject=subject,
        level="low" if subject == RISK else None,
        reason="Seen on site.",
        by=uuid4(),
        by_name="Rosa",
        at=NOW,
        expires_at=LATER,
        version=record.version,
        found=what_was_found(record, subject) or "",
    ).model_copy(update=changes)
    return replace(record, overrides={**record.overrides, subject: override})


@pytest.fixture
def record() -> CaseRecord:
    checked = CaseRecord(id=uuid4(), opened_by=uuid4(), opened_at=NOW, version=2)
    return replace(checked, checks={ADDRESS.key: ADDRESS}, scorecard=CARD)


def test_an_override_is_in_force_until_it_expires(record: CaseRecord) -> None:
    made = overridden(record, ADDRESS.key)
    last = LATER - timedelta(microseconds=1)
    assert override_of(made, ADDRESS.key, last) == made.overrides[ADDRESS.key]
    assert override_of(made, ADDRESS.key, LATER) is None
    assert lapse(made, made.overrides[ADDRESS.key], LATER) == "it has expired"
    assert override_of(made, "another", NOW) is None


def test_an_override_is_of_one_version_of_the_application(record: CaseRecord) -> None:
    made = overridden(record, ADDRESS.key)
    assert overrides_in_force(made, NOW) == (made.overrides[ADDRESS.key],)
    changed = replace(made, version=3)
    assert overrides_in_force(changed, NOW) == ()
    assert "application has changed" in str(lapse(changed, made.overrides[ADDRESS.key], NOW))


@pytest.mark.parametrize(
    "found",
    [
        {"status": CheckStatus.ERROR},
        {"status": CheckStatus.HELD},
        {"reason": "No town."},
        {"findings": (Finding(code="no_town", text="No town.", advice="Add it."),)},
        {"matches": (MATCH,)},
    ],
)
def test_a_check_that_comes_out_differently_is_not_overridden_any_more(
    record: CaseRecord, found: dict[str, Any]
) -> None:
    made = overridden(record, ADDRESS.key)
    again = replace(made, checks={ADDRESS.key: ADDRESS.model_copy(update=found)})
    assert override_of(again, ADDRESS.key, NOW) is None
    assert "found has changed" in str(lapse(again, made.overrides[ADDRESS.key], NOW))


def test_a_check_that_comes_out_the_same_again_is_still_overridden(record: CaseRecord) -> None:
    checked = replace(record, checks={ADDRESS.key: ADDRESS.model_copy(update={"matches": (MATCH,)})})
    made = overridden(checked, ADDRESS.key)
    assert override_of(replace(made, checks={}), ADDRESS.key, NOW) is None
    closer = MATCH.model_copy(update={"score": 0.95})
    again = replace(made, checks={ADDRESS.key: ADDRESS.model_copy(update={"matches": (closer,)})})
    assert override_of(again, ADDRESS.key, NOW) is not None


def test_the_level_to_go_by_is_the_overridden_one_and_the_score_stays_on_record(record: CaseRecord) -> None:
    assert effective_level(record, NOW) == "high"
    made = overridden(record, RISK)
    assert effective_level(made, NOW) == "low"
    assert effective_level(made, LATER) == "high"
    assert made.scorecard == CARD


def test_a_score_that_comes_out_differently_is_not_overridden_any_more(record: CaseRecord) -> None:
    made = overridden(record, RISK)
    scored = CARD.model_copy(update={"reasons": (RiskReason(code="pep", points=-0.2, text="A PEP."),)})
    assert effective_level(replace(made, scorecard=scored), NOW) == "high"
    assert effective_level(replace(made, scorecard=None), NOW) is None
