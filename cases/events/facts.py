"""What the merchant states about the business, and the application that it adds up to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from cases.application import FactValue, FieldName
from cases.attestation import Attestation
from cases.events.body import EventBody
from cases.participants import PersonalField

Certainty = Literal["said", "worked_out", "assumed", "entered", "document"]
"""How a value came about: word for word, computed from words, assumed, typed into a field, or read
from a document and taken over."""


class RequestReceived(EventBody):
    """An application arrived in one piece (REST or a file); ``text`` is its JSON with tokens."""

    kind: Literal["request.received"] = "request.received"
    text: str
    secrets: Mapping[str, str] = {}


class EntryMade(EventBody):
    """Fields were filled in rather than told: ``text`` is JSON (field → as entered) with tokens.

    ``via``: the start page, the form, the page of owners, a field of the card, or a secure field,
    whose value stands behind a token of ``secrets`` and nowhere else.
    """

    kind: Literal["entry.made"] = "entry.made"
    text: str
    secrets: Mapping[str, str] = {}
    via: Literal["start", "form", "card", "secure", "part", "owners"]


class PersonalDetailEntered(EventBody):
    """A detail of a person was entered in a secure field; ``subject`` is the owner's name as given."""

    kind: Literal["detail.entered"] = "detail.entered"
    subject: str
    field: PersonalField
    value: str


class FactRecorded(EventBody):
    """A field was read from somebody's words and found to say just that."""

    kind: Literal["fact.recorded"] = "fact.recorded"
    field: FieldName
    value: FactValue | None
    previous: FactValue | None = None
    source_seq: int
    quote: str
    certainty: Certainty = "said"


class FactOffered(EventBody):
    """A field was read from a document; the merchant takes it or leaves it. ``line`` counts from 1."""

    kind: Literal["fact.offered"] = "fact.offered"
    field: FieldName
    value: FactValue
    source_seq: int
    line: int
    quote: str


class OfferDeclined(EventBody):
    """The merchant does not take over what was read from a document."""

    kind: Literal["offer.declined"] = "offer.declined"
    field: FieldName
    source_seq: int


class FactRefused(EventBody):
    """A fact was offered whose quoted words do not say it (design, rule 1)."""

    kind: Literal["fact.refused"] = "fact.refused"
    field: str
    quote: str
    reason: str


class AbsenceDeclared(EventBody):
    """The merchant says that they do not have an item."""

    kind: Literal["absence.declared"] = "absence.declared"
    field: FieldName
    source_seq: int
    quote: str


class ItemPostponed(EventBody):
    """The merchant says that they do not have an item yet; they are not asked again meanwhile."""

    kind: Literal["item.postponed"] = "item.postponed"
    field: FieldName
    source_seq: int
    quote: str


class SummaryPresented(EventBody):
    """The merchant was shown everything and asked to confirm it."""

    kind: Literal["summary.presented"] = "summary.presented"
    application_hash: str


class ApplicationSubmitted(EventBody):
    """The merchant confirmed the summary; ``source_seq`` is the message, None where it was a button."""

    kind: Literal["application.submitted"] = "application.submitted"
    version: int
    application_hash: str
    source_seq: int | None = None
    attestation: Attestation | None = None


class ApplicationChanged(EventBody):
    """A material field changed after submission: from here on this version is what is checked."""

    kind: Literal["application.changed"] = "application.changed"
    version: int
    application_hash: str
