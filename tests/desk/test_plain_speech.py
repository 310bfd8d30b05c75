"""A model speaks in the plain words of taking an application in; whatever else it says is left out."""

from __future__ import annotations

import pytest

from cases.application import Address, Application, FieldName, Owner
from cases.languages import LANGUAGES, Language
from desk.labels import field_label
from desk.plain_speech import Admitted, admitted, plainly
from desk.wording import refusal
from tests.desk.test_wording import ORDINARY, lines
from tests.desk.test_wording_languages import ORDINARY as ORDINARY_IN

BARE = Admitted((), frozenset(), ())
SECOND_WAYS = lines("""
The lights are on, the tills are humming.
Consider the gates open.
Your first payout arrives on Friday.
We have a deal.
Your MID has been issued.
Your place with us is secured.
The answer you hoped for is here.
Your bakery is now one of ours.
Rosa says welcome.
Rosa gave it her blessing this morning.
Your risk is minimal.
Every check held.
Your name is on no list.
Someone of your name appears on a list.
STATUS: LIVE
Terminal shipped.
Transactions are switched on.
Your customers can pay by card today.
Glad to have you with us.
You belong to us now.
All good!
Mission accomplished!
Signed and sealed.
A colleague has already looked at your application and is satisfied.
Nobody will look at it again.
Your limit has been set to 50,000 dollars.
We have to part ways.
Your business is not for us.
The team has its doubts about you.
How does it feel to be ours?
Which card will you take first, now that payments run?
Is Friday fine for your first payout?
You will be selling by noon, what is your name?
Yes.
Yes, it is.
El equipo ha dado el sí.
Tiene vía libre.
A partir de mañana cobrará con tarjeta.
Ihr Laden darf kassieren.
Daumen hoch von der Prüfung.
Sie gehören jetzt zu uns.
Herzlich willkommen bei uns!
Vous êtes des nôtres.
La voie est libre.
C'est gagné.
L'équipe a dit oui.
""")
"""Ways to say how an application stands that no list of forbidden words had foreseen."""

ELSEWHERE = lines("""
Il suo conto è pronto.
Está tudo certo, pode vender.
Uw aanvraag is akkoord.
Twoje konto jest gotowe.
Hesabınız hazır.
Tilinne on auki.
Ditt konto är klart.
Účet je otevřený.
A számlája készen áll.
Contul dumneavoastră este gata.
Ο λογαριασμός σας είναι έτοιμος.
Ваш счёт открыт.
您的账户已经可以使用了。
口座が使えるようになりました。
계좌를 사용할 수 있습니다.
حسابك جاهز.
החשבון שלך פעיל.
บัญชีของคุณพร้อมใช้งานแล้ว
Tài khoản của bạn đã sẵn sàng.
Akaunti yako iko tayari.
ꓮᑭᑭᖇOᐯEᗪ
ᴀᴘᴘʀᴏᴠᴇᴅ
ɐddɹoʌǝp
You are apprvd.
""")
"""In languages and letters that the desk cannot read."""


def known(*phrases: str, language: Language = "en", **values: object) -> Admitted:
    return admitted(Application.model_validate(values), language, phrases)


@pytest.mark.parametrize("text", [*SECOND_WAYS, *ELSEWHERE])
def test_another_way_to_say_how_they_stand_is_not_said(text: str) -> None:
    assert refusal(text) is not None or plainly(text, BARE).said == ""


@pytest.mark.parametrize("text", SECOND_WAYS)
def test_nor_is_it_beside_plain_words(text: str) -> None:
    said = plainly(f"Thank you for your address. {text} Which currency do you use?", BARE).said
    assert refusal(text) is not None or text not in said


def test_what_is_plain_is_said_to_the_letter() -> None:
    text = "Thank you, I have noted your address.\nWhich currency do you use?"
    assert plainly(text, BARE) == (text, ())


def test_most_of_what_an_assistant_has_to_say_is_plain_even_of_a_case_that_is_not_known() -> None:
    texts = [*ORDINARY, *(line for each in ORDINARY_IN.values() for line in lines(each))]
    assert sum(bool(plainly(text, BARE).left_out) for text in texts) <= len(texts) * 0.1


def test_what_is_on_record_may_be_repeated_whole() -> None:
    case = known(
        merchant_name="Fern & Fig LLC",
        business_type="flower shop",
        address=Address(line1="5 Mill Road", city="Dover", region="DE", postal_code="19901", country="US"),
        owners=(Owner(name="Ana Ruiz", ownership_percent=60),),
    )
    text = "I have Fern & Fig LLC, 5 Mill Road, Dover. Is Ana Ruiz the only owner of the flower shop?"
    assert plainly(text, case).left_out == ()
    assert plainly(text, BARE).said == ""


@pytest.mark.parametrize("name", ["Switched On", "Winner", "Unlocked"])
def test_nothing_but_a_field_is_said_to_be_what_the_business_is_called(name: str) -> None:
    beside = admitted(Application(merchant_name=name), "en", ())
    for text in (f"You are {name}.", f"Your application is {name}.", f"Everything is now {name}."):
        assert plainly(text, beside).said == ""
    for text in (f"Thank you, {name}.", f"Your business name is {name}."):
        assert plainly(text, beside).said == text


def test_a_name_lends_its_words_to_no_other_sentence() -> None:
    case = known(merchant_name="Gates Humming Wide Ltd")
    assert plainly("The gates are humming.", case).said == ""


def test_a_phrase_of_the_agents_own_is_said_with_plain_words_in_its_blanks() -> None:
    own = known("We shall ring about your {items}.")
    assert plainly("We shall ring about your address.", own).left_out == ()
    assert plainly("We shall ring about your glorious future.", own).said == ""


def test_signs_and_hidden_characters_are_taken_out() -> None:
    assert plainly("**Thank\u200b you** \U0001f389", BARE).said == "Thank you"
    assert plainly("✅", BARE).said == ""


def test_a_yes_to_nobody_knows_what_is_taken_off() -> None:
    assert plainly("Yes, you can send that later.", BARE).said == "you can send that later."
    assert plainly("Ja.", BARE).said == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_can_be_named(language: Language) -> None:
    for name in FieldName:
        assert plainly(field_label(name, language), known(language=language)).left_out == ()


def test_where_only_phrases_may_be_said_plain_words_are_not_enough() -> None:
    own = known("Thank you, our team has your {items}.", "They read what you write here.")
    text = "Thank you, our team has your address. They read what you write here. It is on its way."
    said = plainly(text, own, in_phrases=True)
    assert said == (
        "Thank you, our team has your address. They read what you write here.",
        ("It is on its way.",),
    )
