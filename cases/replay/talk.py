"""Who said something, what they were shown, and who is there."""

from __future__ import annotations

from dataclasses import replace

from cases.events import (
    Event,
    LocaleNoted,
    MessageSaid,
    NoticeShown,
    PersonJoined,
    PersonLeft,
    PersonRequested,
    TurnCompleted,
)
from cases.record import CaseRecord


def fold(record: CaseRecord, event: Event) -> CaseRecord | None:
    """The record after an event of this area; None for one of another."""
    body = event.body
    match body:
        case MessageSaid():
            return _hear(record, event, body)
        case NoticeShown():
            return _show_notice(record, event, body)
        case LocaleNoted():
            zone = body.time_zone or record.time_zone
            return replace(record, language=body.language, time_zone=zone)
        case PersonRequested():
            return replace(record, person_requested_seq=event.seq)
        case PersonJoined():
            return replace(record, present=record.present | {event.actor})
        case PersonLeft():
            return replace(record, present=record.present - {event.actor})
        case TurnCompleted():
            return replace(
                record,
                turns={**record.turns, event.actor: event.seq},
                read_up_to=max(record.read_up_to, body.read_up_to),
            )
        case _:
            return None


def _hear(record: CaseRecord, event: Event, body: MessageSaid) -> CaseRecord:
    record = replace(record, secrets={**record.secrets, **body.secrets})
    if event.actor == str(record.opened_by):
        return replace(record, last_heard=event.seq)
    return replace(record, asked=body.awaits) if body.awaits else record


def _show_notice(record: CaseRecord, event: Event, body: NoticeShown) -> CaseRecord:
    """A participant's notice is about their own part."""
    if event.participant is None:
        return replace(record, notice=body.version)
    participant = record.participants.get(event.participant)
    if participant is None:
        return record
    shown = participant._replace(notice=body.version)
    return replace(record, participants={**record.participants, event.participant: shown})
