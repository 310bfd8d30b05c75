"""An approval that rests before anybody hears of it, and is taken back in that time or not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cases.access import Audience
from cases.errors import Conflict, Forbidden
from cases.states import State
from desk import provisioning, review
from desk.card import Card, card_of
from desk.rights import reader
from tests.desk.cast import ANALYST, BASIC, MERCHANT, PROVISIONER, REVIEWER, SECOND, Case, Person

HOLD = timedelta(seconds=60)
RESTING = BASIC.model_copy(update={"deadlines": BASIC.deadlines.model_copy(update={"hold_seconds": 60})})


@pytest.fixture
def case() -> Case:
    case = Case(RESTING)
    case.come_to_review()
    case.approve()
    return case


def card(case: Case, who: Person) -> Card:
    return card_of(reader(who, case.record, case.now), case.events, case.policy, {}, case.now)


def told(case: Case) -> int:
    return sum(event.audience is Audience.EVERYONE for event in case.events)


def test_both_reviewers_see_until_when_it_can_be_taken_back_and_the_merchant_nothing(case: Case) -> None:
    for who in (REVIEWER, SECOND):
        seen = card(case, who)
        assert "take_back" in seen.actions
        assert seen.staff is not None
        assert seen.staff.deciding.rests_until == case.now + HOLD
    assert card(case, MERCHANT).public_state == "In review"


def test_what_is_taken_back_while_it_rests_the_merchant_never_hears_of(case: Case) -> None:
    before = told(case)
    case.do(review.take_back, SECOND)
    assert (case.state, case.record.grant) == (State.IN_REVIEW, None)
    assert told(case) == before
    assert card(case, MERCHANT).public_state == "In review"
    assert case.approve(REVIEWER) == "onboarding_triggered"


def test_it_is_told_once_the_hold_is_over_and_the_set_up_begins(case: Case) -> None:
    with pytest.raises(Forbidden, match="can still be taken back"):
        case.do(provisioning.begin, PROVISIONER, "MERCH_00000001")
    before = told(case)
    case.pass_time(HOLD)
    case.set_up()
    assert told(case) > before
    with pytest.raises(Conflict):
        case.do(review.take_back, REVIEWER)


def test_an_approval_that_the_merchant_has_read_of_is_taken_back_with_a_word_to_them() -> None:
    case = Case()
    case.come_to_review()
    case.approve()
    case.do(review.take_back, REVIEWER)
    assert "taken back" in case.events[-1].body.text


def test_only_a_reviewer_takes_it_back(case: Case) -> None:
    for who in (ANALYST, MERCHANT):
        with pytest.raises(Forbidden):
            case.do(review.take_back, who)
