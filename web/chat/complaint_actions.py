"""The buttons about complaints on the team's card."""

from __future__ import annotations

from uuid import UUID

from cases.access import Person
from cases.complaints import Outcome
from web.chat.context import current
from web.chat.presses import Act, Press


async def _complain(person: Person, press: Press) -> str:
    made = await current().desk.complain(person, press.case_id, press.text)
    return f"On record as {made.reference}. The merchant is told by when it is answered."


async def _take(person: Person, press: Press) -> str:
    await current().desk.take_complaint(person, press.case_id, _id(press))
    return "The complaint is yours."


async def _answer(person: Person, press: Press) -> str:
    await current().desk.answer_complaint(person, press.case_id, _id(press), press.text)
    return "Answered. The merchant reads it."


async def _close(person: Person, press: Press) -> str:
    outcome = Outcome(press.value)
    await current().desk.close_complaint(person, press.case_id, _id(press), outcome, press.reason)
    return "The complaint is closed."


def _id(press: Press) -> UUID:
    return UUID(press.subject or "")


COMPLAINTS: dict[str, Act] = {
    "complain": _complain,
    "take_complaint": _take,
    "answer_complaint": _answer,
    "close_complaint": _close,
}
