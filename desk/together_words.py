"""What staff say beside a conversation, and who leads it, in words; may hold tokens."""

from __future__ import annotations

from cases.events import (
    Body,
    CallLogged,
    ConversationHandedBack,
    ConversationTakenOver,
    NoteWritten,
    TeamAnswered,
    TeamAsked,
)
from cases.events.together import Statement
from desk.labels import check_label

NOTHING = (
    "The record says nothing about that. Ask about a field, a check, the risk, the watch lists, or who is "
    "behind the business."
)


def together_in_words(body: Body) -> str:
    """The event in a sentence; empty for one of another kind."""
    match body:
        case NoteWritten():
            return body.text
        case CallLogged():
            return f"Phone call with {body.with_whom}, {minutes_in_words(body.minutes)}: {body.text}"
        case TeamAsked():
            return body.text
        case TeamAnswered():
            return "\n".join(f"- {_with_source(each)}" for each in body.statements) or NOTHING
        case ConversationTakenOver():
            return f"{body.name} has taken the conversation over."
        case ConversationHandedBack() if body.left:
            return f"{body.name} has been away for long; the agents answer again."
        case ConversationHandedBack():
            return f"{body.name} has handed the conversation back."
        case _:
            return ""


def _with_source(statement: Statement) -> str:
    checks = [f"check “{check_label(key)}”" for key in statement.checks]
    events = [f"event {seq}" for seq in statement.seqs]
    return f"{statement.text} [{', '.join([*checks, *events])}]"


def minutes_in_words(minutes: int) -> str:
    """A length of time."""
    return "1 minute" if minutes == 1 else f"{minutes} minutes"
