"""Each check says what was looked at and how it came out; none holds that was not made."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from cases.application import Address, Application, FieldName, Owner
from cases.checks import CheckStatus
from cases.record import CaseRecord, Provenance
from tests.tools.installations import POLICY
from tools.policy_file import load_policy
from tools.validation import validate

BASIC = load_policy(POLICY)
NOW = datetime.now(UTC)
US = Address(line1="12 Market Street", city="Portland", region="OR", country="US")
HELD, FAILED = CheckStatus.HELD, CheckStatus.FAILED
NOT_REQUIRED, NOT_CHECKED = CheckStatus.NOT_REQUIRED, CheckStatus.NOT_CHECKED


def outcomes(application: Application, *absent: FieldName) -> dict[str, CheckStatus]:
    record = CaseRecord(id=uuid4(), opened_by=uuid4(), opened_at=NOW, application=application)
    record = replace(record, absent={name: Provenance(2, "none", NOW) for name in absent})
    checks = list(validate(record, BASIC, NOW.date()))
    assert all(check.reason for check in checks)
    return {check.key: check.status for check in checks}


def test_of_an_empty_application_nothing_holds() -> None:
    made = outcomes(Application())
    assert HELD not in made.values()
    assert made["has_business_license"] is FAILED
    assert made["complete_address"] is FAILED
    assert made["valid_email"] is NOT_CHECKED
    assert made["valid_phone"] is NOT_REQUIRED
    assert made["bank_account_valid"] is NOT_REQUIRED


def test_a_licence_that_a_merchant_says_they_lack_is_not_there() -> None:
    assert outcomes(Application(), FieldName.BUSINESS_LICENSE)["has_business_license"] is FAILED


@pytest.mark.parametrize(
    ("key", "application", "status"),
    [
        ("has_business_license", Application(business_license="BL-1"), HELD),
        ("valid_email", Application(email="ann@shop.example"), HELD),
        ("valid_email", Application(email="ann at shop"), FAILED),
        ("complete_address", Application(address=US), HELD),
        ("complete_address", Application(address=Address(city="Portland")), FAILED),
        ("valid_phone", Application(phone="+442079460011"), HELD),
        ("valid_phone", Application(phone="+4412"), FAILED),
        ("valid_phone", Application(phone="call me"), FAILED),
        ("valid_website", Application(website="fernandfig.com"), HELD),
        ("valid_website", Application(website="instagram.com"), FAILED),
        ("valid_tax_id", Application(tax_id="61-8987901", address=US), HELD),
        ("valid_tax_id", Application(tax_id="DE162934376"), HELD),
        ("valid_tax_id", Application(tax_id="DE162934377"), FAILED),
        ("valid_tax_id", Application(tax_id="078-05-1120", address=US), FAILED),
        ("valid_tax_id", Application(tax_id="21345678-0001"), NOT_CHECKED),
        ("revenue_plausible", Application(annual_revenue=250_000, currency="USD"), HELD),
        ("revenue_plausible", Application(annual_revenue=10**12, currency="USD"), FAILED),
        ("revenue_plausible", Application(annual_revenue=10**12, currency="IDR"), HELD),
        ("revenue_plausible", Application(annual_revenue=250_000), NOT_CHECKED),
        ("revenue_plausible", Application(annual_revenue=0, years_in_business=0), HELD),
        ("revenue_plausible", Application(annual_revenue=0, years_in_business=5), FAILED),
        ("years_plausible", Application(years_in_business=9), HELD),
        ("years_plausible", Application(years_in_business=900), FAILED),
        ("known_line_of_business", Application(business_type="bakery", mcc="5462"), HELD),
        ("known_line_of_business", Application(business_type="qwertz"), FAILED),
        ("known_line_of_business", Application(business_type="x", mcc="0001"), FAILED),
        ("owners_add_up", Application(owners=(Owner(name="A", ownership_percent=60),)), HELD),
        ("owners_add_up", Application(owners=(Owner(name="A"),)), NOT_CHECKED),
        (
            "owners_add_up",
            Application(
                owners=(Owner(name="A", ownership_percent=60), Owner(name="B", ownership_percent=60))
            ),
            FAILED,
        ),
        ("bank_account_valid", Application(iban="DE89370400440532013000"), HELD),
        ("bank_account_valid", Application(iban="DE89370400440532013001"), FAILED),
        ("bank_account_valid", Application(routing_number="111000025", account_number="4430917725"), HELD),
        ("bank_account_valid", Application(routing_number="111000024", account_number="44309177"), FAILED),
        ("bank_account_valid", Application(routing_number="111000025"), FAILED),
        ("bank_account_valid", Application(account_number="44309177", address=US), FAILED),
        ("bank_account_valid", Application(account_number="44309177"), NOT_CHECKED),
    ],
)
def test_each_check_comes_out_as_it_should(key: str, application: Application, status: CheckStatus) -> None:
    assert outcomes(application)[key] is status


def test_no_reason_repeats_a_sensitive_value() -> None:
    application = Application(
        email="ann@shop", phone="+4412", tax_id="DE162934377", iban="DE89370400440532013001"
    )
    record = CaseRecord(id=uuid4(), opened_by=uuid4(), opened_at=NOW, application=application)
    text = " ".join(check.reason for check in validate(record, BASIC, NOW.date()))
    assert not any(value in text for value in ("ann@shop", "4412", "162934377", "0532013001"))
