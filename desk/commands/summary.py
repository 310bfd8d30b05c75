"""What readers leave behind: how far they have read, and what they think before they are told."""

from __future__ import annotations

from uuid import UUID

from cases.access import Person
from cases.own_view import View
from cases.replay import replay
from desk import own_views
from desk.base import DeskBase
from desk.rights import reader
from storage import last_looks


class SummaryCommands(DeskBase):
    """What readers leave behind: how far they have read, and what they think before they are told."""

    async def note_view(
        self, person: Person, case_id: UUID, view: View, words: str, version: int | None = None
    ) -> None:
        """Note the person's own view of the case before they read what is recommended."""
        async with self.case(case_id) as draft:
            own_views.note_view(draft, person, view, words, version)

    async def note_look(self, person: Person, case_id: UUID, seq: int) -> None:
        """Mark how far somebody of the team has read as they leave; no event, and not for others."""
        async with self.db.write() as tx:
            who = reader(person, replay(await self.events(tx, case_id)))
            if who.is_staff:
                await last_looks.note(tx, case_id, person.id, min(seq, who.record.last_seq), self.clock())
