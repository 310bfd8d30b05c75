"""An account is suspended, reinstated and closed by a person, for a reason that its merchant never reads."""

from __future__ import annotations

import pytest

from cases.access import Person
from cases.errors import Forbidden, OnboardError
from cases.resolutions import needs_look
from cases.states import State, public_words
from desk import accounts, matching, provisioning
from desk.draft import DESK
from desk.event_view import view_event
from desk.rights import reader
from tests.desk.cast import (
    ANALYST,
    COMPLIANCE,
    MERCHANT,
    REVIEWER,
    STAFF_ONLY,
    Case,
    match_of,
)

MATCH = match_of()


def active(*matches) -> Case:
    case = Case()
    case.come_to_review(*matches)
    case.approve()
    case.set_up(*provisioning.STEPS)
    assert case.state is State.ACTIVE
    return case


def screened_again(case: Case, *matches) -> None:
    """What a changed list has found."""
    with case.command() as draft:
        check = draft.record.checks["screening"].model_copy(update={"matches": matches})
        matching.record_screening(draft, DESK, check, {})


def refusal(case: Case, command, who: Person, reason: str = STAFF_ONLY) -> OnboardError:
    before = list(case.events)
    with pytest.raises(OnboardError) as error:
        case.do(command, who, reason)
    assert case.events == before
    return error.value


def test_an_account_is_suspended_reinstated_and_closed() -> None:
    case = active()
    case.resolve(MATCH, "false_positive")
    case.do(accounts.suspend, COMPLIANCE, STAFF_ONLY)
    assert (case.state, public_words(case.state, rests=False)) == (State.SUSPENDED, "On hold")
    case.do(accounts.reinstate, REVIEWER, STAFF_ONLY)
    assert case.state is State.ACTIVE
    case.do(accounts.close, REVIEWER, STAFF_ONLY)
    assert case.state is State.CLOSED


def test_its_merchant_reads_that_it_is_on_hold_and_nothing_of_why() -> None:
    case = active()
    case.do(accounts.suspend, REVIEWER, STAFF_ONLY)
    me = reader(MERCHANT, case.record)
    read = "\n".join(view_event(event, me, {}).model_dump_json() for event in case.events if me.sees(event))
    assert "on hold" in read
    for word in (STAFF_ONLY, "screen", "sanction", "watch list"):
        assert word not in read


@pytest.mark.parametrize("command", [accounts.suspend, accounts.reinstate, accounts.close])
def test_it_takes_a_person_of_ours_a_reason_and_an_account(command) -> None:
    case = active()
    if command is accounts.reinstate:
        case.resolve(MATCH, "false_positive")
        case.do(accounts.suspend, REVIEWER, STAFF_ONLY)
    for who in (ANALYST, MERCHANT):
        assert isinstance(refusal(case, command, who), Forbidden)
    assert refusal(case, command, REVIEWER, " ").code == "reason_needed"
    reviewed = Case()
    reviewed.come_to_review(MATCH)
    reviewed.resolve(MATCH, "false_positive")
    assert refusal(reviewed, command, REVIEWER).code == "not_possible_now"


def test_what_was_open_when_it_was_approved_is_no_new_task_and_what_comes_later_is_one() -> None:
    case = active(MATCH)
    assert not needs_look(case.record)
    new = match_of(name="Somebody Else")
    screened_again(case, MATCH, new)
    assert needs_look(case.record)
    case.resolve(new, "false_positive")
    assert not needs_look(case.record)


def test_an_active_account_with_a_confirmed_sanctions_match_is_a_task_and_is_never_reinstated() -> None:
    case = active()
    screened_again(case, match_of(name="Somebody Else"))
    case.resolve(match_of(name="Somebody Else"), "true_match")
    assert case.state is State.ACTIVE
    assert needs_look(case.record)
    case.do(accounts.suspend, REVIEWER, STAFF_ONLY)
    assert refusal(case, accounts.reinstate, REVIEWER).code == "checks_outstanding"
    case.do(accounts.close, REVIEWER, STAFF_ONLY)
