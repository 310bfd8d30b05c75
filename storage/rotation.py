"""Rotation: a new first encryption key, and everything that the old ones wrapped wrapped again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Select, Table, and_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import tables
from storage.chain import RAW_CASES, fetch
from storage.codec import Codec
from storage.database import Database
from storage.errors import KeyMissing
from storage.secrets import Keyring
from storage.waiting import hold_file

AT_ONCE = 200
"""Rows in one transaction, so that a running server gets its turn in between."""

ENCRYPTED = (
    (tables.people, "email_encrypted"),
    (tables.people, "name_encrypted"),
    (tables.people, "totp_encrypted"),
    (tables.links, "body_encrypted"),
    (tables.idempotency, "response_encrypted"),
    (tables.webhooks, "url_encrypted"),
    (tables.webhooks, "secret_encrypted"),
    (tables.letters, "body_encrypted"),
    (tables.notification_addresses, "url_encrypted"),
)
"""Columns outside of the cases that the ring itself encrypts."""

WrapRow: TypeAlias = Callable[[AsyncConnection, ColumnElement[bool]], Awaitable[bool]]
"""Wraps what is in the one row that a condition picks; says whether that could be done."""


@dataclass(frozen=True, slots=True)
class Rotation:
    """What was done. ``new_key`` is False where the keys are the environment's.

    ``left`` counts what fits none of the keys or was tampered with: ``verify`` says more of it.
    """

    new_key: bool
    cases: int
    values: int
    left: int


async def rotate(db: Database, keyring: Keyring) -> Rotation:
    """Put a new first key into the file and wrap everything under it; old keys stay behind it.

    With keys from the environment, wraps everything under the first of those. Can be cut off at
    any point and done again; a server that runs beside it goes on.
    """
    async with hold_file(db.data_dir / "rotation.lock"):
        new_key = keyring.ring.file is not None
        if new_key:
            keyring.ring.add()
        cases, left = await _wrap_rows(db, select(RAW_CASES.c.id), _wrap_case(keyring))
        values = 0
        for table, column in ENCRYPTED:
            query = select(*table.primary_key.columns).where(table.c[column].is_not(None))
            done, not_done = await _wrap_rows(db, query, _wrap_value(keyring, table, column))
            values, left = values + done, left + not_done
        return Rotation(new_key, cases, values, left)


async def _wrap_rows(db: Database, query: Select[Any], wrap: WrapRow) -> tuple[int, int]:
    key = list(query.selected_columns)
    async with db.read() as conn:
        rows = (await conn.execute(query)).all()
    done = 0
    for start in range(0, len(rows), AT_ONCE):
        async with db.write() as tx:
            for row in rows[start : start + AT_ONCE]:
                this = and_(*(part == value for part, value in zip(key, row, strict=True)))
                done += await wrap(tx, this)
    return done, len(rows) - done


def _wrap_case(keyring: Keyring) -> WrapRow:
    codec = Codec(keyring)

    async def wrap(tx: AsyncConnection, this: ColumnElement[bool]) -> bool:
        for case in await fetch(tx, select(RAW_CASES).where(this)):
            # What was tampered with must not be signed anew.
            if not codec.holds(case):
                return False
            if case["data_key_wrapped"] is None:
                return True
            try:
                case["data_key_wrapped"] = keyring.ring.renew(case["data_key_wrapped"])
            except KeyMissing:
                return False
            await tx.execute(update(RAW_CASES).where(RAW_CASES.c.id == case["id"]).values(codec.sign(case)))
            return True
        return False  # an id that is no text any more finds nothing

    return wrap


def _wrap_value(keyring: Keyring, table: Table, column: str) -> WrapRow:
    async def wrap(tx: AsyncConnection, this: ColumnElement[bool]) -> bool:
        stored: Any = await tx.scalar(select(table.c[column]).where(this))
        try:
            if stored is not None:
                await tx.execute(update(table).where(this).values({column: keyring.ring.renew(stored)}))
        except KeyMissing:
            return False
        return True

    return wrap
