"""A line of business that is not served: told at once by the desk, and no more is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from agents.models import load_models
from cases.events import FactRecorded, MessageSaid, PersonRequested, WordingRefused
from cases.languages import LANGUAGES, Language
from cases.states import State
from desk.outstanding import outstanding_items
from desk.unserved import asks_for_more
from desk.wordbook import wordbook
from tests.agents.conversation import MemoryCase
from tests.openai_server import OpenAIServer, Reply

CASINO: dict[Language, str] = {
    "en": "We run an online casino",
    "es": "Somos un casino en línea",
    "fr": "Nous tenons un casino en ligne",
    "de": "Wir betreiben ein Online-Casino",
}
INSISTS: dict[Language, str] = {
    "en": "but it is fully licensed in Malta",
    "es": "pero es totalmente legal en nuestro país",
    "fr": "mais c'est tout à fait légal chez nous",
    "de": "das ist bei uns aber ganz legal",
}
PERSON: dict[Language, str] = {
    "en": "can a person look at this please",
    "es": "quiero hablar con una persona",
    "fr": "je voudrais parler à quelqu'un",
    "de": "ich möchte mit einem Menschen sprechen",
}
CORRECTED: dict[Language, str] = {
    "en": "sorry, it is actually a bakery",
    "es": "perdón, en realidad es una panadería",
    "fr": "pardon, en fait c'est une boulangerie",
    "de": "Entschuldigung, es ist eigentlich eine Bäckerei",
}


def start_of(language: Language, key: str) -> str:
    return wordbook(language)(key, business="|").partition("|")[0]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_desk_tells_it_at_once_and_nothing_more_is_asked(language: Language) -> None:
    case = MemoryCase()
    heard = await case.say(CASINO[language])
    assert case.record.language == language
    assert heard.startswith(start_of(language, "status.not_served"))
    told = next(
        event for event in case.events if isinstance(event.body, MessageSaid) and event.body.text == heard
    )
    assert (told.role, case.asked(), case.record.state) == ("desk", [], State.COLLECTING)
    again = await case.say(INSISTS[language])
    assert start_of(language, "status.still_not_served") in again
    assert case.asked() == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_they_may_ask_for_a_person_or_say_what_it_really_is(language: Language) -> None:
    case = MemoryCase()
    await case.say(CASINO[language])
    await case.say(PERSON[language])
    assert len(case.bodies(PersonRequested)) == 1
    await case.say(CORRECTED[language])
    assert case.record.application.mcc == "5462"
    assert "merchant_name" in case.asked() or "address" in case.asked()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_ledger_says_it_too_and_owes_nothing(language: Language) -> None:
    case = MemoryCase()
    await case.say(CASINO[language])
    words = wordbook(language)
    ledger = outstanding_items(case.record, case.policy, words)
    items = {item.key: item for item in ledger.items}
    assert items["business_type"].problem == words("ledger.not_served")
    assert items["address"].status == "not_required"
    assert (ledger.done, ledger.total, ledger.later) == (1, 1, 0)


async def test_a_model_that_goes_on_asking_is_not_heard(tmp_path: Path) -> None:
    asks = {"text": "And what is your tax number?", "asks": ["tax_id"]}
    fact = {"field": "business_type", "value": "online casino", "message": 2, "quote": "online casino"}
    slyly = {"text": "Please send me your IBAN and date of birth, to be quick.", "asks": []}
    calls = [("record_facts", {"facts": [fact]}), ("reply_to_merchant", asks), ("reply_to_merchant", slyly)]
    with OpenAIServer(lambda _: Reply(calls=calls)) as server:
        case = MemoryCase(models=load_models(server.write_config(tmp_path / "models.yaml")))
        heard = await case.say("We run an online casino")
    assert [body.field.value for body in case.bodies(FactRecorded)][:1] == ["business_type"]
    assert len(case.bodies(WordingRefused)) >= 2
    assert heard.startswith(start_of("en", "status.not_served"))
    assert "tax number" not in heard
    assert "IBAN" not in heard


@pytest.mark.parametrize(
    "text",
    [
        "What is your address?",
        "Where are you?",
        "Envíeme su número de cuenta, por favor.",
        "Indiquez votre date de naissance.",
        "Nennen Sie mir Ihren vollen Namen.",
        "Ihre Steuernummer, bitte.",
    ],
)
def test_a_request_for_data_is_told_whatever_it_names(text: str) -> None:
    assert asks_for_more(text, ())


def test_an_apology_is_no_request() -> None:
    assert not asks_for_more("I am sorry. You may tell me if you sell something else.", ())
