"""What was said: questions, messages, and attempts to instruct the agents."""

from __future__ import annotations

from collections.abc import Iterator

from cases.access import Audience
from cases.events import (
    InstructionFlagged,
    MessageSaid,
    NoteWritten,
    PersonRequested,
    QuestionAsked,
    RequestMade,
)
from desk.changes.change import Change, Span
from desk.sources import on_events


def questions(span: Span) -> Iterator[Change]:
    """What the merchant was asked, and that they ask for a person."""
    for event, body in span.of(QuestionAsked):
        text = span.shown(f"The merchant was asked: “{body.text}”")
        yield Change(kind="question", text=text, sources=on_events(event.seq))
    for event, body in span.of(RequestMade):
        things = "one thing" if len(body.items) == 1 else f"{len(body.items)} things"
        text = f"The merchant was asked for {things}."
        yield Change(kind="question", text=text, sources=on_events(event.seq))
    if asked := [body.source_seq or event.seq for event, body in span.of(PersonRequested)]:
        yield Change(kind="question", text="The merchant asks for a person.", sources=on_events(asked[-1]))


def messages(span: Span) -> Iterator[Change]:
    """How much people wrote."""
    people: dict[str, list[int]] = {}
    for event, _ in span.of(MessageSaid):
        if event.audience is Audience.EVERYONE and event.role not in ("agent", "desk"):
            people.setdefault(span.who(event), []).append(event.seq)
    for who, (first, *more) in people.items():
        count = "a message" if not more else f"{len(more) + 1} messages"
        yield Change(kind="message", text=f"{who} wrote {count}.", sources=on_events(first, more))


def notes(span: Span) -> Iterator[Change]:
    """How much colleagues wrote for one another."""
    written = [event.seq for event, _ in span.of(NoteWritten) if event.actor != str(span.reader.person.id)]
    if written:
        first, *more = written
        count = "a note" if not more else f"{len(more) + 1} notes"
        yield Change(kind="note", text=f"Colleagues wrote {count}.", sources=on_events(first, more))


def attempts(span: Span) -> Iterator[Change]:
    """Attempts to instruct the agents, quoted."""
    for event, body in span.of(InstructionFlagged):
        text = span.shown(f"Tried to instruct the agents: “{body.quote}”")
        yield Change(kind="attempt", text=text, sources=on_events(body.source_seq, [event.seq]))
