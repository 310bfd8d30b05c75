"""How often somebody may try: growing delays, kept where a restart does not forget them.

Who tries is counted under keyed hashes: the account that is tried (whether or not there is one), the
network address, and a device that the account's person has signed in with before. Such a device counts for
itself alone, so that a stranger who keeps guessing shuts nobody out of their own (OWASP, device cookies).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cases.errors import OnboardError
from desk.desk import Desk
from storage.tables import attempts

FORGOTTEN = timedelta(hours=1)
"""After this long without another attempt nothing is held against anybody."""


class TooManyAttempts(OnboardError):
    """It has been tried too often; ``seconds`` to wait."""

    code = "too_many_requests"
    status = 429

    def __init__(self, wait: timedelta) -> None:
        self.seconds = max(1, math.ceil(wait.total_seconds()))
        super().__init__(
            f"Too many attempts. Please try again in {self.seconds} seconds.", retry_after=self.seconds
        )


@dataclass(frozen=True)
class Counted:
    """What attempts are counted under; those after ``free`` wait 1, 2, 4 … seconds, ``longest`` at most."""

    what: str
    free: int
    longest: timedelta
    shared: bool = False

    def delay(self, count: int) -> timedelta:
        """How long nobody may try after so many attempts."""
        over = count - self.free
        return timedelta() if over < 1 else min(timedelta(seconds=2 ** min(over - 1, 20)), self.longest)


def account(email: str) -> Counted:
    """Attempts at an account."""
    return Counted(f"account {email}", free=5, longest=timedelta(minutes=15))


def device(nonce: str) -> Counted:
    """Attempts from a device that is known to an account."""
    return Counted(f"device {nonce}", free=5, longest=timedelta(minutes=15))


def address(host: str) -> Counted:
    """Attempts from a network address, which a whole office may share."""
    return Counted(f"address {host}", free=100, longest=timedelta(minutes=1), shared=True)


def letters(email: str) -> Counted:
    """Letters with a reset link to one mailbox."""
    return Counted(f"letters {email}", free=3, longest=timedelta(minutes=15))


class Attempts:
    """Counts attempts, before they are made: many at once do not slip through together."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def take(self, *counted: Counted) -> None:
        """Count an attempt; raises TooManyAttempts, and counts nothing, while one has to wait."""
        now, keys = self._desk.clock(), self._keys(counted)
        async with self._desk.db.write() as tx:
            await tx.execute(delete(attempts).where(attempts.c.last_at < now - FORGOTTEN))
            rows = (await tx.execute(select(attempts).where(attempts.c.key_hash.in_(keys)))).all()
            wait = max((row.free_at - now for row in rows), default=timedelta())
            if wait > timedelta():
                raise TooManyAttempts(wait)
            before = {row.key_hash: row.tries for row in rows}
            await tx.execute(delete(attempts).where(attempts.c.key_hash.in_(keys)))
            for each, key in zip(counted, keys, strict=True):
                count = before.get(key, 0) + 1
                row = {"key_hash": key, "tries": count, "free_at": now + each.delay(count), "last_at": now}
                await tx.execute(insert(attempts).values(row))

    async def forgive(self, *counted: Counted) -> None:
        """Take an attempt back that was right; what only one person uses starts anew."""
        async with self._desk.db.write() as tx:
            await self.forgive_in(tx, *counted)

    async def forgive_in(self, tx: AsyncConnection, *counted: Counted) -> None:
        """The same within a transaction that is open."""
        for each, key in zip(counted, self._keys(counted), strict=True):
            here = attempts.c.key_hash == key
            if each.shared:
                await tx.execute(update(attempts).where(here).values(tries=attempts.c.tries - 1))
            else:
                await tx.execute(delete(attempts).where(here))

    def _keys(self, counted: tuple[Counted, ...]) -> list[str]:
        return [self._desk.keyring.lookup(f"attempt {each.what}") for each in counted]
