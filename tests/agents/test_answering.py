"""What a merchant hears, in their language, whatever they write beside their details."""

from __future__ import annotations

import pytest

from cases.events import ItemPostponed, PersonRequested, WordingRefused
from cases.languages import LANGUAGES, Language
from cases.states import State
from cases.tongue import plainly_written_in
from desk.wordbook import wordbook
from tests.agents.conversation import ALL, MemoryCase

BAKERY: dict[Language, str] = {
    "en": "Hello, we run a bakery and would like to take cards",
    "es": "Hola, tenemos una panadería y queremos cobrar con tarjeta",
    "fr": "Bonjour, nous avons une boulangerie et nous voulons encaisser par carte",
    "de": "Guten Tag, wir betreiben eine Bäckerei und möchten Karten annehmen",
}
TAX: dict[Language, str] = {
    "en": "why do you need my tax number?",
    "es": "¿por qué necesitan mi número fiscal?",
    "fr": "pourquoi avez-vous besoin de mon numéro fiscal ?",
    "de": "warum brauchen Sie meine Steuernummer?",
}
ROBOT: dict[Language, str] = {
    "en": "is this a bot?",
    "es": "¿esto es un bot?",
    "fr": "c'est un robot ?",
    "de": "ist das ein Bot?",
}
PERSON: dict[Language, str] = {
    "en": "can I talk to somebody?",
    "es": "¿puedo hablar con alguien?",
    "fr": "je peux parler à quelqu'un ?",
    "de": "kann ich mit jemandem sprechen?",
}
WHERE: dict[Language, str] = {
    "en": "where is my application?",
    "es": "¿cómo va mi solicitud?",
    "fr": "où en est ma demande ?",
    "de": "wie weit ist mein Antrag?",
}
NOT_YET: dict[Language, str] = {
    "en": "I don't have the licence yet",
    "es": "todavía no tengo la licencia",
    "fr": "je n'ai pas encore la licence",
    "de": "die Gewerbeanmeldung habe ich noch nicht",
}
SMALL_TALK: dict[Language, tuple[str, ...]] = {
    "en": (
        "thanks!",
        "this is ridiculous, so many questions",
        "how much does it cost?",
        "can I get a refund?",
    ),
    "es": ("gracias", "qué pesado, demasiadas preguntas", "¿cuánto cuesta?", "¿hacen reembolsos?"),
    "fr": (
        "merci",
        "c'est pénible, trop de questions",
        "combien ça coûte ?",
        "vous faites des remboursements ?",
    ),
    "de": ("danke", "das nervt, zu viele Fragen", "was kostet das?", "gibt es Rückerstattungen?"),
}


async def spoken_to(language: Language) -> MemoryCase:
    case = MemoryCase()
    await case.say(BAKERY[language])
    assert case.record.language == language
    return case


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_assistant_speaks_the_merchants_language_and_no_other(language: Language) -> None:
    case = await spoken_to(language)
    assert plainly_written_in(case.heard()) == language
    for text in (TAX[language], ROBOT[language], WHERE[language], *SMALL_TALK[language]):
        heard = await case.say(text)
        assert plainly_written_in(heard) in (language, None)
        assert heard


@pytest.mark.parametrize("language", LANGUAGES)
async def test_asked_why_it_gives_the_reason_that_the_ledger_has_for_just_that_item(
    language: Language,
) -> None:
    case = await spoken_to(language)
    assert wordbook(language)("ledger.why_tax_id") in await case.say(TAX[language])


@pytest.mark.parametrize("language", LANGUAGES)
async def test_asked_whether_it_is_a_machine_it_says_so(language: Language) -> None:
    case = await spoken_to(language)
    heard = await case.say(ROBOT[language])
    assert any(word in heard for word in ("AI assistant", "asistente de IA", "assistant IA", "KI-Assistent"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_asks_for_a_person_gets_one_and_hears_by_when(language: Language) -> None:
    case = await spoken_to(language)
    await case.say(PERSON[language])
    assert len(case.bodies(PersonRequested)) == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_where_it_is_is_told_from_the_record(language: Language) -> None:
    case = await spoken_to(language)
    before = wordbook(language)("status.your_turn", items="|").partition("|")[0]
    assert (await case.say(WHERE[language])).startswith(before)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_is_not_there_yet_is_not_asked_for_again_but_told_to_be_missing(
    language: Language,
) -> None:
    case = await spoken_to(language)
    heard = await case.say(NOT_YET[language])
    assert [body.field.value for body in case.bodies(ItemPostponed)] == ["business_license"]
    assert "business_license" not in case.asked()
    assert wordbook(language)("field.business_license").casefold() in heard.casefold()


async def test_all_else_told_what_is_put_off_is_named_and_nothing_is_asked() -> None:
    case = MemoryCase()
    await case.say(ALL.replace("Our business licence is BL-204417.", ""))
    heard = await case.say("I don't have the licence yet, it is in progress")
    assert "?" not in heard
    assert "Still missing: business licence." in heard
    assert case.record.state is State.COLLECTING


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_first_question_says_what_else_is_needed_in_one_sentence(language: Language) -> None:
    case = MemoryCase()
    heard = await case.say(
        {"en": "Hello", "es": "Hola, buenos días", "fr": "Bonjour", "de": "Guten Tag"}[language]
    )
    assert case.asked() == ["business_type"]
    assert wordbook(language)("status.missing_first", items="|").partition("|")[0] in heard


async def test_what_was_passed_over_is_asked_for_after_all_else_only_where_nothing_is_told() -> None:
    case = MemoryCase()
    await case.say("We are Fern & Fig LLC, a flower shop at 12 Market Street, Portland, OR 97204")
    asked = [case.asked()]
    await case.say("We take $250,000 a year")
    asked.append(case.asked())
    assert "email" in asked[0]
    assert not set(asked[0]).intersection(asked[1])
    heard = await case.say("open since 2015, write to hello@fernandfig.com")
    assert heard.endswith("Still missing: business licence. " + wordbook("en")("status.may_say_so"))
    await case.say("BL-204417")
    assert case.record.application.business_license == "BL-204417"


async def test_with_nothing_owed_it_says_that_only_the_summary_is_left() -> None:
    case = MemoryCase()
    heard = await case.say(ALL)
    assert heard.endswith(wordbook("en")("status.confirm_besides"))
    assert wordbook("en")("status.confirm_now") in await case.say("I will go on later")


async def test_nothing_is_asked_a_third_time() -> None:
    case = MemoryCase()
    await case.say("We run a bakery")
    for text in ("it is a lovely day here", "my dog is called Max", "we like bread", "the weather is nice"):
        heard = await case.say(text)
    times: dict[str, int] = {}
    for event in case.events:
        for name in getattr(event.body, "asks", ()):
            times[name] = times.get(name, 0) + 1
    assert max(times.values()) <= 2
    assert "business address" in heard


async def test_with_the_team_it_tells_since_when_and_by_when_in_the_merchants_zone() -> None:
    case = MemoryCase()
    await case.say(ALL)
    await case.say("That's all I have.")
    await case.say("Yes, that's right")
    heard = await case.say("how long does it take?")
    assert "with our team since today" in heard
    assert "tomorrow" in heard


@pytest.mark.parametrize("text", ["👍🎉", "お世話になっております", "مرحبا كيف الحال", "😀"])
async def test_signs_and_other_scripts_get_a_sensible_answer(text: str) -> None:
    case = MemoryCase()
    await case.say("hello")
    assert "?" in await case.say(text) or "whenever" in case.heard()
    assert case.record.application.business_type is None


async def test_what_the_offline_model_says_is_never_kept_back() -> None:
    for language in LANGUAGES:
        case = await spoken_to(language)
        for text in (*SMALL_TALK[language], NOT_YET[language], PERSON[language], TAX[language]):
            await case.say(text)
        assert case.bodies(WordingRefused) == []
