"""What a merchant is written about a request for information: what is asked, reminders, and its end."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from cases.access import Person
from cases.errors import Unauthenticated
from cases.information import InformationRequest
from cases.states import State
from desk import work
from desk.desk import Desk
from desk.draft import Draft
from desk.information_answers import open_request
from desk.information_times import is_reminder_due, next_look, waking
from desk.information_words import day_in_words, neutral_label, reason_in_words
from desk.links import LinkBody, LinkKind, Links
from desk.pauses import was_written_to
from desk.people import People
from desk.wordbook import wordbook
from notices.letters import Letter, Mail, harmless, link_letter, small_print


class RequestLetters:
    """Writes to the mailbox of a merchant's account; without names, figures or anybody's own words."""

    def __init__(self, desk: Desk, people: People, mail: Mail, public_url: str) -> None:
        self._desk = desk
        self._people = people
        self._mail = mail
        self._public_url = public_url

    async def follow(self, case_id: UUID) -> datetime | None:
        """Do what is due about the open request of a case; returns when to look again. Raises Unavailable."""
        draft = await self._read(case_id)
        request = open_request(draft)
        if request is None:
            return None
        record, policy, now = draft.record, draft.policy, draft.now
        if now >= request.due_at:
            await work.expire(self._desk, case_id)
            return None
        if request.open_items and is_reminder_due(record, policy, request, now):
            if (morning := waking(now, record, policy)) > now:
                return min(morning, request.due_at)
            await self._remind(draft, request)
        elif request.open_items and not was_written_to(draft, request.seq):
            await self._ask(draft, request)
        return next_look(record, policy, request, now)

    async def _ask(self, draft: Draft, request: InformationRequest) -> None:
        if await self._write(draft, request, "letter", str(request.seq)):
            await self._desk.note_letter(draft.record.id, about="request")

    async def _remind(self, draft: Draft, request: InformationRequest) -> None:
        await self._write(draft, request, "letter_reminder", f"{request.seq}:{draft.now.date()}")
        await self._desk.remind_of_request(draft.record.id)

    async def tell_expired(self, case_id: UUID) -> None:
        """Say that an application was closed as incomplete, with a link to open it again; Unavailable."""
        draft = await self._read(case_id)
        person = await self._reader(draft)
        if person is None or draft.record.state is not State.EXPIRED:
            return
        language = draft.record.language
        url = await self._link(LinkKind.REOPEN, person, draft)
        letter = link_letter(LinkKind.REOPEN, language, person.name, url)
        await self._mail.send(person.email, letter, key=f"expired:{case_id}:{draft.record.moved_seq}")

    async def _write(self, draft: Draft, request: InformationRequest, name: str, key: str) -> bool:
        """Send a letter; whether there was a mailbox to send it to."""
        person = await self._reader(draft)
        if person is None:
            return False
        url = await self._link(LinkKind.CONTINUE, person, draft)
        letter = request_letter(draft, request, name, person.name, url)
        await self._mail.send(person.email, letter, key=f"request:{draft.record.id}:{key}")
        return True

    async def _link(self, kind: LinkKind, person: Person, draft: Draft) -> str:
        body = LinkBody(email=person.email, name=person.name, language=draft.record.language)
        case_id = draft.record.id
        secret = await Links(self._desk).make(kind, body, person_id=person.id, case_id=case_id)
        return f"{self._public_url}/link/{secret}"

    async def _reader(self, draft: Draft) -> Person | None:
        """The merchant of a case, where a link signs them in."""
        try:
            person = await self._people.person(draft.record.opened_by)
        except Unauthenticated:
            return None
        return person if person.enters_by_link else None

    async def _read(self, case_id: UUID) -> Draft:
        async with self._desk.db.read() as connection:
            return await self._desk.load(connection, case_id)


def request_letter(draft: Draft, request: InformationRequest, name: str, to: str, url: str) -> Letter:
    """What is open of a request, why and by when; ``name``: the letter's, in the words of requests."""
    language = draft.record.language
    words = wordbook(language)
    when = day_in_words(request.until, language)
    lines = (
        f"• {neutral_label(item, language)}: {reason_in_words(item.reason, draft.policy, language)}"
        for item in request.open_items
    )
    return Letter(
        subject=words(f"request.{name}_subject"),
        paragraphs=(
            words("letter.hello", name=harmless(to)),
            words(f"request.{name}_text", when=when),
            *lines,
            words("request.letter_end"),
        ),
        language=language,
        button=words("request.letter_button"),
        url=url,
        small=small_print(LinkKind.CONTINUE, language),
        with_picture=True,
    )
