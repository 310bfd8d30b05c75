"""Where the case stands now, who has it, and what was decided."""

from __future__ import annotations

from collections.abc import Iterator

from cases.events import CaseClaimed, DecisionMade, StateMoved
from desk.changes.change import Change, Span
from desk.sources import on_events


def state(span: Span) -> Iterator[Change]:
    """The state, where it is another."""
    before, after = span.before.state, span.after.state
    last = max((event.seq for event, _ in span.of(StateMoved)), default=None)
    if last is None or before is after:
        return
    was, now = before.value.replace("_", " "), after.value.replace("_", " ")
    text = f"The case was {was} and is {now}."
    yield Change(kind="state", text=text, before=was, after=now, sources=on_events(last))


def decisions(span: Span) -> Iterator[Change]:
    """What was decided, in order."""
    for event, body in span.of(DecisionMade):
        made = body.decision
        text = f"{made.by_name} {'approved' if made.approved else 'declined'} version {made.version}."
        yield Change(kind="decision", key=str(made.by), text=text, sources=on_events(event.seq))


def assignee(span: Span) -> Iterator[Change]:
    """Who took it on."""
    for event, body in span.of(CaseClaimed):
        if span.after.assignee == body.by != span.before.assignee:
            text = f"{body.name} took the case on."
            yield Change(kind="assignee", key=str(body.by), text=text, sources=on_events(event.seq))
            return
