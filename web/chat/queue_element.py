"""The queue as it is sent to a window: its lines, and what it may be narrowed down to, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypedDict
from uuid import UUID

import pycountry

from cases.fields.categories import category_name
from cases.lines_of_business import group_name, read_codes
from cases.states import State
from desk.case_lines import CaseLine, Mark
from desk.queue.filters import AGES, ME, NOBODY, NOT_KNOWN, CaseFilter, Part
from desk.queue.queue import QueuePage
from web.chat.due import due_in_words
from web.chat.seats import Seat
from web.chat.steps import STATES

PARTS: dict[Part, str] = {
    "waiting": "Waiting for us",
    "snoozed": "Put aside",
    "merchant": "With the merchant",
    "running": "Running",
    "done": "Done",
    "all": "All",
}

_LEVELS = {"high": "High risk", "medium": "Medium risk", "low": "Low risk", NOT_KNOWN: "Not scored yet"}
_MARKS: dict[Mark, str] = {
    "asked": "Your opinion is asked",
    "complaint": "Open complaint",
    "escalated": "Raised to the leads",
    "watched": "Watched, has moved",
}
_SEVERAL = ("level", "state", "line", "country", "assignee", "mark")

_UNKNOWN = {NOT_KNOWN: "Not known yet"}


class _Choice(TypedDict):
    """One value, how it reads, and how many cases there are with it."""

    value: str
    label: str
    count: int


def queue_props(
    seat: Seat, page: QueuePage, root: str, team: Mapping[UUID, str], *, leads: bool
) -> dict[str, object]:
    """What the window draws; ``team``: to whom its person gives cases, nobody where they take none on."""
    counts = page.counts["part"]
    parts = [_Choice(value=part, label=label, count=counts.get(part, 0)) for part, label in PARTS.items()]
    return {
        "root": root,
        "cases": [_line(seat, line) for line in page.cases],
        "total": page.total,
        "shown": seat.length,
        "wanted": _chosen(seat.wanted),
        "parts": parts,
        "filters": _filters(seat.wanted, page),
        "invite": "/invite" if team and root else "",
        "lead": "/team" if leads and root else "",
        "team": {str(person_id): name for person_id, name in team.items()},
    }


def _line(seat: Seat, line: CaseLine) -> dict[str, object]:
    words = STATES[line.state] if line.state else line.public_state
    words = f"{words}, needs a look" if line.needs_look else words
    about = [category_name(line.mcc) if line.mcc else "", _country(line.country) if line.country else ""]
    return {
        **line.model_dump(mode="json"),
        "state_words": words,
        "due": due_in_words(seat, line.due),
        "answer_by": due_in_words(seat, line.answer_by),
        "about": ", ".join(filter(None, about)),
    }


def _chosen(wanted: CaseFilter) -> dict[str, str]:
    """What is chosen, one value of each kind as the window has them; empty for any."""
    one = {kind: str(next(iter(getattr(wanted, kind)), "")) for kind in _SEVERAL}
    return {"part": wanted.part, **one, "days": str(wanted.days or ""), "name": wanted.name}


def _filters(wanted: CaseFilter, page: QueuePage) -> list[dict[str, object]]:
    people = {ME: "Mine", NOBODY: "Nobody's", **page.people}
    written: dict[str, tuple[str, Callable[[str], str | None]]] = {
        "level": ("Risk", _LEVELS.get),
        "state": ("State", lambda value: STATES[State(value)]),
        "line": ("Business", _group),
        "country": ("Country", _country),
        "days": ("Waiting", lambda value: f"Over {'a day' if value == '1' else f'{value} days'}"),
        "assignee": ("Whose", people.get),
        "mark": ("Marked", {str(mark): label for mark, label in _MARKS.items()}.get),
    }
    days = [str(age) for age in AGES]
    order = {"level": [*_LEVELS], "state": [*STATES], "days": days, "mark": [*_MARKS]}
    now = _chosen(wanted)
    return [
        {"key": key, "label": label, "choices": _choices(page.counts[key], words, now[key], order.get(key))}
        for key, (label, words) in written.items()
    ]


def _choices(
    counts: Mapping[str, int], words: Callable[[str], str | None], chosen: str, order: list[str] | None
) -> list[_Choice]:
    """The values that occur, and the chosen one, as they are read; in their own order or by the alphabet."""
    found = {value: words(value) for value in {*counts, chosen} - {""}}
    labels = {value: label for value, label in found.items() if label}
    place = order.index if order else _by_the_alphabet(labels)
    return [
        _Choice(value=value, label=labels[value], count=counts.get(value, 0))
        for value in sorted(labels, key=place)
    ]


def _by_the_alphabet(labels: Mapping[str, str]) -> Callable[[str], tuple[int, str]]:
    """What is one's own, nobody's or not known comes first, then the names."""
    special = [ME, NOBODY, NOT_KNOWN]
    return lambda value: (special.index(value) if value in special else len(special), labels[value])


def _group(value: str) -> str | None:
    """The group's name; a single code is no choice of its own."""
    if value == NOT_KNOWN:
        return _UNKNOWN[value]
    return group_name(read_codes(value)) if "-" in value else None


def _country(code: str) -> str:
    known = pycountry.countries.get(alpha_2=code)
    return _UNKNOWN.get(code) or (known.name if known else code)
