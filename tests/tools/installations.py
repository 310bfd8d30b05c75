"""What the tests of this room start from: a real desk in a folder of its own, and a case on it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from cases.access import Person, Role
from cases.application import FieldName
from cases.decision import Conditions, Verdict
from cases.events import Body, Event, ToolCalled
from cases.record import CaseRecord
from cases.replay import replay
from cases.states import State
from desk import checking
from desk.desk import Desk
from desk.outside import Gateway, Lists
from desk.people import People
from desk.turn import Turn
from storage.database import Database
from storage.log import EventLog
from storage.secrets import open_keyring
from storage.settings import Settings, load_settings
from tests.policies import BASIC_FILE
from tests.watch_lists import FixedLists
from tools.catalogue import CATALOGUE, call
from tools.policy_file import load_policy
from tools.services import FILE, embedded_gateway

POLICY = BASIC_FILE

STORY = (
    "We are Fern & Fig LLC, a flower shop at 12 Market Street, Portland, OR 97204. "
    "Write to hello@fernandfig.com. We take $250,000 a year and have been open for 9 years. "
    "Our business licence is BL-204417."
)
"""Everything that the basic policy needs."""

FACTS: dict[str, tuple[object, str]] = {
    "merchant_name": ("Fern & Fig LLC", "We are Fern & Fig LLC"),
    "business_type": ("flower shop", "a flower shop"),
    "address": (
        {
            "line1": "12 Market Street",
            "city": "Portland",
            "region": "OR",
            "postal_code": "97204",
            "country": "US",
        },
        "at 12 Market Street, Portland, OR 97204",
    ),
    "email": ("⟦EMAIL_1⟧", "Write to ⟦EMAIL_1⟧"),
    "annual_revenue": (250000, "We take $250,000 a year"),
    "currency": ("USD", "We take $250,000 a year"),
    "years_in_business": (9, "have been open for 9 years"),
    "business_license": ("BL-204417", "Our business licence is BL-204417"),
}


async def no_letter(case_id: UUID) -> None:
    """Welcomes nobody."""
    del case_id


@dataclass
class Place:
    """A desk with a merchant and two reviewers."""

    desk: Desk
    settings: Settings
    merchant: Person
    reviewer: Person

    async def open_case(self, *messages: str) -> Case:
        case = Case(self, await self.desk.open_case(self.merchant, "chat"))
        for message in messages:
            await case.say(message)
        return case


@dataclass
class Case:
    """One case, as a test drives it."""

    place: Place
    id: UUID

    async def say(self, text: str) -> int:
        return (await self.place.desk.say(self.place.merchant, self.id, text)).seq

    async def turn(self, agent: str = "preprocessor") -> Turn:
        turn = Turn(self.place.desk, self.id, agent)
        await turn.begin()
        return turn

    async def call(self, name: str, agent: str = "preprocessor", **arguments: object) -> tuple[str, bool]:
        """Call a tool in a turn of its own that reads nothing."""
        turn = await self.turn(agent)
        answer = await call(CATALOGUE[name], turn, json.dumps(arguments))
        await turn.commit()
        return answer

    async def read(self, agent: str = "preprocessor") -> None:
        """Let an agent have read everything."""
        turn = await self.turn(agent)
        checking.complete_turn(turn.draft, turn.author, turn.record.last_seq)
        await turn.commit()

    async def tell_story(self) -> int:
        """Have everything that is needed said and recorded; returns the message's number."""
        number = await self.say(STORY)
        stated = [
            {"field": name, "value": value, "message": number, "quote": quote}
            for name, (value, quote) in FACTS.items()
        ]
        text, ok = await self.call("record_facts", facts=stated)
        assert ok, text
        assert json.loads(text)["refused"] == []
        return number

    async def submit(self) -> None:
        await self.place.desk.submit(self.place.merchant, self.id)

    async def check(self) -> None:
        """Run every check and conclude."""
        for name in ("validate_application", "screen_parties"):
            await self.call(name, "validator")
        for name in ("score_risk", "assess_compliance", "recommend"):
            await self.call(name, "risk_analyst")
        async with self.place.desk.case(self.id) as draft:
            checking.conclude(draft)

    async def approve(self, conditions: Conditions | None = None) -> None:
        """Everything up to an approval by the reviewer."""
        await self.tell_story()
        await self.submit()
        await self.check()
        await self.decide_again(conditions)

    async def decide_again(self, conditions: Conditions | None = None) -> None:
        verdict = Verdict(approved=True, conditions=conditions or Conditions())
        await self.place.desk.decide(self.place.reviewer, self.id, verdict)

    async def events(self) -> list[Event]:
        async with self.place.desk.db.read() as connection:
            return await self.place.desk.events(connection, self.id)

    async def bodies(self, kind: str) -> list[Body]:
        return [event.body for event in await self.events() if event.body.kind == kind]

    async def record(self) -> CaseRecord:
        return replay(await self.events())

    async def state(self) -> State:
        return (await self.record()).state

    async def value(self, name: str) -> object:
        return (await self.record()).application.get(FieldName(name))

    async def last_call(self) -> ToolCalled:
        body = (await self.bodies("tool.called"))[-1]
        assert isinstance(body, ToolCalled)
        return body


async def install(folder: Path, lists: Lists | None = None, gateway: Gateway | None = None) -> Place:
    settings = load_settings(None, data_dir=folder / "data")
    keyring = open_keyring(settings)
    db = Database(settings)
    await db.open()
    desk = Desk(
        db=db,
        log=EventLog(db, keyring),
        keyring=keyring,
        policy=load_policy(POLICY),
        lists=lists or FixedLists(),
        gateway=gateway or embedded_gateway(settings.data_dir / FILE, no_letter),
    )
    people = People(desk)
    merchant = await people.add("mia@shop.example", {Role.MERCHANT}, None, "Mia")
    reviewer = await people.add("rosa@onboard.example", {Role.REVIEWER}, None, "Rosa")
    return Place(desk, settings, merchant, reviewer)
