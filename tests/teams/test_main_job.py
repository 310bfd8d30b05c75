"""The main job with the offline model: from the first word to the active account."""

from __future__ import annotations

import asyncio

from cases.application import FieldName
from cases.decision import Verdict
from cases.states import State
from tests.teams.company import Company

TELLS = (
    "hi, we'd like to take card payments",
    "We're Harbour Lane Bakery, a bakery at 12 Harbour Lane, Portland, OR 97201.",
    "we make about 240k a year, in dollars, open since 2018. You can write to orders@harbourlane.example.com",
    "our licence number is FB-20931",
    "EIN 61-8987901. I own all of it, Ines Calder. Payouts to routing 111000025, account 4430917725",
    "that's all, we have no website and no phone",
)


async def test_a_merchant_who_tells_everything_and_confirms_is_reviewed(company: Company) -> None:
    case = await company.begin()
    summary = await company.say(case, *TELLS)
    assert "Harbour Lane Bakery" in summary
    assert "240,000 USD" in summary

    await company.say(case, "yes, that's all correct")

    record = await company.record(case)
    assert record.state is State.IN_REVIEW
    assert record.scorecard is not None
    assert record.recommendation is not None
    assert {"validator", "risk_analyst"} <= set(record.turns)
    assert await company.log_holds()


async def test_nothing_is_asked_that_was_told(company: Company) -> None:
    case = await company.begin()
    await company.say(case, *TELLS[:3])
    asked = [name for event in await company.events(case, "message.said") for name in event.body.asks]
    assert FieldName.BUSINESS_LICENSE in asked
    told_at_once = {FieldName.MERCHANT_NAME, FieldName.BUSINESS_TYPE, FieldName.ADDRESS}
    after_telling = asked[len(asked) - asked[::-1].index(FieldName.BUSINESS_LICENSE) - 1 :]
    assert not told_at_once & set(after_telling)


async def test_not_having_a_licence_is_an_answer(company: Company) -> None:
    case = await company.begin()
    await company.say(case, *TELLS[:3])
    await company.say(case, "we don't have a licence", *TELLS[4:], "yes")
    assert (await company.record(case)).state is State.IN_REVIEW


async def test_a_correction_replaces_what_was_said(company: Company) -> None:
    case = await company.begin()
    await company.say(case, *TELLS)
    await company.say(case, "sorry, the revenue is actually 260,000")
    assert (await company.record(case)).application.annual_revenue == 260_000


async def test_approval_makes_the_account_and_the_merchant_watches_it(company: Company) -> None:
    case = await company.in_review()
    await company.approve(case)
    record = await company.record(case)
    assert record.state is State.ACTIVE
    read = await company.merchant_reads(case)
    assert f"Your merchant id is {record.merchant_id}" in read
    assert record.merchant_id == f"MERCH_{str(case)[:8]}"
    assert await company.log_holds()


async def test_a_decline_makes_no_account_and_says_why(company: Company) -> None:
    case = await company.in_review()
    verdict = Verdict(approved=False, reasons=("unverifiable_details",), comments="odd address")
    assert await company.desk.decide(company.rosa, case, verdict) == "rejected"
    await company.team.provision(case)
    record = await company.record(case)
    assert (record.state, record.merchant_id) == (State.REJECTED, None)
    read = await company.merchant_reads(case)
    assert company.desk.policy.decline_reasons["unverifiable_details"].text in read
    assert "odd address" not in read


async def test_a_reviewers_question_goes_to_the_merchant_and_the_answer_comes_back(
    company: Company,
) -> None:
    case = await company.in_review()
    await company.desk.ask(company.rosa, case, "Which suppliers do you use?", "The menu is unusual")
    assert (await company.record(case)).state is State.NEEDS_INFORMATION
    await company.say(case, "Stone Mill Flour from Salem, and two local farms")
    await company.say(case, "yes")
    record = await company.record(case)
    assert record.state is State.IN_REVIEW
    assert record.version == 1


async def test_a_change_in_review_is_checked_again_as_a_new_version(company: Company) -> None:
    case = await company.in_review()
    await company.desk.claim(company.rosa, case)
    await company.say(case, "sorry, our revenue is actually $90,000 a year")
    record = await company.record(case)
    assert (record.state, record.version, record.assignee) == (State.IN_REVIEW, 2, company.rosa.id)
    assert record.scorecard is not None
    assert record.scorecard.score == 0.7


async def test_small_talk_in_review_changes_no_version(company: Company) -> None:
    case = await company.in_review()
    await company.say(case, "thanks! how long will it take?")
    record = await company.record(case)
    assert (record.state, record.version) == (State.IN_REVIEW, 1)
    assert "with our team since" in (await company.heard(case))[-1].text


async def test_twenty_messages_at_once_are_each_read_in_one_chain_of_answers(
    company: Company,
) -> None:
    case = await company.begin()
    texts = [f"correction: our licence number is FB-{number}" for number in range(20_000, 20_020)]
    await asyncio.gather(*(company.desk.say(company.merchant, case, text) for text in texts))
    await asyncio.gather(*(company.team.answer(case) for _ in range(4)))
    draft = await company.draft(case)
    said = [e for e in draft.events if e.actor == str(company.merchant.id) and e.body.kind == "message.said"]
    assert len(said) == 20
    assert not draft.record.has_unread
    assert draft.record.application.business_license == said[-1].body.text.rsplit(" ", 1)[1]
    assert await company.log_holds()


async def test_fifty_merchants_are_checked_at_the_same_time(company: Company) -> None:
    cases = await asyncio.gather(*(company.apply(merchant_name=f"Bakery {n}") for n in range(50)))
    await asyncio.gather(*(company.team.answer(case) for case in cases))
    for case in cases:
        record = await company.record(case)
        assert record.state is State.IN_REVIEW
        assert {"preprocessor", "validator", "risk_analyst"} <= set(record.turns)
        called = {event.body.name for event in await company.events(case, "tool.called")}
        assert {"read_application", "validate_application", "screen_parties"} <= called
        assert {"score_risk", "assess_compliance", "recommend"} <= called
    assert await company.log_holds()


async def test_what_was_written_before_pressing_confirm_is_read_before_anything_is_missed(
    company: Company,
) -> None:
    case = await company.apply(business_license=None)
    await company.team.answer(case)
    assert (await company.record(case)).state is State.NEEDS_INFORMATION
    await company.desk.say(company.merchant, case, "our licence number is FB-20931")
    await company.desk.submit(company.merchant, case)
    await company.team.answer(case)
    assert (await company.record(case)).state is State.IN_REVIEW


async def test_who_was_present_when_a_process_died_is_announced_to_have_left(
    company: Company,
) -> None:
    case = await company.in_review()
    await company.desk.join(company.rosa, case)
    await company.desk.join(company.kai, case)
    await company.desk.leave_absent(case, {company.kai.id})
    assert (await company.record(case)).present == {str(company.kai.id)}
    (left,) = await company.events(case, "person.left")
    assert (left.actor, left.body.name) == (str(company.rosa.id), "Rosa")
