"""Reading, for every door alike, with the rights that the reader has at this moment."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from uuid import UUID, uuid5

from pydantic import BaseModel, ConfigDict
from sqlalchemy import insert, select

from cases.access import Person, Role, reads_as_staff, require
from cases.complaints import ComplaintState
from cases.errors import Conflict, Forbidden, NotFound
from cases.events import Event
from cases.languages import Language
from cases.ownership.stated import MERCHANT
from cases.record import CaseRecord
from cases.replay import replay
from cases.states import OPEN_FOR_FACTS, State
from cases.views_owed import owes_view
from desk.answers import Answers, answers_of
from desk.assignment_views import (
    AssignmentView,
    assignment_part,
    assignment_view,
)
from desk.card import Card, card_of
from desk.case_lines import CaseLine, line_of, listed
from desk.category_views import CategoryPart, category_part
from desk.colleagues import Offer, offers
from desk.complaint_views import ComplaintPage, list_complaints
from desk.desk import Desk
from desk.document_views import DocumentFile, DocumentView, OfferView, shown_name, view_documents, view_offers
from desk.documents import find
from desk.event_view import EventView, view_event
from desk.evidence_views import EvidencePart, evidence_part
from desk.kept_back import tells_advice, without_advice
from desk.match_views import MatchView, view_matches
from desk.override_views import OverrideView, view_overrides
from desk.overview import LastLook, Overview, overview_of
from desk.part_views import Helpers, PartView, view_helpers, view_part
from desk.party_views import PartiesView, PartyForm, view_parties, view_party
from desk.people import People
from desk.rights import Reader, reader
from desk.second_look_views import SecondLookLine, second_look_line
from desk.status import CaseStatus, status_of
from desk.wordbook import wordbook
from storage import last_looks
from storage.errors import LogDamaged
from storage.leases import lease_of, leases_of
from storage.screenings import looks
from storage.tables import participants, threads
from storage.watches import is_watching, watched_by


class Page(BaseModel):
    """Some cases, newest first, and the cursor of the next ones."""

    model_config = ConfigDict(frozen=True)

    cases: tuple[CaseLine, ...]
    next: UUID | None


class Transcript(BaseModel):
    """Some events in order, and the seq after which the next ones stand; None at the end."""

    model_config = ConfigDict(frozen=True)

    events: tuple[EventView, ...]
    next: int | None


class Papers(BaseModel):
    """What was sent and what was read from it, and what the reader may do there.

    ``inside``: whether they read it as staff. ``beside``: whether they have a part in it only.
    ``may_attach``: whether they may add files that only staff see.
    """

    model_config = ConfigDict(frozen=True)

    language: Language
    documents: tuple[DocumentView, ...]
    offers: tuple[OfferView, ...]
    inside: bool
    beside: bool
    may_send: bool
    may_refuse: bool
    may_attach: bool


class Views:
    """What people read."""

    def __init__(self, desk: Desk, people: People) -> None:
        self._desk = desk
        self._people = people

    async def transcript(self, person: Person, case_id: UUID, after: int = 0, limit: int = 500) -> Transcript:
        """The events after ``after`` that the person may see; raises NotFound."""
        events, who = await self._read(person, case_id)
        seen = [event for event in events if event.seq > after and who.sees(event)]
        names = await self._names(seen[:limit], who)
        owed = owes_view(who.record, self._desk.policy, person, self._desk.clock())
        views = ((event, view_event(event, who, names)) for event in seen[:limit])
        return Transcript(
            events=tuple(without_advice(v) if owed and tells_advice(e) else v for e, v in views),
            next=seen[limit - 1].seq if len(seen) > limit else None,
        )

    async def event(self, person: Person, case_id: UUID, seq: int) -> EventView | None:
        """One event, None where it is not for the person's eyes; raises NotFound."""
        transcript = await self.transcript(person, case_id, after=seq - 1, limit=1)
        first = next(iter(transcript.events), None)
        return first if first is not None and first.seq == seq else None

    async def status(self, person: Person, case_id: UUID) -> CaseStatus:
        """The case as the REST call answers it; raises NotFound."""
        events, who = await self._read(person, case_id)
        status = status_of(who, events, self._desk.policy, self._desk.clock())
        if not who.is_staff:
            return status
        return status.model_copy(update={"assignment": await self._assignment(who)})

    async def card(self, person: Person, case_id: UUID) -> Card:
        """The case at a glance; raises NotFound."""
        events, who = await self._read(person, case_id)
        names, last = await self._names(events, who), await self._last_look(person, case_id)
        card = card_of(who, events, self._desk.policy, names, self._desk.clock(), last)
        if not who.is_staff:
            return card
        async with self._desk.db.read() as connection:
            team = await self._desk.log.roster.reviewers(connection)
        view = await self._assignment(who)
        part = assignment_part(view, who, team, self._desk.policy, self._desk.clock())
        return card.model_copy(update={"assignment": part})

    async def assignment(self, person: Person, case_id: UUID) -> AssignmentView:
        """Whose case it is; raises NotFound, Forbidden for whoever reads it from the outside."""
        _, who = await self._read(person, case_id)
        if not who.is_staff:
            raise Forbidden("This is for the team.")
        return await self._assignment(who)

    async def _assignment(self, who: Reader) -> AssignmentView:
        record = who.record
        async with self._desk.db.read() as connection:
            lease = await lease_of(connection, record.id)
            watching = await is_watching(connection, record.id, who.person.id)
        names = await self._people.names({record.assignee} if record.assignee else ())
        name = names.get(record.assignee) if record.assignee else None
        return assignment_view(record, lease, self._desk.clock(), name, watching=watching)

    async def colleagues(self, person: Person, case_id: UUID) -> tuple[Offer, ...]:
        """Whom the person may ask in a note; nobody for who writes none. Raises NotFound."""
        _, who = await self._read(person, case_id)
        if not who.judges:
            return ()
        parts = {who.record.opened_by, *map(UUID, who.record.contributors)}
        return await offers(self._desk, but={person.id, *parts})

    async def summary(self, person: Person, case_id: UUID) -> Overview:
        """What a reviewer reads first of the case; raises NotFound, Forbidden for a merchant."""
        events, who = await self._read(person, case_id)
        if not who.is_staff:
            raise Forbidden("This is read by staff only.")
        names, last = await self._names(events, who), await self._last_look(person, case_id)
        return overview_of(who, events, self._desk.policy, names, self._desk.clock(), last)

    async def _last_look(self, person: Person, case_id: UUID) -> LastLook | None:
        async with self._desk.db.read() as connection:
            found = await last_looks.read(connection, case_id, person.id)
        return found and LastLook(*found)

    async def overrides(self, person: Person, case_id: UUID) -> tuple[OverrideView, ...]:
        """The overrides of the case; none for who does not read it as staff. Raises NotFound."""
        _, who = await self._read(person, case_id)
        return view_overrides(who.record, self._desk.clock()) if who.is_staff else ()

    async def category(self, person: Person, case_id: UUID) -> CategoryPart:
        """The line of business as staff see it; raises NotFound, Forbidden for others."""
        _, who = await self._read(person, case_id)
        if not who.is_staff:
            raise Forbidden("Only staff read this.")
        return category_part(who.record, self._desk.policy)

    async def evidence(self, person: Person, case_id: UUID) -> EvidencePart:
        """How well each fact is known; raises NotFound, Forbidden for whoever reads it from the outside."""
        events, who = await self._read(person, case_id)
        if not who.is_staff:
            raise Forbidden("This is for the team.")
        names = await self._names(events, who)
        return evidence_part(who, self._desk.policy, names, self._desk.clock().date())

    async def matches(self, person: Person, case_id: UUID) -> tuple[MatchView, ...]:
        """The potential matches of a case, the open ones first; raises NotFound, Forbidden for a merchant."""
        _, who = await self._read(person, case_id)
        if not who.is_staff:
            raise Forbidden("This is read by staff only.")
        return view_matches(who)

    async def cases(
        self,
        person: Person,
        states: Sequence[State] | None = None,
        limit: int = 50,
        cursor: UUID | None = None,
        *,
        or_needing_look: bool = False,
    ) -> Page:
        """Cases newest first: all for staff, their own for a merchant.

        ``or_needing_look``: besides those in the states, decided ones that a person has to look at again.
        """
        own = None if person.is_staff else person.id
        async with self._desk.db.read() as connection:
            waiting = await looks(connection) if person.is_staff else {}
            rows = await self._desk.log.rows(
                connection,
                states=states,
                or_in=waiting if or_needing_look else (),
                opened_by=own,
                limit=limit,
                after=cursor,
            )
            held = await leases_of(connection, [row.id for row in rows])
            seen = await watched_by(connection, person.id)
        names = await self._people.names({row.assignee for row in rows if row.assignee})
        policy, now = self._desk.policy, self._desk.clock()
        found = [listed(row, policy, waiting.get(row.id)) for row in rows]
        found = [case.held(held[case.row.id], now) if case.row.id in held else case for case in found]
        found = [replace(case, seen_seq=seen.get(case.row.id)) for case in found]
        return Page(
            cases=tuple(line_of(person, case, names, policy, now) for case in found),
            next=rows[-1].id if len(rows) == limit else None,
        )

    async def second_looks(self, person: Person) -> tuple[SecondLookLine, ...]:
        """The decisions that wait for a second look, the longest first; Forbidden for a merchant."""
        require(person, Role.REVIEWER, Role.COMPLIANCE, Role.ANALYST)
        async with self._desk.db.read() as connection:
            waiting = await looks(connection)
            records = [replay(await self._desk.events(connection, case_id)) for case_id in waiting]
        found = (second_look_line(each) for each in records if reads_as_staff(person, each.opened_by))
        return tuple(sorted((line for line in found if line), key=lambda line: line.drawn_at))

    async def answers(self, person: Person, case_id: UUID) -> Answers:
        """What the applicant has answered and what is asked of them; raises NotFound."""
        async with self._desk.db.read() as connection:
            record = replay(await self._desk.events(connection, case_id))
        return answers_of(record, person, self._desk.policy, self._desk.clock())

    async def language(self, person: Person, case_id: UUID) -> Language:
        """The language in which the merchant of a case is written to; raises NotFound."""
        async with self._desk.db.read() as connection:
            record = replay(await self._desk.events(connection, case_id))
        return reader(person, record).record.language

    async def part(self, person: Person, case_id: UUID) -> PartView:
        """The person's own part of somebody else's application; raises NotFound."""
        async with self._desk.db.read() as connection:
            record = replay(await self._desk.events(connection, case_id))
        asked_by = (await self._people.names({record.opened_by})).get(record.opened_by, "")
        return view_part(record, person, self._desk.policy, asked_by)

    async def parts(self, person: Person) -> tuple[UUID, ...]:
        """The cases in which the person has a part that can be filled in and is not done yet."""
        query = select(participants.c.case_id).where(participants.c.person_id == person.id)
        async with self._desk.db.read() as connection:
            known = [*(await connection.execute(query)).scalars()]
        seen = [await self.part(person, case_id) for case_id in known]
        return tuple(part.case_id for part in seen if part.open and not part.finished)

    async def helpers(self, person: Person, case_id: UUID) -> Helpers:
        """Whom the applicant invited, and who of them is done; raises NotFound."""
        async with self._desk.db.read() as connection:
            return view_helpers(replay(await self._desk.events(connection, case_id)), person)

    async def complaints(
        self,
        person: Person,
        states: Collection[ComplaintState] = (),
        limit: int = 50,
        cursor: UUID | None = None,
    ) -> ComplaintPage:
        """Complaints of all cases, the most urgent first; raises Forbidden for a merchant."""
        return await list_complaints(self._desk, self._people, person, states, limit, cursor)

    # -- who is behind the merchant -----------------------------------------------------------------

    async def parties(self, person: Person, case_id: UUID) -> PartiesView:
        """Everybody behind the merchant, and what is still open; raises NotFound."""
        async with self._desk.db.read() as connection:
            record = replay(await self._desk.events(connection, case_id))
        return view_parties(record, person, self._desk.policy, self._desk.clock())

    async def party(
        self, person: Person, case_id: UUID, party_id: str | None, of: str = MERCHANT
    ) -> PartyForm:
        """One of them to be filled in; None for somebody new, who owns ``of``. Raises NotFound."""
        async with self._desk.db.read() as connection:
            record = replay(await self._desk.events(connection, case_id))
        return view_party(record, person, self._desk.policy, self._desk.clock(), party_id, of)

    # -- documents ----------------------------------------------------------------------------------

    async def papers(self, person: Person, case_id: UUID, language: Language | None = None) -> Papers:
        """The documents that the person may see, and what they may take over; raises NotFound."""
        record = await self._of_merchants_side(person, case_id)
        staff = reads_as_staff(person, record.opened_by)
        language = language or ("en" if staff else record.language)
        words = wordbook(language)
        return Papers(
            language=language,
            documents=view_documents(record, person, words),
            offers=view_offers(record, person, words),
            inside=staff,
            beside=not staff and record.opened_by != person.id,
            may_send=record.state in OPEN_FOR_FACTS and not staff,
            may_refuse=staff and person.has(Role.REVIEWER),
            may_attach=staff and person.has(Role.REVIEWER, Role.COMPLIANCE),
        )

    async def document(self, person: Person, case_id: UUID, document_id: UUID) -> DocumentFile:
        """A document to be downloaded; raises NotFound, or LogDamaged for one that was changed."""
        record = await self._of_merchants_side(person, case_id)
        document = find(record, person, document_id)
        async with self._desk.db.read() as connection:
            content = await self._desk.log.documents.read(connection, case_id, document_id)
        if content is None or hashlib.sha256(content).hexdigest() != document.sha256:
            raise LogDamaged("A document is not what was sent.", case_id=case_id)
        name = shown_name(record, document)
        return DocumentFile(name=name, media_type=document.media_type, content=content)

    async def _of_merchants_side(self, person: Person, case_id: UUID) -> CaseRecord:
        """The record for somebody who sees the case, or has a part in it."""
        async with self._desk.db.read() as connection:
            record = replay(await self._desk.events(connection, case_id))
        if person.id not in record.participants:
            reader(person, record)
        return record

    # -- threads: each participant's own window onto a case ---------------------------------------

    async def bind_thread(self, person: Person, case_id: UUID, thread_id: str | None = None) -> str:
        """The person's thread onto the case, made where there is none yet; raises NotFound.

        The first one stays: with ``thread_id`` the chat window names the thread that it began with.
        """
        await self._read(person, case_id)
        known = select(threads.c.thread_id).where(
            threads.c.case_id == case_id, threads.c.person_id == person.id
        )
        async with self._desk.db.write() as tx:
            existing = (await tx.execute(known)).scalar()
            if existing is not None:
                return str(existing)
            chosen = thread_id or str(uuid5(case_id, str(person.id)))
            taken = select(threads.c.case_id).where(threads.c.thread_id == chosen)
            if (await tx.execute(taken)).first():
                raise Conflict("This thread belongs to something else.", code="thread_taken")
            values = {"thread_id": chosen, "case_id": case_id, "person_id": person.id}
            await tx.execute(insert(threads).values(**values))
        return chosen

    async def case_of_thread(self, person: Person, thread_id: str) -> UUID:
        """The case that the person's thread looks onto; raises NotFound, also for another's thread."""
        query = select(threads.c.case_id).where(
            threads.c.thread_id == thread_id, threads.c.person_id == person.id
        )
        async with self._desk.db.read() as connection:
            case_id = (await connection.execute(query)).scalar()
        if case_id is None:
            raise NotFound("There is no such conversation.")
        await self._read(person, case_id)
        return case_id

    async def threads_of(self, person: Person) -> dict[UUID, str]:
        """The person's threads by case: the conversations that they have opened."""
        query = select(threads.c.case_id, threads.c.thread_id).where(threads.c.person_id == person.id)
        async with self._desk.db.read() as connection:
            return {row.case_id: row.thread_id for row in await connection.execute(query)}

    async def owner_of_thread(self, thread_id: str) -> UUID:
        """Whose window the thread is; raises NotFound."""
        query = select(threads.c.person_id).where(threads.c.thread_id == thread_id)
        async with self._desk.db.read() as connection:
            owner = (await connection.execute(query)).scalar()
        if owner is None:
            raise NotFound("There is no such conversation.")
        return owner

    # -- reading ----------------------------------------------------------------------------------

    async def _read(self, person: Person, case_id: UUID) -> tuple[list[Event], Reader]:
        async with self._desk.db.read() as connection:
            events = await self._desk.events(connection, case_id)
        return events, reader(person, replay(events), self._desk.clock())

    async def _names(self, events: Iterable[Event], who: Reader) -> dict[UUID, str]:
        ids = {UUID(event.actor) for event in events if event.role not in ("agent", "desk")}
        ids |= {each.of for each in who.record.opinions}
        return await self._people.names(ids | ({who.record.assignee} if who.record.assignee else set()))
