"""What commands print: JSON for programs, tables for people."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from typing import cast

from pydantic import BaseModel, JsonValue
from rich.console import Console
from rich.table import Table

Row = Mapping[str, JsonValue]


def print_json(value: JsonValue | BaseModel | Sequence[BaseModel] | Sequence[Row]) -> None:
    """Print a value as JSON."""
    print(json.dumps(_plain(value), indent=2, ensure_ascii=False))


def print_table(rows: Sequence[Row], nothing: str) -> None:
    """Print rows under the names of their columns, or a sentence where there are none."""
    if not rows:
        print(nothing)
        return
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in rows[0]:
        table.add_column(name.replace("_", " ").capitalize(), overflow="fold")
    for row in rows:
        table.add_row(*(_cell(value) for value in row.values()))
    # Into a file or a pipe nothing is folded: programs cut lines, people widen windows.
    width = None if sys.stdout.isatty() else 500
    Console(width=width, highlight=False, markup=False).print(table)


def print_listing(rows: Sequence[Row], *, as_json: bool, nothing: str) -> None:
    """Print a listing either way."""
    if as_json:
        print_json(rows)
    else:
        print_table(rows, nothing)


def _plain(value: object) -> object:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude_unset=True)
    if isinstance(value, list | tuple):
        return [_plain(item) for item in cast("Sequence[object]", value)]
    return value


def _cell(value: JsonValue) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
