"""The database: one writer, readers beside it, and calm words when it cannot be used."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from sqlalchemy import Connection, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import (
    DataError,
    DBAPIError,
    IntegrityError,
    NotSupportedError,
    ProgrammingError,
)
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from cases.errors import Invalid, Unavailable
from storage.errors import DatabaseDamaged
from storage.keyfiles import make_private_folder
from storage.migrating import upgrade
from storage.settings import Settings
from storage.waiting import finish, hold_file

BUSY_SECONDS = 30
READERS = 8

DAMAGED = "The database file is damaged."

# These say that a statement was wrong; everything else says that the database cannot be used.
_MISTAKES = (IntegrityError, ProgrammingError, DataError, NotSupportedError)

_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class Database:
    """The doors to the tables: ``write`` and ``read``; ``open`` first, ``close`` at the end."""

    def __init__(self, settings: Settings):
        self.data_dir = settings.data_dir
        self._file = settings.database_file
        self._writer = _build_engine(settings, "BEGIN IMMEDIATE", size=1)
        self._readers = _build_engine(settings, "BEGIN", size=READERS)
        event.listen(self._readers.sync_engine, "connect", _forbid_writes)
        self._turn = asyncio.Lock()
        self._writing: asyncio.Task[object] | None = None

    async def open(self) -> None:
        """Create what is missing (folder 0700, file 0600) and bring the tables up to date."""
        try:
            make_private_folder(self.data_dir)
            make_private_folder(self._file.parent)
            # Two processes may start together; switching to WAL does not wait for the other one.
            async with hold_file(self.data_dir / "start.lock"):
                _make_private_file(self._file)
                async with self.write() as tx:
                    await tx.run_sync(upgrade)
        except OSError as error:
            raise Unavailable(f"The data folder cannot be used: {error.strerror}") from error

    async def close(self) -> None:
        """Give the connections back; the database may be opened again."""
        await finish(self._readers.dispose())
        await finish(self._writer.dispose())

    @asynccontextmanager
    async def write(self) -> AsyncGenerator[AsyncConnection, None]:
        """The one writer's transaction: commits on leaving, rolls back on any exception.

        Raises ``Unavailable`` when the database is locked, full, read-only or gone; nothing was
        changed then. Not to be nested.
        """
        if self._writing is not None and self._writing is asyncio.current_task():
            raise RuntimeError("a transaction inside a transaction of the same task")
        with _explain():
            async with self._turn, _connect(self._writer) as connection:
                self._writing = asyncio.current_task()
                try:
                    yield connection
                    await finish(connection.commit())
                finally:
                    self._writing = None

    @asynccontextmanager
    async def read(self) -> AsyncGenerator[AsyncConnection, None]:
        """A snapshot to read from, as of the first statement; raises ``Unavailable``."""
        with _explain():
            async with _connect(self._readers) as connection:
                yield connection


@asynccontextmanager
async def _connect(engine: AsyncEngine) -> AsyncGenerator[AsyncConnection, None]:
    connection = engine.connect()
    try:
        # Cut off in the middle, it could leave a transaction that nobody ends.
        await finish(_begin(connection))
        yield connection
    finally:
        if connection.sync_connection is not None:
            await finish(connection.close())  # rolls back what was not committed


async def _begin(connection: AsyncConnection) -> None:
    try:
        await connection.start()
        await connection.begin()
    except UnicodeDecodeError as error:
        # SQLite quotes the broken schema in its error message, which is no text any more.
        raise DatabaseDamaged(DAMAGED) from error


@contextmanager
def _explain() -> Generator[None, None, None]:
    try:
        yield
    except _MISTAKES:
        raise
    except (UnicodeEncodeError, OverflowError) as error:
        # SQLite's own refusal of half a character, or of a number beyond 64 bits.
        raise Invalid("A value cannot be stored as it is.") from error
    except (DBAPIError, PoolTimeout) as error:
        if getattr(getattr(error, "orig", None), "sqlite_errorcode", 0) & 0xFF in _DAMAGED:
            raise DatabaseDamaged(DAMAGED) from error
        raise Unavailable("The database cannot be used just now. Nothing was changed.") from error
    except OSError as error:
        raise Unavailable(f"The data folder cannot be used: {error.strerror}") from error


class _DriverConnection(sqlite3.Connection):
    def close(self) -> None:
        """Roll back first: SQLAlchemy closes a connection whose statement was cancelled, and a
        cursor that something still refers to would keep SQLite's transaction, and its lock, alive.
        """
        if self.in_transaction:
            self.rollback()
        super().close()


def _build_engine(settings: Settings, begin: str, size: int) -> AsyncEngine:
    engine = create_async_engine(
        settings.database_url,
        # Autocommit for the driver: the transaction begins as we say, not before the first write.
        connect_args={
            "isolation_level": None,
            "timeout": BUSY_SECONDS,
            "factory": _DriverConnection,
        },
        pool_size=size,
        max_overflow=0,
        pool_timeout=BUSY_SECONDS,
        hide_parameters=True,
    )

    def begin_transaction(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine.sync_engine, "connect", _prepare)
    event.listen(engine.sync_engine, "begin", begin_transaction)
    return engine


def _prepare(connection: DBAPIConnection, record: ConnectionPoolEntry) -> None:
    del record
    _run(connection, "PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON")
    # What is deleted or replaced (a wrapped key, for one) is overwritten on the disk.
    _run(connection, "PRAGMA secure_delete=ON")
    # A changed byte may not be UTF-8 any more: the chain must be able to take it in and say so.
    connection.driver_connection.text_factory = _read_text  # pyright: ignore[reportOptionalMemberAccess]


def _forbid_writes(connection: DBAPIConnection, record: ConnectionPoolEntry) -> None:
    del record
    _run(connection, "PRAGMA query_only=ON")


def _run(connection: DBAPIConnection, *statements: str) -> None:
    cursor = connection.cursor()
    for statement in statements:
        cursor.execute(statement)
    cursor.close()


def _read_text(stored: bytes) -> str | bytes:
    try:
        return stored.decode()
    except UnicodeDecodeError:
        return stored


def _make_private_file(file: Path) -> None:
    os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
