"""What has changed since the version of an application that somebody has decided on."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from cases.access import Person
from cases.errors import Conflict
from desk.changes import changes, last_seq_of_version
from desk.draft import Draft
from desk.rights import reader

TOLD = frozenset({"field", "detail", "party", "part", "document", "check", "match", "risk"})
"""Changes that a decision hangs on; what is recommended is read on the card, after an own view."""


@contextmanager
def saying_what_changed(draft: Draft, person: Person, version: int | None) -> Generator[None]:
    """Let a refusal of an older version carry, as ``changes``, what is different since, in sentences."""
    try:
        yield
    except Conflict as refused:
        if refused.code == "stale_version" and version is not None:
            refused.details["changes"] = changes_since(draft, person, version)
        raise


def changes_since(draft: Draft, person: Person, version: int) -> list[str]:
    """What is different since a version, as far as the person may read it."""
    since = last_seq_of_version(draft.events, version)
    found = changes(reader(person, draft.record, draft.now), draft.events, since)
    return [change.text for change in found if change.kind in TOLD]
