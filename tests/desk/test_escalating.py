"""A reviewer raises a case to the leads: somebody else decides it then."""

from __future__ import annotations

import pytest

from cases.errors import Conflict, Forbidden, Invalid
from cases.states import State
from desk import escalating
from desk.announcing import notices_of
from desk.card import card_of
from desk.draft import Draft
from desk.rights import reader
from tests.desk.cast import ANALYST, COMPLIANCE, MERCHANT, REVIEWER, SECOND, STAFF_ONLY, Case, Person


@pytest.fixture
def case() -> Case:
    case = Case()
    case.come_to_review()
    return case


def actions(case: Case, who: Person) -> set[str]:
    return {*card_of(reader(who, case.record, case.now), case.events, case.policy, {}, case.now).actions}


def test_whoever_raised_a_case_does_not_decide_it_and_anybody_else_does(case: Case) -> None:
    case.do(escalating.escalate, REVIEWER, STAFF_ONLY)
    assert case.state is State.IN_REVIEW
    for decide in (case.approve, case.decline):
        with pytest.raises(Forbidden):
            decide(REVIEWER)
    assert not {"approve", "decline", "escalate"} & actions(case, REVIEWER)
    assert "approve" in actions(case, SECOND)
    assert case.approve(SECOND) == "onboarding_triggered"


def test_it_is_raised_once_by_a_reviewer_with_a_reason(case: Case) -> None:
    for who in (MERCHANT, ANALYST, COMPLIANCE):
        with pytest.raises(Forbidden):
            case.do(escalating.escalate, who, STAFF_ONLY)
    with pytest.raises(Invalid):
        case.do(escalating.escalate, REVIEWER, "")
    case.do(escalating.escalate, REVIEWER, STAFF_ONLY)
    with pytest.raises(Conflict):
        case.do(escalating.escalate, SECOND, STAFF_ONLY)


def test_the_leads_are_told_and_the_merchant_is_not(case: Case) -> None:
    draft = Draft(case.events, case.policy, case.now)
    escalating.escalate(draft, REVIEWER, STAFF_ONLY)
    assert "case_escalated" in [notice.kind for notice in notices_of(draft)]
    assert not any(reader(MERCHANT, draft.record).sees(event) for event in draft.new)
