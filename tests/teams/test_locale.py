"""The language of a case follows its merchant; names and addresses say nothing about it."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from cases.languages import Language
from cases.policy.calendar import Calendar
from cases.tongue import plainly_written_in
from cases.wishes import asks_for_person, passes_over, puts_off
from desk.desk import Desk
from desk.promises import answer_by, hours_in_words, moment
from tests.policies import BASIC
from tests.teams.company import Company


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hola, tengo una panadería en Sevilla", "es"),
        ("¿cuánto tarda esto?", "es"),
        ("Bonjour, je vends du fromage au marché", "fr"),
        ("pourquoi avez-vous besoin de mon adresse ?", "fr"),
        ("Guten Tag, wir verkaufen Fahrräder", "de"),
        ("das habe ich noch nicht", "de"),
        ("why do you need that?", "en"),
        ("ok", None),
        ("si", None),
        ("La Boulangerie de Paul, 4 rue des Lilas, 75011 Paris", None),
        ("Calle de las Flores 12, 28004 Madrid", None),
        ("Die Zwei vom Markt GmbH", None),
        ("olá, somos uma loja de roupa e vendemos em Lisboa", None),
        ("120000 EUR", None),
    ],
)
def test_a_language_is_told_by_plain_speech_alone(text: str, language: Language | None) -> None:
    assert plainly_written_in(text) == language


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (datetime(2026, 11, 24, 9, 14, tzinfo=UTC), "tomorrow 11:00"),
        (datetime(2026, 11, 24, 20, 0, tzinfo=UTC), "Thursday 26 November, 09:00"),
        (datetime(2026, 11, 27, 9, 0, tzinfo=UTC), "Monday 30 November, 10:00"),
    ],
)
def test_an_answer_is_promised_within_a_working_day_of_the_merchants_clock(now: datetime, told: str) -> None:
    policy, zone = (
        BASIC,
        ZoneInfo("Europe/Berlin"),
    )
    assert moment(answer_by(now, policy, zone), now, zone, "en") == told


OFFICE = Calendar.model_validate(
    {
        "zone": "Europe/London",
        "country": "GB",
        "subdivision": "ENG",
        "open": dict.fromkeys(("monday", "tuesday", "wednesday", "thursday"), "09:00-17:00")
        | {"friday": "09:00-16:00"},
    }
)


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (datetime(2026, 11, 24, 9, 0, tzinfo=UTC), "today 18:00"),
        (datetime(2026, 11, 24, 9, 14, tzinfo=UTC), "tomorrow 11:00"),
        (datetime(2026, 11, 25, 13, 20, tzinfo=UTC), "tomorrow 15:00"),
        (datetime(2026, 11, 27, 12, 0, tzinfo=UTC), "Monday 30 November, 14:00"),
        (datetime(2026, 12, 24, 14, 30, tzinfo=UTC), "Tuesday 29 December, 16:00"),
    ],
)
def test_an_answer_is_promised_by_the_hours_in_which_somebody_works(now: datetime, told: str) -> None:
    basic, zone = (
        BASIC,
        ZoneInfo("Europe/Berlin"),
    )
    eight = basic.deadlines.model_copy(update={"answer_hours": 8})
    policy = basic.model_copy(update={"calendar": OFFICE, "deadlines": eight})
    assert moment(answer_by(now, policy, zone), now, zone, "en") == told


@pytest.mark.parametrize(("hours", "said"), [(7, 24), (8, 48), (14, 48), (15, 72)])
def test_an_answer_within_days_of_work_is_told_in_hours_on_working_days(hours: int, said: int) -> None:
    basic = BASIC
    limits = basic.deadlines.model_copy(update={"answer_hours": hours})
    assert hours_in_words(basic.model_copy(update={"deadlines": limits})) == hours
    assert hours_in_words(basic.model_copy(update={"calendar": OFFICE, "deadlines": limits})) == said


def test_a_moment_without_a_known_zone_says_that_it_is_utc() -> None:
    now = datetime(2026, 11, 24, 9, 14, tzinfo=UTC)
    assert moment(now, now, None, "de") == "heute um 09:14 (UTC)"


@pytest.mark.parametrize(
    "words",
    [
        "can I talk to a real person?",
        "quiero hablar con alguien",
        "je voudrais parler à quelqu'un",
        "mit einem Menschen sprechen",
    ],
)
def test_a_wish_for_a_person_is_understood_in_four_languages(words: str) -> None:
    assert asks_for_person(words)


def test_what_is_not_there_yet_and_what_is_passed_over_are_told_apart() -> None:
    for words in (
        "I don't have it yet",
        "todavía no la tengo",
        "je ne l'ai pas encore",
        "habe ich noch nicht",
    ):
        assert (puts_off(words), passes_over(words)) == (True, False)
    for words in ("skip", "no thanks", "prefiero no", "non merci", "lieber nicht"):
        assert (puts_off(words), passes_over(words)) == (False, True)


async def test_the_case_goes_over_to_the_language_that_its_merchant_writes(company: Company) -> None:
    case = await company.begin()
    desk: Desk = company.desk
    await desk.say(company.merchant, case, "Hola, tengo una panadería")
    assert (await company.record(case)).language == "es"
    await desk.say(company.merchant, case, "ok")
    assert (await company.record(case)).language == "es"


async def test_a_window_tells_language_and_zone_once(company: Company) -> None:
    case = await company.begin()
    for _ in range(2):
        await company.desk.note_locale(company.merchant, case, "fr", "Europe/Paris")
    record = await company.record(case)
    assert (record.language, record.time_zone) == ("fr", "Europe/Paris")
    assert len(await company.events(case, "locale.noted")) == 1


async def test_asking_for_a_person_by_a_button_is_one_sentence_however_often(company: Company) -> None:
    case = await company.begin()
    for _ in range(3):
        await company.desk.request_person(company.merchant, case)
    assert len(await company.events(case, "person.requested")) == 1
    assert (await company.merchant_reads(case)).count("(UTC)") == 1
