"""The buttons of card and queue: each press goes to the desk, which knows who may do what."""

from __future__ import annotations

import json

from pydantic import BaseModel, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from cases.access import Person
from cases.decision import Verdict
from cases.errors import Conflict, Invalid, OnboardError
from web.chat.account_actions import ACCOUNTS
from web.chat.assignment_actions import ASSIGNMENT
from web.chat.complaint_actions import COMPLAINTS
from web.chat.context import current
from web.chat.decline_actions import DECLINES
from web.chat.information_actions import REQUESTS
from web.chat.match_actions import MATCHES
from web.chat.own_actions import press_own
from web.chat.presses import Act, Answer, Press, Stale, require_pace
from web.chat.queue_actions import HOME
from web.chat.summary_actions import SUMMARY
from web.chat.together_actions import TOGETHER
from web.reports import read_report
from web.stated_conditions import read_conditions


class _Action(BaseModel):
    name: str
    payload: dict[str, object]


class _Call(BaseModel):
    sessionId: str  # noqa: N815 (Chainlit's name)
    action: _Action


async def _ask(person: Person, press: Press) -> str:
    if not press.text or not press.reason:
        raise Invalid("Please write the question, and why you ask it.")
    await current().desk.ask(person, press.case_id, press.text, press.reason)
    return "Asked. The case comes back to you when the merchant has answered."


async def _approve(person: Person, press: Press) -> str:
    conditions = read_conditions(press.conditions)
    verdict = Verdict(approved=True, version=press.version, comments=press.comments, conditions=conditions)
    return _DECIDED[await current().desk.decide(person, press.case_id, verdict)]


async def _decline(person: Person, press: Press) -> str:
    if not press.reasons:
        raise Invalid("Please pick at least one reason.")
    verdict = Verdict(approved=False, version=press.version, reasons=press.reasons, comments=press.comments)
    return _DECIDED[await current().desk.decide(person, press.case_id, verdict)]


_DECIDED = {
    "onboarding_triggered": "Approved. The account is being set up.",
    "awaiting_second_approval": "Approved. A second person has to approve as well.",
    "rejected": "Declined. The merchant reads what you saw beforehand.",
}


async def _override(person: Person, press: Press) -> str:
    if press.until is None:
        raise Invalid("Please say until which day it holds.")
    subject = press.subject or ""
    await current().desk.override(
        person, press.case_id, subject, press.reason, press.until, press.level, press.version
    )
    return "Overridden. What was found stays on record."


async def _withdraw_override(person: Person, press: Press) -> str:
    await current().desk.withdraw_override(person, press.case_id, press.subject or "", press.reason)
    return "The override is withdrawn."


async def _confirm_category(person: Person, press: Press) -> str:
    await current().desk.confirm_category(person, press.case_id, press.value, press.reason, press.version)
    return "Recorded. Another category than before has everything checked again."


async def _take_back(person: Person, press: Press) -> str:
    await current().desk.take_back(person, press.case_id)
    return "The approval is taken back."


async def _accept_failed_check(person: Person, press: Press) -> str:
    await current().desk.accept_failed_check(person, press.case_id)
    return "The case is in review; the check stays as one that could not be made."


async def _escalate(person: Person, press: Press) -> str:
    await current().desk.escalate(person, press.case_id, press.reason)
    return "The leads are told. Somebody else decides."


async def _second_look(person: Person, press: Press) -> str:
    if press.value not in ("agree", "disagree"):
        raise Invalid("Please say whether you would have decided the same.")
    agrees = press.value == "agree"
    await current().desk.record_second_look(person, press.case_id, press.reason, agrees=agrees)
    told = "" if agrees else " Compliance is told."
    return f"Recorded.{told} The decision stands."


async def _resume(person: Person, press: Press) -> str:
    await current().desk.resume(person, press.case_id)
    return "Setting up goes on."


async def _give_up(person: Person, press: Press) -> str:
    await current().desk.give_up(person, press.case_id)
    return "What was set up is being undone."


async def _record_check(person: Person, press: Press) -> str:
    await current().desk.record_check(person, press.case_id, read_report(press.report))
    return "Recorded. The merchant sees nothing of it."


STAFF: dict[str, Act] = {
    "ask": _ask,
    "approve": _approve,
    "decline": _decline,
    "override": _override,
    "withdraw_override": _withdraw_override,
    "confirm_category": _confirm_category,
    "take_back": _take_back,
    "second_look": _second_look,
    "escalate": _escalate,
    "accept_failed_check": _accept_failed_check,
    "resume": _resume,
    "give_up": _give_up,
    "record_check": _record_check,
    **ASSIGNMENT,
    **MATCHES,
    **REQUESTS,
    **SUMMARY,
    **ACCOUNTS,
    **TOGETHER,
    **COMPLAINTS,
    **DECLINES,
}


_SAY_WHAT_CHANGED = frozenset({"approve", "decline"})
"""What the desk itself refuses on an older version, with what has changed."""


async def press(request: Request) -> Response:
    """Do what a button says; the answer is a line to show beside it, also where it is a refusal."""
    person: Person | None = request.scope["person"]
    if person is None:
        return JSONResponse({"detail": "Please sign in."}, status_code=401)
    try:
        call = _Call.model_validate(json.loads(await request.body()))
        answer = await _perform(person, call, request.client.host if request.client else None)
    except OnboardError as error:
        answer = Answer(ok=False, text=str(error), stale=_stale(error))
    except (ValidationError, ValueError):
        answer = Answer(ok=False, text="That could not be read. Please reload the page and try again.")
    return JSONResponse({"success": True, "response": answer.model_dump(exclude_none=True)})


async def _perform(person: Person, call: _Call, address: str | None) -> Answer:
    if call.action.name in HOME:
        require_pace(person)
        return await HOME[call.action.name](person, call.sessionId, call.action.payload)
    pressed = Press.model_validate({**call.action.payload, "address": address})
    card = await current().views.card(person, pressed.case_id)
    if card.own is not None:
        return await press_own(person, call.action.name, pressed, card, card.own)
    require_pace(person)
    if call.action.name not in _SAY_WHAT_CHANGED and pressed.version != card.version:
        raise Conflict(
            f"The application has changed: it is version {card.version} now, and this was about "
            f"version {pressed.version}. Please look at it again.",
            code="stale_version",
        )
    action = STAFF.get(call.action.name)
    if action is None:
        raise Invalid("There is no such button.")
    return Answer(ok=True, text=await action(person, pressed))


def _stale(error: OnboardError) -> Stale | None:
    """What a refusal says of a newer version, where it says what changed."""
    if "changes" not in error.details:
        return None
    return Stale.model_validate(error.details)
