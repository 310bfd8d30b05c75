"""What a press of a button carries, and what is answered to it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, JsonValue, StringConstraints

from cases.access import Person
from cases.attestation import Declaration
from cases.checks import RiskLevel
from cases.errors import Conflict
from desk.information import MOST_ITEMS, ItemAsked
from web.chat.buckets import Buckets

PRESSES = Buckets(burst=40, per_second=1)

Words = Annotated[str, StringConstraints(max_length=4000, strip_whitespace=True)]


class Row(BaseModel):
    """An owner as a row of the card holds them."""

    name: Words
    share: Words = ""


class Press(BaseModel):
    """A button that was pressed, and what the form under it held; ``version``: of the card it stood on.

    ``address``: the network address that it came from. ``field`` (of the owner ``subject``) and what was
    filled in there: a ``value``, the ``parts`` of an address, or the ``rows`` of owners. ``until`` and
    ``level``: of an override, whose ``subject`` is a check or the risk; or the day of the next look.
    ``asked``: what a reviewer asks the merchant for.
    ``pair``: the potential match that it is about, with the ``verdict`` and the words that confirm one.
    ``report``: a check that was made elsewhere. ``conditions``: of an approval, as they were filled in.
    """

    case_id: UUID
    version: Annotated[int, Field(ge=1)]
    comments: Words = ""
    reasons: tuple[Words, ...] = ()
    conditions: dict[str, JsonValue] = {}
    text: Words = ""
    reason: Words = ""
    until: date | None = None
    level: RiskLevel | None = None
    declared: Declaration | None = None
    address: str | None = None
    field: Words = ""
    subject: Words | None = None
    value: Words = ""
    currency: Words = ""
    parts: dict[Words, Words] = {}
    rows: Annotated[tuple[Row, ...], Field(max_length=50)] = ()
    source_seq: int = 0
    report: dict[str, JsonValue] = {}
    asked: Annotated[tuple[ItemAsked, ...], Field(max_length=MOST_ITEMS)] = ()
    pair: Words = ""
    verdict: Words = ""
    confirmation: Words = ""


Act = Callable[[Person, Press], Awaitable[str]]
"""What a button of staff does; returns the line to show beside it."""


class Stale(BaseModel):
    """The version that the application has now, and what is different since the one pressed on."""

    version: int
    changes: tuple[str, ...]


class Answer(BaseModel):
    """What came of it: a line to show beside the button, also where it is a refusal.

    ``stale``: the decision was about an older version, and can be given on this one. ``go``: the page that
    the window goes to.
    """

    ok: bool
    text: str
    stale: Stale | None = None
    go: str | None = None


def require_pace(person: Person) -> None:
    """Raise Conflict ``too_fast`` where a person presses faster than people do."""
    if not PRESSES.take(person.id):
        raise Conflict("That was very fast. Please wait a few seconds.", code="too_fast")
