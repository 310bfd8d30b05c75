"""A request for information that is answered in the conversation, with the offline team."""

from __future__ import annotations

from desk.information import ItemAsked
from desk.wordbook import wordbook
from tests.teams.company import Company

LICENCE = ItemAsked(item="business_license", reason="out_of_date")
QUESTION = ItemAsked(item="question", reason="understand_business", text="Which mill do you buy from?")
PAPER = ItemAsked(item="documents.licence", reason="document_needed")


async def test_fields_and_a_question_are_answered_in_words_and_the_case_goes_back(company: Company) -> None:
    case = await company.in_review()
    await company.desk.request_information(company.rosa, case, [LICENCE, QUESTION])
    await company.team.answer(case)
    assert [e.kind for e in await company.heard(case) if e.role == "agent"] == []
    await company.say(case, "Our licence is BL-90210 now.")
    assert {key: a.how for key, a in (await company.record(case)).information.answers.items()} == {
        "business_license": "given"
    }
    assert "Which mill do you buy from?" in await company.merchant_reads(case)
    summary = await company.say(case, "From Otley Mill in Salem, twice a week.")
    assert "BL-90210" in summary
    await company.say(case, "Yes, that is all correct.")
    record = await company.record(case)
    assert record.state.value == "in_review"
    [question] = [
        i for i in (await company.views.card(company.rosa, case)).request.items if i.key == "question"
    ]
    assert question.answer == "From Otley Mill in Salem, twice a week."


async def test_asking_back_or_thanking_is_no_answer_and_the_desk_says_what_is_open(company: Company) -> None:
    case = await company.in_review()
    await company.desk.request_information(company.rosa, case, [QUESTION, PAPER])
    for text in ("thanks!", "How much does it cost?", "Where is my application?"):
        await company.say(case, text)
        record = await company.record(case)
        assert record.information is not None
        assert record.information.answers == {}
    assert (await company.merchant_reads(case)).count(wordbook("en")("document.kind_licence")) >= 2
    await company.say(case, "From Otley Mill in Salem.")
    record = await company.record(case)
    assert record.information is not None
    assert set(record.information.answers) == {"question"}
    assert record.summary_hash is None
