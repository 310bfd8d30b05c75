"""The mark in the database of how far the seals file was written: a file cut short is noticed."""

from __future__ import annotations

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import tables
from storage.chain import encode
from storage.errors import LogDamaged
from storage.seal_lines import NO_LINE, Line
from storage.secrets import Keyring

ONLY_ROW = 1


async def read_mark(conn: AsyncConnection, keyring: Keyring) -> Line:
    """The last line, without its heads, that is known to be on the disk; raises ``LogDamaged``."""
    row = (await conn.execute(select(tables.seals))).one_or_none()
    if row is None:
        return NO_LINE
    line = Line(row.n, (), row.line_hash, row.size)
    if not keyring.holds_head(_material(line), row.mac):
        raise LogDamaged("What the database holds of the seals file was changed.")
    return line


async def write_mark(tx: AsyncConnection, keyring: Keyring, line: Line) -> None:
    """Note that the line is on the disk."""
    await tx.execute(delete(tables.seals))
    mac = keyring.sign_head(_material(line))
    row = {"id": ONLY_ROW, "n": line.n, "line_hash": line.hash, "size": line.end, "mac": mac}
    await tx.execute(insert(tables.seals).values(row))


def _material(line: Line) -> bytes:
    return encode("onboard seals 1", [line.n, line.hash, line.end])
