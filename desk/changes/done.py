"""Where the case stands now, who has it, and what was decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cases.events import (
    AppealMade,
    Body,
    CallLogged,
    CaseAssigned,
    CaseClaimed,
    CaseEscalated,
    CaseReleased,
    DecisionMade,
    RequestWithdrawn,
    StateMoved,
)
from desk.assignment_words import assignment_in_words
from desk.changes.change import Change, ChangeKind, Span
from desk.event_view import in_words
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
    """Whose it is now, where that is somebody else."""
    now = span.after.assignee
    if now == span.before.assignee:
        return
    acts = [*span.of(CaseClaimed), *span.of(CaseAssigned), *span.of(CaseReleased)]
    event, body = max(acts, key=lambda act: act[0].seq)
    text = span.shown(assignment_in_words(body))
    yield Change(kind="assignee", key=str(now or ""), text=text, sources=on_events(event.seq))


def turns(span: Span) -> Iterator[Change]:
    """What turned up besides: calls, appeals, requests taken back, and what was raised to the leads."""
    for event in span.new:
        kind = _TURNS.get(type(event.body))
        text = span.shown(in_words(event.body, span.reader)) if kind else ""
        if kind and text:
            yield Change(kind=kind, text=text, sources=on_events(event.seq))


_TURNS: Mapping[type[Body], ChangeKind] = {
    AppealMade: "appeal",
    CallLogged: "call",
    CaseEscalated: "state",
    RequestWithdrawn: "question",
}
