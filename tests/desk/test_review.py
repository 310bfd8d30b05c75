"""Who may decide what, when, and on which version."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cases.access import Person, Role
from cases.checks import CheckStatus
from cases.decision import Verdict
from cases.errors import Conflict, Forbidden, Invalid, NotFound, OnboardError
from cases.events import DecisionMade, GrantMade, QuestionAsked
from cases.states import State
from desk import assigning, checking, conversation, provisioning, review, submission
from tests.desk.cast import (
    ANALYST,
    BASIC,
    CHANGES,
    COMPLIANCE,
    DEVELOPER,
    MERCHANT,
    NOBODY,
    NOW,
    OTHER,
    PROVISIONER,
    REVIEWER,
    SECOND,
    TWO_APPROVALS,
    Case,
    person,
)


def in_review(case: Case | None = None) -> Case:
    case = case or Case()
    case.come_to_review()
    return case


def refused(case: Case, by: Person, **named: object) -> OnboardError:
    before = list(case.events)
    with pytest.raises(OnboardError) as error:
        case.approve(by, **named)
    assert case.events == before
    return error.value


def test_an_approval_makes_one_grant_for_exactly_this_version() -> None:
    case = in_review()
    assert case.approve(comments="fine") == "onboarding_triggered"
    grants = [e.body.grant for e in case.events if isinstance(e.body, GrantMade)]
    assert len(grants) == 1
    assert grants[0] == case.record.grant
    assert grants[0].version == case.record.version == 1
    assert grants[0].application_hash == BASIC.application_hash(case.record.application)
    assert grants[0].reviewers == (REVIEWER.id,)
    assert grants[0].expires_at == NOW + timedelta(days=BASIC.deadlines.grant_days)
    assert case.work[-1] == "provision"


def test_a_decision_names_the_policy_and_the_checks_that_were_open() -> None:
    case = Case()
    case.tell_everything()
    case.do(submission.submit, MERCHANT)
    case.check(CheckStatus.FAILED)
    case.do(checking.conclude)
    case.approve(comments="I have seen the licence myself.")
    decision = case.record.decision
    assert decision is not None
    assert decision.policy_hash == BASIC.hash
    assert set(decision.acknowledged) == {"complete_address", "screening", "kyc_complete"}


def test_nobody_decides_their_own_application() -> None:
    applicant = person("Ruth", Role.REVIEWER, Role.MERCHANT)
    case = in_review(Case(opened_by=applicant))
    error = refused(case, applicant)
    assert isinstance(error, Forbidden)
    assert error.status == 403


@pytest.mark.parametrize("who", [ANALYST, COMPLIANCE, MERCHANT], ids=lambda who: who.name)
def test_who_is_no_reviewer_does_not_decide(who: Person) -> None:
    error = refused(in_review(), who)
    assert (type(error), error.status) == (Forbidden, 403)


@pytest.mark.parametrize("who", [OTHER, DEVELOPER, NOBODY], ids=lambda who: who.name)
def test_who_may_not_see_a_case_is_told_that_there_is_none(who: Person) -> None:
    error = refused(in_review(), who)
    assert (type(error), error.status) == (NotFound, 404)


def test_the_second_approval_is_another_persons() -> None:
    case = in_review(Case(policy=TWO_APPROVALS))
    assert case.approve(REVIEWER) == "awaiting_second_approval"
    assert case.record.grant is None
    assert refused(case, REVIEWER).status == 403
    assert case.approve(SECOND) == "onboarding_triggered"
    assert case.record.grant is not None
    assert set(case.record.grant.reviewers) == {REVIEWER.id, SECOND.id}


def test_who_approved_first_may_still_decline() -> None:
    case = in_review(Case(policy=TWO_APPROVALS))
    case.approve(REVIEWER)
    assert case.decline(REVIEWER) == "rejected"


def test_two_approvals_carry_the_stricter_of_their_conditions() -> None:
    case = in_review(Case(policy=TWO_APPROVALS))
    case.approve(REVIEWER, conditions={"monthly_volume_cap": 10_000, "payout_delay_days": 2})
    case.approve(SECOND, conditions={"monthly_volume_cap": 50_000, "rolling_reserve_percent": 5})
    assert case.record.grant is not None
    assert case.record.grant.conditions.model_dump(exclude_none=True) == {
        "monthly_volume_cap": 10_000,
        "rolling_reserve_percent": 5,
        "payout_delay_days": 2,
    }


def test_one_approval_is_enough_for_a_risk_that_needs_no_second() -> None:
    policy = BASIC.model_copy(update={"second_approval": ("high",)})
    assert in_review(Case(policy=policy)).approve() == "onboarding_triggered"


@pytest.mark.parametrize("approved", [True, False])
@pytest.mark.parametrize("who", [REVIEWER, SECOND], ids=lambda who: who.name)
def test_what_is_decided_is_decided_for_everyone(who: Person, approved: bool) -> None:
    for decide in (Case.approve, Case.decline):
        case = in_review()
        decide(case)
        with pytest.raises(Conflict) as error:
            case.do(review.decide, who, Verdict(approved=approved))
        assert (error.value.status, error.value.code) == (409, "already_decided")


def test_a_reviewer_who_applied_hears_that_it_is_decided_too() -> None:
    applicant = person("Ruth", Role.REVIEWER, Role.MERCHANT)
    case = in_review(Case(opened_by=applicant))
    case.decline()
    assert refused(case, applicant).code == "already_decided"


def test_it_stays_decided_while_and_after_the_account_is_made() -> None:
    case = in_review()
    case.approve()
    case.set_up("accounts/create")
    assert refused(case, SECOND).code == "already_decided"
    case.fail("dashboard/configure")
    assert refused(case, SECOND).code == "already_decided"


def test_a_decision_on_an_older_version_is_refused() -> None:
    case = in_review()
    case.learn(CHANGES[2])
    case.check()
    case.do(checking.conclude)
    error = refused(case, REVIEWER, version=1)
    assert (error.status, error.code, error.details["version"]) == (409, "stale_version", 2)
    assert case.approve(version=2) == "onboarding_triggered"


def test_a_version_that_changed_while_it_was_checked_is_another_one() -> None:
    case = Case()
    case.tell_everything()
    case.do(submission.submit, MERCHANT)
    seen = case.record.version
    case.learn(CHANGES[0])
    case.check()
    case.do(checking.conclude)
    assert refused(case, REVIEWER, version=seen).code == "stale_version"


@pytest.mark.parametrize("state", ["collecting", "checking", "needs_information", "withdrawn", "expired"])
def test_what_is_not_in_review_is_not_decided(state: str) -> None:
    case = Case()
    if state == "checking":
        case.tell_everything()
        case.do(submission.submit, MERCHANT)
    if state == "needs_information":
        in_review(case)
        case.do(review.ask, REVIEWER, "Who owns it?", "It is not clear.")
    if state == "withdrawn":
        case.do(submission.withdraw, MERCHANT)
    if state == "expired":
        case.pass_time(timedelta(days=40))
        case.do(submission.expire)
    assert case.state.value == state
    error = refused(case, REVIEWER)
    assert (error.status, error.code) == (409, "not_in_review")


def test_a_check_that_bars_an_approval_bars_it_until_it_holds() -> None:
    policy = BASIC.model_copy(update={"blocking_checks": ("screening", "never_made")})
    case = in_review(Case(policy=policy))
    error = refused(case, REVIEWER)
    assert (error.status, error.code) == (409, "checks_outstanding")
    assert error.details["checks"] == ["never_made"]
    assert case.decline() == "rejected"


def test_an_unknown_reason_is_refused_and_the_known_ones_are_named() -> None:
    case = in_review()
    with pytest.raises(Invalid, match="compliance_failure") as error:
        case.decline(reasons=("bad_hair",))
    assert (error.value.status, error.value.code) == (422, "unknown_reason")


def test_a_decline_tells_the_merchant_why_in_plain_words() -> None:
    case = in_review()
    case.decline(reasons=("ownership_unclear",), comments="smells of fraud")
    told = case.events[-1]
    assert told.audience.value == "everyone"
    assert BASIC.decline_reasons["ownership_unclear"].text in told.body.text
    assert "fraud" not in told.body.text
    assert case.record.grant is None


def test_a_question_sends_the_case_to_its_merchant_and_back() -> None:
    case = in_review()
    case.do(assigning.claim, REVIEWER)
    case.do(review.ask, REVIEWER, "Who owns the shop?", "The register names nobody.")
    assert case.state is State.NEEDS_INFORMATION
    assert case.record.open_question == "Who owns the shop?"
    case.say("My sister and I do.")
    case.do(submission.submit, MERCHANT)
    assert case.state is State.CHECKING
    assert case.record.open_question is None
    assert case.record.assignee == REVIEWER.id


def test_a_question_is_asked_only_in_review() -> None:
    case = in_review(Case(policy=TWO_APPROVALS))
    case.approve(REVIEWER)
    with pytest.raises(Conflict) as error:
        case.do(review.ask, SECOND, "Who owns it?", "It is not clear.")
    assert error.value.code == "not_in_review"


def test_what_reviewers_write_is_kept_without_secrets_and_card_numbers() -> None:
    case = in_review()
    case.do(review.ask, REVIEWER, "Is 123-45-6789 yours?", "You paid with 4111 1111 1111 1111.")
    asked = next(e.body for e in case.events if isinstance(e.body, QuestionAsked))
    assert "123-45" not in asked.text
    assert "4111" not in asked.text + asked.reason
    case.do(submission.submit, MERCHANT)
    case.check()
    case.do(checking.conclude)
    case.approve(comments="their number is 987-65-4321")
    made = next(e.body for e in case.events if isinstance(e.body, DecisionMade))
    assert "987-65" not in made.decision.comments
    assert set(made.secrets.values()) == {"987-65-4321"}
    assert set(case.record.secrets) >= set(made.secrets) | set(asked.secrets)


def test_an_approval_that_is_taken_back_leaves_no_grant() -> None:
    case = in_review()
    case.approve()
    case.do(review.take_back, SECOND)
    assert case.state is State.IN_REVIEW
    assert (case.record.grant, case.record.decision) == (None, None)
    with pytest.raises(Forbidden) as error:
        case.do(provisioning.begin, PROVISIONER, "MERCH_00000001")
    assert error.value.code == "no_grant"
    assert "taken back" in case.events[-1].body.text


def test_an_approval_is_not_taken_back_once_its_account_is_being_made() -> None:
    case = in_review()
    case.approve()
    case.set_up()
    with pytest.raises(Conflict) as error:
        case.do(review.take_back, REVIEWER)
    assert error.value.code == "not_possible_now"


def test_a_case_is_reviewed_although_a_check_could_not_be_made() -> None:
    case = Case()
    case.tell_everything()
    case.do(submission.submit, MERCHANT)
    case.check(CheckStatus.ERROR)
    case.do(checking.conclude)
    assert case.state is State.CHECK_FAILED
    case.do(review.accept_failed_check, REVIEWER)
    assert case.state is State.IN_REVIEW
    assert case.record.checks["screening"].status is CheckStatus.ERROR


@pytest.mark.parametrize(
    "act",
    [
        lambda case, who: case.do(conversation.say, who, "hello"),
        lambda case, who: case.do(conversation.show_notice, who, "en"),
        lambda case, who: case.do(submission.submit, who),
        lambda case, who: case.do(submission.withdraw, who),
        lambda case, who: case.do(submission.reopen, who),
        lambda case, who: case.do(assigning.claim, who),
        lambda case, who: case.do(review.ask, who, "Who?", "Why?"),
        lambda case, who: case.do(review.decide, who, Verdict(approved=False)),
        lambda case, who: case.do(review.take_back, who),
        lambda case, who: case.do(review.accept_failed_check, who),
        lambda case, who: case.do(provisioning.resume, who),
        lambda case, who: case.do(provisioning.give_up, who),
    ],
)
def test_an_analyst_changes_nothing_and_another_merchant_finds_nothing(act) -> None:
    case = in_review()
    before = list(case.events)
    for who in (ANALYST, COMPLIANCE):
        with pytest.raises(Forbidden):
            act(case, who)
    for who in (OTHER, DEVELOPER, NOBODY):
        with pytest.raises(NotFound):
            act(case, who)
    assert case.events == before


def test_an_analyst_enters_and_leaves_unseen() -> None:
    case = in_review()
    before = list(case.events)
    assert not case.do(conversation.join, ANALYST)
    assert not case.do(conversation.leave, ANALYST)
    assert case.events == before


def test_a_reviewer_is_announced_once() -> None:
    case = in_review()
    assert case.do(conversation.join, REVIEWER)
    assert not case.do(conversation.join, REVIEWER)
    assert case.do(conversation.leave, REVIEWER)
    assert not case.do(conversation.leave, REVIEWER)
    assert case.kinds()[-2:] == ["person.joined", "person.left"]


def test_who_applied_as_a_merchant_and_is_only_an_analyst_now_writes_no_more() -> None:
    case = in_review()
    changed = Person(MERCHANT.id, MERCHANT.email, MERCHANT.name, frozenset({Role.ANALYST}))
    acts = {conversation.say: ("hello",), submission.withdraw: (), conversation.show_notice: ("en",)}
    for act, arguments in acts.items():
        with pytest.raises(Forbidden):
            case.do(act, changed, *arguments)
