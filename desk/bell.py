"""Wakes those who wait for something new to have been written."""

from __future__ import annotations

import asyncio


class Bell:
    """Rung after each commit of this process; others' commits are found by looking now and then."""

    def __init__(self) -> None:
        self._next: asyncio.Event = asyncio.Event()

    def ring(self) -> None:
        """Wake everybody who waits."""
        self._next.set()
        self._next = asyncio.Event()

    async def wait(self, seconds: float) -> None:
        """Return when the bell rings, at the latest after the given time."""
        waiting = self._next
        try:
            await asyncio.wait_for(waiting.wait(), seconds)
        except TimeoutError:
            return
