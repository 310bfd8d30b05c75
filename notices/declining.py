"""The letter to a declined merchant: written on paper, kept, and sent to the mailbox of their account."""

from __future__ import annotations

import asyncio
from uuid import UUID

from cases.access import Person
from cases.errors import Unauthenticated
from cases.record import CaseRecord
from desk.declining import letter_of
from desk.desk import Desk
from desk.people import People
from desk.wordbook import wordbook
from notices.decline_pdf import decline_pdf
from notices.letters import Attachment, Letter, Mail, harmless


class DeclineLetters:
    """Writes and sends the letter about a decline, once for each, however often it is asked for."""

    def __init__(self, desk: Desk, people: People, mail: Mail, public_url: str) -> None:
        self._desk = desk
        self._people = people
        self._mail = mail
        self._public_url = public_url

    async def write(self, case_id: UUID) -> None:
        """Keep the letter, then send it; raises Unavailable where it cannot be sent just now."""
        await self._keep(case_id)
        async with self._desk.db.read() as connection:
            record = (await self._desk.load(connection, case_id)).record
            kept = letter_of(record)
            if kept is None or kept.is_mailed:
                return
            pdf = await self._desk.log.documents.read(connection, case_id, kept.document_id)
        person = await self._merchant(record)
        if person is None or pdf is None:
            return
        letter = covering_letter(record, person.name, pdf, f"{self._public_url}/chat/case/{case_id}")
        await self._mail.send(person.email, letter, key=f"declined:{kept.document_id}")
        await self._desk.note_decline_letter_mailed(case_id, kept.document_id)

    async def _keep(self, case_id: UUID) -> None:
        wanted = await self._desk.wanted_decline_letter(case_id)
        if wanted is not None:
            pdf = await asyncio.to_thread(decline_pdf, wanted)
            await self._desk.keep_decline_letter(case_id, wanted, pdf)

    async def _merchant(self, record: CaseRecord) -> Person | None:
        """Who applied; None where their account is closed, and nobody reads its mailbox for us."""
        try:
            return await self._people.person(record.opened_by)
        except Unauthenticated:
            return None


def covering_letter(record: CaseRecord, name: str, pdf: bytes, url: str) -> Letter:
    """The mail around the letter, which itself says nothing of anybody."""
    words = wordbook(record.language)
    first = harmless(name).partition(" ")[0]
    return Letter(
        subject=words("decline.mail_subject"),
        paragraphs=(words("letter.hello", name=first), words("decline.mail_text")),
        language=record.language,
        button=words("decline.mail_button"),
        url=url,
        small=words("decline.mail_small"),
        attachments=(Attachment(name=f"{words('decline.file')}.pdf", content=pdf),),
    )
