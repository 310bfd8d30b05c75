"""What happens to a complaint, in words; may hold tokens."""

from __future__ import annotations

from cases.complaints import reference_of
from cases.events import (
    Body,
    ComplaintAnswered,
    ComplaintClosed,
    ComplaintMade,
    ComplaintOverdue,
    ComplaintTaken,
)


def complaint_in_words(body: Body) -> str:
    """The event in a sentence; empty for one of another kind."""
    match body:
        case ComplaintMade():
            return f"Complaint {reference_of(body.complaint_id)}: {body.text}"
        case ComplaintTaken():
            return f"{body.name} sees to complaint {reference_of(body.complaint_id)}."
        case ComplaintAnswered():
            return f"Our answer to your complaint {reference_of(body.complaint_id)}: {body.text}"
        case ComplaintOverdue():
            return f"Complaint {reference_of(body.complaint_id)} was not answered in time."
        case ComplaintClosed():
            ended = body.outcome.value.replace("_", " ")
            return f"Complaint {reference_of(body.complaint_id)} is closed, {ended}. {body.reason}"
        case _:
            return ""
