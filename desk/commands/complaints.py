"""What is done about complaints."""

from __future__ import annotations

from uuid import UUID

from cases.access import Person
from cases.complaints import Complaint, Outcome
from desk import complaining
from desk.base import DeskBase


class ComplaintCommands(DeskBase):
    """What is done about complaints."""

    async def complain(
        self, person: Person, case_id: UUID, text: str, complaint_id: UUID | None = None
    ) -> Complaint:
        """Put a complaint on record; one with a known id was sent twice and is not made again."""
        async with self.case(case_id) as draft:
            return complaining.complain(draft, person, text, complaint_id)

    async def take_complaint(self, person: Person, case_id: UUID, complaint_id: UUID) -> None:
        """See to a complaint from now on."""
        async with self.case(case_id) as draft:
            complaining.take(draft, person, complaint_id)

    async def answer_complaint(self, person: Person, case_id: UUID, complaint_id: UUID, text: str) -> None:
        """Answer a complaint."""
        async with self.case(case_id) as draft:
            complaining.answer(draft, person, complaint_id, text)

    async def close_complaint(
        self, person: Person, case_id: UUID, complaint_id: UUID, outcome: Outcome, reason: str
    ) -> None:
        """End a complaint."""
        async with self.case(case_id) as draft:
            complaining.close(draft, person, complaint_id, outcome, reason)

    async def note_overdue_complaints(self, case_id: UUID) -> int:
        """Put on record which complaints of a case were not answered in time."""
        async with self.case(case_id) as draft:
            return complaining.note_overdue(draft)
