"""What the desk does about a decline by itself."""

from __future__ import annotations

from uuid import UUID

from desk import declining
from desk.base import DeskBase
from desk.decline_letter import DeclineLetter


class DecliningCommands(DeskBase):
    """What the desk does about a decline by itself."""

    async def wanted_decline_letter(self, case_id: UUID) -> DeclineLetter | None:
        """The letter about a decline that is to be written; None where there is none, or it is written."""
        async with self.db.read() as connection:
            return declining.wanted(await self.load(connection, case_id))

    async def keep_decline_letter(self, case_id: UUID, letter: DeclineLetter, pdf: bytes) -> None:
        """Keep a letter as it will be read."""
        async with self.case(case_id) as draft:
            declining.keep(draft, letter, pdf)

    async def note_decline_letter_mailed(self, case_id: UUID, document_id: UUID) -> None:
        """Put on record that a letter went out."""
        async with self.case(case_id) as draft:
            declining.note_mailed(draft, document_id)
