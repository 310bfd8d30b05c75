"""What one command, or one agent's turn, is about to add to a case; written all at once or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from cases.access import Audience, Person, sees_case
from cases.asking import documents_of
from cases.assignment import Lease
from cases.errors import Conflict, NotFound
from cases.events import (
    Body,
    DocumentReceived,
    EntryMade,
    Event,
    GrantVoided,
    MessageSaid,
    RequestReceived,
    StateMoved,
)
from cases.policy import Policy
from cases.record import CaseRecord
from cases.replay import apply, replay
from cases.states import State, move_between
from desk import sentences

Source = MessageSaid | RequestReceived | EntryMade | DocumentReceived
"""Where a fact about the merchant can have been read."""


@dataclass(frozen=True)
class Author:
    """Who acts: a person in one of their roles, an agent by its name, or the desk itself."""

    actor: str
    role: str


DESK = Author("desk", "desk")


def agent(name: str) -> Author:
    """The author of what an agent of the team does."""
    return Author(name, "agent")


def author_of(person: Person, record: CaseRecord) -> Author:
    """A person as the author of something in a case: the merchant in their own, else their role."""
    if record.opened_by == person.id:
        return Author(str(person.id), "merchant")
    first = next((role for role in ("reviewer", "compliance", "analyst") if role in person.roles), "")
    return Author(str(person.id), first or "admin")


class Draft:
    """New events on top of a case's log, with the record as it will be once they are written."""

    def __init__(self, events: Sequence[Event], policy: Policy, now: datetime) -> None:
        self.events = list(events)
        self.base = len(self.events)
        self.record = replay(self.events)
        self.before = self.record
        self.policy = policy
        self.now = now
        self.work: dict[str, timedelta] = {}
        self.files: dict[UUID, bytes] = {}
        self.lease: Lease | None = None
        """The lease on the case as it was when the draft began."""

    @property
    def new(self) -> list[Event]:
        """The events that are not written yet."""
        return self.events[self.base :]

    def add(
        self,
        body: Body,
        author: Author = DESK,
        audience: Audience = Audience.STAFF,
        participant: UUID | None = None,
        event_id: UUID | None = None,
    ) -> Event:
        """Add one event and fold it into the record."""
        event = Event(
            id=event_id or uuid4(),
            case_id=self.record.id,
            seq=self.record.last_seq + 1,
            at=self.now,
            actor=author.actor,
            role=author.role,
            audience=audience,
            participant=participant,
            body=body,
        )
        self.events.append(event)
        self.record = apply(self.record, event)
        return event

    def event(self, event_id: UUID | None) -> Event | None:
        """The event with that id; None where the case has none."""
        return next((event for event in self.events if event.id == event_id), None)

    def tell(self, text: str) -> None:
        """Add a sentence of the desk's that everyone in the case reads."""
        if text:
            self.add(MessageSaid(text=text), DESK, Audience.EVERYONE)

    def move(self, target: State, author: Author, reason: str = "") -> None:
        """Move the case along an arrow of the table, named by it or by ``reason``; raises Conflict."""
        source = self.record.state
        move = move_between(source, target)
        unheard = source is State.APPROVED and target is State.IN_REVIEW and self._rests
        if self.record.grant is not None and target in (State.CHECKING, State.IN_REVIEW):
            self.add(GrantVoided(grant_id=self.record.grant.id, reason=move.name), author)
        self.add(
            StateMoved(source=source, target=target, reason=reason or move.name, version=self.record.version),
            author,
        )
        # What a reviewer corrects is nothing that the merchant changed; of an approval that was taken back
        # while it rested they have not heard.
        if not unheard and (target is not State.CHECKING or author.role != "reviewer"):
            settled = self.policy.ownership is None and not documents_of(self.record, self.policy)
            self.tell(sentences.on_move(source, target, self.record.language, settled=settled))

    @property
    def _rests(self) -> bool:
        return self.record.grant is not None and self.now < self.record.grant.not_before

    def enqueue(self, kind: str, after: timedelta = timedelta()) -> None:
        """Ask for work that follows from this, due after a rest, written in the same transaction."""
        self.work.setdefault(kind, after)

    def require_state(self, states: Iterable[State], *, code: str, message: str) -> None:
        """Raise Conflict unless the case is in one of the states."""
        if self.record.state not in states:
            raise Conflict(message, code=code, state=self.record.state.value)

    def source(self, seq: int) -> Source:
        """The merchant side's own words at ``seq``; raises NotFound for anything else in the log."""
        if 1 <= seq <= len(self.events):
            event = self.events[seq - 1]
            spoken = isinstance(event.body, Source)
            if spoken and event.actor == str(self.record.opened_by):
                return event.body  # type: ignore[return-value]
        raise NotFound(f"There is no message of the merchant's with number {seq}.")

    def extended_by(self, other: Draft) -> Draft:
        """This draft with the additions and the work of another one behind it."""
        for event in other.new:
            self.add(event.body, Author(event.actor, event.role), event.audience, event.participant)
        for kind, after in other.work.items():
            self.enqueue(kind, after)
        return self

    def settle(self) -> None:
        """Count everything as written; what is added next is new."""
        self.base = len(self.events)
        self.before = self.record
        self.work.clear()


def require_sight(draft: Draft, person: Person) -> None:
    """Raise NotFound for a case that the person may not know of."""
    if not sees_case(person, draft.record.opened_by):
        raise NotFound("There is no such case.")
