"""Requests for information: composed, answered item by item, sent, reminded of, taken back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from cases.application import FieldName, Owner
from cases.checks import CheckStatus
from cases.documents import DocumentKind, RefusalCode
from cases.errors import Conflict, Forbidden, Invalid, OnboardError
from cases.events import RequestMade, RequestNoted
from cases.languages import LANGUAGES, Language
from cases.participants import PersonalField
from cases.policy.information import SHIPPED_REASONS
from cases.states import State
from desk import checking, submission
from desk.card import Card
from desk.documents import Paper
from desk.information import ItemAsked
from desk.information_answers import answer_question
from desk.information_difference import RequestView
from desk.wordbook import wordbook
from desk.work import expire_due
from tests.desk.cast import PREPROCESSOR, STAFF_ONLY, Saying, make_checks
from tests.desk.office import Office
from tests.policies import BASIC

LICENCE = ItemAsked(item="business_license", reason="out_of_date", text="It ended in May.")
TAX = ItemAsked(item="tax_id", reason="not_given")
PAPER = ItemAsked(item="documents.licence", reason="document_needed")
QUESTION = ItemAsked(item="question", reason="understand_business", text="Which mill do you buy from?")
NEW_LICENCE = Saying(FieldName.BUSINESS_LICENSE, "BL-9000", "our license number is BL-9000 now")


async def asked(office: Office, *items: ItemAsked, **more: Any) -> UUID:
    case_id = await office.in_review()
    await office.desk.claim(office.reviewer, case_id)
    await office.desk.request_information(office.reviewer, case_id, items, **more)
    return case_id


async def send(office: Office, case_id: UUID, kind: DocumentKind) -> UUID:
    content = str(uuid4()).encode()
    paper = Paper("licence.pdf", kind, "application/pdf", content, content.hex()[:64])
    return (await office.desk.receive_document(office.merchant, case_id, paper, uuid4())).id


async def card(office: Office, case_id: UUID, reader: Any = None) -> Card:
    return await office.views.card(reader or office.merchant, case_id)


async def request_of(office: Office, case_id: UUID, reader: Any = None) -> RequestView:
    shown = (await card(office, case_id, reader)).request
    assert shown is not None
    return shown


async def statuses(office: Office, case_id: UUID) -> dict[str, str]:
    return {item.key: item.status for item in (await request_of(office, case_id)).items}


async def last_words(office: Office, case_id: UUID) -> str:
    return (await office.views.transcript(office.merchant, case_id)).events[-1].text


async def test_the_merchant_reads_what_is_asked_why_and_by_when_and_nothing_for_colleagues(
    office: Office,
) -> None:
    case_id = await asked(office, LICENCE, PAPER, QUESTION, note=STAFF_ONLY)
    assert await office.state(case_id) is State.NEEDS_INFORMATION
    text = await last_words(office, case_id)
    words = wordbook("en")
    for said in ("Tuesday 18 March", "It ended in May.", QUESTION.text, words("request.reason_out_of_date")):
        assert said in text
    assert f"(/upload/{case_id})" in text
    transcript = await office.views.transcript(office.merchant, case_id)
    assert STAFF_ONLY not in transcript.model_dump_json() + (await card(office, case_id)).model_dump_json()
    assert (await request_of(office, case_id, office.second)).note == STAFF_ONLY
    kinds = {type(event.body): event.audience.value for event in await office.events(case_id)}
    assert (kinds[RequestMade], kinds[RequestNoted]) == ("everyone", "staff")


async def test_each_item_is_ticked_as_it_is_told_sent_or_said(office: Office) -> None:
    case_id = await asked(office, LICENCE, TAX, PAPER, QUESTION)
    await office.learn(case_id, NEW_LICENCE)
    assert (await request_of(office, case_id)).answered == 1
    await office.desk.enter(office.merchant, case_id, {FieldName.TAX_ID: "GB 434 0316 78"}, via="secure")
    await office.desk.answer_item(office.merchant, case_id, "question", "given", "From Otley Mill.")
    await send(office, case_id, DocumentKind.LICENCE)
    shown = await request_of(office, case_id)
    assert (shown.answered, shown.total) == (4, 4)
    assert set((await statuses(office, case_id)).values()) == {"given"}
    assert wordbook("en")("request.all_answered") == await last_words(office, case_id)
    said = [e for e in await office.events(case_id) if e.body.kind == "message.said" and e.role == "merchant"]
    assert said[-1].body.text == "From Otley Mill."


async def test_an_agent_ticks_a_question_only_with_words_that_the_merchant_wrote_after_it(
    office: Office,
) -> None:
    case_id = await asked(office, QUESTION, PAPER)
    await send(office, case_id, DocumentKind.LICENCE)
    said = await office.desk.say(office.merchant, case_id, "From Otley Mill.")
    attempts = [("question", said.seq, ""), ("question", said.seq, "From Leeds"), ("question", 2, "")]
    attempts += [("question", said.seq - 1, ""), ("documents.licence", said.seq, "Otley Mill")]
    for key, seq, quote in attempts:
        with pytest.raises(OnboardError):
            async with office.desk.case(case_id) as draft:
                answer_question(draft, PREPROCESSOR, key, seq, quote)
    assert (await statuses(office, case_id))["question"] == "open"
    async with office.desk.case(case_id) as draft:
        answer_question(draft, PREPROCESSOR, "question", said.seq, "From Otley Mill.")
    assert (await statuses(office, case_id))["question"] == "given"


async def test_the_application_is_sent_once_all_is_dealt_with_and_comes_back_with_the_difference(
    office: Office,
) -> None:
    case_id = await asked(office, LICENCE, QUESTION)
    with pytest.raises(Conflict) as refused:
        await office.desk.submit(office.merchant, case_id)
    assert (refused.value.code, refused.value.details["items"]) == (
        "request_open",
        ["business_license", "question"],
    )
    assert "submit" not in (await card(office, case_id)).actions
    await office.learn(case_id, NEW_LICENCE)
    await office.desk.answer_item(office.merchant, case_id, "question", "none", "We bake no bread any more.")
    assert "submit" in (await card(office, case_id)).actions
    await office.desk.submit(office.merchant, case_id)
    await office.checked(case_id)
    record = await office.record(case_id)
    assert (record.state, record.assignee) == (State.IN_REVIEW, office.reviewer.id)
    licence, question = (await request_of(office, case_id, office.reviewer)).items
    assert (licence.before, licence.after) == ("BL-2231", "BL-9000")
    assert licence.source is not None
    assert licence.source.startswith(office.merchant.name)
    assert (question.status, question.answer) == ("none", "We bake no bread any more.")


async def test_a_check_that_ends_otherwise_than_before_is_named(office: Office) -> None:
    case_id = await asked(office, LICENCE)
    await office.learn(case_id, NEW_LICENCE)
    await office.desk.submit(office.merchant, case_id)
    async with office.desk.case(case_id) as draft:
        make_checks(draft, CheckStatus.FAILED, "low")
        checking.conclude(draft)
    changed = (await request_of(office, case_id, office.reviewer)).checks
    assert ("screening", "held", "failed") in {(each.key, each.before, each.after) for each in changed}
    assert (await request_of(office, case_id)).checks == ()


async def test_a_value_that_is_given_again_or_called_right_answers_as_well(office: Office) -> None:
    case_id = await asked(office, LICENCE, ItemAsked(item="email", reason="usual_review"))
    known = {FieldName.BUSINESS_LICENSE: "BL-2231"}
    await office.desk.enter(office.merchant, case_id, known, via="card")
    await office.desk.answer_item(office.merchant, case_id, "email", "confirmed")
    assert await statuses(office, case_id) == {"business_license": "confirmed", "email": "confirmed"}
    assert (await card(office, case_id)).version == 1


async def test_what_cannot_be_confirmed_or_has_no_reason_is_refused(office: Office) -> None:
    case_id = await asked(office, TAX, PAPER)
    for key, how, text in (
        ("tax_id", "confirmed", ""),
        ("tax_id", "given", "434"),
        ("documents.licence", "given", "later"),
        ("tax_id", "none", "  "),
        ("phone", "none", "no phone"),
    ):
        with pytest.raises(Invalid):
            await office.desk.answer_item(office.merchant, case_id, key, how, text)  # type: ignore[arg-type]
    for nobody in (office.other, office.reviewer, office.analyst):
        with pytest.raises(OnboardError):
            await office.desk.answer_item(nobody, case_id, "tax_id", "none", "no")


async def test_having_none_is_said_with_a_reason_and_settles_what_may_be_lacking(office: Office) -> None:
    case_id = await asked(office, TAX)
    await office.desk.answer_item(office.merchant, case_id, "tax_id", "none", "We are too small.")
    record = await office.record(case_id)
    assert FieldName.TAX_ID in record.absent
    [item] = (await request_of(office, case_id, office.reviewer)).items
    assert (item.status, item.answer, item.after) == ("none", "We are too small.", "there is none")


async def test_a_document_that_is_lost_again_or_unusable_opens_its_item_again(office: Office) -> None:
    case_id = await asked(office, PAPER)
    paper = await send(office, case_id, DocumentKind.LICENCE)
    await office.desk.remove_document(office.merchant, case_id, paper)
    assert await statuses(office, case_id) == {"documents.licence": "open"}
    paper = await send(office, case_id, DocumentKind.OTHER)
    assert await statuses(office, case_id) == {"documents.licence": "given"}
    await office.desk.refuse_document(office.reviewer, case_id, paper, RefusalCode.BLURRED)
    assert await statuses(office, case_id) == {"documents.licence": "open"}


async def test_what_is_asked_for_stands_on_the_card_and_among_the_requirements(office: Office) -> None:
    case_id = await office.in_review()
    owners = {FieldName.OWNERS: [Owner(name="Ines Calder", ownership_percent=100)]}
    await office.desk.enter(office.merchant, case_id, owners, via="card")
    await office.checked(case_id)
    person = ItemAsked(item="ines CALDER.identity_number", reason="usual_review")
    await office.desk.request_information(office.reviewer, case_id, [LICENCE, TAX, person, PAPER, QUESTION])
    own = (await card(office, case_id)).own
    assert own is not None
    lines = {(line.key, line.subject) for line in own.lines if line.group == "requested"}
    number = ("requested[2].identity_number", "Ines Calder")
    assert lines == {("business_license", None), ("tax_id", None), number}
    status = await office.views.status(office.merchant, case_id)
    due = {each.key: each.reason for each in status.requirements if each.status == "currently_due"}
    keys = ("business_license", "tax_id", number[0])
    requested = dict.fromkeys((*keys, PAPER.item), wordbook("en")("ledger.rule_requested"))
    assert due == {**requested, "question": QUESTION.text}
    await office.desk.enter_detail(
        office.merchant, case_id, "Ines Calder", PersonalField.IDENTITY_NUMBER, "C01X00T47"
    )
    shown = (await request_of(office, case_id, office.reviewer)).items[2]
    assert (shown.status, shown.before, shown.after) == ("given", None, "entered")


@pytest.mark.parametrize(
    ("items", "code"),
    [
        ([], "items_needed"),
        ([LICENCE, LICENCE], "unknown_item"),
        ([ItemAsked(item="shoe_size", reason="not_given")], "unknown_item"),
        ([ItemAsked(item="mcc", reason="not_given")], "unknown_item"),
        ([ItemAsked(item="Nobody Known.date_of_birth", reason="not_given")], "unknown_item"),
        ([ItemAsked(item="tax_id", reason="looks_like_fraud")], "unknown_reason"),
        ([ItemAsked(item="question", reason="usual_review")], "question_needed"),
    ],
)
async def test_what_cannot_be_asked_is_refused_and_nothing_is_written(
    office: Office, items: list[ItemAsked], code: str
) -> None:
    case_id = await office.in_review()
    before = len(await office.events(case_id))
    with pytest.raises(Invalid) as refused:
        await office.desk.request_information(office.reviewer, case_id, items)
    assert refused.value.code == code
    assert len(await office.events(case_id)) == before


async def test_only_reviewers_ask_in_review_and_one_request_is_open_at_a_time(office: Office) -> None:
    case_id = await office.in_review()
    for nobody in (office.merchant, office.other, office.analyst):
        with pytest.raises((Forbidden, OnboardError)):
            await office.desk.request_information(nobody, case_id, [TAX])
    await office.desk.request_information(office.reviewer, case_id, [TAX])
    assert (await office.record(case_id)).assignee == office.reviewer.id
    with pytest.raises(Conflict) as refused:
        await office.desk.request_information(office.second, case_id, [LICENCE])
    assert refused.value.code == "not_in_review"


async def test_a_deadline_lies_within_the_policys_days_and_may_be_put_off(office: Office) -> None:
    case_id = await office.in_review()
    for day in (date(2025, 3, 4), date(2025, 3, 5), date(2025, 6, 1)):
        with pytest.raises(Invalid) as refused:
            await office.desk.request_information(office.reviewer, case_id, [TAX], day)
        assert refused.value.code == "deadline_not_possible"
    await office.desk.request_information(office.reviewer, case_id, [TAX], date(2025, 3, 7))
    assert (await request_of(office, case_id)).due_at == datetime(2025, 3, 7, 23, 59, 59, tzinfo=UTC)
    with pytest.raises(Invalid):
        await office.desk.extend_request(office.reviewer, case_id, date(2025, 3, 6))
    await office.desk.extend_request(office.second, case_id, date(2025, 3, 28))
    assert "Friday 28 March" in await last_words(office, case_id)
    assert (await request_of(office, case_id)).due == "Friday 28 March"


async def test_a_deadline_ends_with_the_day_where_the_merchant_is(office: Office) -> None:
    case_id = await office.in_review()
    await office.desk.note_locale(office.merchant, case_id, "en", "America/Los_Angeles")
    await office.desk.request_information(office.reviewer, case_id, [TAX], date(2025, 3, 7))
    assert (await request_of(office, case_id)).due_at == datetime(2025, 3, 8, 7, 59, 59, tzinfo=UTC)


async def test_an_item_is_done_without_and_a_request_taken_back(office: Office) -> None:
    case_id = await asked(office, TAX, PAPER)
    await office.desk.withdraw_request(office.reviewer, case_id, "tax_id")
    assert await statuses(office, case_id) == {"documents.licence": "open"}
    await office.desk.withdraw_request(office.reviewer, case_id)
    assert await office.state(case_id) is State.CHECKING
    await office.checked(case_id)
    shown = await request_of(office, case_id, office.reviewer)
    assert (shown.taken_back, shown.open) == (True, False)
    await office.desk.request_information(office.reviewer, case_id, [TAX])


async def test_a_single_question_is_still_asked_after_a_request(office: Office) -> None:
    case_id = await asked(office, TAX)
    await office.desk.withdraw_request(office.reviewer, case_id)
    await office.checked(case_id)
    await office.desk.ask(office.reviewer, case_id, "Which mill?", "To understand your supply.")
    shown = await card(office, case_id)
    assert shown.question == "Which mill?"
    assert shown.own is not None
    assert shown.own.next == wordbook("en")("card.next_answer")
    await office.desk.submit(office.merchant, case_id)


async def test_a_request_taken_back_leaves_a_changed_application_to_be_sent_by_its_merchant(
    office: Office,
) -> None:
    case_id = await asked(office, LICENCE, TAX)
    await office.learn(case_id, NEW_LICENCE)
    await office.desk.withdraw_request(office.reviewer, case_id)
    assert await office.state(case_id) is State.NEEDS_INFORMATION
    await office.desk.submit(office.merchant, case_id)


async def test_the_case_is_closed_at_its_own_deadline_and_opens_with_what_is_still_open(
    office: Office,
) -> None:
    case_id = await asked(office, LICENCE, TAX, until=date(2025, 3, 7))
    await office.learn(case_id, NEW_LICENCE)
    office.clock.pass_time(timedelta(days=3))
    assert await expire_due(office.desk) == 0
    async with office.desk.case(case_id) as draft:
        office.clock.pass_time(timedelta(days=1))
        draft.now = office.clock()
        assert submission.expire(draft)
    assert "Nothing is counted against you" in await last_words(office, case_id)
    await office.desk.reopen(office.merchant, case_id)
    assert await statuses(office, case_id) == {"business_license": "given", "tax_id": "open"}
    shown = await request_of(office, case_id)
    assert shown.open
    assert shown.due_at > office.clock() + timedelta(days=10)
    text = await last_words(office, case_id)
    assert "Tax number" in text
    assert "It ended in May" not in text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_shipped_reason_has_words_in_every_language(office: Office, language: Language) -> None:
    case_id = await office.in_review()
    await office.desk.note_locale(office.merchant, case_id, language)
    items = [
        ItemAsked(item=f"documents.{kind.value}", reason=code)
        for kind, code in zip(DocumentKind, SHIPPED_REASONS, strict=False)
    ] + [ItemAsked(item="question", reason=[*SHIPPED_REASONS][-1], text="Why?")]
    await office.desk.request_information(office.reviewer, case_id, items)
    text = await last_words(office, case_id)
    words = wordbook(language)
    assert all(words(f"request.reason_{code}") in text for code in SHIPPED_REASONS)


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("en", "Tuesday 18 March"),
        ("de", "Dienstag, 18. März"),
        ("es", "martes 18 de marzo"),
        ("fr", "mardi 18 mars"),
    ],
)
async def test_the_day_is_told_as_people_say_it(office: Office, language: Language, day: str) -> None:
    case_id = await office.in_review()
    await office.desk.note_locale(office.merchant, case_id, language)
    await office.desk.request_information(office.reviewer, case_id, [TAX])
    assert day in await last_words(office, case_id)


def test_a_reason_of_a_companys_own_needs_its_words_in_every_language() -> None:
    with pytest.raises(ValueError, match="has no text in es, fr, de"):
        type(BASIC.information).model_validate({"reasons": {"own": {"label": "Own", "text": {"en": "So."}}}})
