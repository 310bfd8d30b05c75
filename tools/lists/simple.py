"""Our own simple CSV, and OpenSanctions' ``targets.simple.csv``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cases.screening import Kind, ListEntry, Topic
from tools.lists.dates import partial_dates
from tools.lists.files import ListFile, UnreadableList
from tools.lists.tables import Row, by_header, require_header

OURS = ("name", "kind", "country", "reference")
"""Columns that our own format has; ``topic``, ``aliases``, ``birth_date`` and ``identifiers`` may follow.

Several values in a cell stand between semicolons.
"""

OPENSANCTIONS = ("id", "schema", "name", "aliases", "birth_date", "countries", "identifiers", "sanctions")
_SCHEMATA: Mapping[str, Kind] = {"Person": "person", "Vessel": "vessel", "Airplane": "aircraft"}
_NO_PARTIES = frozenset({"Security", "CryptoWallet", "Address"})
_KINDS: Mapping[str, Kind] = {
    "person": "person",
    "individual": "person",
    "vessel": "vessel",
    "aircraft": "aircraft",
}


def read_ours(file: ListFile, header: Row, rows: Sequence[Row]) -> Iterator[ListEntry]:
    """The entries of our own format; raises UnreadableList for a cut row or an unknown topic."""
    require_header(file, header, OURS)
    for row in rows:
        cells = by_header(file, header, row)
        if cells["name"]:
            yield ListEntry(
                source=file.name,
                reference=cells["reference"],
                name=cells["name"],
                kind=_KINDS.get(cells["kind"].casefold(), "organisation"),
                topic=_topic(file, row, cells.get("topic", "")),
                aliases=_several(cells.get("aliases", "")),
                birth_dates=partial_dates(_several(cells.get("birth_date", ""))),
                countries=_several(cells["country"].upper()),
                identifiers=_several(cells.get("identifiers", "")),
            )


def read_opensanctions(file: ListFile, header: Row, rows: Sequence[Row]) -> Iterator[ListEntry]:
    """The entries of the simplified targets; a person without a sanction is there for being a PEP."""
    require_header(file, header, OPENSANCTIONS)
    for row in rows:
        cells = by_header(file, header, row)
        if cells["name"] and cells["schema"] not in _NO_PARTIES:
            kind = _SCHEMATA.get(cells["schema"], "organisation")
            yield ListEntry(
                source=file.name,
                reference=cells["id"],
                name=cells["name"],
                kind=kind,
                topic=Topic.SANCTION if cells["sanctions"] or kind != "person" else Topic.PEP,
                aliases=_several(cells["aliases"]),
                birth_dates=partial_dates(_several(cells["birth_date"])),
                countries=_several(cells["countries"].upper()),
                identifiers=_several(cells["identifiers"]),
                programmes=_several(cells["sanctions"]),
            )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in cell.split(";"))))


def _topic(file: ListFile, row: Row, written: str) -> Topic:
    try:
        return Topic(written.casefold()) if written else Topic.SANCTION
    except ValueError:
        known = ", ".join(Topic)
        raise UnreadableList(file.name, f"there is no topic {written!r}; known: {known}", row.line) from None
