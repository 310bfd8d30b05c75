"""Rows of a comma-separated list, with the line on which each begins."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tools.lists.files import ListFile, UnreadableList

_END_OF_FILE = "\x1a"
"""OFAC ends its files with this."""

csv.field_size_limit(1_000_000)


class Row(NamedTuple):
    """The cells of a row, without spaces around them."""

    line: int
    cells: tuple[str, ...]


def text_of(file: ListFile) -> str:
    """The text of a file; raises UnreadableList for one that is no text."""
    if b"\0" in file.content:
        raise UnreadableList(file.name, "it is no text")
    try:
        text = file.content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = file.content.decode("latin-1")
    return text.replace(_END_OF_FILE, "")


def rows_of(file: ListFile, delimiter: str = ",") -> Iterator[Row]:
    """The rows that are not empty; raises UnreadableList."""
    reader = csv.reader(text_of(file).splitlines(keepends=True), delimiter=delimiter, strict=True)
    while True:
        begins = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise UnreadableList(file.name, str(error), begins) from None
        if any(cell.strip() for cell in cells):
            yield Row(begins, tuple(cell.strip() for cell in cells))


def require_columns(file: ListFile, row: Row, columns: int) -> None:
    """Raise UnreadableList for a row that is cut: half a list finds half of the matches."""
    if len(row.cells) != columns:
        reason = f"a row has {len(row.cells)} columns instead of {columns}"
        raise UnreadableList(file.name, reason, row.line)


def by_header(file: ListFile, header: Row, row: Row) -> dict[str, str]:
    """The cells of a row by the names in the header; raises UnreadableList."""
    require_columns(file, row, len(header.cells))
    return dict(zip(header.cells, row.cells, strict=True))


def require_header(file: ListFile, header: Row, names: Sequence[str]) -> None:
    """Raise UnreadableList where a column that is needed is not there."""
    missing = [name for name in names if name not in header.cells]
    if missing:
        raise UnreadableList(file.name, f"it has no column {missing[0]!r}", header.line)
