"""The buttons of card and queue: each press goes to the desk, which knows who may do what."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from cases.access import Person
from cases.decision import Verdict
from cases.errors import Conflict, Invalid, OnboardError
from web.chat.buckets import Buckets
from web.chat.context import current
from web.chat.elements import PARTS
from web.chat.room import ROOM

PRESSES = Buckets(burst=40, per_second=1)

Words = Annotated[str, StringConstraints(max_length=4000, strip_whitespace=True)]


class Press(BaseModel):
    """A button that was pressed, and what the form under it held; ``version``: of the card it stood on."""

    case_id: UUID
    version: Annotated[int, Field(ge=1)]
    comments: Words = ""
    reasons: tuple[Words, ...] = ()
    text: Words = ""
    reason: Words = ""


class _Find(BaseModel):
    part: str


class _Action(BaseModel):
    name: str
    payload: dict[str, object]


class _Call(BaseModel):
    sessionId: str  # noqa: N815 (Chainlit's name)
    action: _Action


async def _submit(person: Person, press: Press) -> str:
    await current().desk.submit(person, press.case_id, how="words")
    return "Your application is on its way."


async def _withdraw(person: Person, press: Press) -> str:
    await current().desk.withdraw(person, press.case_id)
    return "Your application is taken back."


async def _reopen(person: Person, press: Press) -> str:
    await current().desk.reopen(person, press.case_id)
    return "Your application is open again."


async def _claim(person: Person, press: Press) -> str:
    await current().desk.claim(person, press.case_id)
    return "The case is yours."


async def _ask(person: Person, press: Press) -> str:
    if not press.text or not press.reason:
        raise Invalid("Please write the question, and why you ask it.")
    await current().desk.ask(person, press.case_id, press.text, press.reason)
    return "Asked. The case comes back to you when the merchant has answered."


async def _approve(person: Person, press: Press) -> str:
    verdict = Verdict(approved=True, version=press.version, comments=press.comments)
    return _DECIDED[await current().desk.decide(person, press.case_id, verdict)]


async def _decline(person: Person, press: Press) -> str:
    if not press.reasons:
        raise Invalid("Please pick at least one reason: the merchant reads it.")
    verdict = Verdict(approved=False, version=press.version, reasons=press.reasons, comments=press.comments)
    return _DECIDED[await current().desk.decide(person, press.case_id, verdict)]


_DECIDED = {
    "onboarding_triggered": "Approved. The account is being set up.",
    "awaiting_second_approval": "Approved. A second person has to approve as well.",
    "rejected": "Declined. The merchant reads why.",
}


async def _take_back(person: Person, press: Press) -> str:
    await current().desk.take_back(person, press.case_id)
    return "The approval is taken back."


async def _accept_failed_check(person: Person, press: Press) -> str:
    await current().desk.accept_failed_check(person, press.case_id)
    return "The case is in review; the check stays as one that could not be made."


async def _resume(person: Person, press: Press) -> str:
    await current().desk.resume(person, press.case_id)
    return "Setting up goes on."


async def _give_up(person: Person, press: Press) -> str:
    await current().desk.give_up(person, press.case_id)
    return "What was set up is being undone."


ACTIONS: dict[str, Callable[[Person, Press], Awaitable[str]]] = {
    "submit": _submit,
    "withdraw": _withdraw,
    "reopen": _reopen,
    "claim": _claim,
    "ask": _ask,
    "approve": _approve,
    "decline": _decline,
    "take_back": _take_back,
    "accept_failed_check": _accept_failed_check,
    "resume": _resume,
    "give_up": _give_up,
}


async def press(request: Request) -> Response:
    """Do what a button says; the answer is a line to show beside it, also where it is a refusal."""
    person: Person | None = request.scope["person"]
    if person is None:
        return JSONResponse({"detail": "Please sign in."}, status_code=401)
    try:
        call = _Call.model_validate(json.loads(await request.body()))
        said, ok = await _perform(person, call), True
    except OnboardError as error:
        said, ok = str(error), False
    except (ValidationError, ValueError):
        said, ok = "That could not be read. Please reload the page and try again.", False
    return JSONResponse({"success": True, "response": {"ok": ok, "text": said}})


async def _perform(person: Person, call: _Call) -> str:
    if not PRESSES.take(person.id):
        raise Conflict("That was very fast. Please wait a few seconds.")
    if call.action.name == "find":
        return await _find(person, call)
    action = ACTIONS.get(call.action.name)
    if action is None:
        raise Invalid("There is no such button.")
    press = Press.model_validate(call.action.payload)
    card = await current().views.card(person, press.case_id)
    if press.version != card.version:
        raise Conflict(
            f"The application has changed: it is version {card.version} now, and this was about "
            f"version {press.version}. Please look at it again.",
            code="stale_version",
        )
    return await action(person, press)


async def _find(person: Person, call: _Call) -> str:
    """Show another part of the queue in the window that asked."""
    part = _Find.model_validate(call.action.payload).part
    seat = ROOM.seats.of(call.sessionId)
    if seat is None or seat.person_id != person.id or part not in PARTS:
        raise Invalid("Please reload the page.")
    async with seat.lock:
        seat.part = part
        await ROOM.refresh(seat)
    return ""
