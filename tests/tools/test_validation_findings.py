"""What a check finds has a code with words; further checks are made as the policy says."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args
from uuid import UUID

import pytest

from cases.application import Address, Application, Owner
from cases.checks import Check, CheckStatus
from cases.duplicates import Suspicion
from cases.participants import PersonalDetail, PersonalField, subject_of
from cases.policy.validating import ExtraCheck, NoLicence, ValidationPolicy
from cases.record import CaseRecord
from desk.wordbook import wordbook
from tests.tools.installations import POLICY
from tests.tools.stated import AT, records
from tools import validation
from tools.policy_file import load_policy
from tools.validation import validate
from tools.validation.dates import founded_in
from tools.validation.findings import SUSPICIONS, found

EVERY_CHECK = ValidationPolicy(extra=tuple(ExtraCheck))
FULL = load_policy(POLICY).model_copy(update={"validation": EVERY_CHECK})
HELD, FAILED, NOT_REQUIRED = CheckStatus.HELD, CheckStatus.FAILED, CheckStatus.NOT_REQUIRED

_NAMED = re.compile(r'found\("([a-z_]+)"\)')


def codes_in_source() -> set[str]:
    files = Path(validation.__file__).parent.glob("*.py")
    named = {code for file in files for code in _NAMED.findall(file.read_text(encoding="utf-8"))}
    return named | {"routing_number_form", "account_number_form", *get_args(Suspicion)}


def case_of(**told: object) -> CaseRecord:
    application = Application.model_validate(told)
    return CaseRecord(id=UUID(int=1), opened_by=UUID(int=2), opened_at=AT, application=application)


def check_of(key: str, record: CaseRecord, policy: ValidationPolicy = EVERY_CHECK) -> Check:
    made = validate(record, FULL.model_copy(update={"validation": policy}), AT.date())
    return next(check for check in made if check.key == key)


def codes(check: Check) -> list[str]:
    return [finding.code for finding in check.findings]


def test_each_code_has_words_for_the_merchant_in_every_language_or_is_for_staff_alone() -> None:
    for_merchants = {name.removesuffix("_advice") for name in wordbook("en").area("finding")}
    assert for_merchants | SUSPICIONS.keys() == codes_in_source()
    assert not for_merchants & SUSPICIONS.keys()
    for code in codes_in_source():
        finding = found(code)
        assert finding.text
        assert finding.advice


def test_a_check_that_fails_for_what_was_told_says_what_was_found() -> None:
    for record in records(400):
        for check in validate(record, FULL, AT.date()):
            assert check.field is not None
            if check.status is FAILED and record.application.get(check.field) is not None:
                assert check.findings, check


def test_no_finding_and_no_reason_repeats_a_sensitive_value() -> None:
    for record in records(400):
        said = " ".join(
            f"{check.reason} {finding.text} {finding.advice}"
            for check in validate(record, FULL, AT.date())
            for finding in (*check.findings, found("iban_check_digits"))
        )
        application = record.application
        values = (application.email, application.phone, application.tax_id, application.iban)
        assert not [value for value in values if value and len(value) > 3 and value in said]


def test_a_licence_is_not_required_where_the_policy_has_a_rule_for_it() -> None:
    rule = NoLicence(rule="Bakeries need none in the United Kingdom.", countries=("GB",), mcc=("5462",))
    policy = ValidationPolicy(extra=(ExtraCheck.LICENCE_FORM,), no_licence=(rule,))
    bakery = case_of(address=Address(country="GB"), business_type="bakery", mcc="5462")
    for key in ("has_business_license", "licence_form"):
        check = check_of(key, bakery, policy)
        assert (check.status, check.reason) == (NOT_REQUIRED, rule.rule)
    abroad = case_of(address=Address(country="US"), business_type="bakery", mcc="5462")
    assert check_of("has_business_license", abroad, policy).status is FAILED


@pytest.mark.parametrize("licence", ["none", "pending", "1111111", "123456789", "x"])
def test_what_cannot_be_a_licence_number_is_found(licence: str) -> None:
    assert codes(check_of("licence_form", case_of(business_license=licence))) == ["licence_placeholder"]


@pytest.mark.parametrize(
    ("years", "revenue", "status"), [(1, 999_999, HELD), (1, 1_000_000, FAILED), (2, 5_000_000, HELD)]
)
def test_large_revenue_of_a_young_business_is_found(years: int, revenue: int, status: CheckStatus) -> None:
    record = case_of(annual_revenue=revenue, currency="USD", years_in_business=years)
    assert check_of("revenue_for_age", record).status is status


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"expected_monthly_volume": 20_000, "average_ticket": 30, "highest_ticket": 400}, None),
        ({"expected_monthly_volume": 30_000}, None),
        ({"expected_monthly_volume": 30_001}, "volume_over_revenue"),
        ({"expected_monthly_volume": 20_000, "average_ticket": 20_001}, "ticket_over_volume"),
        ({"average_ticket": 31, "highest_ticket": 30}, "ticket_over_highest"),
    ],
)
def test_card_volume_is_compared_with_tickets_and_revenue(told: dict[str, int], code: str | None) -> None:
    found_codes = codes(check_of("card_volume", case_of(annual_revenue=240_000, currency="USD", **told)))
    assert found_codes == ([code] if code else [])


@pytest.mark.parametrize(
    ("number", "country", "year"),
    [
        ("MAB-930714-8T4", "MX", 1993),
        ("GODE 561231 GR8", "MX", None),
        ("197401143C", "SG", 1974),
        ("U72200KA2013PTC097389", "IN", 2013),
        ("2012/123456/07", "ZA", 2012),
        ("2099/123456/07", "ZA", None),
        ("91-1144442", "US", None),
    ],
)
def test_some_numbers_tell_the_year_of_founding(number: str, country: str, year: int | None) -> None:
    assert founded_in(number, country, date(2026, 11, 2)) == year


def test_years_in_business_are_compared_with_the_founding_that_a_number_tells() -> None:
    def founding(years: int) -> Check:
        in_mexico = Address(country="MX")
        return check_of(
            "founding_dates", case_of(address=in_mexico, tax_id="MAB-930714-8T4", years_in_business=years)
        )

    assert founding(33).status is HELD
    assert founding(34).status is HELD
    assert codes(founding(40)) == ["founded_later_than_said"]


def test_owners_are_of_age_and_were_grown_when_the_business_began() -> None:
    def ages(born: str, years: int) -> Check:
        record = case_of(owners=(Owner(name="Ines Calder"),), years_in_business=years)
        detail = PersonalDetail(born, "2", AT)
        key = (subject_of("Ines Calder"), PersonalField.DATE_OF_BIRTH)
        return check_of("owners_of_age", replace(record, details={key: detail}))

    assert ages("1985-03-24", 9).status is HELD
    assert codes(ages("2009-03-24", 0)) == ["owner_minor"]
    assert codes(ages("1995-03-24", 25)) == ["owner_young_at_founding"]
