"""Whom a message of staff is for: the composer says it, and so does what is private in the conversation."""

from __future__ import annotations

from cases.access import Person, Role
from cases.errors import Invalid
from desk.card import Card

TO_MERCHANT, NOTE = "To the merchant", "Private note"
"""What stands on the two buttons in the composer; Chainlit takes a button's name for its id."""

ASIDES = {
    "note.written": "Private note",
    "request.noted": "Why this is asked, private",
    "call.logged": "Phone call, private",
    "complaint.made": "Complaint, recorded by staff",
    "team.asked": "Question to the team, private",
    "team.answered": "From the record, private",
}
"""The kinds of event that staff write for staff, by what stands above them."""


def choices(person: Person, card: Card) -> list[dict[str, object]]:
    """The composer's buttons for whoever reads the case from the inside; the first is pressed at first."""
    if card.own is not None or not person.has(Role.REVIEWER, Role.COMPLIANCE):
        return []
    note = _choice(NOTE, "lock", "Colleagues read it, the merchant never does")
    if not person.has(Role.REVIEWER):
        return [{**note, "selected": True}]
    speak = _choice(TO_MERCHANT, "message-circle", "The merchant reads it at once")
    return [{**speak, "selected": True}, note]


def is_note(command: str) -> bool:
    """Whether a message is for colleagues alone; raises Invalid where it does not say for whom it is."""
    if command not in (TO_MERCHANT, NOTE):
        raise Invalid("Please choose first whom it is for: the merchant, or colleagues alone.")
    return command == NOTE


def _choice(name: str, icon: str, description: str) -> dict[str, object]:
    return {"id": name, "icon": icon, "description": description, "button": True, "persistent": True}
