"""The chain: what exactly is hashed of an event, and what the keyed head covers of a case.

Works on values as they are stored (text, integers, bytes), so that a changed byte cannot hide
behind a value that reads the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import ColumnClause, Select, TableClause, column, table, text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import tables

Stored: TypeAlias = Mapping[str, Any]
"""A row by column, each value as the database holds it."""

EVENT_COLUMNS = tuple(tables.events.columns.keys())
CASE_COLUMNS = tuple(tables.cases.columns.keys())


def _without(columns: Sequence[str], *left_out: str) -> tuple[str, ...]:
    return tuple(name for name in columns if name not in left_out)


def _untyped(name: str, columns: Sequence[str]) -> TableClause:
    untyped: list[ColumnClause[Any]] = [column(each) for each in columns]
    return table(name, *untyped)


HASHED = _without(EVENT_COLUMNS, "hash")
BOUND = _without(EVENT_COLUMNS, "body", "hash")
HEADED = _without(CASE_COLUMNS, "head_mac")

# The tables again without types: nothing is converted on the way in or out.
RAW_EVENTS = _untyped("events", EVENT_COLUMNS)
RAW_CASES = _untyped("cases", CASE_COLUMNS)


async def fetch(conn: AsyncConnection, query: Select[Any]) -> list[dict[str, Any]]:
    """The rows of a query on the untyped tables."""
    found = await conn.execute(query)
    keys = list(found.keys())
    return [dict(zip(keys, row, strict=True)) for row in found]


async def scan(
    conn: AsyncConnection, source: TableClause, key: str, only: str | None, order: str
) -> AsyncIterator[dict[str, Any]]:
    """All rows, or those whose ``key`` is ``only``, read from the table itself.

    An index holds copies of columns: what was changed in the table could hide behind it.
    """
    names = source.columns.keys()
    where = "" if only is None else f"WHERE {key} = :only"
    columns = ", ".join(f'"{name}"' for name in names)
    query = text(f"SELECT {columns} FROM {source.name} NOT INDEXED {where} ORDER BY {order}")  # noqa: S608
    async for rows in (await conn.stream(query, {"only": only} if where else {})).partitions(500):
        for row in rows:
            yield dict(zip(names, row, strict=True))


def hash_event(event: Stored) -> str:
    """SHA-256 (hex) over every other column, ``prev_hash`` and the ciphertext included."""
    return hashlib.sha256(encode("onboard event 1", [event[name] for name in HASHED])).hexdigest()


def bind_body(event: Stored) -> bytes:
    """The associated data of the body: it decrypts only beside the columns it was written with."""
    return encode("onboard body 1", [event[name] for name in BOUND])


def bind_summary(case_id: str) -> bytes:
    """The associated data of a case's summary."""
    return encode("onboard summary 1", [case_id])


def head_material(case: Stored) -> bytes:
    """What the keyed head covers: every column of the case's row."""
    return encode("onboard case 1", [case[name] for name in HEADED])


def first_prev_hash(case_id: str) -> str:
    """What the first event of a case links to (hex)."""
    return hashlib.sha256(encode("onboard chain 1", [case_id])).hexdigest()


def encode(purpose: str, values: Sequence[object]) -> bytes:
    """An unambiguous encoding: kind and length before each value, the purpose in front."""
    return b"".join(_encode_value(value) for value in (purpose, *values))


def _encode_value(value: object) -> bytes:
    match value:
        case None:
            kind, data = b"N", b""
        case str():
            kind, data = b"T", value.encode()
        case bytes():
            kind, data = b"B", value
        case int():
            kind, data = b"I", str(value).encode()
        case float():
            kind, data = b"F", value.hex().encode()
        case _:
            raise TypeError(f"cannot be part of the chain: {type(value).__name__}")
    return kind + len(data).to_bytes(8, "big") + data
