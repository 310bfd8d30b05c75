"""A share of the decisions, drawn at random and on record, is looked at again by somebody else."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from unittest import mock

import pytest

from cases.access import Audience, Role
from cases.decision import Verdict
from cases.errors import Conflict, Forbidden, Invalid
from cases.events import SecondLookDrawn
from cases.policy import Policy
from cases.policy.second_looks import SecondLookPolicy
from cases.states import State
from desk import appealing, drawing, review, second_looks
from desk.announcing import notices_of
from desk.card import card_of
from desk.draft import Draft
from desk.rights import reader
from tests.desk.cast import (
    ANALYST,
    BASIC,
    COMPLIANCE,
    MERCHANT,
    REVIEWER,
    SECOND,
    STAFF_ONLY,
    TWO_APPROVALS,
    Case,
    Person,
    person,
)
from tests.desk.office import found_office

THIRD = person("Tara", Role.REVIEWER)


def looking_at(share: str, policy: Policy = BASIC) -> Policy:
    return policy.model_copy(update={"second_looks": SecondLookPolicy(share=Decimal(share))})


ALWAYS = looking_at("1")


def decided(policy: Policy = ALWAYS, *, approved: bool = True) -> Case:
    case = Case(policy)
    case.come_to_review()
    case.do(review.decide, REVIEWER, Verdict(approved=approved))
    return case


def look(case: Case, who: Person, *, agrees: bool = True, reason: str = STAFF_ONLY) -> None:
    case.do(second_looks.record_second_look, who, reason, agrees=agrees)


def drawn(case: Case) -> list[SecondLookDrawn]:
    return [event.body for event in case.events if isinstance(event.body, SecondLookDrawn)]


@pytest.mark.parametrize("approved", [True, False])
def test_every_decision_is_drawn_for_and_those_below_the_bound_wait_for_a_look(approved: bool) -> None:
    policy = looking_at("0.05")
    for number, waits in ((0, True), (49_999, True), (50_000, False), (999_999, False)):
        with mock.patch.object(drawing.secrets, "randbelow", return_value=number) as draw:
            case = decided(policy, approved=approved)
        draw.assert_called_once_with(1_000_000)
        (made,) = drawn(case)
        assert (made.number, made.below) == (number, 50_000)
        assert (case.record.drawn is not None) is waits


def test_the_draw_is_none_that_could_be_foreseen() -> None:
    numbers = {drawn(decided())[0].number for _ in range(20)}
    assert len(numbers) > 15


def test_a_policy_without_second_looks_draws_nothing() -> None:
    assert drawn(decided(BASIC)) == []


def test_of_two_approvals_only_the_one_that_decides_is_drawn_for_and_neither_looks_again() -> None:
    case = Case(looking_at("1", TWO_APPROVALS))
    case.come_to_review()
    case.approve(REVIEWER)
    assert drawn(case) == []
    case.approve(SECOND)
    assert len(drawn(case)) == 1
    for who in (REVIEWER, SECOND):
        with pytest.raises(Forbidden):
            look(case, who)
    look(case, THIRD)


def test_a_look_is_had_by_somebody_else_once_with_a_reason_and_moves_nothing() -> None:
    case = decided()
    with pytest.raises(Forbidden):
        look(case, REVIEWER)
    for who in (ANALYST, MERCHANT):
        with pytest.raises(Forbidden):
            look(case, who)
    with pytest.raises(Invalid):
        look(case, SECOND, reason=" ")
    before = case.record
    look(case, COMPLIANCE, agrees=False)
    after = case.record
    assert (after.state, after.decision, after.grant) == (before.state, before.decision, before.grant)
    assert after.second_looks[0].agrees is False
    with pytest.raises(Conflict) as error:
        look(case, SECOND)
    assert error.value.code == "no_second_look"


def test_a_disagreement_is_an_alert_and_agreement_is_none() -> None:
    for agrees, alerts in ((True, []), (False, ["second_look_disagrees"])):
        case = decided()
        draft = Draft(case.events, case.policy, case.now)
        second_looks.record_second_look(draft, SECOND, "I looked.", agrees=agrees)
        assert [notice.kind for notice in notices_of(draft)] == alerts


def test_what_does_not_stand_any_more_is_not_looked_at() -> None:
    taken_back = decided()
    taken_back.do(review.take_back, REVIEWER)
    appealed = decided(approved=False)
    appealed.do(appealing.appeal, MERCHANT, "Please look again.")
    for case in (taken_back, appealed):
        assert case.state is State.IN_REVIEW
        assert case.record.drawn is None


def test_the_card_offers_the_look_to_who_may_have_it_and_the_merchant_sees_nothing_of_it() -> None:
    case = decided()
    for who, offered in ((REVIEWER, False), (SECOND, True), (COMPLIANCE, True), (MERCHANT, False)):
        card = card_of(reader(who, case.record, case.now), case.events, case.policy, {}, case.now)
        assert ("second_look" in card.actions) is offered
    look(case, SECOND)
    of_looks = [event for event in case.events if event.body.kind.startswith("second_look.")]
    assert {event.audience for event in of_looks} == {Audience.STAFF}


async def test_those_that_wait_are_listed_until_somebody_has_looked(tmp_path: Path) -> None:
    office = await found_office(tmp_path, ALWAYS)
    case_id = await office.in_review()
    await office.desk.decide(office.reviewer, case_id, Verdict(approved=False))
    (line,) = await office.views.second_looks(office.analyst)
    assert (line.case_id, line.decided, line.by) == (case_id, "declined", (office.reviewer.name,))
    (listed,) = (await office.views.cases(office.second)).cases
    assert listed.needs_look
    with pytest.raises(Forbidden):
        await office.views.second_looks(office.merchant)
    await office.desk.record_second_look(office.second, case_id, "Just so.", agrees=True)
    assert await office.views.second_looks(office.analyst) == ()
    assert (await office.verify()).holds
    await office.close()
