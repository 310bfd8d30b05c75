"""Who leads the conversation, and whose second opinion is awaited."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from cases.events import (
    CallLogged,
    ConversationHandedBack,
    ConversationTakenOver,
    Event,
    NoteWritten,
    TeamAsked,
)
from cases.record import CaseRecord, Opinion, Takeover


def fold(record: CaseRecord, event: Event) -> CaseRecord | None:
    """The record after an event of this area; None for one of another."""
    body = event.body
    match body:
        case NoteWritten():
            return _note(record, event, body)
        case CallLogged() | TeamAsked():
            return replace(record, secrets={**record.secrets, **body.secrets})
        case ConversationTakenOver():
            return replace(record, taken_over=Takeover(UUID(event.actor), body.name, event.at))
        case ConversationHandedBack():
            return replace(record, taken_over=None)
        case _:
            return None


def _note(record: CaseRecord, event: Event, body: NoteWritten) -> CaseRecord:
    """Whoever was asked and writes a note has answered."""
    asked_anew = (Opinion(of, UUID(event.actor), event.at, event.seq) for of in body.asks)
    still_open = (opinion for opinion in record.opinions if str(opinion.of) != event.actor)
    by_person = {opinion.of: opinion for opinion in (*still_open, *asked_anew)}
    return replace(record, opinions=tuple(by_person.values()), secrets={**record.secrets, **body.secrets})
