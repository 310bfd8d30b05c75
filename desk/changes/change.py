"""One change, and what lies between two moments of a case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from cases.events import Body, Event
from cases.record import CaseRecord
from cases.sensitive import display
from desk.rights import Reader
from desk.sources import Sentence

ChangeKind = Literal[
    "field",
    "detail",
    "party",
    "part",
    "document",
    "check",
    "match",
    "verification",
    "override",
    "risk",
    "recommendation",
    "state",
    "decision",
    "assignee",
    "question",
    "appeal",
    "call",
    "message",
    "note",
    "attempt",
]

B = TypeVar("B", bound=Body)


class Change(Sentence):
    """What is not as it was. ``key`` says of what: a field, a check, a document, a match's pair and so on.

    ``before`` and ``after`` in words, where there is something to compare.
    """

    kind: ChangeKind
    key: str = ""
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True)
class Span:
    """The case as it was and as it became, with what happened in between, as far as the reader sees it."""

    reader: Reader
    before: CaseRecord
    after: CaseRecord
    events: Sequence[Event]
    new: Sequence[Event]
    """Those of the ``events`` that came after the beginning."""

    def of(self, kind: type[B]) -> Iterator[tuple[Event, B]]:
        """What happened of one kind, in order."""
        return ((event, event.body) for event in self.new if isinstance(event.body, kind))

    def shown(self, text: str) -> str:
        """A text with what is sensitive in it masked."""
        return display(text, self.after.secrets, self.reader.clear_kinds)

    def at(self, seq: int) -> Event | None:
        """The event of that seq; None where the reader does not see it."""
        return next((event for event in self.events if event.seq == seq), None)

    def who(self, event: Event | None) -> str:
        """Who acted, at the beginning of a sentence."""
        role = event.role if event else ""
        if event is not None and role == "merchant":
            is_applicant = event.actor == str(self.after.opened_by)
            return "The merchant" if is_applicant else "Somebody the merchant invited"
        return _STAFF.get(role, "The team")


_STAFF = {"reviewer": "A reviewer", "compliance": "Compliance", "analyst": "An analyst"}
