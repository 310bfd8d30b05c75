"""The durable workflow that does one item of work; what it does can be begun again at any point.

DBOS is one for a process, so is the worker that its workflows work for. Arguments are ids only:
DBOS keeps them in clear.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path

from dbos import DBOS, DBOSConfig, DBOSPortableJSONSerializer

Work = Callable[[int], Awaitable[str]]

_do: Work | None = None


def launch(database: Path, do: Work) -> None:
    """Start DBOS on its own file; pending workflows of an earlier process go on by themselves.

    ``do`` does the item of work with an id, and returns how it ended.
    """
    global _do
    _do = do
    _use_write_ahead_log(database)
    config: DBOSConfig = {
        "name": "onboard",
        "system_database_url": f"sqlite:///{database}",
        # Fixed, so that work is recovered after an upgrade and by whichever process is there.
        "application_version": "1",
        "executor_id": "onboard",
        "serializer": DBOSPortableJSONSerializer(),
        "enable_otlp": False,
        "log_level": "CRITICAL",
    }
    DBOS(config=config)
    DBOS.launch()


def shut_down(patience: int) -> None:
    """Stop DBOS, giving running workflows some seconds; what does not end goes on at the next start."""
    DBOS.destroy(workflow_completion_timeout_sec=patience)


@DBOS.workflow(name="do_work")
async def do_work(item_id: int) -> str:
    """One item of work, from the table that the desk writes."""
    return await take(item_id)


@DBOS.step(name="take")
async def take(item_id: int) -> str:
    """The item's one step; a step that was interrupted is run again."""
    if _do is None:
        raise RuntimeError("no worker has been launched in this process")
    return await _do(item_id)


def _use_write_ahead_log(database: Path) -> None:
    connection = sqlite3.connect(database)
    try:
        connection.execute("PRAGMA journal_mode=WAL")
    finally:
        connection.close()
    database.chmod(0o600)
