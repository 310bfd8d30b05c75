"""The buttons about the conversation itself."""

from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel, Field

from cases.access import Person
from web.chat.context import current
from web.chat.presses import Act, Press


class _Call(BaseModel):
    """What the form about a phone call holds."""

    whom: str
    began: datetime
    minutes: int = Field(ge=0)


async def _lead(person: Person, press: Press) -> str:
    await current().desk.take_over(person, press.case_id)
    return "You answer now. The agents are silent until you hand back."


async def _hand_back(person: Person, press: Press) -> str:
    await current().desk.hand_back(person, press.case_id)
    return "Handed back. The agents read what was said and go on."


async def _log_call(person: Person, press: Press) -> str:
    call = _Call.model_validate(press.parts)
    await current().desk.log_call(person, press.case_id, call.whom, call.began, call.minutes, press.text)
    return "On record. The merchant does not see it."


async def _ask_team(person: Person, press: Press) -> str:
    await current().desk.ask_team(person, press.case_id, press.text)
    return "The answer stands in the conversation, for colleagues alone."


async def _ready_answer(person: Person, press: Press) -> str:
    """The text itself, which the window puts into the composer to be edited."""
    return (await current().desk.ready_answer(person, press.case_id, press.value)).text


TOGETHER: dict[str, Act] = {
    "lead": _lead,
    "hand_back": _hand_back,
    "log_call": _log_call,
    "ask_team": _ask_team,
    "ready_answer": _ready_answer,
}
