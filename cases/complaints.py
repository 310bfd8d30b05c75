"""A complaint: a record of its own with its own clock, whatever becomes of the application."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID


class ComplaintState(StrEnum):
    """Where a complaint stands."""

    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"


class Outcome(StrEnum):
    """How a complaint ended."""

    UPHELD = "upheld"
    NOT_UPHELD = "not_upheld"
    WITHDRAWN = "withdrawn"


class Complaint(NamedTuple):
    """What somebody complains about; ``text`` may hold tokens, ``by`` is who put it on record."""

    id: UUID
    text: str
    by: str
    made_at: datetime
    answer_by: datetime
    state: ComplaintState = ComplaintState.OPEN
    owner: UUID | None = None
    overdue: bool = False
    outcome: Outcome | None = None

    @property
    def reference(self) -> str:
        """What it is called in letters and on the phone."""
        return reference_of(self.id)


def reference_of(complaint_id: UUID) -> str:
    """The reference of a complaint."""
    return f"C-{str(complaint_id)[:8].upper()}"
