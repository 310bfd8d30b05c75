"""Documents beside the log: each encrypted with the key of its case, so that it is erased with it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.chain import encode
from storage.errors import LogDamaged
from storage.secrets import Keyring
from storage.tables import cases, documents
from storage.vault import Vault


class Documents:
    """Writes and reads documents; ``tx`` is the writer's, ``conn`` any connection."""

    def __init__(self, keyring: Keyring) -> None:
        self._vault = Vault(keyring)

    async def write(
        self, tx: AsyncConnection, case_id: UUID, document_id: UUID, content: bytes, at: datetime
    ) -> None:
        """Keep a document of a known case; raises ``LogDamaged`` where the case's key is gone."""
        key = await _key(tx, case_id)
        body = self._vault.seal(key, content, _bind(case_id, document_id))
        await tx.execute(insert(documents).values(id=document_id, case_id=case_id, created_at=at, body=body))

    async def remove(self, tx: AsyncConnection, case_id: UUID, document_id: UUID) -> None:
        """Forget a document; the database overwrites where it stood."""
        gone = delete(documents).where(documents.c.id == document_id, documents.c.case_id == case_id)
        await tx.execute(gone)

    async def read(self, conn: AsyncConnection, case_id: UUID, document_id: UUID) -> bytes | None:
        """A document as it was written, None where there is none; raises ``LogDamaged``."""
        found = select(documents.c.body).where(documents.c.id == document_id, documents.c.case_id == case_id)
        body = (await conn.execute(found)).scalar()
        if body is None:
            return None
        return self._vault.open(await _key(conn, case_id), body, _bind(case_id, document_id))


async def _key(conn: AsyncConnection, case_id: UUID) -> bytes | None:
    query = select(cases.c.data_key_wrapped).where(cases.c.id == case_id)
    row = (await conn.execute(query)).first()
    if row is None:
        raise LogDamaged("This case is not in the log.", case_id=case_id)
    return row.data_key_wrapped


def _bind(case_id: UUID, document_id: UUID) -> bytes:
    """The associated data: a document moved to another case or id does not open."""
    return encode("onboard document 1", [str(case_id), str(document_id)])
