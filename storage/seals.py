"""Seals: what was the end of each chain, signed, in a file outside the database."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cases.errors import Unavailable
from storage.chain import RAW_CASES, fetch
from storage.codec import Codec
from storage.database import Database
from storage.errors import LogDamaged
from storage.keyfiles import sync_folder
from storage.seal_lines import BrokenLine, Head, Line, read_line, read_lines, write_line
from storage.seal_mark import read_mark, write_mark
from storage.secrets import Keyring
from storage.tables import write_moment
from storage.waiting import finish, hold_file

AT_ONCE = 1000
"""Cases in one line."""


def seals_file(data_dir: Path) -> Path:
    """Where the seals are kept."""
    return data_dir / "seals.jsonl"


def hold_seals(data_dir: Path) -> AbstractAsyncContextManager[None]:
    """While held, file and database agree on what is sealed, in this and all other processes."""
    return hold_file(data_dir / "seals.lock")


class Sealer:
    """Appends to the seals file of one installation."""

    def __init__(self, data_dir: Path, keyring: Keyring):
        self._data_dir = data_dir
        self._file = seals_file(data_dir)
        self._keyring = keyring
        self._codec = Codec(keyring)

    async def seal(self, db: Database) -> int:
        """Seal every head that is not sealed yet, outside of any transaction; returns how many.

        A case whose row was tampered with is left out, for ``verify`` to name. Raises
        ``LogDamaged`` when the file is not the one that was last written: going on would cover
        that up; ``Unavailable`` when the disk or the database cannot be used.
        """
        sealed = 0
        try:
            async with hold_seals(self._data_dir):
                while heads := await self._find_heads(db):
                    # Cut off between file and database, it would leave a line to be done again.
                    await finish(self._seal(db, heads))
                    sealed += len(heads)
                    if len(heads) < AT_ONCE:
                        break
        except OSError as error:
            raise Unavailable(f"The seals cannot be written: {error.strerror}") from error
        return sealed

    async def _find_heads(self, db: Database) -> list[Head]:
        c = RAW_CASES.c
        query = select(RAW_CASES).where(c.head_seq > c.sealed_seq).order_by(c.id).limit(AT_ONCE)
        async with db.read() as conn:
            cases = await fetch(conn, query)
        return [
            Head(case["id"], case["head_seq"], case["head_hash"]) for case in cases if self._codec.holds(case)
        ]

    async def _seal(self, db: Database, heads: Sequence[Head]) -> None:
        async with db.read() as conn:
            mark = await read_mark(conn, self._keyring)
        line = await asyncio.to_thread(self._append, heads, mark)
        async with db.write() as tx:
            await self._mark_cases(tx, heads)
            await write_mark(tx, self._keyring, line)

    def _append(self, heads: Sequence[Head], mark: Line) -> Line:
        handle = os.open(self._file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            last = self._find_last(mark, os.fstat(handle).st_size)
            raw = write_line(self._keyring, write_moment(datetime.now(UTC)), heads, last)
            os.ftruncate(handle, last.end)  # what a crash left of a line that was never finished
            try:
                _write_all(handle, raw, last.end)
            except OSError:
                os.ftruncate(handle, last.end)
                raise
            if not last.end:
                sync_folder(self._data_dir)
        finally:
            os.close(handle)
        return read_line(self._keyring, raw, last)

    def _find_last(self, mark: Line, size: int) -> Line:
        if size < mark.end:
            raise LogDamaged("The seals file is missing or was cut short.")
        try:
            # Behind the mark is at most what a crash kept from being marked.
            return [mark, *read_lines(self._keyring, self._file, mark)][-1]
        except BrokenLine as error:
            raise LogDamaged(str(error)) from error

    async def _mark_cases(self, tx: AsyncConnection, heads: Sequence[Head]) -> None:
        sealed = {head.case_id: head.seq for head in heads}
        for case in await fetch(tx, select(RAW_CASES).where(RAW_CASES.c.id.in_(sealed))):
            if self._codec.holds(case):
                signed = self._codec.sign({**case, "sealed_seq": sealed[case["id"]]})
                await tx.execute(update(RAW_CASES).where(RAW_CASES.c.id == case["id"]).values(signed))


def _write_all(handle: int, raw: bytes, offset: int) -> None:
    written = 0
    while written < len(raw):
        written += os.pwrite(handle, raw[written:], offset + written)
    os.fsync(handle)
