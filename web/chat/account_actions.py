"""The buttons about an account that exists."""

from __future__ import annotations

from cases.access import Person
from web.chat.context import current
from web.chat.presses import Act, Press


async def _suspend(person: Person, press: Press) -> str:
    await current().desk.suspend(person, press.case_id, press.reason)
    return "Suspended. The merchant reads that the account is on hold."


async def _reinstate(person: Person, press: Press) -> str:
    await current().desk.reinstate(person, press.case_id, press.reason)
    return "The account is active again."


async def _close(person: Person, press: Press) -> str:
    await current().desk.close(person, press.case_id, press.reason)
    return "The account is closed."


async def _look_again(person: Person, press: Press) -> str:
    await current().desk.look_again(person, press.case_id, press.reason, press.until)
    return "Recorded. The merchant sees nothing of it."


ACCOUNTS: dict[str, Act] = {
    "suspend": _suspend,
    "reinstate": _reinstate,
    "close": _close,
    "look_again": _look_again,
}
