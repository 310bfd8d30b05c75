"""What happens to a complaint."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal
from uuid import UUID

from cases.complaints import Outcome
from cases.events.body import EventBody


class ComplaintMade(EventBody):
    """Somebody complained, or staff recorded that they did; ``source``: the rule that sets the time."""

    kind: Literal["complaint.made"] = "complaint.made"
    complaint_id: UUID
    text: str
    secrets: Mapping[str, str] = {}
    dropped_cards: int = 0
    answer_by: datetime
    source: str


class ComplaintTaken(EventBody):
    """Somebody on staff sees to it from now on."""

    kind: Literal["complaint.taken"] = "complaint.taken"
    complaint_id: UUID
    name: str


class ComplaintAnswered(EventBody):
    """The answer, which the merchant reads."""

    kind: Literal["complaint.answered"] = "complaint.answered"
    complaint_id: UUID
    text: str
    secrets: Mapping[str, str] = {}
    dropped_cards: int = 0


class ComplaintOverdue(EventBody):
    """It was not answered in time."""

    kind: Literal["complaint.overdue"] = "complaint.overdue"
    complaint_id: UUID


class ComplaintClosed(EventBody):
    """It is over, how, and why."""

    kind: Literal["complaint.closed"] = "complaint.closed"
    complaint_id: UUID
    outcome: Outcome
    reason: str
    secrets: Mapping[str, str] = {}
