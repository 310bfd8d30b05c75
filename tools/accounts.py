"""The embedded services' own accounts: a small SQLite file that survives a kill."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Generator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import cast

_SCHEMA = """
CREATE TABLE IF NOT EXISTS accounts (
    merchant_id TEXT PRIMARY KEY,
    request_id TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    conditions TEXT NOT NULL,
    status TEXT NOT NULL,
    dashboard INTEGER NOT NULL DEFAULT 0,
    welcomes INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, answer TEXT NOT NULL);
"""

Answer = Mapping[str, object]


class Refused(Exception):
    """The request cannot be served; ``status`` is the HTTP status to say so with."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


class Accounts:
    """Accounts and the answers that were given, by idempotency key. It holds no personal data."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def once(self, key: str, act: Callable[[sqlite3.Connection], Answer]) -> Answer:
        """The answer of ``act``, done once for each key: account and answer are written together."""
        with self._transaction() as tx:
            given = tx.execute("SELECT answer FROM answers WHERE key = ?", (key,)).fetchone()
            if given is not None:
                return cast("Answer", json.loads(given[0]))
            answer = act(tx)
            tx.execute("INSERT INTO answers VALUES (?, ?)", (key, json.dumps(answer)))
            return answer

    def accounts(self) -> list[tuple[str, str, str]]:
        """Every account as (merchant_id, request_id, status)."""
        with self._transaction() as tx:
            rows = tx.execute("SELECT merchant_id, request_id, status FROM accounts ORDER BY 1")
            return rows.fetchall()

    @contextmanager
    def _transaction(self) -> Generator[sqlite3.Connection]:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self._file, timeout=30, isolation_level=None)) as connection:
            self._file.chmod(0o600)
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")
            connection.executescript(_SCHEMA)
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")


def create(tx: sqlite3.Connection, merchant_id: str, request_id: str, version: int, conditions: str) -> None:
    """Open an account; Refused 409 where the id, or an account for the request, is there already."""
    try:
        tx.execute(
            "INSERT INTO accounts (merchant_id, request_id, version, conditions, status) "
            "VALUES (?, ?, ?, ?, 'created')",
            (merchant_id, request_id, version, conditions),
        )
    except sqlite3.IntegrityError:
        raise Refused(409, "This merchant id is taken.") from None


def configure_dashboard(tx: sqlite3.Connection, merchant_id: str, request_id: str) -> None:
    """Set the dashboard up; Refused 404 without an account."""
    _change(tx, "dashboard = 1", merchant_id, request_id)


def send_welcome(tx: sqlite3.Connection, merchant_id: str, request_id: str) -> None:
    """Count a welcome; Refused 404 without an account."""
    _change(tx, "welcomes = welcomes + 1", merchant_id, request_id)


def activate(tx: sqlite3.Connection, merchant_id: str, request_id: str) -> None:
    """Open the account for business; Refused 404 without one."""
    _change(tx, "status = 'active'", merchant_id, request_id)


def close(tx: sqlite3.Connection, merchant_id: str, request_id: str) -> None:
    """Remove the account; one that is not there is closed already."""
    tx.execute("DELETE FROM accounts WHERE merchant_id = ? AND request_id = ?", (merchant_id, request_id))


def _change(tx: sqlite3.Connection, assignment: str, merchant_id: str, request_id: str) -> None:
    statement = f"UPDATE accounts SET {assignment} WHERE merchant_id = ? AND request_id = ?"  # noqa: S608
    if tx.execute(statement, (merchant_id, request_id)).rowcount == 0:
        raise Refused(404, "There is no such account.")
