"""Whose case it is and how late it is, in words; what they say may hold tokens."""

from __future__ import annotations

from datetime import datetime

from cases.events import (
    CaseAssigned,
    CaseClaimed,
    CaseEscalated,
    CaseReleased,
    CaseSnoozed,
    CaseWoken,
    ReviewOverdue,
    ReviewWarned,
)
from cases.events.assignment import ReleasedFor, WakesOn

RELEASED: dict[ReleasedFor, str] = {
    "given_back": "{name} gave the case back.",
    "lapsed": "The case is nobody’s any more: {name} has not worked on it for a while.",
    "away": "The case is nobody’s any more: {name} is out of office.",
    "no_account": "The case is nobody’s any more: {name} reviews no cases now.",
    "second_person": "The case is nobody’s any more: somebody else than {name} has to look at it.",
}

ASSIGNED = {
    "choice": "The case was given to {name}.",
    "load": "The case was given to {name}, who has the fewest.",
    "deputy": "The case was given to {name}, who stands in.",
}

WAKES: dict[WakesOn, str] = {
    "merchant_answers": "the merchant answers",
    "check_changes": "a check changes",
    "document_arrives": "a document arrives",
}

WOKEN = {
    "date": "The case is up again: its time has come.",
    "by_hand": "The case was taken up again.",
    "merchant_answers": "The case is up again: the merchant answered.",
    "check_changes": "The case is up again: a check changed.",
    "document_arrives": "The case is up again: a document arrived.",
}


def assignment_in_words(body: CaseClaimed | CaseReleased | CaseAssigned | CaseSnoozed | CaseWoken) -> str:
    """What happened to whose case it is, or to when it is up."""
    match body:
        case CaseClaimed():
            return f"{body.name} took the case on."
        case CaseReleased():
            return f"{RELEASED[body.why].format(name=body.name)} {body.reason}".strip()
        case CaseAssigned():
            return f"{ASSIGNED[body.how].format(name=body.name)} {body.reason}".strip()
        case CaseSnoozed():
            return f"Put aside by {body.by_name} until {end_in_words(body.until, body.on)}. {body.reason}"
        case CaseWoken():
            return WOKEN[body.why]


def lateness_in_words(body: ReviewWarned | ReviewOverdue | CaseEscalated) -> str:
    """What is told of a review's time."""
    match body:
        case ReviewWarned():
            return f"The review is due {body.due:%A %d %B, %H:%M} UTC."
        case ReviewOverdue():
            return f"The review is overdue since {body.due:%A %d %B, %H:%M} UTC."
        case CaseEscalated():
            by = f" by {body.by_name}" if body.by_name else ""
            return f"Raised to the leads{by}. {body.reason}"


def end_in_words(until: datetime | None, on: WakesOn | None) -> str:
    """Until when or what a case sleeps."""
    when = f"{until:%A %d %B, %H:%M} UTC" if until else ""
    return " or ".join(filter(None, [WAKES[on] if on else "", when]))
