"""Whether reviewers think for themselves: their own view, what was recommended, what they decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from statistics import median
from typing import NamedTuple
from uuid import UUID

from cases.access import Person, Role, require
from cases.events import DecisionMade, Event, PersonJoined, StateMoved
from cases.own_view import View as Opinion
from cases.replay import apply, replay
from cases.views_owed import view_of
from desk.desk import Desk
from desk.history import logs_since
from desk.viewing import View

AT_A_GLANCE = 60
"""Seconds; who decides faster than this has hardly read the case."""


class Ruling(NamedTuple):
    """One decision. ``view``: what its reviewer had noted before; ``seconds``: from opening to deciding."""

    by: UUID
    name: str
    approved: bool
    recommended: bool | None
    view: Opinion | None
    seconds: float | None

    @property
    def agrees(self) -> bool:
        """Whether it is what was recommended."""
        return self.approved is self.recommended

    @property
    def differed(self) -> bool:
        """Whether its reviewer had thought otherwise than was recommended then."""
        return self.recommended is not None and self.view == ("decline" if self.recommended else "approve")


class Concurrence(View):
    """One reviewer's decisions: how many were as recommended, and how they came about.

    ``differed``: an own view that was not what was then recommended; ``changed_mind``: of those, decided
    as recommended all the same. ``at_a_glance``: decided within a minute of opening the case.
    ``median_seconds``: from opening to deciding, None where no case was opened in a window.
    """

    person_id: UUID
    name: str
    decisions: int
    agreed: int
    views: int
    differed: int
    changed_mind: int
    at_a_glance: int
    median_seconds: float | None


async def concurrence(desk: Desk, person: Person, days: int) -> tuple[Concurrence, ...]:
    """Every reviewer's decisions of the last days; for compliance. Raises Forbidden for anybody else."""
    require(person, Role.COMPLIANCE)
    since = desk.clock() - timedelta(days=days)
    rulings = [ruling async for log in logs_since(desk, since) for ruling in rulings_of(log or (), since)]
    return tally(rulings)


def rulings_of(events: Sequence[Event], since: datetime) -> Iterator[Ruling]:
    """The decisions of a case since then, each as the case stood before it."""
    opened: dict[str, datetime] = {}
    reviewed: datetime | None = None
    record = replay(events[:1]) if events else None
    for event in events[1:]:
        match event.body:
            case PersonJoined():
                opened[event.actor] = event.at
            case StateMoved():
                reviewed = event.at
            case DecisionMade(decision=made) if record is not None and event.at >= since:
                noted, advice = view_of(record, made.by), record.recommendation
                yield Ruling(
                    by=made.by,
                    name=made.by_name,
                    approved=made.approved,
                    recommended=advice.approve if advice else None,
                    view=noted.view if noted else None,
                    seconds=_seconds(opened.get(event.actor), reviewed, event.at),
                )
            case _:
                pass
        record = record and apply(record, event)


def _seconds(opened: datetime | None, reviewed: datetime | None, at: datetime) -> float | None:
    """From when the reviewer could read what they decided on, if they had it open."""
    if opened is None:
        return None
    return (at - max(opened, reviewed or opened)).total_seconds()


def tally(rulings: Iterable[Ruling]) -> tuple[Concurrence, ...]:
    """Counted for each reviewer, who decided most first."""
    by_person: dict[UUID, list[Ruling]] = {}
    for ruling in rulings:
        by_person.setdefault(ruling.by, []).append(ruling)
    counted = (_count(person_id, own) for person_id, own in by_person.items())
    return tuple(sorted(counted, key=lambda each: (-each.decisions, each.name)))


def _count(person_id: UUID, own: Sequence[Ruling]) -> Concurrence:
    times = [ruling.seconds for ruling in own if ruling.seconds is not None]
    return Concurrence(
        person_id=person_id,
        name=own[0].name,
        decisions=len(own),
        agreed=sum(ruling.agrees for ruling in own),
        views=sum(ruling.view is not None for ruling in own),
        differed=sum(ruling.differed for ruling in own),
        changed_mind=sum(ruling.differed and ruling.agrees for ruling in own),
        at_a_glance=sum(seconds < AT_A_GLANCE for seconds in times),
        median_seconds=median(times) if times else None,
    )
