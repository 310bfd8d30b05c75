"""What is done with an account and its setting up."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from cases.access import Person
from desk import account_reviews, accounts, provisioning
from desk.base import DeskBase


class AccountCommands(DeskBase):
    """What is done with an account and its setting up."""

    async def suspend(self, person: Person, case_id: UUID, reason: str) -> None:
        """Put an active account on hold."""
        async with self.case(case_id) as draft:
            accounts.suspend(draft, person, reason)

    async def reinstate(self, person: Person, case_id: UUID, reason: str) -> None:
        """Take a suspended account up again."""
        async with self.case(case_id) as draft:
            accounts.reinstate(draft, person, reason)

    async def close(self, person: Person, case_id: UUID, reason: str) -> None:
        """Close an account, for good."""
        async with self.case(case_id) as draft:
            accounts.close(draft, person, reason)

    async def note_review_due(self, case_id: UUID) -> None:
        """Wake an account on the day on which it is looked at again."""
        async with self.case(case_id) as draft:
            account_reviews.note_due(draft)

    async def look_again(
        self, person: Person, case_id: UUID, reason: str, next_on: date | None = None
    ) -> None:
        """Record that a person looked at an account again, and when the next look is."""
        async with self.case(case_id) as draft:
            account_reviews.look_again(draft, person, reason, next_on)

    async def resume(self, person: Person, case_id: UUID) -> None:
        """Go on with a provisioning that failed."""
        async with self.case(case_id) as draft:
            provisioning.resume(draft, person)

    async def give_up(self, person: Person, case_id: UUID) -> None:
        """Undo a provisioning that failed."""
        async with self.case(case_id) as draft:
            provisioning.give_up(draft, person)
