"""How often somebody may do something: a bucket of tokens for each, filled again with time."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable

MANY = 10_000
"""Buckets kept; beyond that the full ones, which say nothing, are thrown away."""


class Buckets:
    """At most ``burst`` at once, and ``per_second`` on the long run, for each key."""

    def __init__(self, burst: int, per_second: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._burst = burst
        self._rate = per_second
        self._clock = clock
        self._left: dict[Hashable, tuple[float, float]] = {}

    def take(self, key: Hashable) -> bool:
        """Use one token of the key's; false where there is none left."""
        now = self._clock()
        left, since = self._left.get(key, (float(self._burst), now))
        left = min(self._burst, left + (now - since) * self._rate)
        allowed = left >= 1
        self._left[key] = (left - 1 if allowed else left, now)
        if len(self._left) > MANY:
            self._forget_full(now)
        return allowed

    def _forget_full(self, now: float) -> None:
        self._left = {
            key: (left, since)
            for key, (left, since) in self._left.items()
            if left + (now - since) * self._rate < self._burst
        }
