"""The letter that a declined merchant gets."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from cases.events.body import EventBody
from cases.languages import Language


class DeclineLetterWritten(EventBody):
    """The letter about a decline was written and is kept as it is.

    ``decided_at``: which decision it is about. ``notice_hash``: SHA-256 (hex) of the text that it was
    written from, ``sha256`` that of the letter itself.
    """

    kind: Literal["decline_letter.written"] = "decline_letter.written"
    document_id: UUID
    decided_at: datetime
    regime: str
    language: Language
    notice_version: str
    notice_hash: str
    sha256: str
    size: int


class DeclineLetterMailed(EventBody):
    """The letter went to the merchant's mailbox."""

    kind: Literal["decline_letter.mailed"] = "decline_letter.mailed"
    document_id: UUID
