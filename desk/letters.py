"""Letters that wait for a mail server: written down encrypted, delivered beside everything else."""

from __future__ import annotations

from uuid import UUID, uuid5

from sqlalchemy import insert, select

from desk.announcing import Notice, row_of
from desk.desk import Desk
from storage.tables import deliveries, letters

_SPACE = UUID("5d0b6d0e-6d0a-4a52-8a43-7c8f3f0a9a52")


async def write_down(desk: Desk, key: str, body: str) -> None:
    """Write a letter down to be delivered; the same one where one was under this key."""
    letter_id, now = uuid5(_SPACE, desk.keyring.lookup(key)), desk.clock()
    async with desk.db.write() as tx:
        if (await tx.execute(select(deliveries.c.id).where(deliveries.c.id == letter_id))).first():
            return
        row = row_of(None, Notice("letter", "letter", 0, now), str(letter_id))
        await tx.execute(insert(deliveries).values({**row, "id": letter_id}))
        await tx.execute(insert(letters).values(id=letter_id, body_encrypted=desk.keyring.encrypt(body)))
    desk.bell.ring()


async def read(desk: Desk, letter_id: UUID) -> str | None:
    """A letter that waits; None where there is none any more."""
    async with desk.db.read() as connection:
        stored = await connection.scalar(select(letters.c.body_encrypted).where(letters.c.id == letter_id))
    return None if stored is None else desk.keyring.decrypt(stored)
