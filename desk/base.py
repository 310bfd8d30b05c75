"""What the desk is built on: a command is one draft on one case, written in one transaction."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal
from uuid import UUID, uuid4

from sqlalchemy.ext.asyncio import AsyncConnection

from cases.access import Audience, Person
from cases.errors import Conflict, NotFound
from cases.events import CaseOpened, Event
from cases.policy import Policy
from desk import ledger
from desk.bell import Bell
from desk.draft import Draft
from desk.outside import Gateway, Lists, Verifier
from desk.ready_answers import ReadyAnswer
from storage.database import Database
from storage.leases import lease_of
from storage.log import EventLog
from storage.secrets import Keyring


class CaseExists(Conflict):
    """There is a case with this id already; ``opened_by`` is not for showing."""

    code = "exists"

    def __init__(self, opened_by: UUID) -> None:
        super().__init__("There is a case with this id already.")
        self.opened_by = opened_by


Door = Literal["chat", "api", "cli"]


@dataclass
class DeskBase:
    """What every command needs, and the transaction that it runs in."""

    db: Database
    log: EventLog
    keyring: Keyring
    policy: Policy
    lists: Lists
    gateway: Gateway
    verifier: Verifier | None = None
    answers: tuple[ReadyAnswer, ...] = ()
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    bell: Bell = field(default_factory=Bell)

    @asynccontextmanager
    async def case(self, case_id: UUID) -> AsyncGenerator[Draft, None]:
        """One command on one case: what is drafted is written when the block is left, or not at all.

        Raises NotFound for an unknown case, Unavailable when the database cannot be used.
        """
        async with self.transaction(case_id) as (_, draft):
            yield draft

    @asynccontextmanager
    async def transaction(self, case_id: UUID) -> AsyncGenerator[tuple[AsyncConnection, Draft], None]:
        """The same with its connection, for a command that reads more than the case."""
        async with self.db.write() as tx:
            draft = await self.load(tx, case_id)
            yield tx, draft
            await ledger.write(self.log, tx, draft)
        self.bell.ring()

    @asynccontextmanager
    async def opening(self, person: Person, door: Door, case_id: UUID) -> AsyncGenerator[Draft, None]:
        """A case that begins with this command; raises CaseExists where the id is taken."""
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
        draft = Draft(await self.events(connection, case_id), self.policy, self.clock())
        draft.lease = await lease_of(connection, case_id)
        return draft
