"""Letters about a request for information: what is asked, reminders that come once, and the end."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from cases.application import FieldName
from cases.events import RequestReminded
from cases.languages import LANGUAGES, Language
from cases.states import State
from desk import work
from desk.information import ItemAsked
from desk.information_answers import FOLLOW
from desk.links import LinkKind, Links
from desk.wordbook import wordbook
from notices.continuing import ContinueLetters
from notices.information import RequestLetters
from notices.mail import Mailer
from storage.settings import load_settings
from tests.desk.cast import STAFF_ONLY
from tests.desk.office import Office
from tests.letters import letters_to, link_in, text_of

TAX = ItemAsked(item="tax_id", reason="not_given", text="The one of Harbour Books.")
PAPER = ItemAsked(item="documents.licence", reason="out_of_date")
URL = "https://onboard.example.com"


@pytest.fixture
def letters(office: Office) -> RequestLetters:
    mailer = Mailer(load_settings(None, data_dir=office.folder))
    return RequestLetters(office.desk, office.people, mailer, URL)


async def asked(office: Office, language: Language = "en", until: date | None = None) -> UUID:
    case_id = await office.in_review()
    await office.desk.note_locale(office.merchant, case_id, language)
    await office.desk.request_information(office.reviewer, case_id, [TAX, PAPER], until, STAFF_ONLY)
    return case_id


async def let_time_pass(office: Office, letters: RequestLetters, case_id: UUID) -> list[datetime]:
    """Look whenever the last look said so, as the worker does; returns when that was."""
    looks: list[datetime] = []
    while (again := await letters.follow(case_id)) is not None and len(looks) < 20:
        assert again > office.clock()
        looks.append(again)
        office.clock.now = again
    return looks


async def reminded(office: Office, case_id: UUID) -> list[datetime]:
    return [e.at for e in await office.events(case_id) if isinstance(e.body, RequestReminded)]


def subjects(office: Office) -> list[str]:
    return [str(letter["Subject"]) for letter in letters_to(office.folder, office.merchant.email)]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_letter_says_what_why_and_by_when_in_their_language_and_nothing_personal(
    office: Office, letters: RequestLetters, language: Language
) -> None:
    case_id = await asked(office, language)
    await letters.follow(case_id)
    await letters.follow(case_id)
    [letter] = letters_to(office.folder, office.merchant.email)
    words, text = wordbook(language), " ".join(text_of(letter).split())
    assert letter["Subject"] == words("request.letter_subject")
    for said in ("field.tax_id", "document.kind_licence", "request.reason_out_of_date", "request.letter_end"):
        assert words(said) in text
    assert "18" in text
    for private in ("Harbour", "BL-2231", "Leeds", STAFF_ONLY, str(case_id), office.reviewer.name):
        assert private not in text.replace(office.merchant.name, "")
    link = await Links(office.desk).look(link_in(letter).rpartition("/")[2])
    assert (link.kind, link.case_id, link.person_id) == (LinkKind.CONTINUE, case_id, office.merchant.id)


async def test_reminders_come_at_half_time_and_on_the_business_day_before_and_none_twice(
    office: Office, letters: RequestLetters
) -> None:
    case_id = await asked(office)
    await let_time_pass(office, letters, case_id)
    assert await reminded(office, case_id) == [
        datetime(2025, 3, 11, 16, 44, 59, 500000, tzinfo=UTC),
        datetime(2025, 3, 17, 10, tzinfo=UTC),
    ]
    words = wordbook("en")
    first, *more = subjects(office)
    assert (first, more) == (words("request.letter_subject"), [words("request.letter_reminder_subject")] * 2)
    said = (await office.views.transcript(office.merchant, case_id)).events
    opening = words("request.reminder", when="Tuesday 18 March")
    assert sum(event.text.startswith(opening) for event in said) == 2


async def test_nobody_is_reminded_at_night_where_they_are_nor_on_a_weekend(
    office: Office, letters: RequestLetters
) -> None:
    case_id = await office.in_review()
    await office.desk.note_locale(office.merchant, case_id, "en", "Asia/Tokyo")
    await office.desk.request_information(office.reviewer, case_id, [TAX], date(2025, 3, 14))
    await let_time_pass(office, letters, case_id)
    there = [at + timedelta(hours=9) for at in await reminded(office, case_id)]
    assert [(at.date(), at.hour) for at in there] == [(date(2025, 3, 10), 9), (date(2025, 3, 13), 10)]


async def test_a_reminder_that_is_late_at_night_waits_for_the_morning(
    office: Office, letters: RequestLetters
) -> None:
    case_id = await asked(office)
    await letters.follow(case_id)
    office.clock.now = datetime(2025, 3, 11, 23, 30, tzinfo=UTC)
    assert await letters.follow(case_id) == datetime(2025, 3, 12, 9, tzinfo=UTC)
    assert await reminded(office, case_id) == []
    office.clock.now = datetime(2025, 3, 12, 9, tzinfo=UTC)
    await letters.follow(case_id)
    assert len(await reminded(office, case_id)) == 1


async def test_whoever_has_answered_everything_is_not_reminded(
    office: Office, letters: RequestLetters
) -> None:
    case_id = await asked(office)
    await letters.follow(case_id)
    for key in ("tax_id", "documents.licence"):
        await office.desk.answer_item(office.merchant, case_id, key, "none", "We are too small.")
    await let_time_pass(office, letters, case_id)
    assert await reminded(office, case_id) == []
    assert await office.state(case_id) is State.NEEDS_INFORMATION


async def test_more_time_puts_the_end_and_the_last_reminder_off(
    office: Office, letters: RequestLetters
) -> None:
    case_id = await asked(office, until=date(2025, 3, 7))
    await letters.follow(case_id)
    await office.desk.extend_request(office.reviewer, case_id, date(2025, 3, 21))
    looks = await let_time_pass(office, letters, case_id)
    assert looks[-1] == datetime(2025, 3, 21, 23, 59, 59, tzinfo=UTC)
    assert await reminded(office, case_id) == [
        datetime(2025, 3, 13, 9, tzinfo=UTC),
        datetime(2025, 3, 20, 10, tzinfo=UTC),
    ]


async def test_the_letter_is_the_one_about_this_pause(office: Office, letters: RequestLetters) -> None:
    case_id = await asked(office)
    await letters.follow(case_id)
    office.clock.pass_time(timedelta(hours=1))
    mailer = Mailer(load_settings(None, data_dir=office.folder))
    await ContinueLetters(office.desk, office.people, mailer, URL).remind(case_id)
    assert len(subjects(office)) == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_end_is_told_with_a_link_that_opens_it_again(
    office: Office, letters: RequestLetters, language: Language
) -> None:
    case_id = await asked(office, language)
    await let_time_pass(office, letters, case_id)
    assert await office.state(case_id) is State.EXPIRED
    assert "write_of_expiry" in await office.work(case_id)
    await letters.tell_expired(case_id)
    words, letter = wordbook(language), letters_to(office.folder, office.merchant.email)[-1]
    assert letter["Subject"] == words("letter.reopen_subject")
    link = await Links(office.desk).look(link_in(letter).rpartition("/")[2])
    assert (link.kind, link.case_id) == (LinkKind.REOPEN, case_id)
    await office.desk.reopen(office.merchant, case_id)
    await letters.tell_expired(case_id)
    assert subjects(office).count(words("letter.reopen_subject")) == 1


async def test_a_request_is_followed_again_once_the_application_is_open_again(
    office: Office, letters: RequestLetters
) -> None:
    case_id = await asked(office)
    await let_time_pass(office, letters, case_id)
    await office.desk.reopen(office.merchant, case_id)
    assert (await office.work(case_id)).count("follow_request") == 2
    before = len(await reminded(office, case_id))
    await let_time_pass(office, letters, case_id)
    assert len(await reminded(office, case_id)) > before
    assert await office.state(case_id) is State.EXPIRED


async def test_the_work_waits_in_the_table_until_it_is_to_be_looked_at_again(office: Office) -> None:
    case_id = await asked(office)
    [due] = [item for item in await work.pending(office.desk) if item.kind == FOLLOW]
    later = office.clock() + timedelta(days=3)
    await work.postpone(office.desk, due, later)
    assert FOLLOW not in {item.kind for item in await work.pending(office.desk)}
    office.clock.now = later
    [again] = [item for item in await work.pending(office.desk) if item.kind == FOLLOW]
    assert (again.case_id, again.attempt) == (case_id, 1)


async def test_work_on_a_case_that_has_moved_on_does_nothing(office: Office, letters: RequestLetters) -> None:
    case_id = await asked(office)
    tax = {FieldName.TAX_ID: "GB 434 0316 78"}
    await office.desk.enter(office.merchant, case_id, tax, via="secure")
    await office.desk.withdraw(office.merchant, case_id)
    assert await letters.follow(case_id) is None
    assert subjects(office) == []
