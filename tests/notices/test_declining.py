"""The letter to a declined merchant: on paper, kept as it was sent, once for each decline."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from email.message import EmailMessage
from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader

from cases.application import Address, Application
from cases.decision import Verdict
from cases.disclosure import disclosure_of
from cases.errors import NotFound, Unavailable
from cases.languages import LANGUAGES, Language
from cases.states import State
from desk import declining
from desk.decline_letter import DeclineLetter, decline_letter, reference_of
from desk.decline_views import letter_file
from notices.decline_pdf import decline_pdf
from notices.declining import DeclineLetters
from notices.mail import Mailer
from storage.errors import LogDamaged
from storage.settings import load_settings
from storage.tables import documents
from tests.desk.cast import Case
from tests.desk.office import Office
from tests.letters import letters_to, text_of
from tests.policies import BASIC, FULL

POLICY = BASIC.model_copy(update={"decline_reasons": FULL.decline_reasons, "declining": FULL.declining})


class Post(Mailer):
    """A mailer that can be out of order."""

    broken = False

    async def send(self, *letter: object, **named: object) -> None:
        if self.broken:
            raise Unavailable("The post is on strike.")
        await super().send(*letter, **named)


@pytest.fixture
def post(office: Office) -> Post:
    office.desk.policy = POLICY
    return Post(load_settings(None, data_dir=office.folder))


@pytest.fixture
def letters(office: Office, post: Post) -> DeclineLetters:
    return DeclineLetters(office.desk, office.people, post, "https://onboard.example.com")


async def declined(office: Office, *reasons: str, language: Language = "en") -> UUID:
    case_id = await office.in_review()
    await office.desk.note_locale(office.merchant, case_id, language)
    await office.desk.decide(office.reviewer, case_id, Verdict(approved=False, reasons=reasons))
    return case_id


def received(office: Office) -> list[EmailMessage]:
    return letters_to(office.folder, office.merchant.email)


def attached(mail: EmailMessage) -> bytes:
    [paper] = mail.iter_attachments()
    assert paper.get_content_type() == "application/pdf"
    return paper.get_content()


def words_of(pdf: bytes) -> str:
    return " ".join("".join(page.extract_text() + "\n" for page in PdfReader(BytesIO(pdf)).pages).split())


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_is_declined_gets_a_letter_in_their_language_by_mail_and_from_the_desk(
    office: Office, letters: DeclineLetters, language: Language
) -> None:
    case_id = await declined(office, "ownership_unclear", language=language)
    assert (await office.work(case_id))[-1] == declining.WRITE_OF_DECLINE
    await letters.write(case_id)
    [mail] = received(office)
    pdf = attached(mail)
    for reader in (office.merchant, office.reviewer, office.analyst):
        assert (await letter_file(office.desk, reader, case_id)).content == pdf
    record = await office.record(case_id)
    told = words_of(pdf)
    notice = POLICY.declining.notices["uk"].texts[language]
    for words in (
        "Harbour Books",
        reference_of(record),
        notice.title,
        notice.told,
        notice.sections[-1].heading,
    ):
        assert words in told
    assert "Harbour Books" not in text_of(mail)
    assert "https://onboard.example.com/chat/case/" in text_of(mail)


async def test_the_letter_says_why_and_until_when_and_from_when_in_the_country_s_way_of_writing_days(
    office: Office, letters: DeclineLetters
) -> None:
    case_id = await declined(office, "ownership_unclear", "incomplete_information")
    await letters.write(case_id)
    told = words_of(attached(received(office)[0]))
    assert FULL.decline_reasons["ownership_unclear"].text in told
    assert FULL.decline_reasons["incomplete_information"].text in told
    assert "4 March 2025" in told
    assert "appeal until 3 April 2025" in told
    assert "apply again from 3 April 2025" in told


async def test_the_letter_is_written_and_sent_once_for_each_decline(
    office: Office, letters: DeclineLetters
) -> None:
    case_id = await declined(office, "ownership_unclear")
    await letters.write(case_id)
    await letters.write(case_id)
    assert len(received(office)) == 1
    kinds = [event.body.kind for event in await office.events(case_id)]
    assert kinds[-2:] == ["decline_letter.written", "decline_letter.mailed"]
    async with office.desk.case(case_id) as draft:
        draft.move(State.IN_REVIEW, declining.DESK)
    await letters.write(case_id)
    office.clock.pass_time(timedelta(days=2))
    await office.desk.decide(office.second, case_id, Verdict(approved=False))
    await letters.write(case_id)
    first, second = received(office)
    assert attached(first) != attached(second)
    assert (await letter_file(office.desk, office.merchant, case_id)).content == attached(second)


async def test_a_letter_that_could_not_be_sent_is_sent_later_as_it_was_written(
    office: Office, letters: DeclineLetters, post: Post
) -> None:
    case_id = await declined(office, "ownership_unclear")
    post.broken = True
    with pytest.raises(Unavailable):
        await letters.write(case_id)
    kept = await letter_file(office.desk, office.merchant, case_id)
    post.broken = False
    reworded = {
        code: r.model_copy(update={"text": "Otherwise."}) for code, r in POLICY.decline_reasons.items()
    }
    office.desk.policy = POLICY.model_copy(update={"decline_reasons": reworded})
    await letters.write(case_id)
    assert attached(received(office)[0]) == kept.content
    assert (await letter_file(office.desk, office.merchant, case_id)) == kept


async def test_a_letter_that_was_changed_in_the_database_is_handed_to_nobody(
    office: Office, letters: DeclineLetters
) -> None:
    case_id = await declined(office)
    await letters.write(case_id)
    async with office.desk.db.read() as connection:
        kept = (await connection.execute(documents.select())).one()
    assert b"%PDF" not in kept.body
    async with office.desk.db.write() as tx:
        await tx.execute(documents.update().values(body=kept.body[:-1] + b"?"))
    with pytest.raises(LogDamaged):
        await letter_file(office.desk, office.merchant, case_id)


async def test_there_is_no_letter_for_another_merchant_nor_before_a_decision(
    office: Office, letters: DeclineLetters
) -> None:
    case_id = await office.in_review()
    await letters.write(case_id)
    with pytest.raises(NotFound):
        await letter_file(office.desk, office.merchant, case_id)
    await office.desk.decide(office.reviewer, case_id, Verdict(approved=False))
    await letters.write(case_id)
    with pytest.raises(NotFound):
        await letter_file(office.desk, office.other, case_id)


async def test_under_a_policy_without_notices_nobody_is_written_to(
    office: Office, letters: DeclineLetters
) -> None:
    office.desk.policy = BASIC
    case_id = await declined(office)
    assert declining.WRITE_OF_DECLINE not in await office.work(case_id)
    await letters.write(case_id)
    assert received(office) == []


def written(*reasons: str, name: str = "Harbour Books") -> DeclineLetter:
    case = Case()
    address = Address(country="GB")
    record = replace(case.record, application=Application(merchant_name=name, address=address))
    record = replace(record, id=UUID(int=7))
    disclosure = disclosure_of(reasons, POLICY, case.now.date())
    letter = decline_letter(record, POLICY, disclosure, case.now)
    assert letter is not None
    return letter


def test_a_silent_decline_and_a_neutral_one_are_the_same_file_byte_for_byte() -> None:
    neutral = decline_pdf(written("compliance_failure"))
    for reasons in (("sanctions",), ("financial_crime", "ownership_unclear"), ()):
        assert decline_pdf(written(*reasons)) == neutral
    assert decline_pdf(written("ownership_unclear")) != neutral


def test_a_name_in_any_script_can_be_read_on_paper() -> None:
    told = words_of(decline_pdf(written(name="Żółć Søren Иванов 東京")))
    assert "Żółć Søren Иванов" in told
    assert re.search(r"[A-Za-z]+", told.partition("Иванов")[2].split()[0])
