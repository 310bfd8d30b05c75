"""The one desk: every door and every tool comes here, and nothing else writes (design, rule 2)."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Collection, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Literal, Protocol
from uuid import UUID, uuid4

from sqlalchemy.ext.asyncio import AsyncConnection

from cases.access import Audience, Person, Role, require
from cases.application import FieldName
from cases.attestation import Declaration
from cases.checks import RiskLevel
from cases.decision import Verdict
from cases.documents import Document, RefusalCode
from cases.errors import Conflict, Invalid, NotFound
from cases.events import CaseOpened, Event
from cases.languages import Language
from cases.participants import Part, PersonalField
from cases.policy import Policy
from cases.screening import MatchVerdict, Party, PotentialMatch
from cases.verification import Answer, Inquiry, VerificationReport
from desk import (
    accounts,
    beginning,
    categorising,
    conversation,
    documents,
    entries,
    help_wanted,
    ledger,
    locale,
    matching,
    offers,
    overriding,
    participants,
    parties,
    pauses,
    provisioning,
    review,
    submission,
    verifying,
)
from desk.bell import Bell
from desk.draft import DESK, Draft, author_of
from desk.party_entries import PartyEntry, StructureEntry
from desk.request import MerchantRequest, take_in
from storage.database import Database
from storage.log import EventLog
from storage.secrets import Keyring
from storage.watch_lists import StoredList

Door = Literal["chat", "api", "cli"]


class Lists(Protocol):
    """The configured watch lists."""

    async def screen(self, party: Party, threshold: float) -> list[PotentialMatch]:
        """Entries at least as like the party as the threshold; raises Unavailable for a list never read."""
        ...

    async def status(self) -> list[StoredList]:
        """The lists as they stand, and what is wrong with one."""
        ...


class Verifier(Protocol):
    """An independent source: a company registry, an identity service, a bank."""

    async def verify(self, inquiry: Inquiry) -> Answer | None:
        """What it says of just the facts that were asked; None where a person has to look it up.

        Raises OnboardError where it cannot be asked.
        """
        ...


class Gateway(Protocol):
    """The provisioning services behind their gateway."""

    async def post(self, step: str, key: str, body: dict[str, object]) -> StepAnswer:
        """Call one service; raises StepFailed when it fails for good."""
        ...


@dataclass(frozen=True)
class StepAnswer:
    """What a provisioning service answered, and after how many attempts."""

    data: dict[str, object]
    attempts: int


class CaseExists(Conflict):
    """There is a case with this id already; ``opened_by`` is not for showing."""

    code = "exists"

    def __init__(self, opened_by: UUID) -> None:
        super().__init__("There is a case with this id already.")
        self.opened_by = opened_by


@dataclass
class Desk:
    """What every command needs; built once, handed down."""

    db: Database
    log: EventLog
    keyring: Keyring
    policy: Policy
    lists: Lists
    gateway: Gateway
    verifier: Verifier | None = None
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    bell: Bell = field(default_factory=Bell)

    # -- the merchant ---------------------------------------------------------------------------

    async def open_case(self, person: Person, door: Door, case_id: UUID | None = None) -> UUID:
        """Begin a case of the person's own; returns its id."""
        require(person, Role.MERCHANT, Role.REVIEWER)
        case_id = case_id or uuid4()
        async with self._opening(person, door, case_id):
            pass
        return case_id

    async def begin(self, person: Person, case_id: UUID, email: str, language: Language) -> None:
        """Begin a case from the start page; where it has begun already, nothing is done."""
        require(person, Role.MERCHANT)
        try:
            async with self._opening(person, "chat", case_id) as draft:
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
            async with self._opening(person, door, case_id) as draft:
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
        _raise_wrong(wrong)

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

    async def note_letter(self, case_id: UUID, person: Person | None = None) -> None:
        """Record that a link to go on with was sent: the person asked for it, or the desk did so itself."""
        async with self.case(case_id) as draft:
            author = conversation.require_merchant_of(draft, person) if person else DESK
            pauses.note_letter(draft, author)

    async def withdraw(self, person: Person, case_id: UUID) -> None:
        """Take the application back."""
        async with self.case(case_id) as draft:
            submission.withdraw(draft, person)

    async def reopen(self, person: Person, case_id: UUID) -> None:
        """Go on with an application that was taken back or had lapsed."""
        async with self.case(case_id) as draft:
            submission.reopen(draft, person)

    # -- others on the merchant's side ----------------------------------------------------------

    async def invite(self, person: Person, case_id: UUID, participant: Person, name: str, part: Part) -> None:
        """Ask somebody else to fill in a part of the application."""
        async with self.case(case_id) as draft:
            participants.invite(draft, person, participant, name, part)

    async def remove_participant(self, person: Person, case_id: UUID, participant: UUID) -> None:
        """Take an invitation back; who was invited sees nothing of the case from then on."""
        async with self.case(case_id) as draft:
            participants.remove(draft, person, participant)

    async def show_part_notice(self, person: Person, case_id: UUID, language: Language) -> None:
        """Record that a participant was shown the notice about their own data."""
        async with self.case(case_id) as draft:
            participants.show_notice(draft, person, language)

    async def fill_part(
        self,
        person: Person,
        case_id: UUID,
        figures: Mapping[FieldName, str],
        details: Mapping[PersonalField, str],
    ) -> None:
        """Record what a participant entered; raises Invalid with ``errors`` for what cannot be used."""
        async with self.case(case_id) as draft:
            wrong = participants.fill(draft, person, figures, details)
        _raise_wrong(wrong)

    async def finish_part(self, person: Person, case_id: UUID, language: Language) -> None:
        """A participant declares their part right and done."""
        async with self.case(case_id) as draft:
            participants.finish(draft, person, language)

    # -- documents ------------------------------------------------------------------------------

    async def expect_document(self, person: Person, case_id: UUID) -> None:
        """Raise NotFound, Forbidden or Conflict where the person may not send a document just now."""
        async with self.db.read() as connection:
            documents.require_sendable(await self.load(connection, case_id), person)

    async def receive_document(
        self, person: Person, case_id: UUID, paper: documents.Paper, document_id: UUID
    ) -> Document:
        """Keep a document that was looked into; one with a known id was sent twice and is not kept again."""
        async with self.case(case_id) as draft:
            return documents.receive(draft, person, paper, document_id)

    async def expect_attachment(self, person: Person, case_id: UUID) -> None:
        """Raise NotFound, Forbidden or Conflict where the person may not attach a file for the team."""
        async with self.db.read() as connection:
            documents.require_attachable(await self.load(connection, case_id), person)

    async def attach_document(
        self, person: Person, case_id: UUID, paper: documents.Paper, document_id: UUID
    ) -> Document:
        """Keep a file that only staff see; one with a known id was sent twice and is not kept again."""
        async with self.case(case_id) as draft:
            return documents.attach(draft, person, paper, document_id)

    async def remove_document(self, person: Person, case_id: UUID, document_id: UUID) -> None:
        """Take a document back before it is submitted."""
        async with self.case(case_id) as draft:
            documents.remove(draft, person, document_id)

    async def refuse_document(
        self, person: Person, case_id: UUID, document_id: UUID, reason: RefusalCode, comment: str = ""
    ) -> None:
        """Mark a document as unusable; its sender reads why."""
        async with self.case(case_id) as draft:
            documents.refuse(draft, person, document_id, reason, comment)

    async def accept_offer(self, person: Person, case_id: UUID, name: FieldName, source_seq: int) -> None:
        """Take over what was read from a document."""
        async with self.case(case_id) as draft:
            offers.accept_offer(draft, person, name, source_seq)

    async def decline_offer(self, person: Person, case_id: UUID, name: FieldName, source_seq: int) -> None:
        """Leave what was read from a document."""
        async with self.case(case_id) as draft:
            offers.decline_offer(draft, person, name, source_seq)

    # -- the reviewer ---------------------------------------------------------------------------

    async def join(self, person: Person, case_id: UUID) -> bool:
        """Announce that a reviewer entered the conversation."""
        async with self.case(case_id) as draft:
            return conversation.join(draft, person)

    async def leave(self, person: Person, case_id: UUID) -> bool:
        """Announce that a reviewer left the conversation."""
        async with self.case(case_id) as draft:
            return conversation.leave(draft, person)

    async def leave_absent(self, case_id: UUID, here: Collection[UUID]) -> None:
        """Announce the leaving of those who are on record as present and are not here."""
        async with self.case(case_id) as draft:
            conversation.leave_absent(draft, here)

    async def claim(self, person: Person, case_id: UUID) -> None:
        """Take the case on."""
        async with self.case(case_id) as draft:
            review.claim(draft, person)

    async def ask(self, person: Person, case_id: UUID, text: str, reason: str) -> None:
        """Ask the merchant something."""
        async with self.case(case_id) as draft:
            review.ask(draft, person, text, reason)

    async def decide(self, person: Person, case_id: UUID, verdict: Verdict) -> str:
        """Approve or decline."""
        async with self.case(case_id) as draft:
            return review.decide(draft, person, verdict)

    async def confirm_category(
        self, person: Person, case_id: UUID, code: str, reason: str, version: int | None = None
    ) -> None:
        """Say which merchant category code holds, and why."""
        async with self.case(case_id) as draft:
            categorising.confirm_category(draft, person, code, reason, version)

    async def override(
        self,
        person: Person,
        case_id: UUID,
        subject: str,
        reason: str,
        until: date,
        level: RiskLevel | None = None,
        version: int | None = None,
    ) -> None:
        """Override a check or the risk score until the end of a day (UTC)."""
        async with self.case(case_id) as draft:
            overriding.override(draft, person, subject, reason, until, level, version)

    async def withdraw_override(self, person: Person, case_id: UUID, subject: str, reason: str) -> None:
        """Take an override back."""
        async with self.case(case_id) as draft:
            overriding.withdraw_override(draft, person, subject, reason)

    async def resolve_match(
        self,
        person: Person,
        case_id: UUID,
        pair: str,
        verdict: MatchVerdict,
        reason: str,
        confirmation: str = "",
    ) -> None:
        """Say what a potential match on a watch list is."""
        async with self.case(case_id) as draft:
            matching.resolve_match(draft, person, pair, verdict, reason, confirmation)

    async def reopen_match(self, person: Person, case_id: UUID, pair: str, reason: str) -> None:
        """Have a potential match looked at again."""
        async with self.case(case_id) as draft:
            matching.reopen_match(draft, person, pair, reason)

    async def take_back(self, person: Person, case_id: UUID) -> None:
        """Take an approval back before provisioning has begun."""
        async with self.case(case_id) as draft:
            review.take_back(draft, person)

    async def accept_failed_check(self, person: Person, case_id: UUID) -> None:
        """Review a case although a check could not be made."""
        async with self.case(case_id) as draft:
            review.accept_failed_check(draft, person)

    async def suspend(self, person: Person, case_id: UUID, reason: str) -> None:
        """Put an active account on hold."""
        async with self.case(case_id) as draft:
            accounts.suspend(draft, person, reason)

    async def reinstate(self, person: Person, case_id: UUID, reason: str) -> None:
        """Take a suspended account up again."""
        async with self.case(case_id) as draft:
            accounts.reinstate(draft, person, reason)

    async def close(self, person: Person, case_id: UUID, reason: str) -> None:
        """Close an account, for good."""
        async with self.case(case_id) as draft:
            accounts.close(draft, person, reason)

    async def resume(self, person: Person, case_id: UUID) -> None:
        """Go on with a provisioning that failed."""
        async with self.case(case_id) as draft:
            provisioning.resume(draft, person)

    async def give_up(self, person: Person, case_id: UUID) -> None:
        """Undo a provisioning that failed."""
        async with self.case(case_id) as draft:
            provisioning.give_up(draft, person)

    async def record_check(
        self, person: Person, case_id: UUID, report: VerificationReport, event_id: UUID | None = None
    ) -> Event:
        """Record a check that was made elsewhere; one with a known ``event_id`` was sent twice.

        The team's own checks are recorded in its turns.
        """
        async with self.case(case_id) as draft:
            return verifying.record_verification(draft, person, report, event_id)

    # -- transactions ---------------------------------------------------------------------------

    @asynccontextmanager
    async def case(self, case_id: UUID) -> AsyncGenerator[Draft, None]:
        """One command on one case: what is drafted is written when the block is left, or not at all.

        Raises NotFound for an unknown case, Unavailable when the database cannot be used.
        """
        async with self.db.write() as tx:
            draft = await self.load(tx, case_id)
            yield draft
            await ledger.write(self.log, tx, draft)
        self.bell.ring()

    @asynccontextmanager
    async def _opening(self, person: Person, door: Door, case_id: UUID) -> AsyncGenerator[Draft, None]:
        now = self.clock()
        opened = Event(
            id=uuid4(),
            case_id=case_id,
            seq=1,
            at=now,
            actor=str(person.id),
            role="merchant",
            audience=Audience.EVERYONE,
            body=CaseOpened(door=door),
        )
        async with self.db.write() as tx:
            known = await self.log.row(tx, case_id)
            if known is not None:
                raise CaseExists(known.opened_by)
            await self.log.create_case(tx, case_id, person.id, now)
            draft = Draft([opened], self.policy, now)
            draft.base = 0
            yield draft
            await ledger.write(self.log, tx, draft)
        self.bell.ring()

    async def events(self, connection: AsyncConnection, case_id: UUID) -> list[Event]:
        """The events of a case in order; raises NotFound for an unknown case."""
        stored = await self.log.read(connection, case_id)
        if not stored:
            raise NotFound("There is no such case.")
        return [ledger.event_of(entry) for entry in stored]

    async def load(self, connection: AsyncConnection, case_id: UUID) -> Draft:
        """A draft on top of the case as it is."""
        return Draft(await self.events(connection, case_id), self.policy, self.clock())


def _raise_wrong(wrong: entries.Errors) -> None:
    if wrong:
        errors = [{"field": name, "message": text} for name, text in wrong.items()]
        raise Invalid(" ".join(wrong.values()), errors=errors)
