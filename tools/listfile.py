"""Watch-list files: our own simple CSV, and the US Treasury's sdn.csv and alt.csv."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import NamedTuple

from cases.errors import Unavailable

HEADER = ["name", "kind", "country", "reference"]
_SDN_COLUMNS, _ALT_COLUMNS = 12, 5
_NULL = "-0-"
_NO_PARTIES = frozenset({"vessel", "aircraft"})
"""Kinds that are neither persons nor companies, so nobody we screen can be one."""

_END_OF_FILE = "\x1a"
"""OFAC ends its files with this."""


class Entry(NamedTuple):
    """A listed name; ``reference`` leads back to it in its list."""

    name: str
    kind: str
    country: str
    reference: str
    source: str


def read_list(source: str, content: bytes) -> list[Entry]:
    """The entries of a list, in whichever of the three formats it is; raises Unavailable.

    A row that does not have its format's columns means a cut or foreign file: the whole is refused
    then, since half a list finds half of the matches.
    """
    try:
        rows = [row for row in csv.reader(_lines(source, content), strict=False) if any(row)]
    except csv.Error as error:
        raise _broken(source, str(error)) from None
    entries = list(_read_rows(source, rows))
    if not entries:
        raise _broken(source, "it holds no names")
    return entries


def _lines(source: str, content: bytes) -> Iterator[str]:
    if b"\0" in content:
        raise _broken(source, "it is no text")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("latin-1")
    return iter(text.replace(_END_OF_FILE, "").splitlines(keepends=True))


def _read_rows(source: str, rows: list[list[str]]) -> Iterator[Entry]:
    first = [cell.strip().lower() for cell in rows[0]] if rows else []
    if first == HEADER:
        return _read_own(source, rows[1:])
    numbered = bool(first) and first[0].isdigit()
    if numbered and len(first) == _SDN_COLUMNS:
        return _read_sdn(source, rows)
    if numbered and len(first) == _ALT_COLUMNS:
        return _read_alt(source, rows)
    raise _broken(source, f"its format is not known; the header of ours is {','.join(HEADER)}")


def _read_own(source: str, rows: list[list[str]]) -> Iterator[Entry]:
    for row in _checked(source, rows, len(HEADER)):
        name, kind, country, reference = row
        if name:
            yield Entry(name, kind, country, reference, source)


def _read_sdn(source: str, rows: list[list[str]]) -> Iterator[Entry]:
    for row in _checked(source, rows, _SDN_COLUMNS):
        number, name, kind, country = row[:4]
        if name and kind not in _NO_PARTIES:
            yield Entry(name, kind or "entity", country, number, source)


def _read_alt(source: str, rows: list[list[str]]) -> Iterator[Entry]:
    for row in _checked(source, rows, _ALT_COLUMNS):
        number, _, _, name, _ = row
        if name:
            yield Entry(name, "alias", "", number, source)


def _checked(source: str, rows: list[list[str]], columns: int) -> Iterator[list[str]]:
    for row in rows:
        if len(row) != columns:
            raise _broken(source, f"a row has {len(row)} columns instead of {columns}")
        yield ["" if cell.strip() == _NULL else cell.strip() for cell in row]


def _broken(source: str, reason: str) -> Unavailable:
    return Unavailable(f"The watch list {source} cannot be read ({reason}).")
