"""What staff do about applications that wait for their merchant."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from cases.access import Person, Role
from cases.errors import Conflict
from desk import incomplete
from desk.base import DeskBase
from storage.tables import cases, people


class QueueCommands(DeskBase):
    """What staff do about applications that wait for their merchant."""

    async def remind(self, person: Person, case_id: UUID) -> None:
        """Have the merchant sent a link to go on with, at most once a day."""
        async with self.case(case_id) as draft:
            incomplete.remind(draft, person)
            await self._require_letters(case_id)

    async def close_as_incomplete(self, person: Person, case_id: UUID, reason: str) -> None:
        """Close an application that waits for its merchant."""
        async with self.case(case_id) as draft:
            incomplete.close_as_incomplete(draft, person, reason)

    async def _require_letters(self, case_id: UUID) -> None:
        """Raise Conflict where a link would sign nobody in: staff never enter by one."""
        joined = people.join(cases, cases.c.opened_by == people.c.id)
        query = select(people.c.roles, people.c.disabled).select_from(joined).where(cases.c.id == case_id)
        async with self.db.read() as connection:
            account = (await connection.execute(query)).one()
        if account.disabled or account.roles != [Role.MERCHANT]:
            raise Conflict("Its merchant does not enter by a link, so there is none to send.", code="no_link")
