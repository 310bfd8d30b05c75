"""A second look at a decision that was drawn at random: by somebody else, and without moving the case."""

from __future__ import annotations

from cases.access import Person
from cases.errors import Conflict, Forbidden
from cases.events import SecondLookRecorded
from desk.draft import Draft
from desk.matching import reason_of
from desk.review import require_examiner


def record_second_look(draft: Draft, person: Person, reason: str, *, agrees: bool) -> None:
    """Say whether one would have decided the same, and why; the decision stands either way.

    Raises Conflict ``no_second_look`` where none is waited for, Forbidden for whoever decided.
    """
    author = require_examiner(draft, person)
    waits = draft.record.drawn
    if waits is None:
        raise Conflict("No decision here waits for a second look.", code="no_second_look")
    if person.id in waits.deciders:
        raise Forbidden("You decided this; the second look is another person's.")
    why = reason_of(draft, reason)
    looked = SecondLookRecorded(
        by=person.id, by_name=person.name, agrees=agrees, reason=why.text, secrets=why.secrets
    )
    draft.add(looked, author)
