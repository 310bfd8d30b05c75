"""The letters about a complaint, once each: that it is here, that the answer is late, that it is there."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from cases.complaints import Complaint, Outcome
from cases.languages import LANGUAGES, Language
from desk.complaining import WRITE_OF_COMPLAINTS
from storage.settings import load_settings
from tests.desk.office import Office
from tests.letters import letters_to, text_of
from web.telling import merchant_letters

WORDS = "Nobody answers me, qx2."


async def complained(office: Office, language: Language = "en") -> tuple[UUID, Complaint]:
    case_id = await office.in_review()
    await office.desk.note_locale(office.merchant, case_id, language)
    return case_id, await office.desk.complain(office.merchant, case_id, WORDS)


async def written(office: Office, case_id: UUID) -> list[str]:
    """Does the work twice, as after a crash; all letters that the merchant has then, oldest first."""
    settings = load_settings(None, data_dir=office.folder)
    write = merchant_letters(office.desk, office.people, settings)[WRITE_OF_COMPLAINTS]
    for _ in range(2):
        await write(case_id)
    return [text_of(letter) for letter in letters_to(office.folder, office.merchant.email)]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_is_acknowledged_and_answered_by_mail_without_anybodys_words(
    office: Office, language: Language
) -> None:
    case_id, made = await complained(office, language)
    [receipt] = await written(office, case_id)
    assert made.reference in receipt
    assert f"/chat/case/{case_id}" in receipt
    assert "25" in receipt, "15 business days from Tuesday 4 March 2025"
    await office.desk.answer_complaint(office.reviewer, case_id, made.id, "We call you, qx3.")
    assert (await office.work(case_id)).count(WRITE_OF_COMPLAINTS) == 2
    await office.desk.close_complaint(office.reviewer, case_id, made.id, Outcome.UPHELD, "qx4")
    letters = await written(office, case_id)
    assert len(letters) == 2
    assert "qx" not in "".join(letters)


async def test_whose_answer_is_late_is_told_so_and_still_gets_it(office: Office) -> None:
    case_id, made = await complained(office)
    await written(office, case_id)
    office.clock.pass_time(made.answer_by - office.clock() + timedelta(minutes=1))
    await office.desk.note_overdue_complaints(case_id)
    assert "is late" in (await written(office, case_id))[-1]
    await office.desk.answer_complaint(office.reviewer, case_id, made.id, "We call you.")
    letters = await written(office, case_id)
    assert len(letters) == 3
    assert "answered" in letters[-1]


async def test_nobody_is_written_about_one_that_was_withdrawn_or_to_a_closed_account(office: Office) -> None:
    case_id, made = await complained(office)
    await office.desk.close_complaint(office.reviewer, case_id, made.id, Outcome.WITHDRAWN, "They said so.")
    assert await written(office, case_id) == []
    await office.desk.complain(office.merchant, case_id, WORDS)
    await office.people.disable(office.merchant.email)
    assert await written(office, case_id) == []
