"""A reviewer's request for information: what is asked for, why, until when, and how far it is answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict

from cases.application import DERIVED, FieldName
from cases.documents import DocumentKind
from cases.errors import Invalid
from cases.participants import PersonalField, subject_of

QUESTION = "question"
"""Names a free question; a second one in the same request is ``question.2``."""

_DOCUMENTS = "documents."


class RequestedItem(BaseModel):
    """One thing that is asked for: a field, a detail of a person, a kind of document, or a free question.

    ``key`` names it in its request: ``tax_id``, ``documents.licence``, ``Ines Calder.date_of_birth``,
    ``question``. ``reason`` is a code of the policy; ``text`` is the reviewer's own, with tokens.
    """

    model_config = ConfigDict(frozen=True)

    key: str
    reason: str
    text: str = ""
    field: FieldName | None = None
    subject: str | None = None
    detail: PersonalField | None = None
    document: DocumentKind | None = None

    @property
    def is_question(self) -> bool:
        """Whether it is answered in words alone."""
        return self.field is None and self.detail is None and self.document is None


How = Literal["given", "confirmed", "none"]
"""Given since; right as it stands; or the merchant has no such thing."""


class Answer(NamedTuple):
    """How an item was answered and where in the log; ``text`` is why there is none."""

    how: How
    seq: int
    at: datetime
    text: str = ""


@dataclass(frozen=True)
class InformationRequest:
    """A request as the log tells it; ``seq`` is where it was made, ``text`` what the merchant read.

    ``until`` is its last day, which ends at ``due_at``.
    """

    seq: int
    at: datetime
    by: str
    text: str
    items: tuple[RequestedItem, ...]
    until: date
    due_at: datetime
    answers: Mapping[str, Answer] = field(default_factory=dict[str, Answer])
    withdrawn: frozenset[str] = frozenset()
    reminded_at: datetime | None = None
    ended: Literal["answered", "taken_back"] | None = None

    @property
    def asked(self) -> tuple[RequestedItem, ...]:
        """What is asked for, without what was withdrawn."""
        return tuple(item for item in self.items if item.key not in self.withdrawn)

    @property
    def open_items(self) -> tuple[RequestedItem, ...]:
        """What is not answered yet; nothing once the request has ended."""
        return () if self.ended else tuple(item for item in self.asked if item.key not in self.answers)

    @property
    def open_fields(self) -> frozenset[FieldName]:
        """The fields among them."""
        return frozenset(item.field for item in self.open_items if item.field)

    def item(self, key: str) -> RequestedItem | None:
        """What is asked for under a key; None where it is not, or not any more."""
        return next((item for item in self.asked if item.key == key), None)


def item_named(key: str, reason: str) -> RequestedItem:
    """The item that a key names; raises Invalid ``unknown_item`` for one that names nothing."""
    if key == QUESTION:
        return RequestedItem(key=key, reason=reason)
    if key in {name.value for name in FieldName} - {name.value for name in DERIVED}:
        return RequestedItem(key=key, reason=reason, field=FieldName(key))
    kind = key.removeprefix(_DOCUMENTS)
    if kind != key and kind in {each.value for each in DocumentKind}:
        return RequestedItem(key=key, reason=reason, document=DocumentKind(kind))
    subject, _, detail = key.rpartition(".")
    if subject.strip() and detail in {each.value for each in PersonalField}:
        return RequestedItem(key=key, reason=reason, subject=subject.strip(), detail=PersonalField(detail))
    raise Invalid(
        f"{key[:100]!r} cannot be asked for. Name a field such as tax_id, documents.licence, "
        "“Ines Calder.date_of_birth”, or question.",
        code="unknown_item",
    )


def document_key(kind: DocumentKind) -> str:
    """The key of a kind of document."""
    return f"{_DOCUMENTS}{kind.value}"


def is_about(item: RequestedItem, subject: str, detail: PersonalField) -> bool:
    """Whether an item asks for that detail of that person."""
    return item.detail is detail and subject_of(item.subject or "") == subject_of(subject)
