"""A merchant tells how they sell: what is asked is understood, and none of it is taken for revenue."""

from __future__ import annotations

from datetime import date

import pytest

from agents.offline_roles.answers import read_answers
from agents.reading import Said
from cases.application import CHARGED, NONE_IS_SAID, UNDERWRITING, Application, FieldName
from cases.languages import LANGUAGES, Language
from tests.agents.conversation import ALL, MemoryCase
from tests.policies import BASIC

F = FieldName
ASKING = BASIC.model_copy(update={"required": (*BASIC.required, *UNDERWRITING)})
SALES: dict[Language, tuple[str, ...]] = {
    "en": (
        "about 20k a month, 35 on average, 400 at most",
        "half online, half in the shop, we ship within 3 days, refunds within 14 days",
        "no subscriptions, we were with Stripe before, never terminated",
    ),
    "de": (
        "etwa 20.000 Euro im Monat, im Schnitt 35, höchstens 400",
        "die Hälfte online, wir liefern in 3 Tagen, Rückgabe innerhalb von 14 Tagen",
        "keine Abos, bisher waren wir bei Stripe, nie gekündigt",
    ),
    "es": (
        "unos 20.000 euros al mes, ticket medio 35, como mucho 400",
        "la mitad en línea, enviamos en 3 días, devoluciones en 14 días",
        "sin suscripciones, antes estábamos con Stripe, nunca nos han cancelado el contrato",
    ),
    "fr": (
        "environ 20 000 euros par mois, panier moyen 35, au maximum 400",
        "la moitié en ligne, livraison sous 3 jours, échanges sous 14 jours",
        "pas d'abonnements, avant nous étions chez Stripe, jamais résilié",
    ),
}
GROUPS = (CHARGED, (F.ONLINE_SHARE, F.DELIVERY_DAYS, F.REFUND_POLICY), NONE_IS_SAID)


def heard(text: str, *asked: FieldName, known: Application | None = None) -> dict[FieldName, object]:
    reading = read_answers(
        [Said(5, text, asked)], date(2026, 11, 23), known or Application(), underwriting=UNDERWRITING
    )
    return {fact.field: fact.value for fact in reading.facts} | {gap.field: None for gap in reading.absent}


@pytest.mark.parametrize("language", LANGUAGES)
def test_three_answers_tell_all_of_it_in_every_language(language: Language) -> None:
    told: dict[FieldName, object] = {}
    for text, asked in zip(SALES[language], GROUPS, strict=True):
        told |= heard(text, *asked)
    refunds = str(told.pop(F.REFUND_POLICY))
    assert "14" in refunds
    assert told == {
        F.EXPECTED_MONTHLY_VOLUME: 20000, F.AVERAGE_TICKET: 35, F.HIGHEST_TICKET: 400,
        F.ONLINE_SHARE: 50, F.DELIVERY_DAYS: 3,
        F.SUBSCRIPTIONS: None, F.FORMER_PROCESSOR: "Stripe", F.TERMINATIONS: None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "revenue", "charge"),
    [
        ("We turn over 300k a year, average basket 35 euros", 300000, (F.AVERAGE_TICKET, 35)),
        ("Our revenue is 30k a month and we expect 20k a month by card", 360000, (CHARGED[0], 20000)),
        ("Umsatz 300.000 Euro im Jahr, Durchschnittsbon 35 Euro", 300000, (F.AVERAGE_TICKET, 35)),
        ("facturamos 300.000 euros al año, ticket medio 35 euros", 300000, (F.AVERAGE_TICKET, 35)),
        ("chiffre d'affaires de 300 000 € par an, panier moyen 35 €", 300000, (F.AVERAGE_TICKET, 35)),
    ],
)
def test_revenue_and_what_is_charged_stand_beside_each_other(
    text: str, revenue: int, charge: tuple[FieldName, int]
) -> None:
    told = heard(text)
    assert told[F.ANNUAL_REVENUE] == revenue
    assert told[charge[0]] == charge[1]


@pytest.mark.parametrize(
    "text", ["20k a month", "15.000 Euro im Monat", "unos 8.000 al mes", "8 000 € par mois"]
)
def test_an_answer_about_the_volume_is_no_revenue(text: str) -> None:
    assert F.ANNUAL_REVENUE not in heard(text, *CHARGED)
    assert F.EXPECTED_MONTHLY_VOLUME in heard(text, *CHARGED)


@pytest.mark.parametrize(
    "text",
    [
        "Our turnover is 240k a year",
        "we have been open since 2014",
        "Ana owns 60% and Tom 40%",
        "12 Market Street, Portland, OR 97204",
        "call me on ⟦PHONE_1⟧",
        "why do you ask that?",
    ],
)
def test_who_tells_something_else_when_asked_has_not_answered(text: str) -> None:
    for asked in GROUPS:
        assert not set(heard(text, *asked)).intersection(UNDERWRITING)
        assert heard(text, *asked) == heard(text)


def test_a_plain_no_says_that_there_is_none_of_what_was_asked() -> None:
    for no in ("no", "nein", "ninguno", "aucun"):
        assert heard(no, *NONE_IS_SAID) == dict.fromkeys(NONE_IS_SAID)


def test_words_that_answer_one_question_are_its_answer() -> None:
    known = Application(business_type="coffee roastery", merchant_name="Fern Coffee")
    assert heard("yes, monthly coffee boxes", F.SUBSCRIPTIONS, known=known) == {
        F.SUBSCRIPTIONS: "yes, monthly coffee boxes"
    }
    assert heard("14 days, unused only", F.REFUND_POLICY) == {F.REFUND_POLICY: "14 days, unused only"}


async def test_the_assistant_asks_for_all_of_it_in_groups_and_takes_it_in() -> None:
    case = MemoryCase()
    case.policy = ASKING
    await case.say(ALL)
    assert case.record.application.legal_form == "private_company"
    assert tuple(case.asked()) == CHARGED
    await case.say("about 20k a month, average basket 35 dollars, the largest order 400")
    assert case.record.application.annual_revenue == 250000
    assert tuple(case.asked()) == GROUPS[1]
    await case.say(SALES["en"][1])
    assert tuple(case.asked()) == NONE_IS_SAID
    await case.say(SALES["en"][2])
    application = case.record.application
    assert [application.get(name) for name in CHARGED] == [20000, 35, 400]
    assert (application.online_share, application.delivery_days) == (50, 3)
    assert application.former_processor == "Stripe"
    assert set(case.record.absent) == {F.SUBSCRIPTIONS, F.TERMINATIONS}


async def test_under_a_policy_that_does_not_ask_nothing_of_it_is_recorded() -> None:
    case = MemoryCase()
    await case.say(f"{ALL} The average basket is 35 dollars and we ship within 3 days. No subscriptions.")
    assert all(case.record.application.get(name) is None for name in UNDERWRITING)
    assert not set(case.record.absent).intersection(UNDERWRITING)
    assert case.record.application.annual_revenue == 250000
