"""What staff say beside a conversation, and who leads it, in words; may hold tokens."""

from __future__ import annotations

from cases.events import Body, CallLogged, ConversationHandedBack, ConversationTakenOver, NoteWritten


def together_in_words(body: Body) -> str:
    """The event in a sentence; empty for one of another kind."""
    match body:
        case NoteWritten():
            return body.text
        case CallLogged():
            return f"Phone call with {body.with_whom}, {minutes_in_words(body.minutes)}: {body.text}"
        case ConversationTakenOver():
            return f"{body.name} has taken the conversation over."
        case ConversationHandedBack() if body.left:
            return f"{body.name} has been away for long; the agents answer again."
        case ConversationHandedBack():
            return f"{body.name} has handed the conversation back."
        case _:
            return ""


def minutes_in_words(minutes: int) -> str:
    """A length of time."""
    return "1 minute" if minutes == 1 else f"{minutes} minutes"
