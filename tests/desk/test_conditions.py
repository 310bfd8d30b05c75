"""The conditions of an approval: which it may carry, who reads them, and the day that wakes the account."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from cases.access import Role
from cases.decision import Conditions, Verdict
from cases.errors import Conflict, Forbidden, Invalid
from cases.languages import Language
from cases.policy import Policy
from cases.policy.terms import TermsRule
from cases.resolutions import needs_look
from cases.states import State
from cases.terms import terms_of
from desk import account_reviews, checking, locale, provisioning, submission
from desk.card import card_of
from desk.rights import reader
from desk.status import status_of
from desk.work import pending
from tests.desk.cast import (
    BASIC,
    COMPLIANCE,
    MERCHANT,
    NOW,
    REVIEWER,
    SECOND,
    STAFF_ONLY,
    TWO_APPROVALS,
    Case,
    person,
)
from tests.desk.office import found_office

IN_A_MONTH = NOW.date() + timedelta(days=30)
STRICT = {
    "monthly_volume_cap": 20_000,
    "rolling_reserve_percent": 7.5,
    "payout_delay_days": 2,
    "review_on": IN_A_MONTH,
}


def under(*rules: dict[str, object], policy: Policy = BASIC) -> Policy:
    """A policy with rules on conditions."""
    terms = tuple(TermsRule.model_validate({"rule": "So it is.", **rule}) for rule in rules)
    return policy.model_copy(update={"terms": terms})


def in_review(policy: Policy = BASIC, level: str = "low") -> Case:
    case = Case(policy)
    case.tell_everything()
    case.do(submission.submit, MERCHANT)
    case.check(level=level)
    case.do(checking.conclude)
    return case


def active(**conditions: object) -> Case:
    case = in_review()
    case.approve(conditions=conditions)
    case.set_up(*provisioning.STEPS)
    return case


def test_an_approval_carries_its_conditions_and_the_merchant_reads_each_as_a_sentence() -> None:
    case = in_review()
    case.approve(conditions=STRICT)
    assert case.record.grant is not None
    assert case.record.grant.conditions == Conditions.model_validate(STRICT)
    told = case.events[-1].body.text
    assert "up to 20,000 GBP a month" in told
    assert "7.5 % of each payment" in told
    assert "2 days later" in told
    assert "On April 3, 2025 we look at your account again." in told


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "bis zu 20.000 GBP im Monat"),
        ("es", "hasta 20.000 GBP al mes"),
        ("fr", "2 jours plus tard"),
    ],
)
def test_the_merchant_reads_them_in_their_language_in_the_conversation_and_on_the_card(
    language: Language, words: str
) -> None:
    case = in_review()
    case.do(locale.note_locale, MERCHANT, language)
    case.approve(conditions=STRICT)
    card = card_of(reader(MERCHANT, case.record, case.now), case.events, case.policy, {}, case.now)
    assert card.own is not None
    assert len(card.own.conditions) == len(STRICT)
    for told in (case.events[-1].body.text, " ".join(card.own.conditions)):
        assert words in told


def test_what_the_merchant_asks_for_over_rest_holds_the_conditions_and_no_comment() -> None:
    case = in_review()
    case.approve(comments=STAFF_ONLY, conditions=STRICT)
    status = status_of(reader(MERCHANT, case.record, case.now), case.events, case.policy, case.now)
    assert status.decision is not None
    assert status.decision.conditions == {**STRICT, "review_on": IN_A_MONTH.isoformat()}
    assert STAFF_ONLY not in status.model_dump_json()


def test_the_second_approver_reads_what_the_first_one_wrote_and_the_stricter_holds() -> None:
    case = in_review(TWO_APPROVALS)
    case.approve(REVIEWER, comments="Known to us.", conditions={"review_on": IN_A_MONTH})
    card = card_of(reader(SECOND, case.record, case.now), case.events, case.policy, {}, case.now)
    assert card.staff is not None
    (first,) = card.staff.deciding.decisions
    assert (first.by, first.comments) == (REVIEWER.name, "Known to us.")
    assert first.conditions == ("Looked at again on 3 Apr 2025",)
    sooner = IN_A_MONTH - timedelta(days=10)
    case.approve(SECOND, conditions={"review_on": sooner})
    assert case.record.grant is not None
    assert case.record.grant.conditions.review_on == sooner


def test_a_decline_and_a_day_that_is_past_carry_no_conditions() -> None:
    case = in_review()
    for decide, conditions in ((case.decline, STRICT), (case.approve, {"review_on": NOW.date()})):
        with pytest.raises(Invalid) as error:
            decide(conditions=conditions)
        assert error.value.code == "conditions_not_possible"
    assert case.state is State.IN_REVIEW


def test_the_policy_proposes_by_level_the_stricter_of_its_rules() -> None:
    policy = under(
        {"when": {"tier": ["high"]}, "volume_cap_times": 1.5, "review_days": 180},
        {"when": {}, "payout_delay_days": 3},
    )
    assert terms_of(in_review(policy).record, policy, NOW.date()).proposed == Conditions(payout_delay_days=3)
    high = terms_of(in_review(policy, "high").record, policy, NOW.date())
    # 250,000 a year is 20,833 a month.
    assert high.proposed == Conditions(
        monthly_volume_cap=31_250, payout_delay_days=3, review_on=NOW.date() + timedelta(days=180)
    )
    assert high.demanded == Conditions()


def test_what_the_policy_demands_no_approval_goes_without() -> None:
    policy = under(
        {"when": {}, "rolling_reserve_percent": 5, "demanded": True},
        policy=TWO_APPROVALS,
    )
    case = in_review(policy)
    for milder in ({}, {"rolling_reserve_percent": 4.9}):
        with pytest.raises(Invalid, match="Rolling reserve: 5 %") as error:
            case.approve(conditions=milder)
        assert error.value.code == "conditions_demanded"
    case.approve(REVIEWER, conditions={"rolling_reserve_percent": 6})
    assert case.approve(SECOND) == "onboarding_triggered"
    assert case.record.grant is not None
    assert case.record.grant.conditions == Conditions(rolling_reserve_percent=6)


def test_an_account_wakes_on_its_day_and_rests_once_a_person_has_looked() -> None:
    case = active(review_on=IN_A_MONTH)
    assert case.work[-1] == "review_date"
    case.do(account_reviews.note_due)
    assert not needs_look(case.record)
    case.pass_time(timedelta(days=30))
    case.do(account_reviews.note_due)
    case.do(account_reviews.note_due)
    assert case.kinds().count("account.review_due") == 1
    assert needs_look(case.record)
    card = card_of(reader(REVIEWER, case.record, case.now), case.events, case.policy, {}, case.now)
    assert "look_again" in card.actions
    later = IN_A_MONTH + timedelta(days=90)
    case.do(account_reviews.look_again, COMPLIANCE, "As planned.", later)
    assert (case.record.review_on, needs_look(case.record)) == (later, False)
    assert case.work[-1] == "review_date"


def test_a_look_is_a_reviewers_or_compliances_at_an_account_and_for_a_later_day() -> None:
    case = active()
    for who in (MERCHANT, person("Anna", Role.ANALYST)):
        with pytest.raises(Forbidden):
            case.do(account_reviews.look_again, who, "Fine.")
    with pytest.raises(Invalid):
        case.do(account_reviews.look_again, REVIEWER, "Fine.", NOW.date())
    with pytest.raises(Conflict):
        in_review().do(account_reviews.look_again, REVIEWER, "Fine.")


async def test_the_work_that_wakes_an_account_is_due_at_the_beginning_of_its_day(tmp_path: Path) -> None:
    office = await found_office(tmp_path)
    case_id = await office.in_review()
    day = office.clock().date() + timedelta(days=3)
    verdict = Verdict(approved=True, conditions=Conditions(review_on=day))
    await office.desk.decide(office.reviewer, case_id, verdict)
    turn = await office.turn(case_id, "provisioner")
    provisioning.begin(turn.draft, turn.author, "MERCH_00000001")
    for step in provisioning.STEPS:
        provisioning.record_step(turn.draft, turn.author, step, "done", attempts=1)
    await turn.commit()
    assert "review_date" not in [item.kind for item in await pending(office.desk)]
    office.clock.pass_time(timedelta(days=3))
    assert "review_date" in [item.kind for item in await pending(office.desk)]
    await office.desk.note_review_due(case_id)
    (line,) = (await office.views.cases(office.reviewer)).cases
    assert line.needs_look
    await office.desk.look_again(office.reviewer, case_id, "As planned.")
    (line,) = (await office.views.cases(office.reviewer)).cases
    assert not line.needs_look
    await office.close()
