"""People, and a team to talk to, for tests of whole conversations."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from agents.models import load_models
from agents.prompt_file import load_prompts
from cases.access import Person, Role
from cases.decision import Verdict
from cases.events import Event
from cases.record import CaseRecord
from desk.draft import Draft
from desk.event_view import EventView
from desk.request import MerchantRequest
from storage.verification import verify
from teams.team import Team
from tests.server_process import BAKERY
from web.composition import Onboard


class Company:
    """One installation with people in it; its team uses the shipped models unless given others."""

    merchant: Person
    rival: Person
    rosa: Person
    kai: Person
    analyst: Person

    def __init__(self, onboard: Onboard) -> None:
        self.onboard = onboard
        self.desk = onboard.desk
        self.views = onboard.views
        self.use_models(onboard.settings.models_file)

    def use_models(self, file: Path) -> None:
        """Let the team speak through other models."""
        prompts = load_prompts(self.onboard.settings.prompts_dir)
        self.team = Team(self.desk, prompts, load_models(file))

    async def hire(self) -> None:
        """Create the accounts."""
        add = self.onboard.people.add
        self.merchant = await add("ines@example.com", [Role.MERCHANT])
        self.rival = await add("rival@example.com", [Role.MERCHANT])
        self.rosa = await add("rosa@example.com", [Role.REVIEWER])
        self.kai = await add("kai@example.com", [Role.REVIEWER])
        self.analyst = await add("ada@example.com", [Role.ANALYST])

    async def begin(self) -> UUID:
        """A new conversation of the merchant's."""
        return await self.desk.open_case(self.merchant, "chat")

    async def apply(self, **changed: object) -> UUID:
        """A complete application, submitted and not yet read by the team."""
        request = MerchantRequest.model_validate({**BAKERY, **changed})
        return await self.desk.apply(self.merchant, request, "api")

    async def in_review(self, **changed: object) -> UUID:
        """A complete application that waits for a reviewer."""
        case = await self.apply(**changed)
        await self.team.answer(case)
        return case

    async def say(self, case: UUID, *texts: str) -> str:
        """Let the merchant say something, one message after the other; returns the last answer."""
        for text in texts:
            await self.desk.say(self.merchant, case, text)
            await self.team.answer(case)
        return await self.last_answer(case)

    async def approve(self, case: UUID) -> None:
        """Let Rosa approve, and the team make the account."""
        await self.desk.decide(self.rosa, case, Verdict(approved=True))
        await self.team.provision(case)

    async def last_answer(self, case: UUID) -> str:
        """What the assistant said to the merchant last."""
        spoken = [e for e in await self.heard(case) if e.role == "agent"]
        return spoken[-1].text if spoken else ""

    async def heard(self, case: UUID) -> list[EventView]:
        """What the merchant reads, as they read it."""
        transcript = await self.views.transcript(self.merchant, case)
        return [event for event in transcript.events if event.kind == "message.said"]

    async def merchant_reads(self, case: UUID) -> str:
        """All of it as one text."""
        return "\n".join(event.text for event in await self.heard(case))

    async def draft(self, case: UUID) -> Draft:
        """The case as it is."""
        async with self.desk.db.read() as connection:
            return await self.desk.load(connection, case)

    async def record(self, case: UUID) -> CaseRecord:
        """The case's record."""
        return (await self.draft(case)).record

    async def events(self, case: UUID, kind: str) -> list[Event]:
        """The events of one kind."""
        return [event for event in (await self.draft(case)).events if event.body.kind == kind]

    async def log_holds(self) -> bool:
        """Whether the whole log verifies."""
        return (await verify(self.desk.db, self.desk.keyring, None)).holds
