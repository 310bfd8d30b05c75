"""Raising a case to the leads: from then on somebody else than who raised it decides."""

from __future__ import annotations

from cases.access import Person
from cases.approval import raised_by
from cases.errors import Conflict
from cases.events import CaseEscalated
from cases.states import UNDER_REVIEW
from desk.draft import Draft
from desk.matching import reason_of
from desk.review import require_reviewer


def escalate(draft: Draft, person: Person, reason: str) -> None:
    """Raise a case that one would rather not decide alone; it stays in review, and goes on.

    Raises Conflict ``not_in_review``, or ``not_possible_now`` where somebody has raised it already.
    """
    author = require_reviewer(draft, person)
    draft.require_state(UNDER_REVIEW, code="not_in_review", message="The case is not in review.")
    if raised_by(draft.record) is not None:
        raise Conflict("This case is with the leads already.", code="not_possible_now")
    why = reason_of(draft, reason)
    draft.add(CaseEscalated(by_name=person.name, reason=why.text, secrets=why.secrets), author)
