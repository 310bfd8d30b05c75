"""A reviewer's own view of a case, noted before they read what is recommended."""

from __future__ import annotations

from cases.access import Person
from cases.errors import Conflict
from cases.events import ViewNoted
from cases.own_view import View
from cases.states import UNDER_REVIEW
from cases.views_owed import view_of
from desk.draft import Draft
from desk.matching import reason_of
from desk.review import require_reviewer, require_version


def note_view(draft: Draft, person: Person, view: View, words: str, version: int | None = None) -> None:
    """Note what the person makes of this version of the case, and why in a few words.

    Staff read it and no model does. Raises Forbidden for one's own application; Conflict
    ``not_in_review``, ``stale_version``, or ``view_noted`` for a second view of the same version.
    """
    author = require_reviewer(draft, person)
    draft.require_state(UNDER_REVIEW, code="not_in_review", message="The case is not in review.")
    require_version(draft, version)
    if view_of(draft.record, person.id) is not None:
        raise Conflict("You have noted your view of this version; the first one counts.", code="view_noted")
    why = reason_of(draft, words)
    noted = ViewNoted(view=view, words=why.text, version=draft.record.version, secrets=why.secrets)
    draft.add(noted, author)
