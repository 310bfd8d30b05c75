from __future__ import annotations

from datetime import date

import iso18245
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.application import Address, Application, FactValue, FieldName, Owner
from cases.errors import Invalid, Ungrounded
from cases.fields import Context, country_of, currency_of, ground, mcc_candidates, merge_address, parse_stated
from cases.fields.mcc import find_trades
from cases.fields.trades import TRADES

TODAY = date(2026, 11, 23)
EMPTY = Context(Application(), (), TODAY)
IN_CANADA = Context(Application(address=Address(country="CA")), (), TODAY)


def asked(field: FieldName) -> Context:
    return Context(Application(), (field,), TODAY)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        (FieldName.ANNUAL_REVENUE, 640000, "we do roughly $640,000 a year"),
        (FieldName.ANNUAL_REVENUE, 360000, "around $30k a month"),
        (FieldName.ANNUAL_REVENUE, 1000000, "from R$900k to R$1.1m"),
        (FieldName.ANNUAL_REVENUE, 4500000, "45 lakh rupees"),
        (FieldName.ANNUAL_REVENUE, 310000, "three hundred and ten thousand Singapore dollars per year"),
        (FieldName.ANNUAL_REVENUE, 1050000, "revenue $1,050,000"),
        (FieldName.ANNUAL_REVENUE, 480000, "unos 480.000 € al año"),
        (FieldName.ANNUAL_REVENUE, 2500000, "2 millones y medio de euros"),
        (FieldName.YEARS_IN_BUSINESS, 7, "open since 2019"),
        (FieldName.YEARS_IN_BUSINESS, 3, "opened our doors june 2023"),
        (FieldName.YEARS_IN_BUSINESS, 5, "started on 3 December 2020"),
        (FieldName.YEARS_IN_BUSINESS, 3, "three and a half years"),
        (FieldName.YEARS_IN_BUSINESS, 28, "open since '98"),
        (FieldName.CURRENCY, "EUR", "2,4 M€"),
        (FieldName.EMAIL, "office@hollins.co.uk", "mail Office@Hollins.co.uk"),
        (FieldName.EMAIL, "tess@juniper.com", "tess (at) juniper (dot) com"),
        (FieldName.WEBSITE, "juniper.com", "see https://www.juniper.com/menu"),
        (
            FieldName.MERCHANT_NAME,
            "Juniper & Rye Coffee LLC",
            "We're Juniper & Rye Coffee LLC, a coffee shop",
        ),
        (FieldName.BUSINESS_TYPE, "coffee shop", "we hav a cofee shop"),
        (FieldName.ROUTING_NUMBER, "111000025", "routing 111000025"),
        (FieldName.TAX_ID, "GB 627 2421 56", "VAT no: GB 627 2421 56"),
        (FieldName.IBAN, "GB12HBUK40326948469030", "IBAN: GB12 HBUK 4032 6948 4690 30"),
    ],
)
def test_a_value_that_the_words_state_is_grounded(field: FieldName, value: FactValue, words: str) -> None:
    assert ground(field, value, words, EMPTY) == value


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        (FieldName.ANNUAL_REVENUE, 9000000, "we do roughly $640,000 a year"),
        (FieldName.ANNUAL_REVENUE, 30000, "around $30k a month"),
        (FieldName.YEARS_IN_BUSINESS, 40, "open since 2019"),
        (FieldName.EMAIL, "a@x.com", "mail aa@x.com"),
        (FieldName.EMAIL, "hello@x.com", "hello@x.com.au"),
        (FieldName.WEBSITE, "other.com", "see https://www.juniper.com"),
        (FieldName.CURRENCY, "CAD", "£20"),
        (FieldName.MERCHANT_NAME, "Approved Foods", "We're Juniper & Rye"),
        (FieldName.ACCOUNT_NUMBER, "11112222", "account 55556666"),
        (FieldName.ACCOUNT_NUMBER, "5555666", "account 55556666"),
        (FieldName.OWNERS, (Owner(name="Ana Ruiz", ownership_percent=60),), "Ana Ruiz has 40%"),
        (FieldName.OWNERS, (Owner(name="Eve Mallory", ownership_percent=100),), "I own it all"),
        (FieldName.ADDRESS, Address(line1="1 High St", city="York"), "1 High St, Leeds LS1 1AA"),
        (FieldName.ADDRESS, Address(city="Leeds", country="FR"), "1 High St, Leeds LS1 1AA"),
    ],
)
def test_a_value_that_nobody_wrote_is_refused(field: FieldName, value: FactValue, words: str) -> None:
    with pytest.raises(Ungrounded):
        ground(field, value, words, EMPTY)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        (FieldName.EMAIL, "adunni@couture@gmail", "my mail: adunni@couture@gmail"),
        (FieldName.IBAN, "FR76 3000 3108 9536 4424 6931 485", "IBAN FR76 3000 3108 9536 4424 6931 485"),
        (FieldName.ROUTING_NUMBER, "121000359", "ABA 121000359"),
        (FieldName.TAX_ID, "078-05-1120", "tax id 078-05-1120"),
        (FieldName.WEBSITE, "instagram.com", "instagram.com/us"),
        (FieldName.PHONE, "12", "call 12"),
        (FieldName.MCC, "5812", "5812"),
        (FieldName.YEARS_IN_BUSINESS, "seven", "seven years"),
    ],
)
def test_what_cannot_be_valid_is_refused_with_a_reason(
    field: FieldName, value: FactValue, words: str
) -> None:
    with pytest.raises(Invalid, match=r"\w+"):
        ground(field, value, words, EMPTY)


def test_a_dollar_is_that_of_the_merchants_country() -> None:
    assert ground(FieldName.CURRENCY, "CAD", "$780,000", IN_CANADA) == "CAD"
    with pytest.raises(Ungrounded):
        ground(FieldName.CURRENCY, "USD", "$780,000", IN_CANADA)


def test_a_national_phone_number_is_read_with_the_merchants_country() -> None:
    assert ground(FieldName.PHONE, "416-555-0129", "Phone 416-555-0129", IN_CANADA) == "+14165550129"
    with pytest.raises(Invalid, match="country code"):
        ground(FieldName.PHONE, "416-555-0129", "Phone 416-555-0129", EMPTY)


def test_the_domain_of_the_email_is_a_website_only_where_the_words_say_so() -> None:
    known = Context(Application(email="bob@x.com.au"), (), TODAY)
    value = "domain of bob@x.com.au"
    assert ground(FieldName.WEBSITE, value, "same as the bit after the @", known) == "x.com.au"
    with pytest.raises(Ungrounded):
        ground(FieldName.WEBSITE, value, "we have no site", known)


def test_a_bare_number_counts_only_in_answer_to_the_question() -> None:
    assert ground(FieldName.YEARS_IN_BUSINESS, 4, "4", asked(FieldName.YEARS_IN_BUSINESS)) == 4
    with pytest.raises(Ungrounded):
        ground(FieldName.YEARS_IN_BUSINESS, 4, "4", EMPTY)


def test_shares_alone_are_those_of_the_owners_known_so_far() -> None:
    owners = (Owner(name="Marcus Feld"), Owner(name="Feld Family Trust"), Owner(name="Obsidian LLC"))
    known = Context(Application(owners=owners), (), TODAY)
    shares = zip(owners, (30, 35, 35), strict=True)
    new = tuple(Owner(name=o.name, ownership_percent=share) for o, share in shares)
    assert ground(FieldName.OWNERS, new, "so 30 / 35 / 35 now", known) == new


def test_an_address_takes_its_country_from_region_postcode_or_town() -> None:
    value = Address(line1="500 W Alameda Rd", city="Pocatello", region="ID", postal_code="83201")
    grounded = ground(FieldName.ADDRESS, value, "500 W Alameda Rd, Pocatello, ID 83201", EMPTY)
    assert isinstance(grounded, Address)
    assert grounded.country == "US"


def test_a_new_address_is_completed_by_the_old_one_unless_it_contradicts_it() -> None:
    town = Address(city="Savannah", region="Georgia", country="US")
    street = Address(line1="420 Bull St", postal_code="31401")
    assert merge_address(town, street).city == "Savannah"
    moved = merge_address(town, Address(line1="1 Elm St", city="Macon"))
    assert (moved.city, moved.region) == ("Macon", None)


@pytest.mark.parametrize(
    ("field", "raw", "value"),
    [
        (FieldName.ANNUAL_REVENUE, "1.2m", 1200000),
        (FieldName.ANNUAL_REVENUE, 250000.0, 250000),
        (FieldName.YEARS_IN_BUSINESS, "since 2019", 7),
        (FieldName.YEARS_IN_BUSINESS, "3", 3),
        (FieldName.OWNERS, [{"name": "A B", "ownership_percent": 50}],
         (Owner(name="A B", ownership_percent=50),)),
        (FieldName.ADDRESS, {"line1": "1 High St", "city": "Leeds", "country": "GB"},
         Address(line1="1 High St", city="Leeds", country="GB")),
        (FieldName.CURRENCY, "usd", "USD"),
        (FieldName.WEBSITE, "https://www.tidewater.com/a", "tidewater.com"),
    ],
)  # fmt: skip
def test_a_form_gives_the_same_values(field: FieldName, raw: object, value: FactValue) -> None:
    assert parse_stated(field, raw, EMPTY) == value


@pytest.mark.parametrize(
    ("field", "raw"),
    [
        (FieldName.ANNUAL_REVENUE, -5), (FieldName.ANNUAL_REVENUE, "lots"), (FieldName.ANNUAL_REVENUE, True),
        (FieldName.ANNUAL_REVENUE, 10**14), (FieldName.YEARS_IN_BUSINESS, 2000.5), (FieldName.OWNERS, []),
        (FieldName.OWNERS, [{"name": "A", "ownership_percent": 70}, {"name": "B", "ownership_percent": 70}]),
        (FieldName.ADDRESS, {"street": "x"}), (FieldName.ADDRESS, 5), (FieldName.MERCHANT_NAME, ""),
        (FieldName.EMAIL, "nobody"), (FieldName.CURRENCY, "XYZQ"), (FieldName.MCC, "5812"),
    ],
)  # fmt: skip
def test_a_form_with_nonsense_is_refused_with_a_clear_message(field: FieldName, raw: object) -> None:
    with pytest.raises(Invalid, match=r"\w+ \w+"):
        parse_stated(field, raw, EMPTY)


@given(st.sampled_from(list(FieldName)), st.text(max_size=400), st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_no_text_breaks_a_parser(field: FieldName, words: str, value: str) -> None:
    for claimed in (value, 5, Address(city="A"), (Owner(name="A B"),)):
        try:
            ground(field, claimed, words, asked(field))
        except Invalid:
            continue


def test_every_category_code_exists() -> None:
    codes = {
        word for line in TRADES.splitlines() for word in line.partition(":")[0].split() if word.isdigit()
    }
    assert all(iso18245.get_mcc(code) for code in codes if len(code) == 4)


@pytest.mark.parametrize(
    ("trade", "code"),
    [
        ("coffee shop", "5814"), ("plumbing and heating", "1711"), ("independent pharmacy", "5912"),
        ("Kfz-Werkstatt", "7538"), ("salon de coiffure", "7230"), ("ferretería", "5251"),
        ("bakkerij", "5462"),
        ("online kitchenware shop", "5719"), ("crypto exchange", "6051"), ("animal charity", "8398"),
    ],
)  # fmt: skip
def test_a_line_of_business_has_its_category(trade: str, code: str) -> None:
    assert mcc_candidates(trade)[0] == code


def test_an_unknown_or_vague_line_of_business_has_no_category() -> None:
    assert mcc_candidates("widgets of a kind") == []
    assert mcc_candidates("shop") == []


def test_a_mistyped_trade_is_known_by_its_right_spelling() -> None:
    assert find_trades("cofee shop", mistyped=True)[0].respelled == "coffee shop"


def test_countries_and_currencies_are_known_by_name() -> None:
    assert country_of("Torstraße 189, 10115 Berlin, Germany") == "DE"
    assert country_of("nothing here") is None
    assert currency_of("GB") == "GBP"
    assert currency_of(None) is None
