"""What merchants do in their own case."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID, uuid4

from cases.access import Person, Role, require
from cases.application import FieldName
from cases.attestation import Declaration
from cases.events import Event
from cases.languages import Language
from cases.participants import PersonalField
from desk import appealing, beginning, conversation, entries, help_wanted, locale, parties, pauses, submission
from desk.base import CaseExists, DeskBase, Door
from desk.draft import DESK, author_of
from desk.entries import raise_wrong
from desk.party_entries import PartyEntry, StructureEntry
from desk.request import MerchantRequest, take_in


class MerchantCommands(DeskBase):
    """What merchants do in their own case."""

    async def open_case(self, person: Person, door: Door, case_id: UUID | None = None) -> UUID:
        """Begin a case of the person's own; returns its id."""
        require(person, Role.MERCHANT, Role.REVIEWER)
        case_id = case_id or uuid4()
        async with self.opening(person, door, case_id):
            pass
        return case_id

    async def begin(self, person: Person, case_id: UUID, email: str, language: Language) -> None:
        """Begin a case from the start page; where it has begun already, nothing is done."""
        require(person, Role.MERCHANT)
        try:
            async with self.opening(person, "chat", case_id) as draft:
                beginning.begin(draft, author_of(person, draft.record), email, language)
        except CaseExists as known:
            if known.opened_by != person.id:
                raise

    async def apply(
        self, person: Person, request: MerchantRequest, door: Door, case_id: UUID | None = None
    ) -> UUID:
        """Begin a case with everything in one request, and submit it; returns its id.

        Where the person has a case of that id already, the request was sent twice: nothing is done.
        """
        require(person, Role.MERCHANT, Role.REVIEWER)
        case_id = case_id or uuid4()
        try:
            async with self.opening(person, door, case_id) as draft:
                author = author_of(person, draft.record)
                take_in(draft, author, request)
                submission.confirm(draft, author, source_seq=None, how="api")
        except CaseExists as known:
            if known.opened_by != person.id:
                raise
        return case_id

    async def say(self, person: Person, case_id: UUID, text: str, event_id: UUID | None = None) -> Event:
        """Add a person's message; one with a known ``event_id`` was sent twice and is not added again."""
        async with self.case(case_id) as draft:
            known = draft.event(event_id) is not None
            said = conversation.say(draft, person, text, event_id)
            if said.role == "merchant" and not known:
                locale.follow_language(draft, author_of(person, draft.record), text)
            return said

    async def note_locale(
        self, person: Person, case_id: UUID, language: Language, time_zone: str | None = None
    ) -> None:
        """Note the language and the time zone (IANA name) of the merchant's window."""
        async with self.case(case_id) as draft:
            locale.note_locale(draft, person, language, time_zone)

    async def request_person(self, person: Person, case_id: UUID) -> None:
        """Ask for a person to join the conversation."""
        async with self.case(case_id) as draft:
            help_wanted.request_person(draft, person)

    async def note_window(
        self, person: Person, case_id: UUID, language: Language, time_zone: str | None = None
    ) -> None:
        """Record what the window of a case's merchant shows as it opens, and where on earth it is."""
        async with self.case(case_id) as draft:
            locale.note_window(draft, person, language, time_zone)

    async def submit(
        self,
        person: Person,
        case_id: UUID,
        declaration: Declaration | None = None,
        *,
        how: submission.How = "api",
        address: str | None = None,
    ) -> None:
        """Confirm the summary; with a declaration, just what it was shown for."""
        async with self.case(case_id) as draft:
            submission.submit(draft, person, declaration, how=how, address=address)

    async def enter(
        self,
        person: Person,
        case_id: UUID,
        values: Mapping[FieldName, entries.Entered],
        *,
        via: entries.Via,
        absent: Collection[FieldName] = (),
        postponed: Collection[FieldName] = (),
    ) -> None:
        """Record what was filled in; raises Invalid with ``errors`` for what cannot be used of it."""
        async with self.case(case_id) as draft:
            wrong = entries.enter(draft, person, values, via=via, absent=absent, postponed=postponed)
        # Raised behind the transaction: what could be used is kept.
        raise_wrong(wrong)

    async def enter_detail(
        self, person: Person, case_id: UUID, subject: str, field: PersonalField, value: str
    ) -> None:
        """Record a detail of an owner from a secure field; raises Invalid."""
        async with self.case(case_id) as draft:
            entries.enter_detail(draft, person, subject, field, value)

    async def state_party(
        self, person: Person, case_id: UUID, party_id: str | None, entry: PartyEntry
    ) -> str:
        """State somebody behind the merchant, None for somebody new; returns their id."""
        async with self.case(case_id) as draft:
            return parties.state_party(draft, person, party_id, entry)

    async def remove_party(self, person: Person, case_id: UUID, party_id: str) -> None:
        """Take somebody out who is not behind the merchant after all."""
        async with self.case(case_id) as draft:
            parties.remove_party(draft, person, party_id)

    async def state_structure(self, person: Person, case_id: UUID, structure: StructureEntry) -> None:
        """State everybody behind the merchant at once."""
        async with self.case(case_id) as draft:
            parties.state_structure(draft, person, structure)

    async def expect_letter(self, person: Person, case_id: UUID) -> Language:
        """The language in which the merchant is written to; raises NotFound or Forbidden for anybody else."""
        async with self.db.read() as connection:
            draft = await self.load(connection, case_id)
        conversation.require_merchant_of(draft, person)
        return draft.record.language

    async def note_letter(
        self, case_id: UUID, person: Person | None = None, about: pauses.About = "pause"
    ) -> None:
        """Record that a link to go on with was sent: the person asked for it, or the desk did so itself."""
        async with self.case(case_id) as draft:
            author = conversation.require_merchant_of(draft, person) if person else DESK
            pauses.note_letter(draft, author, about)

    async def withdraw(self, person: Person, case_id: UUID) -> None:
        """Take the application back."""
        async with self.case(case_id) as draft:
            submission.withdraw(draft, person)

    async def appeal(self, person: Person, case_id: UUID, text: str) -> None:
        """Appeal against a decline."""
        async with self.case(case_id) as draft:
            appealing.appeal(draft, person, text)

    async def reopen(self, person: Person, case_id: UUID) -> None:
        """Go on with an application that was taken back or had lapsed."""
        async with self.case(case_id) as draft:
            submission.reopen(draft, person)
