"""Which cases somebody wants to see, and how many there would be with each other choice."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from cases.access import Person
from cases.errors import Invalid
from cases.lines_of_business import group_of, read_codes
from cases.states import UNDER_REVIEW, WAITS_FOR_MERCHANT, State
from desk.case_lines import Listed, Mark
from desk.queue.order import RUNNING, STUCK, waits_for_us

Part = Literal["waiting", "snoozed", "merchant", "running", "done", "all"]

NOT_KNOWN = "none"
"""Stands for a level, a country or a line of business that is not known yet."""

NOBODY, ME = "nobody", "me"

AGES = (1, 3, 7, 30)
"""Days that a case has waited at least, as they are offered."""


def _known_line(value: str) -> str:
    codes = None if value == NOT_KNOWN else read_codes(value)
    if codes and codes.first != codes.last and codes != group_of(codes.first):
        raise Invalid("There is no such group of category codes.")
    return value


def _known_person(value: str) -> str:
    try:
        return value if value in (NOBODY, ME) else str(UUID(value))
    except ValueError:
        raise Invalid("Somebody is named by their id, or is `me` or `nobody`.") from None


def _known_country(value: str) -> str:
    if value != NOT_KNOWN and not re.fullmatch(r"[A-Z]{2}", value):
        raise Invalid("A country is written as its code, such as DE.")
    return value


Line = Annotated[str, AfterValidator(_known_line)]
Country = Annotated[str, AfterValidator(_known_country)]
Somebody = Annotated[str, AfterValidator(_known_person)]


class CaseFilter(BaseModel):
    """What a case has to be like; several values of one kind are alternatives, none is any.

    ``part``: whose turn it is. ``line``: a category code or a span of them. ``days``: since how many days it
    stands as it does, at least. ``assignee``: ``me``, ``nobody`` or the id of a person. ``mark``: what is
    marked on it for whoever asks. ``name``: words that its name holds.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    part: Part = "all"
    state: tuple[State, ...] = ()
    level: tuple[Literal["low", "medium", "high", "none"], ...] = ()
    line: tuple[Line, ...] = ()
    country: tuple[Country, ...] = ()
    days: Annotated[int, Field(ge=0, le=3650)] = 0
    assignee: tuple[Somebody, ...] = ()
    mark: tuple[Mark, ...] = ()
    name: Annotated[str, Field(max_length=200)] = ""

    @property
    def reads_the_inside(self) -> bool:
        """Whether it asks for what only staff know of a case."""
        return self.part != "all" or any(
            (self.state, self.level, self.line, self.country, self.assignee, self.mark)
        )


Counts = Mapping[str, Mapping[str, int]]
"""Of each kind of choice, how many cases there are with each value that occurs."""


def choose(
    cases: Iterable[Listed], wanted: CaseFilter, person: Person, now: datetime
) -> tuple[list[Listed], Counts]:
    """The cases that are wanted, and how many there would be with another choice of one kind."""
    chosen: list[Listed] = []
    counts = {kind: Counter[str]() for kind in _KINDS}
    asked, is_named = _asked(wanted), _names(wanted.name)
    for case in cases:
        if not is_named(case):
            continue
        values = _values(case, person, now)
        against = [kind for kind, accepted in asked.items() if accepted.isdisjoint(values[kind])]
        if _days(case, now) < wanted.days:
            against.append("days")
        if not against:
            chosen.append(case)
        if len(against) < 2:
            for kind in against or _KINDS:
                for value in values[kind]:
                    counts[kind][value] += 1
    return chosen, counts


_KINDS = ("part", "state", "level", "line", "country", "days", "assignee", "mark")


def _values(case: Listed, person: Person, now: datetime) -> dict[str, tuple[str, ...]]:
    """Everything that a case counts as, by the kind of choice."""
    summary, days, marks = case.summary, _days(case, now), case.marks(person)
    return {
        "part": _parts(case, marks),
        "state": (case.state,),
        "level": (summary.level or NOT_KNOWN,),
        "line": _lines(summary.mcc),
        "country": (summary.country or NOT_KNOWN,),
        "days": tuple(str(age) for age in AGES if days >= age),
        "assignee": _holders(case, person),
        "mark": marks,
    }


def _asked(wanted: CaseFilter) -> dict[str, frozenset[str]]:
    """Of each kind that is asked for, the values that will do."""
    asked: dict[str, tuple[str, ...]] = {
        "part": (wanted.part,),
        "state": wanted.state,
        "level": wanted.level,
        "line": wanted.line,
        "country": wanted.country,
        "assignee": wanted.assignee,
        "mark": wanted.mark,
    }
    return {kind: frozenset(values) for kind, values in asked.items() if values}


def _parts(case: Listed, marks: Collection[Mark]) -> tuple[Part, ...]:
    ours: tuple[Part, ...] = ("all", "waiting") if waits_for_us(case) or "asked" in marks else ("all",)
    if case.summary.snoozed is not None:
        return (*ours, "snoozed")
    if case.state in WAITS_FOR_MERCHANT:
        return (*ours, "merchant")
    if case.state in RUNNING:
        return (*ours, "running")
    return ours if case.state in UNDER_REVIEW | STUCK else (*ours, "done")


@lru_cache(maxsize=2048)
def _lines(code: str | None) -> tuple[str, ...]:
    group = group_of(code) if code else None
    return (str(group), code) if group and code else (NOT_KNOWN,)


def _days(case: Listed, now: datetime) -> int:
    return (now - case.waiting_since).days


def _holders(case: Listed, person: Person) -> tuple[str, ...]:
    if case.holder is None:
        return (NOBODY,)
    return (str(case.holder), ME) if case.holder == person.id else (str(case.holder),)


def _names(words: str) -> Callable[[Listed], bool]:
    looked_for = plain(words).split()
    return lambda case: not looked_for or all(word in plain(case.summary.name or "") for word in looked_for)


def plain(text: str) -> str:
    """Without accents and capitals, so that "cafe" finds "Café"."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))
