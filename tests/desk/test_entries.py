"""What is filled in rather than told: read strictly, kept behind tokens, masked in every view."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from cases.access import Audience
from cases.application import FieldName, Owner
from cases.errors import Conflict, Forbidden, Invalid, NotFound
from cases.events import AbsenceDeclared, EntryMade, FactRecorded, PersonalDetailEntered
from cases.languages import LANGUAGES, Language
from cases.participants import PersonalField, subject_of
from cases.states import State
from desk import entries, locale, submission
from desk.event_view import HIDDEN
from desk.labels import value_in_words
from desk.wordbook import wordbook
from tests.desk.cast import MERCHANT, OTHER, REVIEWER, Case
from tests.desk.office import Office, found_office
from tools.reading import read_application
from tools.summary import write_summary

IBAN = "DE89 3704 0044 0532 0130 00"
OWNERS = [Owner(name="Mona Fields", ownership_percent=100)]


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    office = await found_office(tmp_path)
    yield office
    await office.close()


def test_a_secure_field_is_recorded_behind_a_token_that_the_entry_shows() -> None:
    case = Case()
    assert case.do(entries.enter, MERCHANT, {FieldName.IBAN: IBAN}, via="secure") == {}
    assert case.record.application.iban == IBAN.replace(" ", "")
    entry = next(event.body for event in case.events if isinstance(event.body, EntryMade))
    assert "3704" not in entry.text
    assert case.record.provenance[FieldName.IBAN].certainty == "entered"


def test_what_can_be_used_is_kept_and_every_wrong_field_is_named() -> None:
    case = Case()
    values = {FieldName.MERCHANT_NAME: "Harbour Books", FieldName.EMAIL: "nobody", FieldName.IBAN: "DE00"}
    wrong = case.do(entries.enter, MERCHANT, values, via="form")
    assert set(wrong) == {"email", "iban"}
    assert case.record.application.merchant_name == "Harbour Books"


def test_a_payment_card_number_is_refused_and_kept_nowhere() -> None:
    case = Case()
    values = {FieldName.ACCOUNT_NUMBER: "4111 1111 1111 1111"}
    assert "card number" in case.do(entries.enter, MERCHANT, values, via="secure")["account_number"]
    assert "4111" not in "".join(event.model_dump_json() for event in case.events)


def test_the_same_value_again_adds_nothing_and_another_keeps_the_old_one() -> None:
    case = Case()
    for name in ("Harbour Books", "Harbour Books", "Harbour Press"):
        case.do(entries.enter, MERCHANT, {FieldName.MERCHANT_NAME: name}, via="card")
    learnt = [event.body for event in case.events if isinstance(event.body, FactRecorded)]
    assert [(fact.previous, fact.value) for fact in learnt] == [
        (None, "Harbour Books"),
        ("Harbour Books", "Harbour Press"),
    ]


def test_only_what_may_be_absent_can_be_said_not_to_exist() -> None:
    case = Case()
    named = {"via": "form", "absent": (FieldName.BUSINESS_LICENSE, FieldName.MERCHANT_NAME)}
    case.do(entries.enter, MERCHANT, {}, **named)
    absent = [event.body.field for event in case.events if isinstance(event.body, AbsenceDeclared)]
    assert absent == [FieldName.BUSINESS_LICENSE]


def test_a_material_entry_in_review_has_everything_checked_again() -> None:
    case = Case()
    case.come_to_review()
    case.do(entries.enter, MERCHANT, {FieldName.ANNUAL_REVENUE: "900,000 GBP"}, via="card")
    assert (case.state, case.record.version) == (State.CHECKING, 2)


def test_nobody_but_the_applicant_enters_and_nothing_in_a_closed_case() -> None:
    case = Case()
    for stranger, refusal in ((OTHER, NotFound), (REVIEWER, Forbidden)):
        with pytest.raises(refusal):
            case.do(entries.enter, stranger, {FieldName.MERCHANT_NAME: "Mine"}, via="form")
    case.do(submission.withdraw, MERCHANT)
    with pytest.raises(Conflict):
        case.do(entries.enter, MERCHANT, {FieldName.MERCHANT_NAME: "Late"}, via="form")


@pytest.mark.parametrize(
    ("field", "text", "kept"),
    [
        (PersonalField.DATE_OF_BIRTH, "24.03.1985", "1985-03-24"),
        (PersonalField.NATIONALITY, "Portugal", "PT"),
        (PersonalField.SOCIAL_SECURITY_NUMBER, "536-90-4399", "536904399"),
    ],
)
def test_a_detail_is_kept_in_one_form_and_is_not_for_everyone(
    field: PersonalField, text: str, kept: str
) -> None:
    case = Case()
    case.do(entries.enter, MERCHANT, {FieldName.OWNERS: OWNERS}, via="form")
    case.do(entries.enter_detail, MERCHANT, "mona  fields", field, text)
    assert case.record.details[subject_of("Mona Fields"), field].value == kept
    last = case.events[-1]
    assert isinstance(last.body, PersonalDetailEntered)
    assert last.audience is Audience.PARTICIPANT


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (PersonalField.DATE_OF_BIRTH, "31.02.1985"),
        (PersonalField.DATE_OF_BIRTH, "2020-01-01"),
        (PersonalField.DATE_OF_BIRTH, "1850-01-01"),
        (PersonalField.NATIONALITY, "Atlantis"),
        (PersonalField.SOCIAL_SECURITY_NUMBER, "000-12-3456"),
    ],
)
def test_a_detail_that_cannot_be_right_is_refused(field: PersonalField, text: str) -> None:
    case = Case()
    case.do(entries.enter, MERCHANT, {FieldName.OWNERS: OWNERS}, via="form")
    with pytest.raises(Invalid):
        case.do(entries.enter_detail, MERCHANT, "Mona Fields", field, text)


async def test_the_desk_keeps_the_good_fields_and_reports_the_bad_ones(office: Office) -> None:
    case_id = await office.desk.open_case(office.merchant, "chat")
    values = {FieldName.MERCHANT_NAME: "Harbour Books", FieldName.EMAIL: "nobody"}
    with pytest.raises(Invalid) as refused:
        await office.desk.enter(office.merchant, case_id, values, via="form")
    assert [error["field"] for error in refused.value.details["errors"]] == ["email"]  # type: ignore[index]
    assert (await office.record(case_id)).application.merchant_name == "Harbour Books"


async def test_no_view_shows_an_entered_secret(office: Office) -> None:
    case_id = await office.desk.open_case(office.merchant, "chat")
    values = {FieldName.OWNERS: OWNERS, FieldName.IBAN: IBAN}
    await office.desk.enter(office.merchant, case_id, values, via="secure")
    born = PersonalField.DATE_OF_BIRTH
    await office.desk.enter_detail(office.merchant, case_id, "Mona Fields", born, "1985-03-24")
    for reader in (office.merchant, office.reviewer):
        shown = (await office.views.transcript(reader, case_id)).model_dump_json()
        assert "1985-03-24" not in shown
        assert IBAN.replace(" ", "") not in shown
    seen = await office.views.transcript(office.reviewer, case_id)
    detail = next(event for event in seen.events if event.kind == "detail.entered")
    assert detail.data["value"] == HIDDEN


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_wrong_is_said_in_the_merchants_language(language: Language) -> None:
    case = Case()
    case.do(locale.note_locale, MERCHANT, language)
    values = {FieldName.EMAIL: "nobody", FieldName.ACCOUNT_NUMBER: "4111 1111 1111 1111"}
    words = wordbook(language)
    assert case.do(entries.enter, MERCHANT, values, via="card") == {
        "email": words("entry.invalid_email"),
        "account_number": words("entry.card_number"),
    }


def test_i_do_not_have_it_yet_is_an_answer_until_it_is_there() -> None:
    case = Case()
    licence = FieldName.BUSINESS_LICENSE
    for _ in range(2):
        case.do(entries.enter, MERCHANT, {}, via="card", postponed=(licence, FieldName.EMAIL))
    assert list(case.record.postponed) == [licence]
    case.do(entries.enter, MERCHANT, {licence: "BL-2231"}, via="card")
    assert list(case.record.postponed) == []


def test_a_routing_number_that_was_entered_is_a_token_to_agents_and_masked_to_people() -> None:
    case = Case()
    case.do(entries.enter, MERCHANT, {FieldName.ROUTING_NUMBER: "021000021"}, via="secure")
    assert read_application(case.record)["routing_number"] == "⟦NUMBER_1⟧"
    assert "021000021" not in write_summary(case.record)
    assert value_in_words(FieldName.ROUTING_NUMBER, "021000021") == "•••• 0021"
