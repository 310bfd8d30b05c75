"""How a merchant sells: each figure and line is read from words of four languages, and from no others."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.application import CHARGED, UNDERWRITING, Application, FactValue, FieldName
from cases.errors import Invalid, Ungrounded
from cases.fields import Context, form_of_name, ground, parse_stated, says_none
from cases.fields.underwriting.charges import find_charges
from cases.legal_forms import LegalForm
from desk.wordbook import wordbook

F = FieldName
UNASKED = Context(Application(), (), date(2026, 11, 23))


def asked(*fields: FieldName) -> Context:
    return Context(Application(), fields, date(2026, 11, 23))


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        (F.EXPECTED_MONTHLY_VOLUME, 20000, "we expect about 20k a month in card payments"),
        (F.EXPECTED_MONTHLY_VOLUME, 12000, "Kartenumsatz etwa 12.000 € im Monat"),
        (F.EXPECTED_MONTHLY_VOLUME, 8000, "unos 8.000 euros al mes con tarjeta"),
        (F.EXPECTED_MONTHLY_VOLUME, 9500, "environ 9 500 € par mois par carte"),
        (F.EXPECTED_MONTHLY_VOLUME, 20000, "card volume of 240,000 a year"),
        (F.AVERAGE_TICKET, 35, "average basket 35 euros"),
        (F.AVERAGE_TICKET, 40, "customers spend 40 dollars on average"),
        (F.AVERAGE_TICKET, 28, "der durchschnittliche Bon liegt bei 28 Euro"),
        (F.AVERAGE_TICKET, 35, "ticket medio 35 euros"),
        (F.AVERAGE_TICKET, 42, "panier moyen 42 €"),
        (F.HIGHEST_TICKET, 400, "the largest sale would be 400"),
        (F.HIGHEST_TICKET, 1200, "die höchste Rechnung sind 1.200 Euro"),
        (F.HIGHEST_TICKET, 400, "el pedido más alto son 400 euros"),
        (F.HIGHEST_TICKET, 900, "la commande la plus élevée : 900 €"),
        (F.ONLINE_SHARE, 50, "half online, half in the shop"),
        (F.ONLINE_SHARE, 40, "60% in the shop"),
        (F.ONLINE_SHARE, 100, "alles online"),
        (F.ONLINE_SHARE, 30, "70 % en tienda"),
        (F.ONLINE_SHARE, 50, "la moitié en ligne"),
        (F.ONLINE_SHARE, 0, "nur im Laden"),
        (F.DELIVERY_DAYS, 3, "we ship within 3 days"),
        (F.DELIVERY_DAYS, 21, "wir liefern in 2-3 Wochen"),
        (F.DELIVERY_DAYS, 2, "envíos en 48 horas"),
        (F.DELIVERY_DAYS, 5, "livraison sous 5 jours"),
        (F.REFUND_POLICY, "we give refunds within 14 days", "we give refunds within 14 days"),
        (F.REFUND_POLICY, "14 Tage Rückgabe", "14 Tage Rückgabe"),
        (F.SUBSCRIPTIONS, "we sell monthly memberships", "Yes, we sell monthly memberships."),
        (F.FORMER_PROCESSOR, "Stripe", "we were with Stripe before"),
        (F.FORMER_PROCESSOR, "SumUp", "vorher waren wir bei SumUp"),
        (F.FORMER_PROCESSOR, "Redsys", "antes estábamos con Redsys"),
        (F.FORMER_PROCESSOR, "PayPal", "avant, nous étions chez PayPal"),
        (F.TERMINATIONS, "they closed our account in 2022", "they closed our account in 2022"),
        (F.LEGAL_FORM, "sole_trader", "I'm a sole trader"),
        (F.LEGAL_FORM, "private_company", "wir sind eine GmbH"),
        (F.LEGAL_FORM, "sole_trader", "soy autónomo"),
        (F.LEGAL_FORM, "charity", "nous sommes une association loi 1901"),
        (F.LEGAL_FORM, "private_company", "Müller Brot GmbH"),
    ],
)
def test_what_words_state_unasked_is_grounded(field: FieldName, value: FactValue, words: str) -> None:
    assert ground(field, value, words, UNASKED) == value


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        (F.EXPECTED_MONTHLY_VOLUME, 20000, "about 20k a month"),
        (F.EXPECTED_MONTHLY_VOLUME, 20000, "240k a year"),
        (F.AVERAGE_TICKET, 35, "35"),
        (F.AVERAGE_TICKET, 5, "4.50"),
        (F.HIGHEST_TICKET, 400, "400 euros I think"),
        (F.ONLINE_SHARE, 30, "30"),
        (F.ONLINE_SHARE, 0, "none"),
        (F.DELIVERY_DAYS, 0, "same day"),
        (F.DELIVERY_DAYS, 7, "eine Woche"),
        (F.DELIVERY_DAYS, 3, "3"),
        (F.REFUND_POLICY, "only for damaged goods", "only for damaged goods"),
        (F.FORMER_PROCESSOR, "my bank", "my bank"),
        (F.LEGAL_FORM, "private_company", "SARL"),
    ],
)
def test_a_bare_answer_is_read_by_what_was_asked_and_only_then(
    field: FieldName, value: FactValue, words: str
) -> None:
    assert ground(field, value, words, asked(field)) == value
    with pytest.raises(Ungrounded):
        ground(field, value, words, UNASKED)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        (F.EXPECTED_MONTHLY_VOLUME, 20000, "our turnover is 20k a month"),
        (F.EXPECTED_MONTHLY_VOLUME, 20000, "we make 240k a year, mostly card payments"),
        (F.EXPECTED_MONTHLY_VOLUME, 35, "average basket 35 euros"),
        (F.AVERAGE_TICKET, 400, "average basket 35 euros, the largest order 400"),
        (F.AVERAGE_TICKET, 250000, "revenue is 250,000 a year"),
        (F.ONLINE_SHARE, 50, "we each own half of the online shop"),
        (F.ONLINE_SHARE, 60, "I own 60% of the online business"),
        (F.ONLINE_SHARE, 100, "it's all about our online shop"),
        (F.DELIVERY_DAYS, 1095, "we opened 3 years ago"),
        (F.REFUND_POLICY, "I want a refund", "I want a refund"),
        (F.SUBSCRIPTIONS, "cancel my subscription", "cancel my subscription"),
        (F.FORMER_PROCESSOR, "Square", "14 Bloom Square, Leeds"),
        (F.LEGAL_FORM, "trust", "please trust us"),
        (F.LEGAL_FORM, "charity", "we give a tenth to charity"),
        (F.LEGAL_FORM, "public_company", "Acme plc"),
    ],
)
def test_what_words_say_of_something_else_is_refused(field: FieldName, value: FactValue, words: str) -> None:
    with pytest.raises(Ungrounded):
        ground(field, value, words, UNASKED)


def test_three_amounts_in_one_answer_go_where_their_words_say() -> None:
    for words in (
        "20k a month, 35 on average, 400 at most",
        "20.000 Euro im Monat, im Schnitt 35, höchstens 400",
        "unos 20.000 al mes, ticket medio 35 euros y el pedido más alto 400",
        "environ 20 000 € par mois, panier moyen 35 €, au maximum 400",
    ):
        found = {charge.name: charge.value for charge in find_charges(words, CHARGED)}
        assert found == dict(zip(CHARGED, (20000, 35, 400), strict=True))


def test_amounts_without_words_of_their_own_are_taken_in_the_order_of_the_questions() -> None:
    assert [charge.value for charge in find_charges("35 and 400", CHARGED[1:])] == [35, 400]
    assert find_charges("35 and 400", CHARGED) == []


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Harbour Lane Bakery LLC", "private_company"),
        ("Müller & Söhne GmbH & Co. KG", "partnership"),
        ("Panadería Sol S.L.", "private_company"),
        ("Boulangerie Martin SARL", "private_company"),
        ("Acme plc", "private_company"),
        ("Turnverein 1899 e.V.", "charity"),
        ("Bio eG", "cooperative"),
        ("The Ltd Shop", None),
        ("Las Sagas", None),
        ("Maria Silva", None),
    ],
)
def test_a_name_tells_its_form_by_its_ending_and_never_that_it_is_listed(name: str, form: str | None) -> None:
    assert form_of_name(name) == form


@pytest.mark.parametrize("language", ["en", "de", "es", "fr"])
def test_a_legal_form_is_read_back_from_the_words_it_is_shown_in(language: str) -> None:
    words = wordbook(language)  # pyright: ignore[reportArgumentType]
    for form in LegalForm:
        assert parse_stated(F.LEGAL_FORM, words(f"value.legal_form_{form.value}"), UNASKED) is form
        assert parse_stated(F.LEGAL_FORM, form.value, UNASKED) is form


@pytest.mark.parametrize(
    ("field", "raw"),
    [
        (F.EXPECTED_MONTHLY_VOLUME, -1), (F.EXPECTED_MONTHLY_VOLUME, "lots"), (F.AVERAGE_TICKET, True),
        (F.AVERAGE_TICKET, 10**14), (F.ONLINE_SHARE, 101), (F.ONLINE_SHARE, "a bit"), (F.DELIVERY_DAYS, -3),
        (F.DELIVERY_DAYS, "soon"), (F.DELIVERY_DAYS, 99999), (F.REFUND_POLICY, "  "), (F.TERMINATIONS, True),
        (F.SUBSCRIPTIONS, "x" * 301), (F.LEGAL_FORM, "club of sorts"),
    ],
)  # fmt: skip
def test_a_form_with_nonsense_is_refused_in_words(field: FieldName, raw: object) -> None:
    with pytest.raises(Invalid, match=r"\w+ \w+"):
        parse_stated(field, raw, UNASKED)


@pytest.mark.parametrize(
    "words", ["no", "None.", "never", "nein", "keine", "noch nie", "nunca", "jamais", False]
)
def test_a_plain_no_is_understood_in_every_language(words: object) -> None:
    assert says_none(words)


@pytest.mark.parametrize("words", ["no refunds after 14 days", "Noname Payments", "", None, True, 0])
def test_more_than_a_no_is_an_answer_of_its_own(words: object) -> None:
    assert not says_none(words)


@given(st.integers(0, 10**9))
@settings(max_examples=200, deadline=None)
def test_every_figure_is_read_back_as_it_is_written(value: int) -> None:
    for field in CHARGED:
        assert parse_stated(field, str(value), UNASKED) == value
        assert ground(field, value, f"{value:,}", asked(field)) == value


@given(st.sampled_from(UNDERWRITING), st.text(max_size=300))
@settings(max_examples=300, deadline=None)
def test_what_a_field_parses_it_can_hold(field: FieldName, raw: str) -> None:
    try:
        value = parse_stated(field, raw, UNASKED)
    except Invalid:
        return
    assert Application().having(field, value).get(field) == value
