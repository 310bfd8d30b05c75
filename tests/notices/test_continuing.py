"""The letter to who left an application unfinished: once for each pause, at most one a day."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from cases.access import Person, Role
from cases.decision import Verdict
from cases.errors import Forbidden, NotFound
from cases.languages import LANGUAGES, Language
from desk.links import LinkKind, Links
from desk.wordbook import wordbook
from notices.continuing import ContinueLetters
from notices.mail import Mailer
from storage.settings import load_settings
from tests.desk.office import Office
from tests.letters import letters_to, link_in, text_of

PAUSE = timedelta(minutes=31)


@pytest.fixture
def letters(office: Office) -> ContinueLetters:
    mailer = Mailer(load_settings(None, data_dir=office.folder))
    return ContinueLetters(office.desk, office.people, mailer, "https://onboard.example.com")


async def begun(office: Office, person: Person | None = None, language: Language = "en") -> UUID:
    case_id, who = uuid4(), person or office.merchant
    await office.desk.begin(who, case_id, who.email, language)
    return case_id


def received(office: Office, person: Person | None = None) -> int:
    return len(letters_to(office.folder, (person or office.merchant).email))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_leaves_half_way_gets_one_letter_in_their_language_whose_link_goes_on(
    office: Office, letters: ContinueLetters, language: Language
) -> None:
    case_id = await begun(office, language=language)
    office.clock.pass_time(PAUSE)
    await letters.remind(case_id)
    await letters.remind(case_id)
    [letter] = letters_to(office.folder, office.merchant.email)
    assert letter["Subject"] == wordbook(language)("letter.continue_subject")
    link = await Links(office.desk).look(link_in(letter).rpartition("/")[2])
    assert (link.kind, link.case_id, link.person_id) == (LinkKind.CONTINUE, case_id, office.merchant.id)


async def test_nobody_is_written_to_who_is_still_writing(office: Office, letters: ContinueLetters) -> None:
    case_id = await begun(office)
    for _ in range(4):
        office.clock.pass_time(timedelta(minutes=20))
        await letters.remind(case_id)
        await office.desk.say(office.merchant, case_id, "We sell bread.")
    assert received(office) == 0


async def test_a_second_pause_on_the_same_day_brings_no_second_letter_one_on_the_next_day_does(
    office: Office, letters: ContinueLetters
) -> None:
    case_id = await begun(office)
    office.clock.pass_time(PAUSE)
    await letters.remind(case_id)
    await office.desk.say(office.merchant, case_id, "We sell bread.")
    office.clock.pass_time(PAUSE)
    await letters.remind(case_id)
    assert received(office) == 1
    office.clock.pass_time(timedelta(days=1))
    await office.desk.say(office.merchant, case_id, "In Leeds.")
    office.clock.pass_time(PAUSE)
    await letters.remind(case_id)
    assert received(office) == 2


async def test_looking_at_the_conversation_again_is_no_new_pause(
    office: Office, letters: ContinueLetters
) -> None:
    case_id = await begun(office)
    office.clock.pass_time(PAUSE)
    await letters.remind(case_id)
    office.clock.pass_time(timedelta(days=2))
    await office.desk.note_window(office.merchant, case_id, "en", "Europe/London")
    office.clock.pass_time(PAUSE)
    await letters.remind(case_id)
    assert received(office) == 1


async def test_nothing_is_sent_while_it_is_not_the_merchants_turn(
    office: Office, letters: ContinueLetters
) -> None:
    reviewed, taken_back = await office.in_review(), await begun(office)
    await office.desk.withdraw(office.merchant, taken_back)
    office.clock.pass_time(PAUSE)
    for case_id in (reviewed, taken_back):
        await letters.remind(case_id)
    assert received(office) == 0
    await office.desk.ask(office.reviewer, reviewed, "Which mill?", "To understand your supply.")
    office.clock.pass_time(PAUSE)
    await letters.remind(reviewed)
    assert received(office) == 1


async def test_staff_are_never_sent_a_link(office: Office, letters: ContinueLetters) -> None:
    both = await office.people.add("both@people.example", [Role.MERCHANT, Role.REVIEWER])
    case_id = await begun(office, both)
    office.clock.pass_time(PAUSE)
    await letters.remind(case_id)
    with pytest.raises(Forbidden):
        await letters.send(both, case_id)
    assert received(office, both) == 0


async def test_who_may_not_use_their_account_is_not_written_to(
    office: Office, letters: ContinueLetters
) -> None:
    case_id = await begun(office)
    await office.people.disable(office.merchant.email)
    office.clock.pass_time(PAUSE)
    await letters.remind(case_id)
    assert received(office) == 0


async def test_only_the_merchant_of_a_case_asks_for_its_letter(
    office: Office, letters: ContinueLetters
) -> None:
    case_id = await begun(office)
    with pytest.raises(NotFound):
        await letters.send(office.other, case_id)
    with pytest.raises(Forbidden):
        await letters.send(office.reviewer, case_id)
    await letters.send(office.merchant, case_id)
    assert received(office) == 1


async def test_a_letter_that_was_asked_for_is_the_days_letter(
    office: Office, letters: ContinueLetters
) -> None:
    case_id = await begun(office)
    await letters.send(office.merchant, case_id)
    office.clock.pass_time(PAUSE)
    await letters.remind(case_id)
    assert received(office) == 1


async def test_a_letter_whose_record_was_lost_in_a_crash_is_the_same_letter_again(
    office: Office, letters: ContinueLetters, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_id = await begun(office)
    office.clock.pass_time(PAUSE)
    with monkeypatch.context() as killed:
        killed.setattr(office.desk, "note_letter", _die)
        with pytest.raises(KeyboardInterrupt):
            await letters.remind(case_id)
    await letters.remind(case_id)
    assert received(office) == 1


async def _die(case_id: UUID) -> None:
    raise KeyboardInterrupt


async def test_the_letter_holds_a_link_and_a_name_and_nothing_of_the_application(
    office: Office, letters: ContinueLetters
) -> None:
    case_id = await begun(office)
    await office.desk.say(office.merchant, case_id, "We are Harbour Bread, EIN 61-8987901.")
    office.clock.pass_time(PAUSE)
    await letters.remind(case_id)
    [letter] = letters_to(office.folder, office.merchant.email)
    assert "Harbour" not in text_of(letter)
    assert str(case_id) not in letter.as_string()


async def test_work_is_written_down_with_what_the_merchant_said_and_not_for_other_doors(
    office: Office,
) -> None:
    talked = await begun(office)
    await office.desk.say(office.merchant, talked, "We sell bread.")
    assert (await office.work(talked)).count("remind") == 2
    called = await office.desk.open_case(office.merchant, "api")
    assert "remind" not in await office.work(called)


async def test_a_policy_may_do_without(office: Office) -> None:
    deadlines = office.desk.policy.deadlines.model_copy(update={"pause_minutes": 0})
    office.desk.policy = office.desk.policy.model_copy(update={"deadlines": deadlines})
    assert await office.work(await begun(office)) == []


async def test_a_decided_case_brings_no_letter(office: Office, letters: ContinueLetters) -> None:
    case_id = await office.in_review()
    await office.desk.decide(office.reviewer, case_id, Verdict(approved=True))
    office.clock.pass_time(PAUSE)
    await letters.remind(case_id)
    assert received(office) == 0
