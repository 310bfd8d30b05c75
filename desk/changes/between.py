"""The changes between two moments of a case: the record as it was beside the record as it became."""

from __future__ import annotations

from collections.abc import Sequence

from cases.events import (
    AbsenceDeclared,
    ApplicationChanged,
    ApplicationSubmitted,
    CategoryConfirmed,
    EntryMade,
    Event,
    FactOffered,
    FactRecorded,
    FactRefused,
    ItemPostponed,
    PartyRemoved,
    PartyStated,
    PersonalDetailEntered,
    ToolCalled,
)
from cases.replay import replay
from desk.changes import done, found, said, told
from desk.changes.change import Change, Span
from desk.rights import Reader

_LOOKS = (
    told.fields,
    told.details,
    told.parties,
    told.documents,
    told.parts,
    found.checks,
    found.matches,
    found.risk,
    found.recommendation,
    found.verifications,
    found.overrides,
    done.state,
    done.decisions,
    done.assignee,
    done.turns,
    said.questions,
    said.messages,
    said.notes,
    said.attempts,
)


def changes(
    reader: Reader, events: Sequence[Event], since: int, until: int | None = None
) -> tuple[Change, ...]:
    """What is different after the event ``until`` (None: the last) from what was after ``since``.

    For staff, and only of what the reader may see: what somebody changed and changed back is not in it.
    """
    seen = [event for event in events if reader.sees(event) and (until is None or event.seq <= until)]
    span = Span(
        reader=reader,
        before=replay(event for event in seen if event.seq <= max(since, 1)),
        after=replay(seen),
        events=seen,
        new=[event for event in seen if event.seq > since],
    )
    return tuple(change for look in _LOOKS for change in look(span)) if span.new else ()


def last_seq_of_version(events: Sequence[Event], version: int) -> int:
    """The last event before what made the next version was told; the last of all where there is none."""
    for i, event in enumerate(events):
        if isinstance(event.body, ApplicationChanged | ApplicationSubmitted) and event.body.version > version:
            while i > 1 and isinstance(events[i - 1].body, _TELLING):
                i -= 1
            return events[i - 1].seq
    return events[-1].seq


_TELLING = (
    AbsenceDeclared
    | ApplicationChanged
    | CategoryConfirmed
    | EntryMade
    | FactOffered
    | FactRecorded
    | FactRefused
    | ItemPostponed
    | PartyRemoved
    | PartyStated
    | PersonalDetailEntered
    | ToolCalled
)
"""What stands in one piece before a new version: what was told, and how it was noted."""
