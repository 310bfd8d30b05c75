"""Where a person's finding about a pair of ours and a list's is written, found by the pair alone."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.secrets import Keyring
from storage.tables import match_memory


class Place(NamedTuple):
    """The event of a case's log that holds a finding: erased with its case, it is forgotten here too."""

    case_id: UUID
    seq: int


class MatchMemory:
    """Keeps no more than keyed hashes of pairs, as a pair could be guessed by who knows the person."""

    def __init__(self, keyring: Keyring) -> None:
        self._keyring = keyring

    async def keep(self, tx: AsyncConnection, pair: str, place: Place) -> None:
        """Remember where the latest finding about the pair stands."""
        await self.forget(tx, pair)
        values = {"pair_hash": self._hash(pair), **place._asdict()}
        await tx.execute(insert(match_memory).values(**values))

    async def forget(self, tx: AsyncConnection, pair: str) -> None:
        """Forget what was found about the pair."""
        await tx.execute(delete(match_memory).where(match_memory.c.pair_hash == self._hash(pair)))

    async def find(self, connection: AsyncConnection, pairs: Collection[str]) -> dict[str, Place]:
        """Where the findings about the pairs stand that are remembered."""
        hashes = {self._hash(pair): pair for pair in pairs}
        table = match_memory
        query = select(table).where(table.c.pair_hash.in_(hashes))
        rows = await connection.execute(query)
        return {hashes[row.pair_hash]: Place(row.case_id, row.seq) for row in rows}

    def _hash(self, pair: str) -> str:
        return self._keyring.lookup(f"pair {pair}")
