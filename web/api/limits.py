"""How much one caller may ask for: requests in a minute, and at once."""

from __future__ import annotations

import asyncio
import math
import time
from collections import OrderedDict, deque
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from cases.errors import OnboardError

A_MINUTE = 60.0
IN_A_MINUTE = 1000
"""Requests of one token, or of one address without a valid one (contract)."""

AT_ONCE = 50
"""Requests of one token that are worked on together; more wait their turn (contract)."""

LONGEST_WAIT = 10.0
"""Seconds that a request waits for its turn before it is sent away."""

CALLERS = 10_000
"""Callers remembered; the ones that were longest away are forgotten first."""


class TooMany(OnboardError):
    """The caller asks for more than one may; ``retry_after`` in seconds."""

    code = "rate_limited"
    status = 429

    def __init__(self, retry_after: float) -> None:
        super().__init__(
            "That is more than one may ask for in a minute. Please wait.",
            retry_after=max(1, math.ceil(retry_after)),
        )


@dataclass
class _Caller:
    taken: deque[float] = field(default_factory=deque[float])
    slots: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))


class Limits:
    """Counts requests by caller, over the last minute."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._callers: OrderedDict[str, _Caller] = OrderedDict()

    def take(self, name: str) -> None:
        """Count one request; raises TooMany."""
        caller, now = self._caller(name), self._clock()
        while caller.taken and caller.taken[0] <= now - A_MINUTE:
            caller.taken.popleft()
        if len(caller.taken) >= IN_A_MINUTE:
            raise TooMany(caller.taken[0] + A_MINUTE - now)
        caller.taken.append(now)

    @asynccontextmanager
    async def slot(self, name: str) -> AsyncGenerator[None, None]:
        """One of the places that a caller has at the same time; raises TooMany after a long wait."""
        slots = self._caller(name).slots
        try:
            await asyncio.wait_for(slots.acquire(), LONGEST_WAIT)
        except TimeoutError:
            raise TooMany(1.0) from None
        try:
            yield
        finally:
            slots.release()

    def _caller(self, name: str) -> _Caller:
        caller = self._callers.setdefault(name, _Caller())
        self._callers.move_to_end(name)
        if len(self._callers) > CALLERS:
            self._callers.popitem(last=False)
        return caller
