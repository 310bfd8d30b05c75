"""Waiting that a cancelled task cannot break: locks between processes, work that must finish."""

from __future__ import annotations

import asyncio
import fcntl
import os
from collections.abc import AsyncGenerator, Awaitable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

from cases.errors import Unavailable

T = TypeVar("T")

POLL_SECONDS = 0.02


async def finish(work: Awaitable[T]) -> T:
    """Await to the end; a cancellation that came meanwhile is raised after it."""
    task = asyncio.ensure_future(work)
    cancelled = False
    while not task.done():
        try:
            await asyncio.wait([task])
        except asyncio.CancelledError:
            cancelled = True
    if cancelled:
        if not task.cancelled():
            task.exception()  # retrieved, as nobody will ask for it now
        raise asyncio.CancelledError
    return task.result()


@asynccontextmanager
async def hold_file(path: Path) -> AsyncGenerator[None, None]:
    """Hold an exclusive lock between processes (and tasks); the kernel frees it when one dies."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise Unavailable(f"The data folder cannot be used: {error.strerror}") from error
    try:
        # Asked again and again, not waited for in a thread: a cancelled wait leaves no trace.
        while not _try_lock(handle):  # noqa: ASYNC110 (another process cannot set an event)
            await asyncio.sleep(POLL_SECONDS)
        yield
    finally:
        os.close(handle)


def _try_lock(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
