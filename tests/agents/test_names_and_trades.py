"""What a business is called and does: of several names and trades in a message, the merchant's own."""

from __future__ import annotations

import pytest

from cases.application import FieldName, Owner
from cases.fields.owners import read_owners
from tests.agents.test_reading import value

NAME, TRADE, OWNERS = FieldName.MERCHANT_NAME, FieldName.BUSINESS_TYPE, FieldName.OWNERS


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kowloon Pantry Pty Ltd t/as Auntie Mei's, we import Asian groceries", "Kowloon Pantry Pty Ltd"),
        ("We trade as Bluebell Nursery (legal name: Bluebell Early Years Ltd).", "Bluebell Early Years Ltd"),
        (
            "The clinic is called Paddington Paws.\n\nRegards\nPaddington Paws Pty Ltd",
            "Paddington Paws Pty Ltd",
        ),
    ],
)
def test_of_two_names_the_one_with_its_company_form_is_the_merchants(text: str, name: str) -> None:
    assert value(NAME, text) == name


def test_who_asks_to_use_the_name_of_the_shop_gets_it() -> None:
    registered = "Corporation name is Delacroix Inc but everything is under the shop name so use that"
    assert value(NAME, "Name's Second Chance Pawn & Jewelry, a pawn shop", registered) == (
        "Second Chance Pawn & Jewelry"
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The shop's name has changed: it was Blue Door Cafe, it is now Green Door Cafe.", "Green Door Cafe"),
        ("mon studio s'appelle Encre Noire... pardon, c'est Encre & Os maintenant", "Encre & Os"),
        ("Our shop is called Blue Door, sorry, Green Door Cafe", "Green Door Cafe"),
    ],
)
def test_a_name_that_takes_anothers_place_is_the_name(text: str, name: str) -> None:
    assert value(NAME, text) == name


@pytest.mark.parametrize(
    "text",
    [
        "office is 2900 Valmont Rd Unit B",
        "Herrengasse 28/2, 8010 Graz",
        "Bewilligung Nr. 2006-114 vom Kanton",
        "Priya Raman here, I do the books for a catering company",
    ],
)
def test_streets_permits_and_who_writes_are_no_names(text: str) -> None:
    assert value(NAME, text) is None


def test_a_request_to_put_something_on_the_application_states_it() -> None:
    assert value(NAME, "please put Nimbus Ninety LLC on the application") == "Nimbus Ninety LLC"


@pytest.mark.parametrize(
    ("text", "trade"),
    [
        ("siamo Officina Coworking Srl, uno spazio di coworking a Milano", "spazio di coworking"),
        ("somos Autoescuela Rueda Libre, tenemos dos coches y una moto", "Autoescuela"),
        ("We are Golden Calabash Events Ltd, event planning", "event planning"),
    ],
)
def test_the_trade_is_neither_a_word_of_the_name_nor_a_thing_in_use(text: str, trade: str) -> None:
    assert value(TRADE, text) == trade


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("owner is Jon Smith, sorry, John Smyth, 100%", (("John Smyth", 100),)),
        ("danny whitehorn is the owner 100 percent, phone ⟦PHONE_1⟧", (("danny whitehorn", 100),)),
        ("me and our kid own it half each. tony brearley and kev brearley",
         (("tony brearley", 50), ("kev brearley", 50))),
        ("it's mine, Darren Spall", (("Darren Spall", 100),)),
        ("all owned by me, Tom Berg", (("Tom Berg", 100),)),
        ("EIN 61-8987901, and I own all of it, Ines Calder", (("Ines Calder", 100),)),
    ],
)  # fmt: skip
def test_owners_are_read_as_people_name_themselves(text: str, owners: tuple[tuple[str, float], ...]) -> None:
    assert value(OWNERS, text) == tuple(Owner(name=name, ownership_percent=share) for name, share in owners)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Gewerbeschein Nr. 17/2008-331", "17/2008-331"),
        ("Licencia de actividad n.º LA-2017/0384", "LA-2017/0384"),
        ("agrément préfectoral n° E ⟦NUMBER_1⟧", "E ⟦NUMBER_1⟧"),
    ],
)
def test_a_licence_is_read_with_all_that_belongs_to_its_number(text: str, number: str) -> None:
    assert value(FieldName.BUSINESS_LICENSE, text) == number


def test_an_accountants_address_is_not_the_merchants() -> None:
    text = "il commercialista è Studio Rossi, ⟦EMAIL_1⟧; noi siamo ⟦EMAIL_2⟧"
    assert value(FieldName.EMAIL, text) == "⟦EMAIL_2⟧"


@pytest.mark.parametrize(
    "text",
    [
        "my sister runs a bakery next door, nothing to do with this application",
        "unser steuerberater ist eine kanzlei in lüneburg, die machen den rest",
    ],
)
def test_words_behind_an_article_name_no_owner(text: str) -> None:
    assert read_owners(text, asked=True) == ()
