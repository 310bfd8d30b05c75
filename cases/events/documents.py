"""Documents of a case: received, refused, taken back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal
from uuid import UUID

from cases.documents import DocumentKind, RefusalCode
from cases.events.body import EventBody


class DocumentReceived(EventBody):
    """A document was checked and stored. ``text``: the lines that could be read, with tokens."""

    kind: Literal["document.received"] = "document.received"
    document_id: UUID
    document_kind: DocumentKind
    name: str
    media_type: str
    size: int
    sha256: str
    pages: int = 1
    text: str = ""
    secrets: Mapping[str, str] = {}


class DocumentRefused(EventBody):
    """A reviewer cannot use a document, and says why."""

    kind: Literal["document.refused"] = "document.refused"
    document_id: UUID
    reason: RefusalCode
    comment: str = ""
    secrets: Mapping[str, str] = {}


class DocumentRemoved(EventBody):
    """Who sent a document took it back before the application was submitted."""

    kind: Literal["document.removed"] = "document.removed"
    document_id: UUID
