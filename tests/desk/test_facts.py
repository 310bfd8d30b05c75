"""A fact is recorded only where the merchant's own words say just that."""

from __future__ import annotations

import pytest

from cases.access import Role
from cases.application import Address, FactValue, FieldName, Owner
from cases.errors import Conflict, OnboardError, Ungrounded
from cases.events import FactRefused
from cases.states import State
from desk import checking, conversation, facts
from desk.draft import Draft
from tests.desk.cast import PREPROCESSOR, RISK_ANALYST, VALIDATOR, Case, person

NAME, REVENUE, LICENCE, TAX = (
    FieldName.MERCHANT_NAME,
    FieldName.ANNUAL_REVENUE,
    FieldName.BUSINESS_LICENSE,
    FieldName.TAX_ID,
)


def record(draft: Draft, name: FieldName, value: FactValue, seq: int, quote: str) -> FactValue:
    return facts.record_fact(draft, PREPROCESSOR, name, value, source_seq=seq, quote=quote)


def refused(case: Case, name: FieldName, value: FactValue, seq: int, quote: str) -> None:
    with case.command() as draft, pytest.raises(OnboardError):
        record(draft, name, value, seq, quote)
    assert case.record.application.get(name) is None
    assert isinstance(case.events[-1].body, FactRefused)


def test_a_fact_keeps_the_message_and_the_words_it_was_read_from() -> None:
    case = Case()
    seq = case.say("We are Harbour Books, in Leeds.")
    assert case.do(record, NAME, "Harbour Books", seq, "We are Harbour Books") == "Harbour Books"
    where = case.record.provenance[NAME]
    assert (where.source_seq, where.quote) == (seq, "We are Harbour Books")


@pytest.mark.parametrize(
    ("text", "name", "value", "quote"),
    [
        ("Hello there", NAME, "Acme Ltd", "Acme Ltd"),
        ("We are Harbour Books", NAME, "Acme Ltd", "We are Harbour Books"),
        ("revenue is 1,200,000 a year", REVENUE, 200000, "200,000 a year"),
        ("revenue is about 2 million", REVENUE, 2, "2"),
        ("revenue is 85k", REVENUE, 85, "85"),
        ("revenue of 1.5m", REVENUE, 5000000, "5m"),
        ("NotAPPROVED Foods is our name", NAME, "APPROVED Foods", "APPROVED Foods"),
        ("We are Harbour Books", NAME, "Books", ""),
        ("We are Harbour Books", NAME, "Books", "   "),
        ("licence BL-22315", LICENCE, "BL-2231", "licence BL-2231"),
    ],
)
def test_what_the_words_do_not_say_is_refused_and_on_record(
    text: str, name: FieldName, value: FactValue, quote: str
) -> None:
    case = Case()
    refused(case, name, value, case.say(text), quote)


def test_only_the_merchants_own_messages_are_a_source() -> None:
    case = Case()
    reviewer = person("Rosa", Role.REVIEWER)
    theirs = case.say("The name is Acme Ltd", by=reviewer)
    case.do(conversation.reply, PREPROCESSOR, "Is your name Acme Ltd?")
    agents = case.record.last_seq
    case.do(conversation.note, VALIDATOR, "The name is Acme Ltd")
    noted = case.record.last_seq
    for seq in (theirs, agents, noted, 1, 0, -1, 99):
        refused(case, NAME, "Acme Ltd", seq, "Acme Ltd")


def test_an_agent_does_not_bring_back_what_the_merchant_has_since_corrected() -> None:
    case = Case()
    first = case.say("We make 100,000 dollars a year")
    then = case.say("Sorry, we make 240,000 dollars a year")
    case.do(record, REVENUE, 240_000, then, "we make 240,000 dollars a year")
    with case.command() as draft, pytest.raises(Ungrounded, match="since"):
        record(draft, REVENUE, 100_000, first, "We make 100,000 dollars a year")
    assert case.record.application.annual_revenue == 240_000
    assert isinstance(case.events[-1].body, FactRefused)


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("thanks a lot", NAME, "thanks a lot"),
        ("Acme Ltd from next door told me about you", NAME, "Acme Ltd"),
        ("¡Muchas gracias a todos!", NAME, "gracias a todos"),
        ("Herzlichen Dank, Muster GmbH sagt Gutes", NAME, "Muster GmbH"),
        ("have a lovely day", FieldName.BUSINESS_TYPE, "a lovely day"),
    ],
)
def test_a_passing_remark_does_not_replace_what_the_merchant_confirmed(
    text: str, name: FieldName, value: str
) -> None:
    case = Case()
    case.come_to_review()
    before = case.record.application.get(name)
    seq = case.say(text)
    with case.command() as draft, pytest.raises(Ungrounded, match="confirmed"):
        record(draft, name, value, seq, value)
    assert (case.record.application.get(name), case.state) == (before, State.IN_REVIEW)


@pytest.mark.parametrize(
    "text",
    [
        "We have been renamed, we are Acme Ltd",
        "The name should be Acme Ltd",
        "Correction: Acme Ltd",
        "Sorry, Acme Ltd.",
        "Nos llamamos Acme Ltd",
        "Le nom est Acme Ltd",
        "Wir heißen Acme Ltd",
        "Nein, nicht so: Acme Ltd",
    ],
)
def test_a_correction_does(text: str) -> None:
    case = Case()
    case.come_to_review()
    case.do(record, NAME, "Acme Ltd", case.say(text), "Acme Ltd")
    assert (case.record.application.merchant_name, case.state) == ("Acme Ltd", State.CHECKING)


def test_of_an_earlier_address_an_agent_takes_only_what_the_later_one_left_open() -> None:
    case = Case()
    first = case.say("We are at 5 Mill Road, Dover, DE 19901")
    then = case.say("No, it is 7 Mill Road")
    address = FieldName.ADDRESS
    case.do(record, address, Address(line1="7 Mill Road"), then, "7 Mill Road")
    earlier = Address(line1="5 Mill Road", city="Dover", region="DE", postal_code="19901")
    case.do(record, address, earlier, first, "5 Mill Road, Dover, DE 19901")
    known = case.record.application.address
    assert known is not None
    assert (known.line1, known.city, known.postal_code) == ("7 Mill Road", "Dover", "19901")


def test_a_reviewer_who_applies_is_their_own_merchant_and_nothing_more() -> None:
    applicant = person("Ruth", Role.REVIEWER)
    case = Case(opened_by=applicant)
    seq = case.say("We are Harbour Books")
    assert case.events[-1].role == "merchant"
    case.do(record, NAME, "Harbour Books", seq, "We are Harbour Books")
    assert case.record.application.merchant_name == "Harbour Books"


def test_a_quote_does_not_cut_a_token_nor_write_one() -> None:
    case = Case()
    seq = case.say("mail mona@shop.example.com or ⟦EMAIL_1⟧, EMAIL_1")
    refused(case, FieldName.EMAIL, "EMAIL_1", seq, "⟦EMAIL_1")
    refused(case, FieldName.EMAIL, "⟦EMAIL_2⟧", seq, "⟦EMAIL_2⟧")
    assert case.do(record, FieldName.EMAIL, "⟦EMAIL_1⟧", seq, "mail ⟦EMAIL_1⟧") == "mona@shop.example.com"


def test_a_number_that_identifies_a_person_never_becomes_a_field() -> None:
    case = Case()
    seq = case.say("my SSN is 123-45-6789")
    text = case.events[-1].body.text
    token = text[text.index("⟦") :]
    for name in (TAX, LICENCE, NAME, FieldName.ACCOUNT_NUMBER):
        for value in (token, "123-45-6789", "123456789"):
            with case.command() as draft, pytest.raises(OnboardError):
                record(draft, name, value, seq, token)
    assert "123-45-6789" not in case.record.application.model_dump_json()
    assert "123456789" not in case.record.application.model_dump_json()


def test_the_category_follows_and_is_not_stated() -> None:
    case = Case()
    seq = case.say("our mcc is 5942")
    refused(case, FieldName.MCC, "5942", seq, "mcc is 5942")


@pytest.mark.parametrize(
    "words", ["we don't have one", "none", "n/a", "no tenemos", "keine", "pas encore", "-"]
)
def test_an_item_is_absent_where_its_merchant_says_so(words: str) -> None:
    case = Case()
    case.do(declare, FieldName.WEBSITE, case.say(words), words)
    assert FieldName.WEBSITE in case.record.absent


@pytest.mark.parametrize("words", ["hello", "we sell books", "the licence is in the post", "yes", "ok"])
def test_an_item_is_not_absent_where_nobody_said_no(words: str) -> None:
    case = Case()
    with pytest.raises(Ungrounded):
        case.do(declare, LICENCE, case.say(words), words)
    assert not case.record.absent


def test_a_young_business_has_no_figures_yet() -> None:
    case = Case()
    words = "we open next month"
    case.do(declare, REVENUE, case.say(words), words)
    assert REVENUE in case.record.absent


def test_what_was_given_is_not_called_absent_and_what_is_given_later_is_there() -> None:
    case = Case()
    case.do(declare, LICENCE, case.say("no licence"), "no licence")
    seq = case.say("it came: licence BL-2231")
    case.do(record, LICENCE, "BL-2231", seq, "licence BL-2231")
    assert LICENCE not in case.record.absent
    case.do(declare, LICENCE, case.say("no licence"), "no licence")
    assert LICENCE not in case.record.absent
    assert case.record.application.business_license == "BL-2231"


def test_owners_are_read_from_whole_numbers() -> None:
    case = Case()
    seq = case.say("owned by Mona Hart 75 percent and Lee Hart 25 percent")
    value = (Owner(name="Mona Hart", ownership_percent=5),)
    refused(case, FieldName.OWNERS, value, seq, "5 percent")


def test_checks_are_recorded_only_while_a_case_is_checked() -> None:
    case = Case()
    case.come_to_review()
    before = case.events
    for act in (case.check, lambda: case.do(checking.conclude)):
        with pytest.raises(Conflict):
            act()
    assert case.events == before
    case.do(conversation.note, RISK_ANALYST, "nothing to add")


def declare(draft: Draft, name: FieldName, seq: int, quote: str) -> None:
    facts.declare_absent(draft, PREPROCESSOR, name, source_seq=seq, quote=quote)
