"""The letter "we saved this, continue here": asked for, or sent to who left half-way."""

from __future__ import annotations

from uuid import UUID, uuid4

from cases.access import Person
from cases.errors import Forbidden, Unauthenticated
from cases.languages import Language
from desk import pauses
from desk.desk import Desk
from desk.links import LinkBody, LinkKind, Links
from desk.people import People
from desk.wordbook import wordbook
from notices.letters import Mail, link_letter


class ContinueLetters:
    """Sends merchants, to the mailbox of their account, a link with which they go on."""

    def __init__(self, desk: Desk, people: People, mail: Mail, public_url: str) -> None:
        self._desk = desk
        self._people = people
        self._mail = mail
        self._public_url = public_url

    async def remind(self, case_id: UUID) -> None:
        """Send one to who left the application unfinished, once for each pause; raises Unavailable."""
        async with self._desk.db.read() as connection:
            draft = await self._desk.load(connection, case_id)
        began = pauses.due(draft)
        if began is None:
            return
        try:
            person = await self._people.person(draft.record.opened_by)
        except Unauthenticated:
            return
        if not person.enters_by_link:
            return
        await self._send(person, case_id, draft.record.language, key=f"pause:{case_id}:{began.seq}")
        await self._desk.note_letter(case_id)

    async def send(self, person: Person, case_id: UUID) -> None:
        """Send one because the merchant asks for it; raises NotFound, Forbidden, Unavailable."""
        language = await self._desk.expect_letter(person, case_id)
        if not person.enters_by_link:
            raise Forbidden(wordbook(language)("link.device_staff"))
        await self._send(person, case_id, language, key=f"asked:{uuid4()}")
        await self._desk.note_letter(case_id, person)

    async def _send(self, person: Person, case_id: UUID, language: Language, key: str) -> None:
        body = LinkBody(email=person.email, name=person.name, language=language)
        secret = await Links(self._desk).make(LinkKind.CONTINUE, body, person_id=person.id, case_id=case_id)
        url = f"{self._public_url}/link/{secret}"
        letter = link_letter(LinkKind.CONTINUE, language, person.name, url)
        await self._mail.send(person.email, letter, key=key)
