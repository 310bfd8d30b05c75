"""The merchant's half of the card: in their language, what is needed, where it comes from, what is next."""

from __future__ import annotations

import pytest

from cases.application import Address, FieldName, Owner
from cases.languages import LANGUAGES, Language
from cases.participants import PersonalField
from desk import entries, locale, review
from desk.card import Card, card_of
from desk.own_card import OwnPart
from desk.own_lines import OwnLine
from desk.rights import reader
from desk.wordbook import wordbook
from tests.desk.cast import MERCHANT, REVIEWER, Case
from tests.policies import FULL

IBAN = "DE89370400440532013000"


def card(case: Case) -> Card:
    names = {who.id: who.name for who in (MERCHANT, REVIEWER)}
    return card_of(reader(MERCHANT, case.record), case.events, case.policy, names, case.now)


def own(case: Case) -> OwnPart:
    part = card(case).own
    assert part is not None
    return part


def line(case: Case, key: str) -> OwnLine:
    return next(line for line in own(case).lines if line.key == key)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_on_it_is_in_the_merchants_language(language: Language) -> None:
    case, words = Case(), wordbook(language)
    case.do(locale.note_locale, MERCHANT, language)
    part = own(case)
    assert part.state_label == words("state.your_turn")
    assert part.done_of == words("card.done_of", done=0, total=7)
    assert part.next == words("card.next_missing")
    assert {line.key: line.label for line in part.lines}["address"] == words("field.address")
    assert part.texts["save"] == words("card.save")
    assert part.declared.statements["authority"] == words("check.statement_authority")


def test_staff_get_no_half_of_the_merchants() -> None:
    case = Case()
    case.come_to_review()
    who = reader(REVIEWER, case.record)
    shown = card_of(who, case.events, case.policy, {MERCHANT.id: "Mona"}, case.now)
    assert shown.own is None
    revenue = next(item for item in shown.items if item.key is FieldName.ANNUAL_REVENUE)
    assert revenue.origin is not None
    assert (revenue.origin.who, revenue.origin.quote) == ("Mona", "revenue is 250,000 a year")


def test_a_value_names_its_words_who_said_them_and_how_sure_it_is() -> None:
    case = Case()
    case.tell_everything()
    origin = line(case, "annual_revenue").origin
    assert origin is not None
    assert (origin.who, origin.quote, origin.before) == ("You", "revenue is 250,000 a year", None)
    assert (origin.certainty, origin.how) == ("said", "Said, word for word")
    case.do(entries.enter, MERCHANT, {FieldName.ANNUAL_REVENUE: "900,000"}, via="card")
    origin = line(case, "annual_revenue").origin
    assert origin is not None
    assert (origin.certainty, origin.before) == ("entered", "250,000")


def test_secure_values_are_masked_in_all_of_it() -> None:
    case = Case()
    owners = [Owner(name="Ines Calder", ownership_percent=60), Owner(name="Jo Park", ownership_percent=40)]
    address = Address(line1="12 High Street", city="Bonn", country="DE")
    case.do(entries.enter, MERCHANT, {FieldName.OWNERS: owners, FieldName.ADDRESS: address}, via="card")
    case.do(entries.enter, MERCHANT, {FieldName.IBAN: IBAN}, via="secure")
    case.do(entries.enter_detail, MERCHANT, "Jo Park", PersonalField.DATE_OF_BIRTH, "1979-11-02")
    assert line(case, "iban").value == "•••• 3000"
    born = line(case, "owners[1].date_of_birth")
    assert (born.subject, born.value, born.shape, born.text) == ("Jo Park", "••••", "date", "")
    told = card(case).model_dump_json()
    assert IBAN not in told
    assert "1979" not in told


def test_what_is_spared_is_told_apart_from_what_is_needed() -> None:
    case = Case()
    address = Address(line1="12 High Street", city="Bonn", country="DE")
    case.do(entries.enter, MERCHANT, {FieldName.ADDRESS: address}, via="card")
    groups = {line.key: (line.group, line.status) for line in own(case).lines}
    assert groups["routing_number"] == ("spared", "not_required")
    assert groups["iban"] == ("later", "eventually_due")
    assert groups["address"] == ("now", "satisfied")
    assert groups["phone"] == ("besides", "optional")
    assert "currency" not in groups


def test_not_yet_and_none_are_offered_only_where_they_are_answers() -> None:
    case = Case()
    offered = {line.key: (line.may_be_postponed, line.may_be_absent) for line in own(case).lines}
    assert offered["merchant_name"] == (False, False)
    assert offered["business_license"] == (True, True)
    assert offered["address"] == (True, False)
    case.do(entries.enter, MERCHANT, {}, via="card", absent=(FieldName.BUSINESS_LICENSE,))
    licence = line(case, "business_license")
    assert (licence.value, licence.status, licence.may_be_absent) == ("You have none", "satisfied", False)


def test_whose_turn_it_is_and_by_when_is_said_in_their_zone() -> None:
    case = Case()
    case.do(locale.note_locale, MERCHANT, "en", "Europe/Berlin")
    case.come_to_review()
    assert "with our team since today 10:30" in own(case).next
    case.do(review.ask, REVIEWER, "What is your website?", "We look at every shop.")
    assert own(case).next == wordbook("en")("card.next_answer")


def test_a_legal_form_is_chosen_and_figures_and_yes_or_no_are_easy_to_answer() -> None:
    case = Case(policy=FULL)
    form, days, none = (line(case, name) for name in ("legal_form", "delivery_days", "terminations"))
    assert (form.shape, form.choices["sole_trader"]) == ("choice", "Sole trader")
    case.do(entries.enter, MERCHANT, {FieldName.LEGAL_FORM: "partnership"}, via="card")
    chosen = line(case, "legal_form")
    assert (chosen.text, chosen.value) == ("partnership", "Partnership")
    assert days.input_mode == "numeric"
    assert none.none_label == "No, there is nothing of the kind"
    assert line(case, "business_license").none_label == "We don't have one"
