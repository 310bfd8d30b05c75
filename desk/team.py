"""The reviewers as their leads see them: what each has, what is late, and what is nobody's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from cases.access import Person, reads_as_staff, require
from cases.assignment import WORKED_ON, Absence, Colleague, start_of, today
from desk.assigning import LEADS
from desk.case_lines import CaseLine, Listed, line_of, listed
from desk.desk import Desk
from desk.people import People
from desk.viewing import View
from storage.leases import absence_of, running
from storage.records import CaseRow
from storage.tables import cases, events

AT_A_TIME = 500


class AwayView(View):
    """The days on which somebody is out of office, both included, and who stands in."""

    first_day: date
    last_day: date
    deputy: str | None
    now: bool


class Member(View):
    """A reviewer: ``open`` counts the cases that are theirs, ``waiting`` those of them that wait for us."""

    id: UUID
    name: str
    open: int
    waiting: int
    oldest: datetime | None
    overdue: int
    decided_today: int
    away: AwayView | None


class TeamView(View):
    """Everybody who reviews, the cases that are nobody's, and those that are late or raised to the leads."""

    members: tuple[Member, ...]
    unassigned: tuple[CaseLine, ...]
    late: tuple[CaseLine, ...]


class Team:
    """Reads the team; leads only."""

    def __init__(self, desk: Desk, people: People) -> None:
        self._desk = desk
        self._people = people

    async def view(self, person: Person) -> TeamView:
        """The team as it is now; raises Forbidden for whoever leads nobody."""
        require(person, *LEADS)
        async with self._desk.db.read() as connection:
            team = await self._desk.log.roster.reviewers(connection)
            found = await self._waiting(connection)
            decided = await self._decided_today(connection)
        theirs = [case for case in found if reads_as_staff(person, case.row.opened_by)]
        names = await self._people.names({case.holder for case in theirs if case.holder})
        policy, now = self._desk.policy, self._desk.clock()
        lines = [line_of(person, case, names, policy, now) for case in theirs]
        return TeamView(
            members=tuple(self._member(each, team, lines, decided) for each in team),
            unassigned=tuple(line for line in lines if line.assignee_id is None and not line.snoozed),
            late=tuple(line for line in lines if self._is_late(line) or "escalated" in line.marks),
        )

    async def away(self, person: Person) -> AwayView | None:
        """When somebody is out of office themselves."""
        async with self._desk.db.read() as connection:
            absence = await absence_of(connection, person.id)
        names = await self._people.names({absence.deputy} if absence and absence.deputy else ())
        return absence and self._away(absence, names.get(absence.deputy) if absence.deputy else None)

    async def colleagues(self, person: Person) -> tuple[Colleague, ...]:
        """The other reviewers, of whom one may stand in."""
        async with self._desk.db.read() as connection:
            team = await self._desk.log.roster.reviewers(connection)
        return tuple(sorted((each for each in team if each.id != person.id), key=lambda each: each.name))

    def _member(
        self, who: Colleague, team: Sequence[Colleague], lines: Sequence[CaseLine], decided: Counter[str]
    ) -> Member:
        theirs = [line for line in lines if line.assignee_id == who.id]
        deputies = {each.id: each.name for each in team}
        deputy = deputies.get(who.absence.deputy) if who.absence and who.absence.deputy else None
        return Member(
            id=who.id,
            name=who.name,
            open=who.load,
            waiting=sum(not line.snoozed for line in theirs),
            oldest=min((line.waiting_since for line in theirs), default=None),
            overdue=sum(self._is_late(line) for line in theirs),
            decided_today=decided[str(who.id)],
            away=self._away(who.absence, deputy) if who.absence and self._is_ahead(who.absence) else None,
        )

    async def _waiting(self, connection: AsyncConnection) -> list[Listed]:
        rows: list[CaseRow] = []
        page: list[CaseRow] | None = None
        while page is None or len(page) == AT_A_TIME:
            after = page[-1].id if page else None
            page = await self._desk.log.rows(
                connection, states=sorted(WORKED_ON), after=after, limit=AT_A_TIME
            )
            rows += page
        held, now = await running(connection), self._desk.clock()
        found = [listed(row, self._desk.policy) for row in rows]
        return [case.held(held[case.row.id], now) if case.row.id in held else case for case in found]

    async def _decided_today(self, connection: AsyncConnection) -> Counter[str]:
        since = start_of(today(self._desk.clock(), self._desk.policy), self._desk.policy)
        touched = select(cases.c.id).where(cases.c.updated_at >= since)
        made = (events.c.kind == "decision.made", events.c.at >= since, events.c.case_id.in_(touched))
        rows = await connection.execute(
            select(events.c.actor, func.count().label("made")).where(*made).group_by(events.c.actor)
        )
        return Counter({row.actor: row.made for row in rows})

    def _is_late(self, line: CaseLine) -> bool:
        return line.due is not None and line.due <= self._desk.clock()

    def _is_ahead(self, absence: Absence) -> bool:
        return absence.last_day >= today(self._desk.clock(), self._desk.policy)

    def _away(self, absence: Absence, deputy: str | None) -> AwayView | None:
        if not self._is_ahead(absence):
            return None
        return AwayView(
            first_day=absence.first_day,
            last_day=absence.last_day,
            deputy=deputy,
            now=absence.covers(today(self._desk.clock(), self._desk.policy)),
        )
