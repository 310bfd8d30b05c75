"""The requirement ledger: what is needed now and later, why, and why there is more of it than before."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cases.application import Address, FieldName, Owner
from cases.languages import LANGUAGES, Language
from cases.participants import PersonalField
from cases.states import State
from desk import entries, review, submission
from desk.draft import DESK
from desk.outstanding import Ledger, outstanding_items
from desk.wordbook import wordbook
from tests.desk.cast import BASIC, MERCHANT, REVIEWER, Case


def ledger(case: Case, language: Language = "en") -> Ledger:
    return outstanding_items(case.record, BASIC, wordbook(language), case.now)


def statuses(case: Case) -> dict[str, str]:
    return {item.key: item.status.value for item in ledger(case).items}


def living_in(country: str) -> Case:
    case = Case()
    address = Address(line1="12 High Street", city="Anywhere", country=country)
    case.do(entries.enter, MERCHANT, {FieldName.ADDRESS: address}, via="form")
    return case


def test_an_empty_application_owes_the_required_now_and_the_rest_later() -> None:
    known = ledger(Case())
    assert (known.done, known.total, known.later) == (0, len(BASIC.required), 2)
    assert statuses(Case())["tax_id"] == "eventually_due"


def test_what_was_given_is_satisfied_then_checked_then_satisfied() -> None:
    case = Case()
    case.tell_everything()
    assert statuses(case)["merchant_name"] == "satisfied"
    case.do(submission.submit, MERCHANT)
    assert statuses(case)["merchant_name"] == "pending_verification"
    assert ledger(case).done == ledger(case).total


@pytest.mark.parametrize(
    ("country", "wanted", "spared"),
    [("DE", "iban", "account_number"), ("US", "account_number", "iban"), ("AU", "routing_number", "iban")],
)
def test_an_account_is_asked_for_in_the_form_of_the_country(country: str, wanted: str, spared: str) -> None:
    found = statuses(living_in(country))
    assert (found[wanted], found[spared]) == ("eventually_due", "not_required")


def test_an_account_that_was_given_in_another_form_is_one() -> None:
    case = living_in("US")
    case.do(entries.enter, MERCHANT, {FieldName.IBAN: "DE89370400440532013000"}, via="secure")
    found = statuses(case)
    assert (found["iban"], found["account_number"]) == ("satisfied", "not_required")


@pytest.mark.parametrize(("country", "numbers"), [("US", 1), ("DE", 0)])
def test_details_are_asked_of_large_owners_only(country: str, numbers: int) -> None:
    case = living_in(country)
    owners = [Owner(name="Ines Calder", ownership_percent=80), Owner(name="Jo Park", ownership_percent=20)]
    case.do(entries.enter, MERCHANT, {FieldName.OWNERS: owners}, via="form")
    asked = [item for item in ledger(case).items if item.subject]
    assert {item.subject for item in asked} == {"Ines Calder"}
    assert len(asked) == 1 + numbers
    assert "Ines Calder" in (ledger(case).grew or "")
    case.do(entries.enter_detail, MERCHANT, "Ines Calder", PersonalField.DATE_OF_BIRTH, "1985-03-24")
    assert statuses(case)["owners[0].date_of_birth"] == "satisfied"


def test_why_the_list_grew_is_said_once() -> None:
    case = living_in("DE")
    assert "Germany" in (ledger(case).grew or "")
    case.do(entries.enter, MERCHANT, {FieldName.MERCHANT_NAME: "Harbour Books"}, via="form")
    assert ledger(case).grew is None


def test_what_does_not_exist_is_settled() -> None:
    case = Case()
    absent = (FieldName.BUSINESS_LICENSE, FieldName.TAX_ID)
    case.do(entries.enter, MERCHANT, {}, via="form", absent=absent)
    found = statuses(case)
    assert (found["business_license"], found["tax_id"]) == ("satisfied", "not_required")


def test_an_item_is_past_due_when_half_of_the_deadline_is_gone() -> None:
    case = Case()
    case.tell_everything()
    case.policy = BASIC.model_copy(update={"required": (*BASIC.required, FieldName.PHONE)})
    case.do(submission.submit, MERCHANT)
    case.check()
    with case.command() as draft:
        draft.move(State.IN_REVIEW, DESK)
    case.do(review.ask, REVIEWER, "What is your phone number?", "To reach you.")
    half = timedelta(days=BASIC.deadlines.merchant_days) / 2
    for passed, status in ((half - timedelta(1), "currently_due"), (half, "past_due")):
        known = outstanding_items(case.record, case.policy, wordbook("en"), case.now + passed)
        assert {item.key: item.status.value for item in known.items}["phone"] == status


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_incomplete_address_is_named_as_such_in_every_language(language: Language) -> None:
    case = Case()
    values = {FieldName.ADDRESS: Address(city="Leeds", country="GB")}
    case.do(entries.enter, MERCHANT, values, via="form")
    item = next(item for item in ledger(case, language).items if item.key == "address")
    assert item.problem == wordbook(language)(
        "ledger.incomplete", parts=wordbook(language)("ledger.part_street")
    )
    assert item.why
    assert item.example
