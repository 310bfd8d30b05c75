"""What the tests of this room start from: an installation with a person and cases in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import UUID, uuid4

from sqlalchemy import insert

from storage import tables
from storage.database import Database
from storage.log import EventLog
from storage.records import NewEvent, StoredEvent
from storage.seals import Sealer
from storage.secrets import Keyring, open_keyring
from storage.settings import Settings
from storage.verification import Verification, verify

NOW = datetime(2024, 5, 6, 7, 8, 9, 123456, tzinfo=UTC)


@dataclass
class Installation:
    settings: Settings
    db: Database
    keyring: Keyring
    log: EventLog
    sealer: Sealer
    person: UUID

    async def open_case(self, events: int = 0) -> UUID:
        case_id = uuid4()
        async with self.db.write() as tx:
            await self.log.create_case(tx, case_id, self.person, NOW)
        if events:
            await self.add(case_id, *(event(text=f"word {n}") for n in range(events)))
        return case_id

    async def add(
        self, case_id: UUID, *events: NewEvent, summary: Mapping[str, object] | None = None
    ) -> list[StoredEvent]:
        async with self.db.write() as tx:
            row = await self.log.row(tx, case_id)
            assert row is not None
            row = replace(row, summary=summary or row.summary)
            return await self.log.append(tx, case_id, events, row=row)

    async def verify(self, case_id: UUID | None = None) -> Verification:
        return await verify(self.db, self.keyring, case_id)


async def install(settings: Settings) -> Installation:
    keyring = open_keyring(settings)
    db = Database(settings)
    await db.open()
    person = await add_person(db, keyring, "ann@shop.example")
    return Installation(
        settings, db, keyring, EventLog(db, keyring), Sealer(settings.data_dir, keyring), person
    )


async def add_person(db: Database, keyring: Keyring, email: str) -> UUID:
    person = uuid4()
    async with db.write() as tx:
        await tx.execute(
            insert(tables.people).values(
                id=person,
                email_hash=keyring.lookup(email),
                email_encrypted=keyring.encrypt(email),
                name_encrypted=keyring.encrypt("Ann Aardvark"),
                roles=["merchant"],
                created_at=NOW,
            )
        )
    return person


def event(kind: str = "message", participant: UUID | None = None, **body: object) -> NewEvent:
    return NewEvent(
        id=uuid4(),
        at=NOW,
        actor="merchant",
        role="merchant",
        kind=kind,
        audience="everyone",
        participant=participant,
        body=body,
    )
