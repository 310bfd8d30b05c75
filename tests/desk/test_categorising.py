"""The merchant category code: worked out from words, confirmed or corrected by a reviewer."""

from __future__ import annotations

import pytest

from cases.access import Role
from cases.application import FieldName
from cases.categories import CONFIRMED, check_category
from cases.checks import CheckStatus
from cases.errors import Conflict, Forbidden, Invalid, NotFound, OnboardError
from cases.policy.business import CategoryPolicy
from cases.states import State
from desk import categorising, checking, submission
from tests.desk.cast import (
    BASIC,
    MERCHANT,
    OTHER,
    REVIEWER,
    SECOND,
    TWO_APPROVALS,
    Case,
    Saying,
    person,
)

ASKED = BASIC.model_copy(update={"category": CategoryPolicy(confirm=True)})
BOOKS, GAMES = "5942", "5945"


def in_review(policy: object = ASKED) -> Case:
    case = Case(policy=policy)  # pyright: ignore[reportArgumentType]
    case.come_to_review()
    return case


def confirm(
    case: Case, code: str = BOOKS, by: object = REVIEWER, reason: str = "Seen on the website."
) -> None:
    case.do(categorising.confirm_category, by, code, reason)


def test_the_same_code_changes_no_version_and_its_check_holds_at_once() -> None:
    case = in_review()
    version, digest = case.record.version, case.record.version_hash
    assert check_category(case.record).status is CheckStatus.NOT_CHECKED
    confirm(case)
    assert (case.state, case.record.version, case.record.version_hash) == (State.IN_REVIEW, version, digest)
    assert case.record.checks[CONFIRMED].status is CheckStatus.HELD
    assert "Confirmed by Rosa: Seen on the website." in case.record.checks[CONFIRMED].reason
    assert "reassess" in case.work


def test_another_code_is_a_new_version_that_is_checked_again() -> None:
    case = in_review()
    heard = len([kind for kind in case.kinds() if kind == "message.said"])
    confirm(case, GAMES)
    assert (case.state, case.record.version) == (State.CHECKING, 2)
    assert case.record.application.mcc == GAMES
    assert case.record.checks == {}
    assert case.record.version_hash == ASKED.application_hash(case.record.application)
    assert check_category(case.record).status is CheckStatus.HELD
    assert len([kind for kind in case.kinds() if kind == "message.said"]) == heard
    assert "turn" in case.work


def test_another_code_voids_the_first_of_two_approvals() -> None:
    case = in_review(TWO_APPROVALS)
    case.approve()
    assert case.state is State.AWAITING_SECOND_APPROVAL
    confirm(case, GAMES, SECOND)
    assert (case.state, case.record.approvals) == (State.CHECKING, ())


def test_a_decision_on_what_a_reviewer_has_not_seen_is_stale() -> None:
    case = in_review()
    confirm(case, GAMES, SECOND)
    case.check()
    case.do(checking.conclude)
    with pytest.raises(Conflict) as refused:
        case.approve(version=1)
    assert refused.value.code == "stale_version"


def test_another_line_of_business_is_to_be_confirmed_anew() -> None:
    case = in_review()
    confirm(case, GAMES)
    case.learn(Saying(FieldName.BUSINESS_TYPE, "bakery", "sorry, we run a bakery"))
    assert case.record.category is None
    assert case.record.application.mcc == "5462"
    assert check_category(case.record).status is CheckStatus.NOT_CHECKED


def test_under_a_policy_that_does_not_ask_a_confirmation_makes_no_check() -> None:
    case = in_review(BASIC)
    confirm(case)
    assert CONFIRMED not in case.record.checks
    assert case.record.category is not None


@pytest.mark.parametrize(
    ("by", "code", "reason", "error", "name"),
    [
        (MERCHANT, BOOKS, "Mine.", Forbidden, "forbidden"),
        (OTHER, BOOKS, "No.", NotFound, "not_found"),
        (REVIEWER, "0000", "No such.", Invalid, "no_such_category"),
        (REVIEWER, "abc", "No such.", Invalid, "no_such_category"),
        (REVIEWER, BOOKS, "  ", Invalid, "reason_needed"),
        (REVIEWER, BOOKS, "x" * 1001, Invalid, "too_long"),
    ],
)
def test_what_is_not_possible_is_refused_with_its_code(
    by: object, code: str, reason: str, error: type[OnboardError], name: str
) -> None:
    case = in_review()
    with pytest.raises(error) as refused:
        confirm(case, code, by, reason)
    assert refused.value.code == name
    assert case.record.category is None


def test_a_code_that_is_confirmed_is_not_confirmed_twice() -> None:
    case = in_review()
    confirm(case)
    with pytest.raises(Conflict, match="already"):
        confirm(case, by=SECOND)


def test_nobody_confirms_the_category_of_their_own_application() -> None:
    both = person("Bea", Role.MERCHANT, Role.REVIEWER)
    case = Case(policy=ASKED, opened_by=both)
    case.come_to_review()
    with pytest.raises(Forbidden, match="your own"):
        confirm(case, by=both)


def test_before_a_review_there_is_nothing_to_confirm() -> None:
    case = Case(policy=ASKED)
    case.tell_everything()
    case.do(submission.submit, MERCHANT)
    with pytest.raises(Conflict) as refused:
        confirm(case)
    assert refused.value.code == "not_in_review"
