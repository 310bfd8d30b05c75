"""Checks made elsewhere: how, with which result, and what each is about."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, NamedTuple
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import to_jsonable_python

from cases.application import FactValue

LONGEST_COMMENT = 2_000


class Method(StrEnum):
    """How a check was made: at a source of its own, or on a document that the merchant gave."""

    REGISTRY_SEARCH = "registry_search"
    IDENTITY_SERVICE = "identity_service"
    BANK_INQUIRY = "bank_inquiry"
    WEBSITE_VISIT = "website_visit"
    PHONE_CALL = "phone_call"
    MATCH_INQUIRY = "match_inquiry"
    OTHER_SOURCE = "other_source"
    IDENTITY_DOCUMENT = "identity_document"
    BANK_LETTER = "bank_letter"
    OTHER_DOCUMENT = "other_document"


DOCUMENTARY = frozenset({Method.IDENTITY_DOCUMENT, Method.BANK_LETTER, Method.OTHER_DOCUMENT})
"""Methods that read a document of the case: it documents a fact, and is no independent source."""

INQUIRIES = frozenset({Method.MATCH_INQUIRY})
"""Methods that ask whether something is known against somebody: no answer of theirs proves a fact."""


class Result(StrEnum):
    """What came of it. Of an inquiry, ``confirmed`` means that nothing is known there."""

    CONFIRMED = "confirmed"
    NOT_CONFIRMED = "not_confirmed"
    INCONCLUSIVE = "inconclusive"


FactKey = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]
"""A field ("tax_id"), or a detail of a person ("ada finch.date_of_birth")."""

Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]


class VerificationReport(BaseModel):
    """A check that somebody made elsewhere, as they report it; ``made_at`` missing: just now.

    ``document_id``: a document of the case that it was made on, or that backs it. ``expires_on``: the
    last day on which it counts. ``seen``: the case's last event that they had seen.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    about: Annotated[tuple[FactKey, ...], Field(min_length=1, max_length=60)]
    method: Method
    source: Annotated[Words, StringConstraints(min_length=1)]
    result: Result
    reference: Words = ""
    comment: Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_COMMENT)] = ""
    document_id: UUID | None = None
    made_at: AwareDatetime | None = None
    expires_on: date | None = None
    seen: Annotated[int, Field(ge=1)] | None = None


class Verification(NamedTuple):
    """A check made elsewhere as the log tells it. ``about``: digests of the values that it was about.

    ``by``: a person's id, or the agent that asked a service. Source, reference and comment may hold tokens.
    """

    seq: int
    at: datetime
    by: str
    about: Mapping[str, str]
    method: Method
    source: str
    result: Result
    reference: str
    comment: str
    document_id: UUID | None
    made_at: datetime
    expires_on: date | None

    def counts_on(self, day: date) -> bool:
        """Whether it has not run out by then."""
        return self.expires_on is None or day <= self.expires_on


class Examination(NamedTuple):
    """A check of the team's of one field: of which value (its digest), and whether it held."""

    digest: str
    held: bool
    by: str
    at: datetime


def digest_of(value: FactValue) -> str:
    """SHA-256 (hex) of a fact's value in canonical JSON: what a check of it is bound to."""
    canonical = json.dumps(to_jsonable_python(value), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


class VerificationKind(StrEnum):
    """What an independent source can be asked for while an application is checked."""

    COMPANY_REGISTRY = "company_registry"
    IDENTITY = "identity"
    BANK_ACCOUNT = "bank_account"
    WEBSITE = "website"
    MATCH = "match"


METHOD_OF = {
    VerificationKind.COMPANY_REGISTRY: Method.REGISTRY_SEARCH,
    VerificationKind.IDENTITY: Method.IDENTITY_SERVICE,
    VerificationKind.BANK_ACCOUNT: Method.BANK_INQUIRY,
    VerificationKind.WEBSITE: Method.WEBSITE_VISIT,
    VerificationKind.MATCH: Method.MATCH_INQUIRY,
}
"""How a check of each kind is recorded, whoever makes it."""


class Inquiry(NamedTuple):
    """What a source is asked: the facts by their keys. ``key``: the same inquiry again has the same."""

    kind: VerificationKind
    case_id: UUID
    key: str
    facts: Mapping[str, FactValue]


class Answer(BaseModel):
    """What a source answered: of each fact that it was asked for, whether it is so."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    source: Annotated[Words, StringConstraints(min_length=1)]
    reference: Words = ""
    results: Annotated[Mapping[FactKey, Result], Field(min_length=1)]
    comment: Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_COMMENT)] = ""
    made_at: AwareDatetime
    expires_on: date | None = None
