"""Documents, and what was read from them, as a person sees them: names and values masked."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from cases.access import Person, reads_as_staff
from cases.application import FactValue, FieldName
from cases.documents import Document, DocumentKind, RefusalCode
from cases.events import FactOffered
from cases.record import CaseRecord
from cases.sensitive import display
from desk.documents import document_at, is_unsubmitted, visible, why
from desk.labels import IN_CLEAR, value_in_words
from desk.wordbook import Wordbook


class DocumentView(BaseModel):
    """One document. ``reason``: why it cannot be used, in words. ``removable``: by who is reading.

    ``internal``: the company attached it, and only staff see it.
    """

    model_config = ConfigDict(frozen=True)

    id: UUID
    kind: DocumentKind
    kind_label: str
    name: str
    media_type: str
    size: int
    pages: int
    at: datetime
    refused: RefusalCode | None
    reason: str | None
    removable: bool
    internal: bool


class OfferView(BaseModel):
    """A value that was read from a document; ``known`` is what the merchant told instead, if anything.

    ``text`` is all of it in a sentence.
    """

    model_config = ConfigDict(frozen=True)

    field: FieldName
    source_seq: int
    label: str
    value: str
    known: str | None
    line: int
    text: str


class DocumentFile(BaseModel):
    """A document's content, to be downloaded and never shown as a page."""

    model_config = ConfigDict(frozen=True)

    name: str
    media_type: str
    content: bytes


def view_documents(record: CaseRecord, person: Person, words: Wordbook) -> tuple[DocumentView, ...]:
    """The documents that the person may see, in the order in which they came."""
    return tuple(_view(record, person, document, words) for document in visible(record, person))


def view_offers(record: CaseRecord, person: Person, words: Wordbook) -> tuple[OfferView, ...]:
    """What the applicant may take over; nothing for anybody else."""
    if record.opened_by != person.id:
        return ()
    return tuple(_offer(record, offer, words) for offer in record.offers)


def shown_name(record: CaseRecord, document: Document) -> str:
    """The document's name without sensitive values; its ending is that of what is kept."""
    return display(document.name, record.secrets)


def _view(record: CaseRecord, person: Person, document: Document, words: Wordbook) -> DocumentView:
    comment = display(document.comment, record.secrets)
    return DocumentView(
        id=document.id,
        kind=document.kind,
        kind_label=words(f"document.kind_{document.kind.value}"),
        name=shown_name(record, document),
        media_type=document.media_type,
        size=document.size,
        pages=document.pages,
        at=document.at,
        refused=document.refused,
        reason=why(words, document.refused, comment) if document.refused else None,
        removable=_is_removable(record, person, document),
        internal=document.internal,
    )


def _is_removable(record: CaseRecord, person: Person, document: Document) -> bool:
    own = document.by == str(person.id) and not reads_as_staff(person, record.opened_by)
    return own and is_unsubmitted(record, document)


def _offer(record: CaseRecord, offer: FactOffered, words: Wordbook) -> OfferView:
    document = words(f"document.your_{document_at(record, offer.source_seq).kind.value}")
    label = words(f"field.{offer.field.value}")
    value = _shown(record, offer.field, offer.value) or ""
    known = _shown(record, offer.field, record.told.get(offer.field))
    blanks = {"label": label, "value": value, "known": known, "document": document, "line": offer.line}
    return OfferView(
        field=offer.field,
        source_seq=offer.source_seq,
        label=label,
        value=value,
        known=known,
        line=offer.line,
        text=words("document.offer_different" if known else "document.offer_new", **blanks),
    )


def _shown(record: CaseRecord, name: FieldName, value: FactValue | None) -> str | None:
    return value_in_words(name, value, currency=record.told.currency, clear=IN_CLEAR)
