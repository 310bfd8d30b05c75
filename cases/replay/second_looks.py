"""Which decision waits for a second look, and what came of those that were had."""

from __future__ import annotations

from dataclasses import replace

from cases.events import Event, SecondLookDrawn, SecondLookRecorded
from cases.record import CaseRecord, DrawnDecision


def fold(record: CaseRecord, event: Event) -> CaseRecord | None:
    """The record after an event of this area; None for one of another."""
    match event.body:
        case SecondLookDrawn(is_chosen=True):
            deciders = frozenset(each.by for each in (*record.approvals, record.decision) if each)
            return replace(record, drawn=DrawnDecision(deciders, event.at))
        case SecondLookRecorded(secrets=secrets):
            known = {**record.secrets, **secrets}
            looks = (*record.second_looks, event.body)
            return replace(record, drawn=None, second_looks=looks, secrets=known)
        case _:
            return None
