"""Others on the merchant's side."""

from __future__ import annotations

from dataclasses import replace

from cases.events import Event, ParticipantFinished, ParticipantInvited, ParticipantRemoved
from cases.participants import Participant
from cases.record import CaseRecord
from cases.replay.pieces import without


def fold(record: CaseRecord, event: Event) -> CaseRecord | None:
    """The record after an event of this area; None for one of another."""
    body = event.body
    match body:
        case ParticipantInvited():
            invited = Participant(body.person_id, body.name, body.part, event.at)
            return replace(
                record,
                participants={**record.participants, body.person_id: invited},
                others=record.others | {str(body.person_id)},
            )
        case ParticipantFinished():
            participant = record.participants[body.person_id]._replace(finished_at=event.at)
            return replace(record, participants={**record.participants, body.person_id: participant})
        case ParticipantRemoved():
            return replace(record, participants=without(record.participants, body.person_id))
        case _:
            return None
