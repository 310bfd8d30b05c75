"""Pieces that several folds share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from cases.record import CaseRecord

Key = TypeVar("Key")
Value = TypeVar("Value")


def without(entries: Mapping[Key, Value], key: Key) -> dict[Key, Value]:
    """The entries but for one."""
    return {name: value for name, value in entries.items() if name != key}


def undeclared(record: CaseRecord, actor: str) -> CaseRecord:
    """A part that changes is no longer the one that was declared."""
    if actor not in record.others:
        return record
    open_again = {
        person_id: participant._replace(finished_at=None) if str(person_id) == actor else participant
        for person_id, participant in record.participants.items()
    }
    return replace(record, participants=open_again)


def check_anew(record: CaseRecord, seq: int) -> CaseRecord:
    """What was checked before was another application, or could not be checked."""
    return replace(
        record,
        checks={},
        scorecard=None,
        compliance=None,
        recommendation=None,
        submitted_seq=seq,
    )
