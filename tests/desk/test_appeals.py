"""A merchant's appeal: once for each decline, in time, in their own words, and to somebody else."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from cases.access import Person
from cases.decision import Verdict
from cases.errors import Conflict, Forbidden, Invalid, NotFound
from cases.events import AppealMade
from cases.states import State
from desk import appealing, assigning, checking, review
from desk.card import Card, card_of
from desk.event_view import view_event
from desk.rights import reader
from tests.desk.cast import (
    ANALYST,
    BASIC,
    COMPLIANCE,
    DEVELOPER,
    MERCHANT,
    OTHER,
    REVIEWER,
    SECOND,
    STAFF_ONLY,
    TWO_APPROVALS,
    Case,
)
from tests.desk.office import found_office

WHY = "The licence is on the register now."


def declined(case: Case | None = None, by: Person = REVIEWER) -> Case:
    case = case or Case()
    case.come_to_review()
    case.do(assigning.claim, by)
    case.decline(by, reasons=("unverifiable_details",), comments=STAFF_ONLY)
    return case


def appealed(case: Case | None = None) -> Case:
    case = declined(case)
    case.do(appealing.appeal, MERCHANT, WHY)
    return case


def card(case: Case, who: Person) -> Card:
    return card_of(reader(who, case.record, case.now), case.events, case.policy, {}, case.now)


def test_an_appeal_brings_the_case_back_into_review_with_what_was_declined_beside_it() -> None:
    case = appealed()
    assert case.state is State.IN_REVIEW
    assert (case.record.decision, case.record.assignee) == (None, None)
    (made,) = case.record.appeals
    assert (made.text, made.declined.by) == (WHY, REVIEWER.id)
    assert "A different reviewer looks at your application" in case.events[-1].body.text
    staff = card(case, SECOND).staff
    assert staff is not None
    (shown,) = staff.deciding.appeals
    assert (shown.text, shown.declined.by, shown.declined.comments) == (WHY, REVIEWER.name, STAFF_ONLY)


def test_whoever_declined_neither_decides_the_appeal_nor_takes_it_on() -> None:
    case = appealed()
    mine = card(case, REVIEWER)
    assert not {"approve", "decline"} & set(mine.actions)
    assert mine.staff is not None
    assert mine.staff.deciding.kept_out is not None
    before = list(case.events)
    for act in (case.approve, case.decline, lambda who: case.do(assigning.claim, who)):
        with pytest.raises(Forbidden):
            act(REVIEWER)
    assert case.events == before
    assert {"approve", "decline"} <= set(card(case, SECOND).actions)
    assert case.approve(SECOND) == "onboarding_triggered"


def test_whoever_declined_does_not_decide_after_the_merchant_has_answered_and_sent_it_again_either() -> None:
    case = appealed()
    case.do(review.ask, SECOND, "Which register?", "We found another one.")
    case.answer_and_submit()
    case.check()
    case.do(checking.conclude)
    with pytest.raises(Forbidden):
        case.approve(REVIEWER)


def test_a_first_approver_may_decide_the_appeal_of_what_the_second_one_declined() -> None:
    case = Case(TWO_APPROVALS)
    case.come_to_review()
    case.approve(REVIEWER)
    case.decline(SECOND)
    case.do(appealing.appeal, MERCHANT, WHY)
    assert case.approve(REVIEWER) == "awaiting_second_approval"
    with pytest.raises(Forbidden):
        case.approve(SECOND)


def test_each_decline_is_appealed_once_and_each_time_to_somebody_else() -> None:
    case = appealed()
    with pytest.raises(Conflict) as error:
        case.do(appealing.appeal, MERCHANT, WHY)
    assert error.value.code == "not_possible_now"
    case.decline(SECOND)
    case.do(appealing.appeal, MERCHANT, WHY)
    for who in (REVIEWER, SECOND):
        with pytest.raises(Forbidden):
            case.approve(who)


def test_the_last_day_is_the_one_that_the_decline_named() -> None:
    case = declined()
    assert case.record.decision is not None
    assert case.record.decision.disclosure is not None
    days = (case.record.decision.disclosure.appeal_by - case.now.date()).days
    case.pass_time(timedelta(days=days))
    own = card(case, MERCHANT)
    assert "appeal" in own.actions
    case.pass_time(timedelta(days=1))
    assert "appeal" not in card(case, MERCHANT).actions
    with pytest.raises(Conflict) as error:
        case.do(appealing.appeal, MERCHANT, WHY)
    assert error.value.code == "too_late"


@pytest.mark.parametrize("who", [OTHER, DEVELOPER, REVIEWER, ANALYST, COMPLIANCE], ids=lambda who: who.name)
def test_only_its_merchant_appeals(who: Person) -> None:
    case = declined()
    with pytest.raises((Forbidden, NotFound)):
        case.do(appealing.appeal, who, WHY)


def test_an_appeal_says_why_in_words_that_are_kept_without_secrets() -> None:
    case = declined()
    with pytest.raises(Invalid) as error:
        case.do(appealing.appeal, MERCHANT, "  ")
    assert error.value.code == "reason_needed"
    case.do(appealing.appeal, MERCHANT, "My number 123-45-6789 was read wrongly.")
    (made,) = [event for event in case.events if isinstance(event.body, AppealMade)]
    assert "123-45" not in made.body.text
    for who in (MERCHANT, SECOND):
        view = view_event(made, reader(who, case.record, case.now), {})
        assert "123-45" not in view.model_dump_json()
        assert "was read wrongly" in view.text
    assert str(REVIEWER.id) not in view_event(made, reader(MERCHANT, case.record), {}).model_dump_json()


async def test_an_appeal_is_told_as_in_review_again_and_the_queue_names_who_does_not_decide(
    tmp_path: Path,
) -> None:
    office = await found_office(tmp_path, BASIC)
    case_id = await office.in_review()
    await office.desk.decide(office.reviewer, case_id, Verdict(approved=False))
    await office.desk.appeal(office.merchant, case_id, WHY)
    status = await office.views.status(office.merchant, case_id)
    assert (status.public_state, status.decision) == ("In review", None)
    async with office.desk.db.read() as connection:
        row = await office.desk.log.row(connection, case_id)
    assert row is not None
    assert row.summary is not None
    assert row.summary["barred"] == [str(office.reviewer.id)]
    assert (await office.verify()).holds
    await office.close()
