"""The buttons and keys of the queue: another choice of cases, the next one, and what is done with several."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from cases.access import Person
from cases.errors import Invalid
from desk.queue.bulk import in_turn, in_words
from desk.queue.filters import CaseFilter
from desk.queue.queue import Limit
from web.chat.context import current
from web.chat.presses import Answer, Words
from web.chat.room import ROOM
from web.chat.seats import QUEUE_LENGTH


class _Find(BaseModel):
    wanted: CaseFilter
    shown: Limit = QUEUE_LENGTH


class _Next(BaseModel):
    after: UUID | None = None


class _Bulk(BaseModel):
    act: Literal["assign", "remind", "close_incomplete"]
    cases: Annotated[tuple[UUID, ...], Field(min_length=1, max_length=500)]
    reason: Words = ""
    to: UUID | None = None


Payload = Mapping[str, object]
HomeAct = Callable[[Person, str, Payload], Awaitable[Answer]]
"""What a press does that is not about one case, in the session that it came from."""


async def _find(person: Person, session_id: str, payload: Payload) -> Answer:
    """Show other cases of the queue in the window that asked."""
    asked = _Find.model_validate(payload)
    seat = ROOM.seats.of(session_id)
    if seat is None or seat.person_id != person.id:
        raise Invalid("Please reload the page.")
    async with seat.lock:
        seat.wanted, seat.length = asked.wanted, asked.shown
        await ROOM.refresh(seat)
    return Answer(ok=True, text="")


async def _next(person: Person, session_id: str, payload: Payload) -> Answer:
    """Take on the most urgent case; the window goes there."""
    del session_id
    case_id = await current().queue.take_next(person, _Next.model_validate(payload).after)
    if case_id is None:
        return Answer(ok=False, text="Nothing else waits that is nobody's or yours.")
    return Answer(ok=True, text="", go=f"{ROOM.root}/case/{case_id}")


async def _bulk(person: Person, session_id: str, payload: Payload) -> Answer:
    """Do something to each of several cases, and say how it went."""
    del session_id
    asked = _Bulk.model_validate(payload)
    results = await in_turn(asked.cases, lambda case_id: _one(person, case_id, asked))
    names = await current().queue.names(person, [result.case_id for result in results if result.refusal])
    return Answer(ok=all(result.refusal is None for result in results), text=in_words(results, names))


async def _one(person: Person, case_id: UUID, asked: _Bulk) -> None:
    desk = current().desk
    match asked.act:
        case "remind":
            await desk.remind(person, case_id)
        case "close_incomplete":
            await desk.close_as_incomplete(person, case_id, asked.reason)
        case "assign":
            await desk.assign(person, case_id, asked.to, asked.reason)


HOME: dict[str, HomeAct] = {"find": _find, "next": _next, "bulk": _bulk}
"""What is pressed beside one case's card, by its name."""
