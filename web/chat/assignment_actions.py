"""The buttons about whose case it is, and when it rests."""

from __future__ import annotations

from datetime import datetime
from typing import cast, get_args
from uuid import UUID

from cases.access import Person
from cases.errors import Invalid
from cases.events.assignment import WakesOn
from web.chat.context import current
from web.chat.presses import Act, Press
from web.chat.room import ROOM


async def _claim(person: Person, press: Press) -> str:
    await current().desk.claim(person, press.case_id)
    return "The case is yours."


async def _keep(person: Person, press: Press) -> str:
    """The window's heartbeat; nothing is written in the log, so the other windows are told by hand."""
    await current().desk.renew(person, press.case_id)
    ROOM.wake(press.case_id)
    return ""


async def _release(person: Person, press: Press) -> str:
    await current().desk.release(person, press.case_id, press.reason)
    return "Given back."


async def _assign(person: Person, press: Press) -> str:
    to = UUID(press.value) if press.value else None
    name = await current().desk.assign(person, press.case_id, to, press.reason)
    return f"The case is {name}’s now."


async def _snooze(person: Person, press: Press) -> str:
    until = datetime.fromisoformat(press.text) if press.text else None
    if press.value and press.value not in get_args(WakesOn):
        raise Invalid("Please say until what happens.", code="no_end")
    on = cast("WakesOn", press.value) if press.value else None
    await current().desk.snooze(person, press.case_id, press.reason, until, on)
    return "Put aside. The due time goes on running."


async def _wake(person: Person, press: Press) -> str:
    await current().desk.wake(person, press.case_id)
    return "The case is up again."


async def _watch(person: Person, press: Press) -> str:
    await current().desk.watch(person, press.case_id)
    ROOM.wake(press.case_id)
    return "You are told when its state moves."


async def _unwatch(person: Person, press: Press) -> str:
    await current().desk.unwatch(person, press.case_id)
    ROOM.wake(press.case_id)
    return "You are told no more of it."


ASSIGNMENT: dict[str, Act] = {
    "claim": _claim,
    "keep": _keep,
    "release": _release,
    "assign": _assign,
    "snooze": _snooze,
    "wake": _wake,
    "watch": _watch,
    "unwatch": _unwatch,
}
