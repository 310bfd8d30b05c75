"""Second looks as staff see them: at a case, and all that are waited for."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from cases.record import CaseRecord
from cases.sensitive import display
from desk.rights import Reader
from desk.viewing import View


class SecondLookItem(View):
    """What somebody thought of a decision afterwards."""

    by: str
    agrees: bool
    reason: str


class SecondLookLine(View):
    """A decision that waits for a second look; ``decided``: what it was, ``by``: whose."""

    case_id: UUID
    name: str | None
    decided: str
    by: tuple[str, ...]
    drawn_at: datetime


def second_looks_of(record: CaseRecord) -> tuple[SecondLookItem, ...]:
    """The second looks that were had at the case."""
    return tuple(
        SecondLookItem(by=made.by_name, agrees=made.agrees, reason=display(made.reason, record.secrets))
        for made in record.second_looks
    )


def second_look_line(record: CaseRecord) -> SecondLookLine | None:
    """The case as one that waits for a second look; None where it does not."""
    waits, decision = record.drawn, record.decision
    if waits is None or decision is None:
        return None
    approvals = record.approvals if decision.approved else ()
    return SecondLookLine(
        case_id=record.id,
        name=record.application.merchant_name,
        decided="approved" if decision.approved else "declined",
        by=tuple(each.by_name for each in (approvals or (decision,))),
        drawn_at=waits.since,
    )


def second_look_actions(reader: Reader) -> tuple[str, ...]:
    """Whether the reader may have the second look."""
    waits = reader.record.drawn
    return ("second_look",) if reader.judges and waits and reader.person.id not in waits.deciders else ()
