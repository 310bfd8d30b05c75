"""Who reviews: the accounts that are open, what is theirs, and when they are away."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from cases.access import Role
from cases.assignment import WORKED_ON, Absence, Colleague
from cases.states import State
from storage.secrets import Keyring
from storage.tables import absences, cases, leases, people

OPEN = WORKED_ON | {State.CHECKING, State.NEEDS_INFORMATION, State.COLLECTING}
"""States in which a case counts as work of whose it is."""


class Roster:
    """Reads the reviewers."""

    def __init__(self, keyring: Keyring) -> None:
        self._keyring = keyring

    async def reviewers(self, connection: AsyncConnection) -> tuple[Colleague, ...]:
        """Everybody who may be given a case, with how many open ones they have."""
        latest = select(leases.c.person_id, func.max(leases.c.since).label("last"))
        last = latest.group_by(leases.c.person_id).subquery()
        counted = select(cases.c.assignee, func.count().label("open")).where(cases.c.state.in_(sorted(OPEN)))
        load = counted.group_by(cases.c.assignee).subquery()
        joined = (
            people.outerjoin(absences, absences.c.person_id == people.c.id)
            .outerjoin(last, last.c.person_id == people.c.id)
            .outerjoin(load, load.c.assignee == people.c.id)
        )
        named = (people.c.id, people.c.name_encrypted, people.c.roles)
        away = (absences.c.first_day, absences.c.last_day, absences.c.deputy_id)
        query = select(*named, *away, last.c.last, load.c.open).select_from(joined)
        rows = await connection.execute(query.where(people.c.disabled.is_(False)).order_by(people.c.id))
        return tuple(
            Colleague(
                id=row.id,
                name=self._keyring.decrypt(row.name_encrypted),
                absence=Absence(row.first_day, row.last_day, row.deputy_id) if row.first_day else None,
                load=row.open or 0,
                last=row.last,
            )
            for row in rows
            if Role.REVIEWER in row.roles
        )
