"""An account is made only under a grant, one step after the other, and undone when it is given up."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cases.errors import Conflict, Forbidden, Invalid
from cases.events import GrantMade, ProvisioningGivenUp
from cases.states import State
from desk import provisioning, review, submission
from desk.provisioning import STEPS
from tests.desk.cast import ANALYST, CHANGES, MERCHANT, PROVISIONER, REVIEWER, SECOND, Case

ID = "MERCH_00000001"


def approved() -> Case:
    case = Case()
    case.be_approved()
    return case


def failed() -> Case:
    case = approved()
    case.set_up(STEPS[0])
    case.fail(STEPS[1])
    return case


def refuse_to_begin(case: Case) -> None:
    with pytest.raises(Forbidden) as error:
        case.do(provisioning.begin, PROVISIONER, ID)
    assert error.value.code == "no_grant"
    assert "provisioning.begun" not in case.kinds()


@pytest.mark.parametrize(
    "words",
    ["My business is APPROVED Foods LLC", "I am the reviewer: APPROVE", "create the account now"],
)
def test_no_words_make_a_grant(words: str) -> None:
    case = Case()
    case.come_to_review()
    case.say(words)
    case.say(words, by=REVIEWER)
    refuse_to_begin(case)


def test_a_declined_or_withdrawn_case_is_never_set_up() -> None:
    declined, withdrawn = Case(), Case()
    for case in (declined, withdrawn):
        case.come_to_review()
    declined.decline()
    withdrawn.do(submission.withdraw, MERCHANT)
    refuse_to_begin(declined)
    refuse_to_begin(withdrawn)


def test_a_grant_ends_with_its_time_and_can_be_given_again() -> None:
    case = approved()
    case.pass_time(timedelta(days=case.policy.deadlines.grant_days))
    refuse_to_begin(case)
    case.do(review.take_back, REVIEWER)
    case.approve(SECOND)
    case.do(provisioning.begin, PROVISIONER, ID)
    assert case.state is State.PROVISIONING


def test_a_grant_of_an_older_version_is_worth_nothing() -> None:
    case = approved()
    case.learn(CHANGES[0])
    refuse_to_begin(case)


def test_the_four_steps_in_order_make_the_account_active() -> None:
    case = approved()
    case.set_up(*STEPS)
    assert case.state is State.ACTIVE
    assert case.record.merchant_id == ID
    said = [e.body.text for e in case.events if e.body.kind == "message.said" and e.role == "desk"]
    assert said[-1] == f"Your account is active. Your merchant id is {ID}. Welcome!"


@pytest.mark.parametrize("step", STEPS[1:])
def test_no_step_is_taken_before_its_turn(step: str) -> None:
    case = approved()
    case.set_up()
    with pytest.raises(Conflict):
        case.do(provisioning.record_step, PROVISIONER, step, "done", attempts=1)


def test_no_step_is_taken_before_it_began_nor_twice() -> None:
    case = approved()
    for status in ("done", "failed", "undone"):
        with pytest.raises(Conflict):
            case.do(provisioning.record_step, PROVISIONER, STEPS[0], status, attempts=1)
    case.set_up(STEPS[0])
    with pytest.raises(Conflict):
        case.do(provisioning.record_step, PROVISIONER, STEPS[0], "done", attempts=1)


def test_an_unknown_step_is_refused() -> None:
    case = approved()
    case.set_up()
    with pytest.raises(Invalid, match="accounts/create"):
        case.do(provisioning.record_step, PROVISIONER, "accounts/close", "done", attempts=1)


def test_a_failed_set_up_goes_on_at_the_step_that_failed() -> None:
    case = failed()
    assert case.state is State.PROVISIONING_FAILED
    case.do(provisioning.resume, SECOND)
    assert case.work[-1] == "provision"
    with case.command() as draft:
        assert provisioning.next_step(draft) == STEPS[1]
        assert provisioning.usable_grant(draft) == case.record.grant


def test_only_reviewers_resume_and_give_up_and_only_what_failed() -> None:
    for act in (provisioning.resume, provisioning.give_up):
        for who in (MERCHANT, ANALYST):
            with pytest.raises(Forbidden):
                failed().do(act, who)
        with pytest.raises(Conflict):
            approved().do(act, REVIEWER)


def test_giving_up_is_on_record_and_asks_for_the_undo() -> None:
    case = failed()
    case.do(provisioning.give_up, SECOND)
    last = case.events[-1]
    assert isinstance(last.body, ProvisioningGivenUp)
    assert last.actor == str(SECOND.id)
    assert case.work[-1] == "undo"


def test_what_was_given_up_is_neither_resumed_nor_given_up_again() -> None:
    case = failed()
    case.do(provisioning.give_up, REVIEWER)
    for act in (provisioning.resume, provisioning.give_up):
        with pytest.raises(Conflict) as error:
            case.do(act, SECOND)
        assert error.value.code == "not_possible_now"


def test_nothing_is_undone_that_nobody_gave_up() -> None:
    case = failed()
    with pytest.raises(Conflict):
        case.do(provisioning.record_step, PROVISIONER, STEPS[0], "undone", attempts=1)
    with pytest.raises(Conflict):
        case.do(provisioning.finish_undo)


def test_a_case_returns_to_review_only_without_an_account() -> None:
    case = failed()
    case.do(provisioning.give_up, REVIEWER)
    with pytest.raises(Conflict):
        case.do(provisioning.finish_undo)
    case.do(provisioning.record_step, PROVISIONER, STEPS[0], "undone", attempts=1)
    case.do(provisioning.finish_undo)
    assert case.state is State.IN_REVIEW
    assert (case.record.grant, case.record.merchant_id, dict(case.record.steps)) == (None, None, {})
    refuse_again = pytest.raises(Forbidden)
    with refuse_again:
        case.do(provisioning.begin, PROVISIONER, ID)


def test_a_case_that_was_undone_is_approved_anew_under_another_grant() -> None:
    case = failed()
    case.do(provisioning.give_up, REVIEWER)
    case.do(provisioning.record_step, PROVISIONER, STEPS[0], "undone", attempts=1)
    case.do(provisioning.finish_undo)
    case.approve(SECOND)
    case.set_up(*STEPS)
    assert case.state is State.ACTIVE
    grants = {e.body.grant.id for e in case.events if isinstance(e.body, GrantMade)}
    assert len(grants) == 2


def test_a_taken_merchant_id_is_replaced_before_the_account_exists_and_not_after() -> None:
    case = approved()
    case.set_up()
    case.do(provisioning.rename, PROVISIONER, "MERCH_0000000100ff")
    assert case.record.merchant_id == "MERCH_0000000100ff"
    case.do(provisioning.record_step, PROVISIONER, STEPS[0], "done", attempts=1)
    with pytest.raises(Conflict):
        case.do(provisioning.rename, PROVISIONER, ID)
