"""What a check finds: the merchant reads what they can mend in their own fields, staff read everything."""

from __future__ import annotations

import pytest

from cases.application import FieldName
from cases.checks import Check, CheckStatus, Finding
from cases.languages import LANGUAGES, Language
from desk import checking, entries, locale, review, submission
from desk.card import card_of
from desk.outstanding import outstanding_items
from desk.rights import reader
from desk.status import status_of
from desk.wordbook import wordbook
from tests.desk.cast import MERCHANT, REVIEWER, VALIDATOR, Case

MENDABLE = Finding(code="postal_code_form", text="The postal code …", advice="Look …")
SUSPICION = Finding(code="iban_other_country", text="The account is elsewhere.", advice="Ask why.")


def found(case: Case, name: FieldName, *findings: Finding) -> None:
    check = Check(key=f"{name}_check", status=CheckStatus.FAILED, reason="So.", field=name, findings=findings)
    case.do(checking.record_check, VALIDATOR, check)


def problem(case: Case, name: FieldName, language: Language = "en") -> str | None:
    items = outstanding_items(case.record, case.policy, wordbook(language), case.now).items
    return next(item.problem for item in items if item.key == name)


def seen(case: Case) -> str:
    """All that the merchant reads on the card and through the interface."""
    card = card_of(reader(MERCHANT, case.record), case.events, case.policy, {}, case.now)
    status = status_of(reader(MERCHANT, case.record), case.events, case.policy, case.now)
    return card.model_dump_json() + status.model_dump_json()


def in_checking(*findings: Finding) -> Case:
    case = Case()
    case.tell_everything()
    case.do(submission.submit, MERCHANT)
    found(case, FieldName.ADDRESS, *findings)
    return case


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_merchant_reads_in_their_language_what_is_wrong_and_what_to_do(
    language: Language,
) -> None:
    case, words = in_checking(MENDABLE), wordbook(language)
    case.do(locale.note_locale, MERCHANT, language)
    text = f"{words('finding.postal_code_form')} {words('finding.postal_code_form_advice')}"
    assert problem(case, FieldName.ADDRESS, language) == text
    assert text in seen(case)


def test_a_merchant_never_reads_a_suspicion() -> None:
    case = in_checking(SUSPICION)
    assert problem(case, FieldName.ADDRESS) is None
    assert SUSPICION.code not in seen(case)
    assert SUSPICION.text not in seen(case)


def test_a_value_that_was_told_anew_is_not_the_one_in_which_something_was_found() -> None:
    case = in_checking(MENDABLE)
    case.check()
    case.do(checking.conclude)
    case.do(review.ask, REVIEWER, "Is the postcode right?", "It has an unusual form.")
    assert problem(case, FieldName.ADDRESS) is not None
    told = case.record.application.address
    assert told is not None
    mended = told.model_copy(update={"postal_code": "LS1 4DX"})
    case.do(entries.enter, MERCHANT, {FieldName.ADDRESS: mended}, via="card")
    assert problem(case, FieldName.ADDRESS) is None


def test_nothing_is_asked_to_be_mended_once_the_application_is_closed() -> None:
    case = in_checking(MENDABLE)
    case.check()
    case.do(checking.conclude)
    case.decline(reasons=("other",))
    assert problem(case, FieldName.ADDRESS) is None


def test_a_reviewer_reads_every_finding_and_which_of_them_the_merchant_reads() -> None:
    case = in_checking(MENDABLE, SUSPICION)
    who = reader(REVIEWER, case.record)
    staff = card_of(who, case.events, case.policy, {}, case.now).staff
    assert staff is not None
    shown = next(check for check in staff.checks if check.key == "address_check").findings
    assert [(finding.code, finding.told) for finding in shown] == [
        ("postal_code_form", True),
        ("iban_other_country", False),
    ]
