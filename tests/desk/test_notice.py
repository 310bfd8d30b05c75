"""What a merchant is told beforehand: the privacy notice, and what to have at hand."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from cases.events import LocaleNoted, NoticeShown
from cases.languages import LANGUAGES, Language, region_of
from cases.policy.asking import Notice
from desk.at_hand import KINDS, REGISTERS, TAX_NUMBERS, needed_later, needed_now, papers_of
from desk.notice import address_of, privacy_notice
from desk.wordbook import wordbook
from tests.desk.office import Office


async def shown(office: Office, case_id: object) -> list[tuple[str, str]]:
    events = await office.events(case_id)  # type: ignore[arg-type]
    return [(e.body.version, e.body.language) for e in events if isinstance(e.body, NoticeShown)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notice_is_a_file_in_each_language_with_a_short_layer_and_the_deadline(
    language: Language,
) -> None:
    notice = privacy_notice(language, 30)
    assert notice.language == language
    assert notice.short.count("\n- ") == 2
    assert "30" in notice.full
    assert "{" not in notice.short + notice.full
    english = privacy_notice("en", 30)
    assert notice.full.count("\n## ") == english.full.count("\n## ")
    assert notice.full.count("\n|") == english.full.count("\n|")


async def test_the_notice_is_on_record_in_the_language_in_which_it_was_shown(office: Office) -> None:
    case_id = uuid4()
    await office.desk.begin(office.merchant, case_id, office.merchant.email, "es")
    assert await shown(office, case_id) == [("1", "es")]


async def test_a_window_is_on_record_once_and_not_again_as_it_opens_again(office: Office) -> None:
    case_id = await office.desk.open_case(office.merchant, "chat")
    for _ in range(2):
        await office.desk.note_window(office.merchant, case_id, "fr", "Europe/Paris")
    assert await shown(office, case_id) == [("1", "fr")]
    record = await office.record(case_id)
    assert (record.language, record.time_zone) == ("fr", "Europe/Paris")


async def test_a_window_in_another_language_leaves_that_of_the_conversation(office: Office) -> None:
    case_id = uuid4()
    await office.desk.begin(office.merchant, case_id, office.merchant.email, "de")
    await office.desk.note_window(office.merchant, case_id, "en", "Europe/Vienna")
    record = await office.record(case_id)
    assert (record.language, record.time_zone) == ("de", "Europe/Vienna")


async def test_a_new_version_is_shown_when_the_merchant_comes_back(office: Office) -> None:
    case_id = uuid4()
    await office.desk.begin(office.merchant, case_id, office.merchant.email, "de")
    newer = Notice(version="2", language="en", page="/privacy")
    office.desk.policy = office.desk.policy.model_copy(update={"notice": newer})
    office.clock.pass_time(timedelta(days=1))
    await office.desk.note_window(office.merchant, case_id, "en")
    assert await shown(office, case_id) == [("1", "de"), ("2", "de")]


@pytest.mark.parametrize("who", ["other", "reviewer", "analyst"])
async def test_the_window_of_anybody_else_leaves_no_trace(office: Office, who: str) -> None:
    case_id = await office.desk.open_case(office.merchant, "chat")
    await office.desk.note_window(getattr(office, who), case_id, "fr", "Europe/Paris")
    assert not any(isinstance(e.body, LocaleNoted | NoticeShown) for e in await office.events(case_id))


def test_a_companys_own_page_is_linked_as_it_is() -> None:
    assert address_of("/privacy", "de") == "/privacy?lang=de"
    assert address_of("https://pay.example.com/privacy", "de") == "https://pay.example.com/privacy"


@pytest.mark.parametrize(
    ("wanted", "region"),
    [
        ("de-AT,de;q=0.9", "AT"),
        ("en", None),
        ("zh-Hant-TW,en-US;q=0.5", "TW"),
        ("fr;q=0.8,en-gb", "GB"),
        ("", None),
        ("de-1996, x-*", None),
    ],
)
def test_a_browser_tells_the_country_with_its_language(wanted: str, region: str | None) -> None:
    assert region_of(wanted) == region


def test_an_account_is_asked_for_in_the_form_of_the_country() -> None:
    words = wordbook("en")
    accounts = {country: needed_later(words, country)[-1] for country in ("DE", "US", "IN", None)}
    assert accounts["DE"].endswith("IBAN")
    assert "routing number" in accounts["US"]
    assert accounts["IN"].endswith("bank code and account number")
    assert "or" in accounts[None]
    assert "social security number" in needed_later(words, "US")[0]
    assert "social security number" not in needed_later(words, "GB")[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_and_line_of_business_has_words(language: Language) -> None:
    words = wordbook(language)
    assert REGISTERS.keys() == TAX_NUMBERS.keys()
    for country in REGISTERS:
        assert REGISTERS[country] in needed_now(words, country)[1]
        assert TAX_NUMBERS[country] in needed_later(words, country)[1]
    for kind in KINDS:
        assert words("hand.pair", when=words(f"hand.kind_{kind}"), paper=words(f"hand.paper_{kind}"))


def test_what_a_licence_is_follows_from_country_and_line_of_business() -> None:
    words = wordbook("en")
    assert papers_of(words, "DE", "5813") == (
        "your registration as a food business; the licence for it; Gewerbeanmeldung, Handelsregister"
    )
    assert papers_of(words, None, "5942") is None
