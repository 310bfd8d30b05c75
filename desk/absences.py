"""Out of office: the days on which somebody is away, and who stands in for them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from cases.access import Person, Role
from cases.assignment import Absence
from cases.errors import Forbidden, Invalid
from desk.assigning import LEADS

LONGEST = timedelta(days=366)


def require_absence_possible(
    person: Person, whose: Person, absence: Absence | None, day: date, team: Collection[object]
) -> None:
    """Raise Forbidden where the person may not say it of ``whose``, Invalid for what cannot be.

    ``team``: the ids of everybody who may stand in.
    """
    if person.id != whose.id and not person.has(*LEADS):
        raise Forbidden("Only a lead says of somebody else that they are away.")
    if not whose.has(Role.REVIEWER):
        raise Forbidden("Only reviewers have cases that somebody stands in for.")
    if absence is None:
        return
    first, last, deputy = absence
    if last < first or last < day:
        raise Invalid("The last day is before the first, or past.", code="days_not_possible")
    if last > max(first, day) + LONGEST:
        raise Invalid("That is more than a year.", code="days_not_possible")
    if deputy is not None and (deputy == whose.id or deputy not in team):
        raise Invalid("A deputy is another reviewer whose account is open.", code="no_deputy")
