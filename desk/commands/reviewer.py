"""What reviewers do up to a decision, and with it."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from cases.access import Person
from cases.decision import Verdict
from desk import conversation, escalating, review, second_looks
from desk.base import DeskBase
from desk.staleness import saying_what_changed


class ReviewerCommands(DeskBase):
    """What reviewers do up to a decision, and with it."""

    async def join(self, person: Person, case_id: UUID) -> bool:
        """Announce that a reviewer entered the conversation."""
        async with self.case(case_id) as draft:
            return conversation.join(draft, person)

    async def leave(self, person: Person, case_id: UUID) -> bool:
        """Announce that a reviewer left the conversation."""
        async with self.case(case_id) as draft:
            return conversation.leave(draft, person)

    async def leave_absent(self, case_id: UUID, here: Collection[UUID]) -> None:
        """Announce the leaving of those who are on record as present and are not here."""
        async with self.case(case_id) as draft:
            conversation.leave_absent(draft, here)

    async def ask(self, person: Person, case_id: UUID, text: str, reason: str) -> None:
        """Ask the merchant something."""
        async with self.case(case_id) as draft:
            review.ask(draft, person, text, reason)

    async def decide(self, person: Person, case_id: UUID, verdict: Verdict) -> str:
        """Approve or decline."""
        async with self.case(case_id) as draft:
            with saying_what_changed(draft, person, verdict.version):
                return review.decide(draft, person, verdict)

    async def take_back(self, person: Person, case_id: UUID) -> None:
        """Take an approval back before provisioning has begun."""
        async with self.case(case_id) as draft:
            review.take_back(draft, person)

    async def escalate(self, person: Person, case_id: UUID, reason: str) -> None:
        """Raise a case to the leads."""
        async with self.case(case_id) as draft:
            escalating.escalate(draft, person, reason)

    async def record_second_look(self, person: Person, case_id: UUID, reason: str, *, agrees: bool) -> None:
        """Say what one thinks of a decision that was drawn for a second look."""
        async with self.case(case_id) as draft:
            second_looks.record_second_look(draft, person, reason, agrees=agrees)

    async def accept_failed_check(self, person: Person, case_id: UUID) -> None:
        """Review a case although a check could not be made."""
        async with self.case(case_id) as draft:
            review.accept_failed_check(draft, person)
