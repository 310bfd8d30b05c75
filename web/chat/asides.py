"""Whom a message of staff is for: the composer says it, and so does what is private in the conversation."""

from __future__ import annotations

from collections.abc import Sequence

from cases.access import Person, Role
from cases.errors import Invalid
from desk.card import Card
from desk.event_view import EventView

TO_MERCHANT, NOTE = "To the merchant", "Private note"
"""What stands on the two buttons in the composer; Chainlit takes a button's name for its id."""

_ICONS = {TO_MERCHANT: "message-circle", NOTE: "lock"}

ASIDES = {
    "note.written": "Private note",
    "request.noted": "Why this is asked, private",
    "call.logged": "Phone call, private",
    "complaint.made": "Complaint, recorded by staff",
    "team.asked": "Question to the team, private",
    "team.answered": "From the record, private",
}
"""The kinds of event that staff write for staff, by what stands above them."""


def audiences(person: Person, card: Card) -> dict[str, str]:
    """For whom somebody can write who reads the case from the inside, and what is said of it."""
    if card.own is not None or not person.has(Role.REVIEWER, Role.COMPLIANCE):
        return {}
    speaks = {TO_MERCHANT: "The merchant reads it at once"} if person.has(Role.REVIEWER) else {}
    return {**speaks, NOTE: "For colleagues only. @ asks one"}


def begins_in_private(person: Person, card: Card, events: Sequence[EventView]) -> bool:
    """Whether somebody who opens the case writes for colleagues at first: one of them waits for their
    opinion, or their last words were a note.
    """
    return _is_asked(card) or _wrote_last(person, events) == "note.written"


def choices(person: Person, card: Card, *, in_private: bool) -> list[dict[str, object]]:
    """The composer's buttons, one of them pressed."""
    known = audiences(person, card)
    pressed = NOTE if in_private or TO_MERCHANT not in known else TO_MERCHANT
    return [
        {
            "id": name,
            "icon": _ICONS[name],
            "description": reads,
            "button": True,
            "persistent": True,
            "selected": name == pressed,
        }
        for name, reads in known.items()
    ]


def is_note(command: str) -> bool:
    """Whether a message is for colleagues alone; raises Invalid where it does not say for whom it is."""
    if command not in (TO_MERCHANT, NOTE):
        raise Invalid("Please choose first whom it is for: the merchant, or colleagues alone.")
    return command == NOTE


def _is_asked(card: Card) -> bool:
    return card.staff is not None and any(each.yours for each in card.staff.together.opinions)


def _wrote_last(person: Person, events: Sequence[EventView]) -> str | None:
    theirs = (event.kind for event in reversed(events) if event.actor == str(person.id))
    return next((kind for kind in theirs if kind in ("note.written", "message.said")), None)
