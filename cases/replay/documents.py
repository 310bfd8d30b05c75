"""The documents of a case."""

from __future__ import annotations

from dataclasses import replace

from cases.access import Audience
from cases.documents import Document
from cases.events import DocumentReceived, DocumentRefused, DocumentRemoved, Event
from cases.record import CaseRecord
from cases.replay.pieces import without


def fold(record: CaseRecord, event: Event) -> CaseRecord | None:
    """The record after an event of this area; None for one of another."""
    body = event.body
    match body:
        case DocumentReceived():
            received = Document(
                id=body.document_id,
                seq=event.seq,
                kind=body.document_kind,
                name=body.name,
                media_type=body.media_type,
                size=body.size,
                sha256=body.sha256,
                pages=body.pages,
                by=event.actor,
                at=event.at,
                internal=event.audience is Audience.STAFF,
            )
            # The team reads what the applicant sends and a program can read.
            heard = event.seq if body.text and event.actor == str(record.opened_by) else record.last_heard
            return replace(
                record,
                documents={**record.documents, received.id: received},
                secrets={**record.secrets, **body.secrets},
                last_heard=heard,
            )
        case DocumentRefused():
            refused = record.documents[body.document_id]._replace(refused=body.reason, comment=body.comment)
            secrets = {**record.secrets, **body.secrets}
            return replace(record, documents={**record.documents, refused.id: refused}, secrets=secrets)
        case DocumentRemoved():
            gone = record.documents[body.document_id]
            return replace(
                record,
                documents=without(record.documents, body.document_id),
                offers=tuple(offer for offer in record.offers if offer.source_seq != gone.seq),
            )
        case _:
            return None
