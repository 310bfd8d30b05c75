"""The queue of what is to be told: claimed, tried again over days, and every attempt on record."""

from __future__ import annotations

import random
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from desk.announcing import GIVEN_UP, LETTER_GIVEN_UP, Channel, Notice, row_of
from desk.desk import Desk
from storage.tables import deliveries, delivery_attempts, letters

PAUSES = (
    *(timedelta(seconds=10), timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30)),
    *(timedelta(hours=2), timedelta(hours=5), timedelta(hours=10), timedelta(hours=24)),
)
"""After each attempt that failed; after the last of them there is one more attempt, and no other."""

JITTER = 0.2
"""The part of a pause by which it may be longer, so that what failed together does not come together."""

LEASE = timedelta(seconds=20)
"""How long one attempt may take; one whose process was killed is made again after it."""

BY_MAIL: frozenset[Channel] = frozenset({"mail", "letter"})
MAIL_LEASE = timedelta(minutes=5)
"""The same for a mail server, which may take its time: a letter that it has taken must not go out again."""

Receiver = tuple[Channel, str]

AT_ONCE = 1000
BEGAN, DELIVERED = "began", "delivered"


@dataclass(frozen=True)
class Delivery:
    """One thing to be told to one receiver; ``attempt`` counts the tries that have begun,
    ``attempts_before`` those before it was replayed.
    """

    id: UUID
    channel: Channel
    target: str
    case_id: UUID | None
    kind: str
    public_state: str | None
    version: int
    at: datetime
    due_at: datetime
    attempt: int
    attempts_before: int

    @property
    def receiver(self) -> Receiver:
        """Whom it is for; those of one receiver go one after the other."""
        return self.channel, self.target

    @property
    def is_spread(self) -> bool:
        """Whether it is for one receiver already, not for several who have to be found."""
        return self.channel != "notice" and bool(self.target)

    @property
    def lease(self) -> timedelta:
        """How long an attempt at it may take."""
        return MAIL_LEASE if self.channel in BY_MAIL else LEASE


COLUMNS = tuple(deliveries.c[name] for name in Delivery.__dataclass_fields__)
IS_OPEN = (deliveries.c.delivered_at.is_(None), deliveries.c.given_up_at.is_(None))


async def due(desk: Desk) -> list[Delivery]:
    """Everything that is to be told now, oldest first."""
    query = select(*COLUMNS).where(*IS_OPEN, deliveries.c.due_at <= desk.clock())
    async with desk.db.read() as connection:
        rows = await connection.execute(query.order_by(deliveries.c.due_at, deliveries.c.n).limit(AT_ONCE))
        return [Delivery(*row) for row in rows]


async def claim(desk: Desk, delivery: Delivery) -> bool:
    """Begin an attempt, on record before anything is sent; False where somebody else has begun it."""
    now, attempt = desk.clock(), delivery.attempt + 1
    this = (deliveries.c.id == delivery.id, deliveries.c.attempt == delivery.attempt, *IS_OPEN)
    claimed = update(deliveries).where(*this).values(attempt=attempt, due_at=now + delivery.lease)
    async with desk.db.write() as tx:
        if (await tx.execute(claimed)).rowcount != 1:
            return False
        values = {"delivery_id": delivery.id, "attempt": attempt, "at": now, "outcome": BEGAN}
        await tx.execute(insert(delivery_attempts).values(**values))
    return True


async def acknowledge(desk: Desk, delivery: Delivery) -> None:
    """Put on record that the receiver has it; it is never sent again under this id."""
    async with desk.db.write() as tx:
        await _end(tx, delivery, DELIVERED, delivered_at=desk.clock())


async def fail(desk: Desk, delivery: Delivery, problem: str, *, for_good: bool = False) -> bool:
    """Put on record that the attempt failed; True where it was the last one and it is given up."""
    now, tried = desk.clock(), delivery.attempt + 1 - delivery.attempts_before
    async with desk.db.write() as tx:
        if not for_good and tried <= len(PAUSES):
            await _end(tx, delivery, problem, due_at=now + _pause(tried))
            return False
        await _end(tx, delivery, problem, given_up_at=now)
        if (what := _GIVEN_UP.get(delivery.channel)) is not None:
            notice = Notice("alert", what, delivery.version, now)
            await tx.execute(insert(deliveries).values(row_of(delivery.case_id, notice, "")))
    return True


_GIVEN_UP: dict[Channel, str] = {
    "webhook": GIVEN_UP,
    "mail": LETTER_GIVEN_UP,
    "letter": LETTER_GIVEN_UP,
}


async def spread(desk: Desk, told: Delivery, receivers: Collection[Receiver]) -> None:
    """Turn an alert or a notice into one delivery for each of its receivers, all at once."""
    async with desk.db.write() as tx:
        done = update(deliveries).where(deliveries.c.id == told.id, *IS_OPEN)
        if (await tx.execute(done.values(delivered_at=desk.clock()))).rowcount != 1:
            return
        for channel, target in receivers:
            row = row_of(told.case_id, Notice(channel, told.kind, told.version, told.at), target)
            await tx.execute(insert(deliveries).values({**row, "id": uuid5(told.id, target)}))


async def _end(tx: AsyncConnection, delivery: Delivery, outcome: str, **values: datetime) -> None:
    """End the attempt that was claimed from ``delivery``."""
    attempts = delivery_attempts
    this = (attempts.c.delivery_id == delivery.id, attempts.c.attempt == delivery.attempt + 1)
    await tx.execute(update(attempts).where(*this).values(outcome=outcome))
    still = (deliveries.c.id == delivery.id, deliveries.c.delivered_at.is_(None))
    await tx.execute(update(deliveries).where(*still).values(**values))
    if delivery.channel == "letter" and "due_at" not in values:
        await tx.execute(delete(letters).where(letters.c.id == delivery.id))


def _pause(tried: int) -> timedelta:
    return PAUSES[tried - 1] * (1 + JITTER * random.random())  # noqa: S311 (spreads load, hides nothing)
