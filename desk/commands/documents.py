"""What is done with documents."""

from __future__ import annotations

from uuid import UUID

from cases.access import Person
from cases.application import FieldName
from cases.documents import Document, RefusalCode
from desk import documents, offers
from desk.base import DeskBase


class DocumentCommands(DeskBase):
    """What is done with documents."""

    async def expect_document(self, person: Person, case_id: UUID) -> None:
        """Raise NotFound, Forbidden or Conflict where the person may not send a document just now."""
        async with self.db.read() as connection:
            documents.require_sendable(await self.load(connection, case_id), person)

    async def receive_document(
        self, person: Person, case_id: UUID, paper: documents.Paper, document_id: UUID
    ) -> Document:
        """Keep a document that was looked into; one with a known id was sent twice and is not kept again."""
        async with self.case(case_id) as draft:
            return documents.receive(draft, person, paper, document_id)

    async def expect_attachment(self, person: Person, case_id: UUID) -> None:
        """Raise NotFound, Forbidden or Conflict where the person may not attach a file for the team."""
        async with self.db.read() as connection:
            documents.require_attachable(await self.load(connection, case_id), person)

    async def attach_document(
        self, person: Person, case_id: UUID, paper: documents.Paper, document_id: UUID
    ) -> Document:
        """Keep a file that only staff see; one with a known id was sent twice and is not kept again."""
        async with self.case(case_id) as draft:
            return documents.attach(draft, person, paper, document_id)

    async def remove_document(self, person: Person, case_id: UUID, document_id: UUID) -> None:
        """Take a document back before it is submitted."""
        async with self.case(case_id) as draft:
            documents.remove(draft, person, document_id)

    async def refuse_document(
        self, person: Person, case_id: UUID, document_id: UUID, reason: RefusalCode, comment: str = ""
    ) -> None:
        """Mark a document as unusable; its sender reads why."""
        async with self.case(case_id) as draft:
            documents.refuse(draft, person, document_id, reason, comment)

    async def accept_offer(self, person: Person, case_id: UUID, name: FieldName, source_seq: int) -> None:
        """Take over what was read from a document."""
        async with self.case(case_id) as draft:
            offers.accept_offer(draft, person, name, source_seq)

    async def decline_offer(self, person: Person, case_id: UUID, name: FieldName, source_seq: int) -> None:
        """Leave what was read from a document."""
        async with self.case(case_id) as draft:
            offers.decline_offer(draft, person, name, source_seq)
