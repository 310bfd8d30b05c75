"""Documents that a merchant sends: what they are, and why one cannot be used."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

LARGEST = 10 * 1024 * 1024
"""Bytes of one document."""

MOST = 10
"""Documents of one case at a time from the merchant's side."""

MOST_ATTACHED = 50
"""Files that the company attaches to one case."""


class DocumentKind(StrEnum):
    """What a document shows."""

    REGISTRATION = "registration"
    LICENCE = "licence"
    IDENTITY = "identity"
    BANK_STATEMENT = "bank_statement"
    PROOF_OF_ADDRESS = "proof_of_address"
    TAX = "tax"
    OTHER = "other"


class RefusalCode(StrEnum):
    """Why a reviewer cannot use a document."""

    BLURRED = "blurred"
    CUT_OFF = "cut_off"
    EXPIRED = "expired"
    WRONG_KIND = "wrong_kind"
    NAME_MISMATCH = "name_mismatch"
    NOT_READABLE = "not_readable"
    TOO_OLD = "too_old"
    OTHER = "other"


class Document(NamedTuple):
    """A document of a case as its log tells it; ``seq`` is where it was received.

    ``internal``: somebody of the company attached it, and only staff see it.
    """

    id: UUID
    seq: int
    kind: DocumentKind
    name: str
    media_type: str
    size: int
    sha256: str
    pages: int
    by: str
    at: datetime
    refused: RefusalCode | None = None
    comment: str = ""
    internal: bool = False
