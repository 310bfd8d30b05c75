from __future__ import annotations

from datetime import date

import pytest

from agents.offline_roles.answers import read_answers
from agents.reading import Said
from cases.access import Audience
from cases.application import Application, FieldName, Owner
from cases.events import MessageSaid
from desk.draft import agent
from tests.agents.conversation import MemoryCase

TODAY = date(2026, 11, 25)


@pytest.fixture
def case() -> MemoryCase:
    return MemoryCase()


def test_who_wrote_in_an_earlier_message_is_the_i_of_an_answer_to_a_question() -> None:
    earlier = [Said(2, "I'm Wilhelmina Tate and I run a puppet theatre")]
    answer = Said(9, "me and my brother Edmund Tate, he has a third and I have the rest", (FieldName.OWNERS,))

    reading = read_answers([answer], TODAY, Application(), earlier=earlier)

    assert {fact.message_seq for fact in reading.facts} <= {2, 9}
    owners = reading.value(FieldName.OWNERS)
    assert isinstance(owners, tuple)
    assert Owner(name="Edmund Tate", ownership_percent=33.33) in owners


def test_what_somebody_says_of_a_friends_shop_names_no_owner() -> None:
    for answer in (
        "my friend's bakery takes 300k but he's open all year",
        "my sister's salon is bigger but they're in town",
    ):
        said = Said(2, answer, (FieldName.OWNERS,))
        assert read_answers([said], TODAY, Application()).value(FieldName.OWNERS) is None
    said = Said(2, "it's Ella Byrne, she's got 60% and I, Tom Reed, have 40%", (FieldName.OWNERS,))
    assert read_answers([said], TODAY, Application()).value(FieldName.OWNERS) == (
        Owner(name="Ella Byrne", ownership_percent=60),
        Owner(name="Tom Reed", ownership_percent=40),
    )


async def test_a_phone_number_behind_the_answered_question_is_no_correction_of_the_account(
    case: MemoryCase,
) -> None:
    await case.say("We are Fern & Fig LLC, a flower shop at 12 Market Street, Portland, OR 97204.")
    _ask(case, FieldName.ACCOUNT_NUMBER)
    await case.say("7740012398")
    _ask(case, FieldName.ACCOUNT_NUMBER)
    await case.say("503-555-0186")
    application = case.record.application
    assert (application.account_number, application.phone) == ("7740012398", "+15035550186")


async def test_a_bare_number_behind_the_answered_question_corrects_the_account(case: MemoryCase) -> None:
    await case.say("We are Fern & Fig LLC, a flower shop at 12 Market Street, Portland, OR 97204.")
    for number in ("7740012398", "7740012399"):
        _ask(case, FieldName.ACCOUNT_NUMBER)
        await case.say(number)
    assert case.record.application.account_number == "7740012399"


@pytest.mark.parametrize("answer", ["2017", "since 2017", "for 9 years"])
async def test_a_year_alone_answers_a_question_that_another_one_followed(
    case: MemoryCase, answer: str
) -> None:
    await case.say("We are Fern & Fig LLC, a flower shop at 12 Market Street, Portland, OR 97204.")
    for asked in ((FieldName.ANNUAL_REVENUE, FieldName.YEARS_IN_BUSINESS), (FieldName.TAX_ID,)):
        _ask(case, *asked)
    await case.say(answer)
    assert case.record.application.years_in_business == 9


async def test_a_year_alone_says_nothing_that_nobody_has_asked_for(case: MemoryCase) -> None:
    _ask(case, FieldName.TAX_ID)
    await case.say("2017")
    assert case.record.application.years_in_business is None


def _ask(case: MemoryCase, *fields: FieldName) -> None:
    question = MessageSaid(text="And what of this?", asks=fields)
    case.change(lambda draft: draft.add(question, agent("preprocessor"), Audience.EVERYONE))
