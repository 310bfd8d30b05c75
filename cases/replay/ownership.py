"""Who is behind the merchant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from cases.events import Event, PartyRemoved, PartyStated
from cases.ownership.stated import MERCHANT, StatedParty
from cases.participants import PersonalDetail, PersonalField, subject_of
from cases.record import CaseRecord
from cases.replay.pieces import without


def fold(record: CaseRecord, event: Event) -> CaseRecord | None:
    """The record after an event of this area; None for one of another."""
    body = event.body
    match body:
        case PartyStated():
            return _state(record, body.party)
        case PartyRemoved():
            return replace(record, parties=without(record.parties, body.party))
        case _:
            return None


def _state(record: CaseRecord, party: StatedParty) -> CaseRecord:
    parties = {**record.parties, party.id: party}
    if party.id == MERCHANT:
        return replace(record, parties=parties)
    ids = {**record.party_ids, subject_of(party.name): party.id}
    return replace(record, parties=parties, party_ids=ids, details=_renamed(record, party))


def _renamed(record: CaseRecord, party: StatedParty) -> Mapping[tuple[str, PersonalField], PersonalDetail]:
    """What was entered of a party under another name is kept under the new one as well."""
    before = {subject for subject, id_ in record.party_ids.items() if id_ == party.id}
    subject = subject_of(party.name)
    moved = {(subject, field): detail for (who, field), detail in record.details.items() if who in before}
    return {**moved, **record.details}
