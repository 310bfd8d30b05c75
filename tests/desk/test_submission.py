"""Versions, deadlines, and what brings a case back to be checked."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from cases.application import FieldName
from cases.attestation import Attestation, Declaration
from cases.checks import CheckStatus
from cases.errors import Conflict, Forbidden, Invalid, TooLarge
from cases.events import ApplicationChanged, StateMoved
from cases.states import State
from desk import assigning, checking, conversation, facts, provisioning, review, submission
from desk.agreement import agreement
from tests.desk.cast import (
    CHANGES,
    COMPLETE,
    MERCHANT,
    PREPROCESSOR,
    PROVISIONER,
    REVIEWER,
    TWO_APPROVALS,
    Case,
    make_checks,
)

MORE_REVENUE = CHANGES[2]


def reviewed(**named: object) -> Case:
    case = Case(**named)
    case.come_to_review()
    return case


def test_small_talk_changes_no_version() -> None:
    case = reviewed()
    case.say("How is the weather at your place?")
    assert (case.state, case.record.version) == (State.IN_REVIEW, 1)


def test_a_material_change_in_review_has_everything_checked_again() -> None:
    case = reviewed()
    case.do(assigning.claim, REVIEWER)
    case.learn(MORE_REVENUE)
    record = case.record
    assert (record.state, record.version, record.assignee) == (State.CHECKING, 2, REVIEWER.id)
    assert (dict(record.checks), record.scorecard, record.compliance) == ({}, None, None)
    assert case.work[-1] == "turn"


def test_the_same_fact_again_changes_nothing() -> None:
    case = reviewed()
    case.learn(COMPLETE[4])
    assert (case.state, case.record.version) == (State.IN_REVIEW, 1)


def test_a_change_of_what_is_not_material_leaves_the_review_as_it_is() -> None:
    case = Case()
    case.policy = case.policy.model_copy(update={"material": (FieldName.MERCHANT_NAME,)})
    case.come_to_review()
    case.learn(MORE_REVENUE)
    assert (case.state, case.record.version) == (State.IN_REVIEW, 1)
    assert case.record.application.annual_revenue == 900000


def test_several_changes_in_one_turn_are_one_version() -> None:
    case = reviewed()
    revenue, years = case.say(MORE_REVENUE.text), case.say(CHANGES[4].text)
    with case.command() as draft:
        for saying, seq in ((MORE_REVENUE, revenue), (CHANGES[4], years)):
            named = {"source_seq": seq, "quote": saying.text}
            facts.record_fact(draft, PREPROCESSOR, saying.name, saying.value, **named)
    assert case.record.version == 2
    assert case.record.version_hash == case.policy.application_hash(case.record.application)


def test_a_change_before_the_second_approval_takes_the_first_one_with_it() -> None:
    case = reviewed(policy=TWO_APPROVALS)
    case.approve()
    case.learn(MORE_REVENUE)
    assert (case.state, case.record.approvals) == (State.CHECKING, ())
    case.check()
    case.do(checking.conclude)
    assert case.approve(REVIEWER) == "awaiting_second_approval"


def test_a_change_after_the_approval_voids_the_grant() -> None:
    case = reviewed()
    case.approve()
    case.learn(MORE_REVENUE)
    assert (case.state, case.record.grant, case.record.version) == (State.CHECKING, None, 2)
    with pytest.raises(Forbidden):
        case.do(provisioning.begin, PROVISIONER, "MERCH_00000001")
    told = [e.body.text for e in case.events if e.body.kind == "message.said" and e.role == "desk"]
    assert "You changed your application" in told[-1]


def test_a_change_while_it_is_checked_begins_the_checks_anew() -> None:
    case = Case()
    case.tell_everything()
    case.do(submission.submit, MERCHANT)
    case.check()
    case.learn(CHANGES[0])
    record = case.record
    assert (record.state, record.version, dict(record.checks)) == (State.CHECKING, 2, {})
    assert not record.spoke_since("validator", record.submitted_seq)
    with pytest.raises(Conflict) as error:
        case.do(checking.conclude)
    assert error.value.code == "checks_outstanding"


def test_a_change_after_a_failed_check_begins_the_checks_anew() -> None:
    case = Case()
    case.tell_everything()
    case.do(submission.submit, MERCHANT)
    case.check(CheckStatus.ERROR)
    case.do(checking.conclude)
    case.learn(CHANGES[0])
    assert (case.state, case.record.version, dict(case.record.checks)) == (State.CHECKING, 2, {})


def test_no_fact_is_taken_once_the_account_is_being_made() -> None:
    case = reviewed()
    case.approve()
    case.set_up()
    seq = case.say(MORE_REVENUE.text)
    with pytest.raises(Conflict) as error:
        case.read(MORE_REVENUE, seq)
    assert error.value.code == "not_possible_now"
    assert case.record.application.annual_revenue == 250000


def test_an_answer_without_changes_keeps_the_version() -> None:
    case = reviewed()
    case.do(review.ask, REVIEWER, "Is that right?", "It looks odd.")
    case.say("Yes, it is.")
    case.do(submission.submit, MERCHANT)
    assert (case.state, case.record.version) == (State.CHECKING, 1)


def test_an_answer_with_changes_is_the_next_version() -> None:
    case = reviewed()
    case.do(review.ask, REVIEWER, "Is that right?", "It looks odd.")
    case.learn(MORE_REVENUE)
    assert (case.state, case.record.version) == (State.NEEDS_INFORMATION, 1)
    case.do(submission.submit, MERCHANT)
    assert (case.state, case.record.version) == (State.CHECKING, 2)


def test_an_answer_without_changes_keeps_the_version_that_a_change_in_review_made() -> None:
    case = reviewed()
    case.learn(MORE_REVENUE)
    case.check()
    case.do(checking.conclude)
    case.do(review.ask, REVIEWER, "Is that right?", "It looks odd.")
    case.do(submission.submit, MERCHANT)
    assert case.record.version == 2


def test_every_version_has_one_application() -> None:
    case = reviewed()
    case.learn(MORE_REVENUE)
    changes = [e.body for e in case.events if isinstance(e.body, ApplicationChanged)]
    assert [change.version for change in changes] == [2]
    assert changes[0].application_hash == case.policy.application_hash(case.record.application)


def test_without_a_name_and_an_address_to_write_to_nothing_is_submitted() -> None:
    case = Case()
    with pytest.raises(Conflict, match="name and e-mail") as error:
        case.do(submission.submit, MERCHANT)
    assert error.value.code == "incomplete"


def test_an_incomplete_application_comes_back_from_the_checks() -> None:
    case = Case()
    for saying in COMPLETE[:4]:
        case.learn(saying)
    case.do(submission.submit, MERCHANT)
    assert case.do(checking.send_back_incomplete, PREPROCESSOR)
    assert case.state is State.NEEDS_INFORMATION


def test_what_is_submitted_is_not_submitted_again() -> None:
    case = reviewed()
    with pytest.raises(Conflict) as error:
        case.do(submission.submit, MERCHANT)
    assert error.value.code == "not_possible_now"


@pytest.mark.parametrize("stage", [0, 1, 2])
def test_a_merchant_takes_their_application_back_and_opens_it_again(stage: int) -> None:
    case = Case()
    case.tell_everything()
    if stage:
        case.do(submission.submit, MERCHANT)
    if stage == 2:
        case.check()
        case.do(checking.conclude)
    case.do(submission.withdraw, MERCHANT)
    assert case.state is State.WITHDRAWN
    case.do(submission.reopen, MERCHANT)
    assert case.state is State.COLLECTING
    assert case.record.application.merchant_name == "Harbour Books"


def test_an_approved_application_is_not_taken_back_by_its_merchant() -> None:
    case = reviewed()
    case.approve()
    with pytest.raises(Conflict) as error:
        case.do(submission.withdraw, MERCHANT)
    assert error.value.code == "not_possible_now"


def test_a_reviewer_takes_nobodys_application_back() -> None:
    with pytest.raises(Forbidden):
        reviewed().do(submission.withdraw, REVIEWER)


def test_a_case_that_waits_for_its_merchant_too_long_is_closed() -> None:
    case = Case()
    days = case.policy.deadlines.merchant_days
    case.pass_time(timedelta(days=days, seconds=-1))
    assert not case.do(submission.expire)
    case.pass_time(timedelta(seconds=1))
    assert case.do(submission.expire)
    assert case.state is State.EXPIRED
    moved = case.events[-2].body
    assert isinstance(moved, StateMoved)
    assert moved.reason == "deadline passed"
    case.do(submission.reopen, MERCHANT)
    assert not case.do(submission.expire)


def test_a_message_gives_the_merchant_the_whole_time_again() -> None:
    case = Case()
    days = case.policy.deadlines.merchant_days
    case.pass_time(timedelta(days=days - 1))
    case.say("still here")
    case.pass_time(timedelta(days=days - 1))
    assert not case.do(submission.expire)


def test_a_case_that_waits_for_a_reviewer_never_expires() -> None:
    case = reviewed()
    case.pass_time(timedelta(days=400))
    assert not case.do(submission.expire)


def test_a_failed_check_rests_twice_as_long_each_time() -> None:
    case = Case()
    case.tell_everything()
    case.do(submission.submit, MERCHANT)
    rests = list[timedelta]()
    for _ in range(9):
        with case.command() as draft:
            make_checks(draft, CheckStatus.ERROR, "low")
            checking.conclude(draft)
            rests.append(draft.work["recheck"])
        assert case.do(checking.recheck)
    assert [rest.total_seconds() / 60 for rest in rests] == [1, 2, 4, 8, 16, 32, 60, 60, 60]


def test_a_turn_has_not_read_what_was_said_while_it_ran() -> None:
    case = Case()
    first = case.say("hello")
    with case.command() as draft:
        conversation.reply(draft, PREPROCESSOR, "What is your business called?")
        checking.complete_turn(draft, PREPROCESSOR, read_up_to=draft.record.last_seq)
        assert draft.record.read_up_to == first


@pytest.mark.parametrize(
    ("text", "refusal", "code"),
    [
        ("", Invalid, "empty_message"),
        (" \n\t\u200b ", Invalid, "empty_message"),
        ("\x00\x01\x1b", Invalid, "empty_message"),
        ("a" * 50_000, TooLarge, "message_too_long"),
    ],
)
def test_what_is_no_message_is_refused(text: str, refusal: type[Exception], code: str) -> None:
    case = Case()
    with pytest.raises(refusal) as error:
        case.say(text)
    assert error.value.code == code
    assert len(case.events) == 1


def test_a_card_number_is_nowhere_in_what_is_written() -> None:
    case = Case()
    case.say("my card is 4111 1111 1111 1111, mail me at mona@shop.example.com")
    written = case.events[-1].body.model_dump_json()
    assert "4111" not in written
    assert case.events[-1].body.dropped_cards == 1
    assert "mona@" not in case.events[-1].body.text


def declared(case: Case, **changes: object) -> Declaration:
    shown = case.policy.application_hash(case.record.application)
    return Declaration.model_validate(
        {
            "authority": True,
            "ownership_complete": True,
            "agreement": True,
            "application_hash": shown,
            "agreement_hash": agreement(case.record.language).digest,
            **changes,
        }
    )


def attested(case: Case) -> Attestation:
    assert case.record.submitted is not None
    assert case.record.submitted.attestation is not None
    return case.record.submitted.attestation


def test_the_page_of_the_answers_puts_the_declaration_on_record() -> None:
    case = Case()
    case.tell_everything()
    case.do(submission.submit, MERCHANT, declared(case), address="192.0.2.7")
    made = attested(case)
    assert (made.how, made.address) == ("page", "192.0.2.7")
    assert made.agreement_hash == hashlib.sha256(agreement("en").text.encode()).hexdigest()


@pytest.mark.parametrize("box", ["authority", "ownership_complete", "agreement"])
def test_every_statement_has_to_be_ticked(box: str) -> None:
    case = Case()
    case.tell_everything()
    with pytest.raises(Invalid):
        case.do(submission.submit, MERCHANT, declared(case, **{box: False}))
    assert case.state is State.COLLECTING


def test_a_declaration_holds_only_for_the_application_that_it_was_shown_for() -> None:
    case = Case()
    case.tell_everything()
    earlier = declared(case)
    case.learn(MORE_REVENUE)
    with pytest.raises(Conflict) as refused:
        case.do(submission.submit, MERCHANT, earlier)
    assert refused.value.code == "changed"
    assert case.state is State.COLLECTING


@pytest.mark.parametrize("how", ["words", "api"])
def test_every_other_submission_carries_an_attestation_too(how: str) -> None:
    case = Case()
    case.tell_everything()
    case.do(submission.submit, MERCHANT, how=how)
    assert attested(case).how == how


def test_a_grant_for_another_submission_is_refused() -> None:
    case = reviewed()
    case.approve()
    grant = case.record.grant
    assert grant is not None
    with case.command() as draft:
        draft.record = replace(draft.record, submission=uuid4())
        with pytest.raises(Forbidden, match="another submission"):
            provisioning.usable_grant(draft)
