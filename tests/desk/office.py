"""A desk as it is installed: database, keys, log and people in one folder."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from cases.access import Person, Role
from cases.checks import CheckStatus
from cases.events import Event
from cases.policy import Policy
from cases.record import CaseRecord
from cases.replay import replay
from cases.states import State
from desk import checking, facts
from desk.desk import Desk
from desk.outside import StepAnswer
from desk.people import People
from desk.turn import Turn
from desk.views import Views
from storage import tables
from storage.database import Database
from storage.log import EventLog
from storage.secrets import open_keyring
from storage.settings import load_settings
from storage.verification import Verification, verify
from tests.desk.cast import BASIC, COMPLETE, Saying, make_checks
from tests.watch_lists import FixedLists


class NoGateway:
    """Services that agree to everything."""

    async def post(self, step: str, key: str, body: dict[str, object]) -> StepAnswer:
        return StepAnswer({}, 1)


@dataclass
class Clock:
    """The time, which passes only when a test says so."""

    now: datetime = field(default_factory=lambda: datetime(2025, 3, 4, 9, 30, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.now

    def pass_time(self, time: timedelta) -> None:
        self.now += time


@dataclass
class Office:
    folder: Path
    desk: Desk
    people: People
    views: Views
    clock: Clock
    merchant: Person
    other: Person
    reviewer: Person
    second: Person
    analyst: Person

    async def close(self) -> None:
        await self.desk.db.close()

    async def events(self, case_id: UUID) -> list[Event]:
        async with self.desk.db.read() as connection:
            return await self.desk.events(connection, case_id)

    async def record(self, case_id: UUID) -> CaseRecord:
        return replay(await self.events(case_id))

    async def state(self, case_id: UUID) -> State:
        return (await self.record(case_id)).state

    async def work(self, case_id: UUID) -> list[str]:
        query = select(tables.work.c.kind).where(tables.work.c.case_id == case_id).order_by(tables.work.c.id)
        async with self.desk.db.read() as connection:
            return [*(await connection.execute(query)).scalars()]

    async def grants(self, case_id: UUID) -> list[tuple[bool, bool]]:
        """Of each grant of the case, whether it was used and whether it is void."""
        grants = tables.grants
        query = select(grants.c.used_at, grants.c.voided_at).where(grants.c.case_id == case_id)
        async with self.desk.db.read() as connection:
            rows = await connection.execute(query)
            return [(used is not None, void is not None) for used, void in rows]

    async def verify(self) -> Verification:
        return await verify(self.desk.db, self.desk.keyring)

    async def turn(self, case_id: UUID, name: str = "preprocessor") -> Turn:
        turn = Turn(self.desk, case_id, name)
        await turn.begin()
        return turn

    async def learn(self, case_id: UUID, saying: Saying) -> None:
        event = await self.desk.say(self.merchant, case_id, saying.text)
        await self.read(case_id, saying, event)

    async def read(self, case_id: UUID, saying: Saying, event: Event) -> None:
        turn = await self.turn(case_id)
        read(turn, saying, event)
        await turn.commit()

    async def submitted(self) -> UUID:
        case_id = await self.desk.open_case(self.merchant, "chat")
        for saying in COMPLETE:
            await self.learn(case_id, saying)
        await self.desk.submit(self.merchant, case_id)
        return case_id

    async def checked(self, case_id: UUID) -> None:
        async with self.desk.case(case_id) as draft:
            make_checks(draft, CheckStatus.HELD, "low")
            checking.conclude(draft)

    async def in_review(self) -> UUID:
        case_id = await self.submitted()
        await self.checked(case_id)
        return case_id


def read(turn: Turn, saying: Saying, event: Event) -> None:
    quote = event.body.text
    named = {"source_seq": event.seq, "quote": quote}
    facts.record_fact(turn.draft, turn.author, saying.name, saying.value, **named)
    checking.complete_turn(turn.draft, turn.author, read_up_to=event.seq)


async def found_office(folder: Path, policy: Policy = BASIC, people: Office | None = None) -> Office:
    """An installation in the folder; with ``people`` those of another one on the same folder."""
    settings = load_settings(None, data_dir=folder)
    keyring = open_keyring(settings)
    db = Database(settings)
    await db.open()
    clock = people.clock if people else Clock()
    desk = Desk(db, EventLog(db, keyring), keyring, policy, FixedLists(), NoGateway(), clock=clock)
    known = People(desk)
    if people is not None:
        who = (people.merchant, people.other, people.reviewer, people.second, people.analyst)
        return Office(folder, desk, known, Views(desk, known), clock, *who)
    who = (
        await known.add("mona@people.example", [Role.MERCHANT]),
        await known.add("olaf@people.example", [Role.MERCHANT]),
        await known.add("rosa@people.example", [Role.REVIEWER]),
        await known.add("samir@people.example", [Role.REVIEWER, Role.COMPLIANCE]),
        await known.add("anna@people.example", [Role.ANALYST]),
    )
    return Office(folder, desk, known, Views(desk, known), clock, *who)
