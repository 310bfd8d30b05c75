"""From the log to the record: each event folded in, area by area, and nothing besides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from cases.events import CaseOpened, Event
from cases.record import CaseRecord
from cases.replay import (
    appeals,
    assignment,
    checking,
    complaints,
    declining,
    documents,
    evidence,
    facts,
    information,
    matches,
    own_view,
    ownership,
    participants,
    provisioning,
    queue,
    review,
    second_looks,
    talk,
    together,
)

_FOLDS = (
    talk.fold,
    facts.fold,
    documents.fold,
    participants.fold,
    ownership.fold,
    checking.fold,
    evidence.fold,
    matches.fold,
    review.fold,
    appeals.fold,
    second_looks.fold,
    information.fold,
    own_view.fold,
    declining.fold,
    assignment.fold,
    provisioning.fold,
    together.fold,
    complaints.fold,
    queue.fold,
)


def replay(events: Iterable[Event]) -> CaseRecord:
    """The record that the events add up to; the first must be ``case.opened``."""
    iterator = iter(events)
    opened = next(iterator)
    if not isinstance(opened.body, CaseOpened):
        raise ValueError("a case begins with case.opened")
    record = CaseRecord(
        id=opened.case_id,
        opened_by=UUID(opened.actor),
        opened_at=opened.at,
        state_since=opened.at,
        last_seq=opened.seq,
    )
    for event in iterator:
        record = apply(record, event)
    return record


def apply(record: CaseRecord, event: Event) -> CaseRecord:
    """The record after one more event; an event that no area knows is on record and changes nothing."""
    folded = (fold(record, event) for fold in _FOLDS)
    changed = next((after for after in folded if after is not None), record)
    return replace(information.tick(changed, event), last_seq=event.seq)
