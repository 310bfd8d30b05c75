"""What reviewers do in a conversation beside speaking in it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from cases.access import Person
from cases.events import Event
from desk import ready_answers, together
from desk.base import DeskBase
from desk.colleagues import colleagues
from desk.naming import asked_in, names_somebody
from desk.ready_answers import FilledAnswer


class TogetherCommands(DeskBase):
    """What reviewers do in a conversation beside speaking in it."""

    async def write_note(
        self, person: Person, case_id: UUID, text: str, event_id: UUID | None = None
    ) -> Event:
        """Write something for colleagues alone; whoever is named with an @ is asked for their opinion."""
        asks = asked_in(text, await colleagues(self)) if names_somebody(text) else ()
        async with self.case(case_id) as draft:
            return together.write_note(draft, person, text, asks, event_id)

    async def log_call(
        self, person: Person, case_id: UUID, with_whom: str, began: datetime, minutes: int, text: str
    ) -> Event:
        """Put a phone call on record."""
        async with self.case(case_id) as draft:
            return together.log_call(draft, person, with_whom, began, minutes, text)

    async def ask_team(self, person: Person, case_id: UUID, question: str) -> Event:
        """Ask what the record says of something; returns the answer."""
        async with self.case(case_id) as draft:
            return together.ask_team(draft, person, question)

    async def ready_answer(self, person: Person, case_id: UUID, key: str) -> FilledAnswer:
        """A ready-made answer, filled for the case; nothing is sent or written."""
        async with self.db.read() as connection:
            draft = await self.load(connection, case_id)
        return ready_answers.fill(draft, person, ready_answers.named(self.answers, key))

    async def take_over(self, person: Person, case_id: UUID) -> bool:
        """Answer the merchant in the place of the agents."""
        async with self.case(case_id) as draft:
            return together.take_over(draft, person)

    async def hand_back(self, person: Person, case_id: UUID) -> None:
        """Let the agents answer again."""
        async with self.case(case_id) as draft:
            together.hand_back(draft, person)

    async def hand_back_abandoned(self, case_id: UUID) -> bool:
        """Let the agents answer again where whoever had taken over has left for too long."""
        async with self.case(case_id) as draft:
            return together.hand_back_abandoned(draft)
