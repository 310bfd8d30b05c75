"""The queue: what somebody sees of all cases, and which one they take on next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated
from uuid import UUID

from pydantic import Field

from cases.access import Person, Role, require, sees_case
from cases.errors import Conflict, Forbidden, Invalid
from desk.case_lines import CaseLine, Listed, line_of
from desk.desk import Desk
from desk.people import People
from desk.queue.filters import CaseFilter, Counts, choose
from desk.queue.index import CaseIndex
from desk.queue.order import urgency, waits_for_us
from desk.viewing import View

MOST = 500
"""Cases of a page."""

Limit = Annotated[int, Field(ge=1, le=MOST)]


class QueuePage(View):
    """The most urgent cases of those that are wanted, how many these are, and what other choices would give.

    ``people``: the names of those whom a case is assigned to, by their ids.
    """

    cases: tuple[CaseLine, ...]
    total: int
    counts: Counts
    people: Mapping[str, str]


class CasePage(View):
    """Some of the cases that are wanted, the latest opened first, and the cursor of the next ones."""

    cases: tuple[CaseLine, ...]
    total: int
    next: UUID | None


class Queue:
    """Every case as a list to work through, with the rights of whoever asks."""

    def __init__(self, desk: Desk, people: People) -> None:
        self._desk = desk
        self._people = people
        self._index = CaseIndex(desk)

    async def urgent(self, person: Person, wanted: CaseFilter, limit: int) -> QueuePage:
        """What staff work through, the most urgent first; raises Forbidden."""
        require(person, Role.REVIEWER, Role.ANALYST, Role.COMPLIANCE)
        chosen, counts = choose(await self._index.read(person), wanted, person, self._desk.clock())
        first = sorted(chosen, key=urgency)[:limit]
        holders = {UUID(key) for key in counts["assignee"] if key not in ("me", "nobody")}
        names = await self._people.names(holders | {case.holder for case in first if case.holder})
        return QueuePage(
            cases=self._lines(person, first, names),
            total=len(chosen),
            counts=counts,
            people={str(key): name for key, name in names.items()},
        )

    async def opened(
        self, person: Person, wanted: CaseFilter, limit: int, after: UUID | None = None
    ) -> CasePage:
        """Cases page by page: all for staff, their own for a merchant; ``after``: the last one of a page.

        When a case was opened never changes: none is lost or comes twice while cases change. Raises
        Forbidden where a merchant asks for what only staff know, Invalid for a cursor that is none.
        """
        cases = await self._index.read(person)
        if not person.is_staff:
            if wanted.reads_the_inside:
                raise Forbidden("Only staff may choose by that.")
            cases = [case for case in cases if case.row.opened_by == person.id]
        chosen, _ = choose(cases, wanted, person, self._desk.clock())
        page = page_of(chosen, limit, _cursor(cases, after))
        names = await self._people.names({case.holder for case in page if case.holder})
        return CasePage(
            cases=self._lines(person, page, names),
            total=len(chosen),
            next=page[-1].row.id if len(page) == limit else None,
        )

    async def take_next(self, person: Person, after: UUID | None = None) -> UUID | None:
        """Take on the most urgent case that is nobody's or the person's already; None where there is none.

        ``after``: the case that they come from; the one behind it is next, or the first again. Raises
        Forbidden.
        """
        require(person, Role.REVIEWER)
        for case in next_for(person, await self._index.read(person), after):
            try:
                await self._desk.claim(person, case.row.id)
            except (Conflict, Forbidden):
                # Somebody else was quicker, or it has moved on.
                continue
            return case.row.id
        return None

    async def team(self) -> dict[UUID, str]:
        """The names of those whom a case can be given to, by their ids."""
        async with self._desk.db.read() as connection:
            return {each.id: each.name for each in await self._desk.log.roster.reviewers(connection)}

    async def names(self, person: Person, cases: Iterable[UUID]) -> dict[UUID, str]:
        """What these cases are called, as far as the person may know of them."""
        known = {case.row.id: case for case in await self._index.read(person)}
        found = (known[case_id] for case_id in cases if case_id in known)
        seen = (case for case in found if sees_case(person, case.row.opened_by))
        return {case.row.id: case.summary.name for case in seen if case.summary.name}

    def _lines(
        self, person: Person, cases: Sequence[Listed], names: Mapping[UUID, str]
    ) -> tuple[CaseLine, ...]:
        now, policy = self._desk.clock(), self._desk.policy
        return tuple(line_of(person, case, names, policy, now) for case in cases)


def page_of(cases: Sequence[Listed], limit: int, after: Listed | None) -> list[Listed]:
    """The cases behind one of them, the latest opened first."""
    ordered = sorted(cases, key=_opening, reverse=True)
    return [case for case in ordered if after is None or _opening(case) < _opening(after)][:limit]


def next_for(person: Person, cases: Sequence[Listed], after: UUID | None) -> list[Listed]:
    """The cases that the person may take on, as they come after the one that they come from."""
    came_from = next((urgency(case) for case in cases if case.row.id == after), None)
    able = sorted((case for case in cases if _may_take(person, case)), key=urgency)
    others = [case for case in able if case.row.id != after]
    passed = [case for case in others if came_from is not None and urgency(case) < came_from]
    return [*others[len(passed) :], *passed]


def _may_take(person: Person, case: Listed) -> bool:
    """Whether the person could act on it: nobody else has it, and nothing bars them."""
    theirs = case.row.opened_by == person.id or str(person.id) in case.summary.barred
    return waits_for_us(case) and case.holder in (None, person.id) and not theirs


def _opening(case: Listed) -> tuple[float, str]:
    return case.row.opened_at.timestamp(), str(case.row.id)


def _cursor(cases: Sequence[Listed], after: UUID | None) -> Listed | None:
    if after is None:
        return None
    found = next((case for case in cases if case.row.id == after), None)
    if found is None:
        raise Invalid("This cursor is none of this list.")
    return found
