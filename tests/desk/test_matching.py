"""What a person finds about a potential match, and what can never be undone about it."""

from __future__ import annotations

import pytest

from cases.access import Person, Role
from cases.checks import CheckStatus
from cases.errors import Conflict, Forbidden, Invalid, NotFound, OnboardError
from cases.screening import MatchVerdict, Topic
from cases.states import State
from desk import checking, matching, provisioning, review
from desk.card import card_of
from desk.rights import reader
from tests.desk.cast import (
    ANALYST,
    BASIC,
    COMPLIANCE,
    DEVELOPER,
    MERCHANT,
    OTHER,
    PROVISIONER,
    REVIEWER,
    SECOND,
    STAFF_ONLY,
    TWO_APPROVALS,
    Case,
    match_of,
    person,
)

MATCH = match_of()
OTHER_MATCH = match_of(name="Somebody Else")
PEP = match_of(Topic.PEP)
FALSE, TRUE = MatchVerdict.FALSE_POSITIVE, MatchVerdict.TRUE_MATCH
SECOND_FOR_PEP = BASIC.model_copy(
    update={"screening": BASIC.screening.model_copy(update={"second_approval_topics": (Topic.PEP,)})}
)


def in_review(*matches, policy=BASIC) -> Case:
    case = Case(policy=policy)
    case.come_to_review(*(matches or (MATCH,)))
    return case


def screening(case: Case) -> CheckStatus:
    return case.record.checks["screening"].status


def refusal(case: Case, command, *arguments: object, **named: object) -> OnboardError:
    before = list(case.events)
    with pytest.raises(OnboardError) as error:
        case.do(command, *arguments, **named)
    assert case.events == before
    return error.value


def test_the_check_holds_once_every_potential_match_is_ruled_out() -> None:
    case = in_review(MATCH, OTHER_MATCH)
    case.resolve(MATCH, "false_positive")
    assert screening(case) is CheckStatus.FAILED
    case.resolve(OTHER_MATCH, "false_positive", by=COMPLIANCE)
    assert screening(case) is CheckStatus.HELD
    assert case.work[-1] == "reassess"
    assert case.record.resolutions[MATCH.pair].by_name == REVIEWER.name


def test_a_finding_needs_a_reason_and_a_match_that_there_is() -> None:
    case = in_review()
    assert refusal(case, matching.resolve_match, REVIEWER, MATCH.pair, FALSE, "  ").code == "reason_needed"
    for pair in ("", "nobody"):
        assert isinstance(
            refusal(case, matching.resolve_match, REVIEWER, pair, FALSE, "Another person."), NotFound
        )


@pytest.mark.parametrize("who", [ANALYST, MERCHANT], ids=lambda who: who.name)
def test_who_is_neither_reviewer_nor_compliance_finds_nothing_about_a_match(who: Person) -> None:
    case = in_review()
    assert isinstance(refusal(case, matching.resolve_match, who, MATCH.pair, FALSE, "no"), Forbidden)


@pytest.mark.parametrize("who", [OTHER, DEVELOPER], ids=lambda who: who.name)
def test_who_may_not_know_of_the_case_is_told_that_there_is_none(who: Person) -> None:
    assert isinstance(refusal(in_review(), matching.resolve_match, who, MATCH.pair, FALSE, "no"), NotFound)


def test_nobody_looks_at_matches_of_their_own_application() -> None:
    applicant = person("Ruth", Role.REVIEWER, Role.COMPLIANCE, Role.MERCHANT)
    case = Case(opened_by=applicant)
    case.come_to_review(MATCH)
    assert isinstance(refusal(case, matching.resolve_match, applicant, MATCH.pair, FALSE, "no"), Forbidden)


def test_matches_are_looked_at_only_once_the_checks_are_made() -> None:
    case = Case()
    error = refusal(case, matching.resolve_match, REVIEWER, MATCH.pair, FALSE, "no")
    assert error.code == "not_possible_now"


def test_confirming_a_sanctions_match_takes_the_words_that_say_what_it_means() -> None:
    case = in_review()
    for words in ("", "yes"):
        error = refusal(case, matching.resolve_match, REVIEWER, MATCH.pair, TRUE, "It is them.", words)
        assert (type(error), error.code) == (Invalid, "confirmation_needed")
    case.do(matching.resolve_match, REVIEWER, MATCH.pair, TRUE, "It is them.", "Never  Approve")
    assert screening(case) is CheckStatus.FAILED


def test_a_confirmed_sanctions_match_bars_every_approval_under_every_policy() -> None:
    for policy in (BASIC, TWO_APPROVALS):
        case = in_review(policy=policy)
        case.resolve(MATCH, "true_match")
        for who in (REVIEWER, SECOND):
            with pytest.raises(Conflict) as error:
                case.approve(who, comments="I know better.")
            assert error.value.code == "checks_outstanding"
        assert case.decline() == "rejected"


def test_it_bars_the_second_approval_too() -> None:
    case = in_review(policy=TWO_APPROVALS)
    case.approve(REVIEWER)
    case.resolve(MATCH, "true_match", by=COMPLIANCE)
    with pytest.raises(Conflict) as error:
        case.approve(SECOND)
    assert error.value.code == "checks_outstanding"


@pytest.mark.parametrize("who", [REVIEWER, SECOND, COMPLIANCE], ids=lambda who: who.name)
def test_nobody_takes_a_confirmed_sanctions_match_back(who: Person) -> None:
    case = in_review()
    case.resolve(MATCH, "true_match")
    for command, arguments in (
        (matching.resolve_match, (FALSE, "A slip.", matching.CONFIRMATION)),
        (matching.resolve_match, (TRUE, "Again.", matching.CONFIRMATION)),
        (matching.reopen_match, ("A slip.",)),
    ):
        assert refusal(case, command, who, MATCH.pair, *arguments).code == "confirmed_for_good"


def test_it_stays_although_the_application_changes_and_the_next_screening_finds_nobody() -> None:
    case = in_review()
    case.resolve(MATCH, "true_match")
    case.do(review.ask, REVIEWER, "Who owns the shop?", "It is not clear.")
    case.answer_and_submit()
    case.check(CheckStatus.HELD, "low", PEP)
    case.do(checking.conclude)
    with pytest.raises(Conflict) as error:
        case.approve()
    assert error.value.code == "checks_outstanding"


def test_confirming_it_takes_an_approval_back_and_voids_its_grant() -> None:
    case = in_review()
    case.approve()
    case.resolve(MATCH, "true_match")
    assert case.state is State.IN_REVIEW
    assert case.record.grant is None
    with pytest.raises(Forbidden):
        case.do(provisioning.begin, PROVISIONER, "MERCH_00000001")


def test_confirming_it_while_the_account_is_made_stops_the_set_up_which_can_only_be_given_up() -> None:
    case = in_review()
    case.approve()
    case.set_up("accounts/create")
    case.resolve(MATCH, "true_match")
    assert case.state is State.PROVISIONING_FAILED
    assert refusal(case, provisioning.resume, REVIEWER).code == "checks_outstanding"
    case.do(provisioning.give_up, REVIEWER)
    case.do(provisioning.record_step, PROVISIONER, "accounts/create", "undone", attempts=1)
    case.do(provisioning.finish_undo)
    assert case.state is State.IN_REVIEW


@pytest.mark.parametrize("topic", [Topic.PEP, Topic.BLOCKLIST, Topic.MATCH])
def test_what_is_no_sanction_is_judged_and_can_be_corrected(topic: Topic) -> None:
    match = match_of(topic)
    case = in_review(match)
    case.do(matching.resolve_match, REVIEWER, match.pair, TRUE, "It is them.")
    assert screening(case) is CheckStatus.FAILED
    case.do(matching.resolve_match, SECOND, match.pair, FALSE, "Another year of birth.")
    assert screening(case) is CheckStatus.HELD
    case.do(matching.reopen_match, REVIEWER, match.pair, "The year was misread.")
    assert screening(case) is CheckStatus.FAILED
    assert case.approve() == "onboarding_triggered"


def test_a_confirmed_exposed_person_needs_a_second_approval_where_the_policy_says_so() -> None:
    for policy, outcome in (
        (BASIC, "onboarding_triggered"),
        (SECOND_FOR_PEP, "awaiting_second_approval"),
    ):
        case = in_review(PEP, policy=policy)
        case.resolve(PEP, "true_match")
        assert case.approve() == outcome


def test_one_that_is_confirmed_after_the_approval_sends_it_back_for_a_second() -> None:
    case = in_review(PEP, policy=SECOND_FOR_PEP)
    assert case.approve() == "onboarding_triggered"
    case.resolve(PEP, "true_match")
    assert case.state is State.IN_REVIEW
    assert case.approve() == "awaiting_second_approval"
    assert case.approve(SECOND) == "onboarding_triggered"


def test_the_card_says_that_no_approval_is_possible_and_offers_none() -> None:
    case = in_review()
    case.resolve(MATCH, "true_match")
    card = card_of(reader(REVIEWER, case.record), case.events, case.policy, {}, case.now)
    assert card.staff is not None
    assert card.staff.barred is not None
    assert "approve" not in card.actions
    assert "decline" in card.actions


def test_numbers_and_dates_of_ours_are_masked_in_the_comparison_and_for_who_only_reads() -> None:
    case = in_review()
    for who in (REVIEWER, ANALYST):
        card = card_of(reader(who, case.record), case.events, case.policy, {}, case.now)
        assert "987654321" not in card.model_dump_json()
        assert card.staff is not None
        (shown,) = card.staff.matches
        assert bool(shown.pair) == (who is REVIEWER)
        assert shown.listed == STAFF_ONLY
