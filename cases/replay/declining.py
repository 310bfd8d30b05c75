"""The letters about declines."""

from __future__ import annotations

from dataclasses import replace

from cases.events import DeclineLetterMailed, DeclineLetterWritten, Event
from cases.record import CaseRecord, DeclineLetter


def fold(record: CaseRecord, event: Event) -> CaseRecord | None:
    """The record after an event of this area; None for one of another."""
    body = event.body
    match body:
        case DeclineLetterWritten():
            written = DeclineLetter(body.document_id, body.decided_at, body.sha256)
            return replace(record, decline_letters=(*record.decline_letters, written))
        case DeclineLetterMailed():
            letters = (
                letter._replace(is_mailed=True) if letter.document_id == body.document_id else letter
                for letter in record.decline_letters
            )
            return replace(record, decline_letters=tuple(letters))
        case _:
            return None
