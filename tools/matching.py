"""A party of ours beside an entry of a list: how alike, and what is known of both and differs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Literal, NamedTuple

from cases.screening import ListEntry, Party
from storage.watch_lists import IndexedEntry
from tools.names import likeness, normalise
from tools.names.likeness import is_written_in_syllables, words_likeness

Difference = Literal["birth_date", "countries"]

SAME_BIRTH_DATE = 0.05
SAME_COUNTRY = 0.02
OTHER_BIRTH_YEAR = 0.15
OTHER_BIRTH_DAY = 0.05
OTHER_COUNTRY = 0.04
"""What is added to, or taken from, the likeness of the names."""

BOTH_PARTS_SAME = 0.6
"""From this likeness of the names on, the same identity number says that it is them."""


class Comparison(NamedTuple):
    """How alike (0 to 1), by which of the entry's names, and what differs."""

    score: float
    listed: str
    differs: tuple[Difference, ...]


def compare(party: Party, indexed: IndexedEntry) -> Comparison:
    """The party beside the entry; one of another kind is never alike."""
    entry = indexed.entry
    if party.kind is not None and entry.kind != party.kind:
        return Comparison(0.0, entry.name, ())
    alike, listed = _nearest_name(party, indexed)
    same_number = not _figures(party.identifiers).isdisjoint(_figures(entry.identifiers))
    if same_number and alike >= BOTH_PARTS_SAME:
        return Comparison(1.0, listed, _differences(party, entry))
    score = alike + _birth(party, entry) + _country(party, entry)
    return Comparison(round(min(max(score, 0.0), 1.0), 4), listed, _differences(party, entry))


def pair_of(party: Party, entry: ListEntry) -> str:
    """A digest (hex) of the party as it is compared and of all that the entry says; spelling aside."""
    ours = (
        normalise(party.name),
        party.kind,
        party.birth_date.isoformat() if party.birth_date else None,
        sorted(party.countries),
        sorted(_figures(party.identifiers)),
    )
    both = json.dumps([ours, entry.model_dump(mode="json")], sort_keys=True)
    return hashlib.sha256(both.encode()).hexdigest()


def _nearest_name(party: Party, indexed: IndexedEntry) -> tuple[float, str]:
    ours, persons = normalise(party.name), indexed.entry.kind == "person"
    best = (0.0, indexed.entry.name)
    for name, words in zip(indexed.entry.names, indexed.words, strict=True):
        if is_written_in_syllables(party.name) and is_written_in_syllables(name):
            alike = likeness(party.name, name)
        else:
            alike = words_likeness(ours, words, persons=persons)
        best = max(best, (alike, name), key=lambda known: known[0])
    return best


def _birth(party: Party, entry: ListEntry) -> float:
    if party.birth_date is None or not entry.birth_dates:
        return 0.0
    ours = party.birth_date.isoformat()
    if any(ours == listed for listed in entry.birth_dates):
        return SAME_BIRTH_DATE
    if any(ours.startswith(listed) for listed in entry.birth_dates):
        return SAME_BIRTH_DATE / 2
    same_year = any(ours[:4] == listed[:4] for listed in entry.birth_dates)
    return -OTHER_BIRTH_DAY if same_year else -OTHER_BIRTH_YEAR


def _country(party: Party, entry: ListEntry) -> float:
    if not party.countries or not entry.countries:
        return 0.0
    return -OTHER_COUNTRY if set(party.countries).isdisjoint(entry.countries) else SAME_COUNTRY


def _differences(party: Party, entry: ListEntry) -> tuple[Difference, ...]:
    differs: list[Difference] = []
    if _birth(party, entry) < 0:
        differs.append("birth_date")
    if _country(party, entry) < 0:
        differs.append("countries")
    return tuple(differs)


def _figures(numbers: Iterable[str]) -> frozenset[str]:
    """Identity numbers without what is written between their signs; too short ones tell nobody apart."""
    bare = ("".join(filter(str.isalnum, number)).upper() for number in numbers)
    return frozenset(number for number in bare if len(number) >= 5)
