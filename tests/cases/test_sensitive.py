from __future__ import annotations

import re
import string
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.application import FieldName
from cases.sensitive import (
    CARD_REMOVED,
    Kind,
    display,
    drop_cards,
    is_card,
    mask,
    neutralise,
    resolve,
    tokenise,
)

LOOKS_SENSITIVE = st.text(alphabet=string.digits + " .,-/@+()⟦⟧_:abEINGB\n\u200b４", max_size=300)


@pytest.mark.parametrize(
    "text",
    [
        "4111 1111 1111 1111",
        "card 4111-1111-1111-1111 exp 12/28",
        "5500.0000.0000.0004",
        "4111\n1111\n1111\n1111",
        "4111\u200b1111\u200b1111\u200b1111",
        "４１１１１１１１１１１１１１１１",
        "٤١١١١١١١١١١١١١١١",
        "3782 822463 10005",
        "94111111111111111",
    ],
)
def test_a_card_number_is_dropped_however_it_is_written(text: str) -> None:
    clean, count = drop_cards(text)
    assert count == 1
    assert CARD_REMOVED in clean
    assert "1111" not in clean


@pytest.mark.parametrize(
    "text",
    [
        "IBAN GB12 HBUK 4032 6948 4690 30",
        "call +44 20 7946 0011 or +49 30 23125 417",
        "4111 1111 1111 1112",
        "turnover 640,000 since 2019, account 4430917725",
    ],
)
def test_ibans_phones_and_other_numbers_are_no_cards(text: str) -> None:
    assert drop_cards(text) == (text, 0)


@given(st.text(alphabet=string.digits + " -.\n", max_size=200))
def test_no_group_of_digits_that_is_a_card_is_left(text: str) -> None:
    clean, _ = drop_cards(text)
    for group in re.findall(r"\d+", clean):
        windows = (group[a:b] for a in range(len(group)) for b in range(a + 13, min(a + 19, len(group)) + 1))
        assert not any(is_card(window) for window in windows)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("EIN 61-8987901.", "TAX_ID", "61-8987901"),
        ("VAT no: GB 627 2421 56", "TAX_ID", "GB 627 2421 56"),
        ("GST/HST 520116310 RT0001", "TAX_ID", "520116310 RT0001"),
        ("our UTR is 12345 67890", "TAX_ID", "12345 67890"),
        ("CNPJ 42.036.217/0001-00", "TAX_ID", "42.036.217/0001-00"),
        ("USt-IdNr. DE162934376", "TAX_ID", "DE162934376"),
        ("98-7654321 is our EIN", "TAX_ID", "98-7654321"),
        ("my social is 078-05-1120", "SSN", "078-05-1120"),
        ("ssn 078051120", "SSN", "078051120"),
        ("078 . 05 . 1120", "SSN", "078 . 05 . 1120"),
        ("born 3/14/1971", "BIRTH_DATE", "3/14/1971"),
        ("account 4430917725", "ACCOUNT", "4430917725"),
        ("sort code 20-00-00 account 83920156", "ACCOUNT", "83920156"),
        ("IBAN is FR76 3000 3108 9536 4424 6931 485", "IBAN", "FR76 3000 3108 9536 4424 6931 485"),
        ("my mail: adunni@couture@gmail", "EMAIL", "adunni@couture@gmail"),
        ("tess (at) juniper (dot) com", "EMAIL", "tess (at) juniper (dot) com"),
        ("call (512) 555-0143", "PHONE", "(512) 555-0143"),
        ("hello@x.ie / +353 1 555 0137", "PHONE", "+353 1 555 0137"),
        ("reference 123456789", "NUMBER", "123456789"),
        ("phone is five one two, double five five one", "PHONE", "five one two, double five five one"),
        ("Telefon null drei null fünf fünf eins zwei", "PHONE", "null drei null fünf fünf eins zwei"),
        (
            "ssn one two three four five six seven eight nine",
            "SSN",
            "one two three four five six seven eight nine",
        ),
        ("Teléfono: 921 40 11 52", "PHONE", "921 40 11 52"),
        ("Tel. 040 / 555 01 - 20", "PHONE", "040 / 555 01 - 20"),
        ("Steuernr. 181/815/08155", "TAX_ID", "181/815/08155"),
        ("mi NIF es 12683137V", "TAX_ID", "12683137V"),
        ("mi DNI es 12683137V", "SSN", "12683137V"),
    ],
)
def test_a_sensitive_value_is_replaced_by_a_token_of_its_kind(text: str, kind: str, value: str) -> None:
    tokenised = tokenise(text, known={})
    assert value in tokenised.secrets.values()
    assert f"⟦{kind}_1⟧" in tokenised.text
    assert value not in tokenised.text


@pytest.mark.parametrize(
    "text",
    [
        "we do $640,000 a year since 2019",
        "14 Canal Wharf, Leeds, LS11 5PS",
        "routing 111000025",
        "05435-000, Brazil",
        "turnover 1200000 euros",
        "opened 03/05/2019",
        "owners 60% / 40%",
        "permit FE-00418-TX",
    ],
)
def test_money_postcodes_years_and_routing_numbers_stay_in_clear(text: str) -> None:
    assert tokenise(text, known={}).text == text


def test_a_name_on_a_platform_is_no_address() -> None:
    text = "No website, just Insta @fadeandco"
    assert tokenise(text, known={}).text == text
    assert tokenise("me @shop.com", known={}).text == "⟦EMAIL_1⟧"


def test_a_bare_number_is_what_the_merchant_was_asked_for() -> None:
    assert tokenise("83920156", known={}, asked=(FieldName.ACCOUNT_NUMBER,)).text == "⟦ACCOUNT_1⟧"
    assert tokenise("12345678", known={}, asked=(FieldName.TAX_ID,)).text == "⟦TAX_ID_1⟧"
    assert tokenise("120000", known={}, asked=(FieldName.ANNUAL_REVENUE,)).text == "120000"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("905 W Main St, Boise ID 83702", "905 W Main St, Boise ID 83702"),
        ("Aachener Straße 221, 50931 Köln", "Aachener Straße 221, 50931 Köln"),
        ("hello there, 01765 555 012", "hello there, ⟦PHONE_1⟧"),
        ("we're on (775) 555-0199, ask for Tom, thanks", "we're on ⟦PHONE_1⟧, ask for Tom, thanks"),
        ("it's 83-1120394", "it's ⟦TAX_ID_1⟧"),
        ("12345 67890", "⟦TAX_ID_1⟧"),
    ],
)
def test_a_question_makes_no_tax_number_of_what_else_is_told(text: str, expected: str) -> None:
    assert tokenise(text, known={}, asked=(FieldName.TAX_ID, FieldName.PHONE)).text == expected


def test_the_same_value_gets_the_same_token_and_numbering_goes_on() -> None:
    first = tokenise("a@x.com and b@x.com", known={})
    second = tokenise("use b@x.com, or c@x.com", known=first.secrets)
    assert second.text == "use ⟦EMAIL_2⟧, or ⟦EMAIL_3⟧"
    assert second.secrets == {"⟦EMAIL_3⟧": "c@x.com"}


def test_nobody_can_write_a_token_by_hand() -> None:
    tokenised = tokenise("my number is ⟦SSN_1⟧", known={"⟦SSN_1⟧": "078-05-1120"})
    assert "⟦" not in tokenised.text


@given(st.one_of(st.text(max_size=500), LOOKS_SENSITIVE))
@settings(max_examples=200)
def test_resolving_gives_back_what_was_written(text: str) -> None:
    tokenised = tokenise(text, known={})
    assert resolve(tokenised.text, tokenised.secrets) == neutralise(text)


@given(
    st.from_regex(r"\d{3}[- .]\d{2}[- .]\d{4}", fullmatch=True),
    st.sampled_from(["", "my ssn is ", "see ", "ein "]),
)
def test_a_social_security_number_never_passes_in_clear(number: str, lead: str) -> None:
    assert number not in tokenise(f"{lead}{number} thanks", known={}).text


@pytest.mark.parametrize("repeated", [*"4aA .,-/\n@+(⟦$é", "1 ", "a@", "GB12 ", "1-"])
def test_detection_takes_time_in_proportion_to_the_text(repeated: str) -> None:
    text = repeated * (50_000 // len(repeated))
    started = time.process_time()
    drop_cards(text)
    tokenise(text, known={})
    assert time.process_time() - started < 4


def test_people_see_enough_of_a_value_to_recognise_it() -> None:
    assert mask(FieldName.ACCOUNT_NUMBER, "4430917725") == "•••• 7725"
    assert mask(Kind.SSN, "078-05-1120") == "••••"
    assert mask(FieldName.EMAIL, "hello@x.com") == "h•••@x.com"
    assert mask(FieldName.MERCHANT_NAME, "Juniper") == "Juniper"


def test_display_masks_tokens_except_the_kinds_that_are_clear() -> None:
    secrets = {"⟦EMAIL_1⟧": "a@x.com", "⟦ACCOUNT_1⟧": "4430917725"}
    text = "mail ⟦EMAIL_1⟧, account ⟦ACCOUNT_1⟧, ⟦SSN_9⟧"
    assert display(text, secrets, frozenset({Kind.EMAIL})) == "mail a@x.com, account •••• 7725, ••••"
