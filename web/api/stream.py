"""GET /api/events: what moves, as server-sent events, for staff.

Everything is read from the log, so nothing is lost between two connections:

| in the log | sent |
| --- | --- |
| a case moves from one state to another | `case.state` |
| … to `checking` or `provisioning` | `workflow.started` as well (workflow `checking`, `provisioning`) |
| … from those to where the work has led | `workflow.completed` as well |
| … to `check_failed` or `provisioning_failed` | `workflow.failed` as well |
| a run of the team breaks off and is tried again | `workflow.failed` (workflow `run`) |

`id` is the position in the log; where one entry is sent as two events, the first one's is the
position, a point and its number. A reader that comes back with either gets what follows, once.
"""

from __future__ import annotations

import json
import re
from collections.abc import AsyncGenerator, Iterator
from typing import Annotated, NamedTuple

from fastapi import APIRouter, Header, Request
from pydantic import JsonValue
from sse_starlette import EventSourceResponse, ServerSentEvent

from cases.access import READERS, Person, require
from cases.errors import Invalid, OnboardError
from cases.states import State
from desk.event_view import EventView
from desk.feed import Change
from web.api.callers import Follower, Installation, secret_of
from web.api.refusals import refusals
from web.composition import Onboard

HEARTBEAT = 15
"""Seconds of silence after which a comment is sent, so that nobody in between hangs up."""

WORKFLOWS = {State.CHECKING: "checking", State.PROVISIONING: "provisioning"}
FAILURES = {State.CHECK_FAILED, State.PROVISIONING_FAILED}
ABANDONED = {State.WITHDRAWN}

router = APIRouter(prefix="/api", tags=["Events"])

_POSITION = re.compile(r"^(\d{1,18})(?:\.(\d))?$")


class Place(NamedTuple):
    """Where a reader stopped: behind ``position``, and behind ``skip`` events of the next entry."""

    position: int
    skip: int = 0


class Sent(NamedTuple):
    """One event to send."""

    name: str
    data: dict[str, JsonValue]


@router.get(
    "/events",
    summary="Follow what moves",
    response_class=EventSourceResponse,
    responses={
        200: {"content": {"text/event-stream": {"schema": {"type": "string"}}}},
        **refusals(401, 403, 422, 429),
    },
)
async def follow(
    request: Request,
    person: Follower,
    onboard: Installation,
    last_event_id: Annotated[str | None, Header()] = None,
) -> EventSourceResponse:
    """`case.state`, `workflow.started`, `workflow.completed`, `workflow.failed`, as they happen.

    Without `Last-Event-ID` from now on; with it from just behind that event, without a gap.
    """
    require(person, *sorted(READERS))
    place = _place(last_event_id) or Place(await onboard.feed.last_position())
    return EventSourceResponse(_events(onboard, secret_of(request), place), ping=HEARTBEAT)


def _place(last_event_id: str | None) -> Place | None:
    if not last_event_id:
        return None
    found = _POSITION.match(last_event_id.strip())
    if found is None:
        raise Invalid("Last-Event-ID is not one of ours.", code="unknown_event_id")
    position, part = int(found[1]), found[2]
    return Place(position) if part is None else Place(position - 1, int(part))


async def _events(onboard: Onboard, secret: str, place: Place) -> AsyncGenerator[ServerSentEvent, None]:
    """The stream; ends when its reader may not read any more, or the log cannot be read."""
    try:
        # Said at once, so that a reader who is cut off before the first event resumes here.
        yield ServerSentEvent(comment="following", id=None if place.skip else str(place.position))
        async for change in onboard.feed.changes(place.position):
            if change.kind not in ("state.moved", "turn.failed"):
                continue
            person = await onboard.people.by_token(secret)
            require(person, *sorted(READERS))
            skip = place.skip if change.position == place.position + 1 else 0
            for event in _numbered(change.position, await _read(onboard, person, change), skip):
                yield event
    except OnboardError:
        return


def _numbered(position: int, events: list[Sent], skip: int) -> Iterator[ServerSentEvent]:
    for number, event in enumerate(events, start=1):
        last = number == len(events)
        if number > skip:
            yield ServerSentEvent(
                json.dumps(event.data),
                event=event.name,
                id=str(position) if last else f"{position}.{number}",
            )


async def _read(onboard: Onboard, person: Person, change: Change) -> list[Sent]:
    """What one entry of the log is sent as to this reader; nothing where it is not for their eyes."""
    view = await onboard.views.event(person, change.case_id, change.seq)
    if view is None:
        return []
    if view.kind == "turn.failed":
        return [await _failed_run(onboard, person, view)]
    return list(_moved(view))


def _moved(view: EventView) -> Iterator[Sent]:
    source, target = State(str(view.data["source"])), State(str(view.data["target"]))
    told: dict[str, JsonValue] = {
        "request_id": str(view.case_id),
        "state": target.value,
        "version": view.data["version"],
        "at": view.at.isoformat(),
    }
    if target in WORKFLOWS:
        yield Sent("workflow.started", {**told, "workflow": WORKFLOWS[target]})
    elif source in WORKFLOWS and target in FAILURES:
        yield Sent("workflow.failed", {**told, "workflow": WORKFLOWS[source]})
    elif source in WORKFLOWS and target not in ABANDONED:
        yield Sent("workflow.completed", {**told, "workflow": WORKFLOWS[source]})
    yield Sent("case.state", {**told, "previous": source.value})


async def _failed_run(onboard: Onboard, person: Person, view: EventView) -> Sent:
    status = await onboard.views.status(person, view.case_id)
    told: dict[str, JsonValue] = {
        "request_id": str(view.case_id),
        "state": status.state.value if status.state else None,
        "version": status.version,
        "at": view.at.isoformat(),
        "workflow": "run",
        "attempt": view.data["attempt"],
    }
    return Sent("workflow.failed", told)
