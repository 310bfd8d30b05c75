"""Keyed hashes of what a case is known again by; without the key nobody can tell or try out a value.

The key is that of the look-ups (``Keyring.lookup``): it lies outside the database and is none of those
that ``onboard keys rotate`` renews, so a rotation leaves the fingerprints as they are. Each case has one
more, of its own id. Where that one is missing (a case from before there were fingerprints) or was made
under another key (the file was replaced), the case's are made anew when a server starts.
"""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.secrets import Keyring
from storage.tables import cases, fingerprints

ITSELF = "itself"
"""The kind of a case's own fingerprint; nothing else is compared with it."""

MOST = 500
"""Matches that are looked at for one case: many businesses can have one address."""


class Fingerprints:
    """Writes and compares fingerprints; ``tx`` is the writer's, ``conn`` any connection."""

    def __init__(self, keyring: Keyring) -> None:
        self._keyring = keyring

    async def replace(self, tx: AsyncConnection, case_id: UUID, traits: Collection[tuple[str, str]]) -> None:
        """Let a case have just the fingerprints of these traits (kind and text)."""
        wanted = {(kind, self._digest(kind, text)) for kind, text in (*traits, self._itself(case_id))}
        of_case = fingerprints.c.case_id == case_id
        stored = await tx.execute(select(fingerprints.c.kind, fingerprints.c.digest).where(of_case))
        known = {(kind, digest) for kind, digest in stored}
        for kind, digest in known - wanted:
            gone = (fingerprints.c.kind == kind, fingerprints.c.digest == digest)
            await tx.execute(delete(fingerprints).where(of_case, *gone))
        if new := wanted - known:
            rows = [{"case_id": case_id, "kind": kind, "digest": digest} for kind, digest in sorted(new)]
            await tx.execute(insert(fingerprints), rows)

    async def alike(self, conn: AsyncConnection, case_id: UUID) -> list[tuple[UUID, str]]:
        """Other cases with a fingerprint of this one and its kind; those that were erased are left out."""
        mine, theirs = fingerprints.alias("mine"), fingerprints.alias("theirs")
        same = (theirs.c.kind == mine.c.kind) & (theirs.c.digest == mine.c.digest)
        found = (
            select(theirs.c.case_id, theirs.c.kind)
            .distinct()
            .select_from(mine.join(theirs, same).join(cases, cases.c.id == theirs.c.case_id))
            .where(mine.c.case_id == case_id, theirs.c.case_id != case_id)
            .where(mine.c.kind != ITSELF, cases.c.data_key_wrapped.is_not(None))
            .order_by(theirs.c.kind, theirs.c.case_id)
            .limit(MOST)
        )
        return [(other, kind) for other, kind in await conn.execute(found)]

    async def outdated(self, conn: AsyncConnection) -> list[UUID]:
        """Cases that can be read and have no fingerprints under the key in use."""
        readable = select(cases.c.id).where(cases.c.data_key_wrapped.is_not(None))
        own = select(fingerprints.c.case_id, fingerprints.c.digest).where(fingerprints.c.kind == ITSELF)
        known = {row.case_id: row.digest for row in await conn.execute(own)}
        ids = (await conn.execute(readable)).scalars()
        return [case_id for case_id in ids if known.get(case_id) != self._digest(*self._itself(case_id))]

    async def forget_erased(self, tx: AsyncConnection) -> None:
        """Remove what is left of cases whose key was destroyed."""
        erased = select(cases.c.id).where(cases.c.data_key_wrapped.is_(None))
        await tx.execute(delete(fingerprints).where(fingerprints.c.case_id.in_(erased)))

    def _digest(self, kind: str, text: str) -> str:
        # The kind in front keeps a mailbox's fingerprint apart from the look-up of its owner's account.
        return self._keyring.lookup(f"{kind}\0{text}")

    def _itself(self, case_id: UUID) -> tuple[str, str]:
        return ITSELF, str(case_id)
