"""The buttons of a request for information on the team's card."""

from __future__ import annotations

from cases.access import Person
from cases.errors import Invalid
from web.chat.context import current
from web.chat.presses import Act, Press


async def _request(person: Person, press: Press) -> str:
    await current().desk.request_information(person, press.case_id, press.asked, press.until, press.text)
    return "Asked. The case comes back to you when the merchant has answered."


async def _extend(person: Person, press: Press) -> str:
    if press.until is None:
        raise Invalid("Please say until which day.")
    await current().desk.extend_request(person, press.case_id, press.until)
    return "The merchant has more time, and is told so."


async def _withdraw(person: Person, press: Press) -> str:
    await current().desk.withdraw_request(person, press.case_id, press.subject)
    return "The merchant is told that it is not needed any more."


REQUESTS: dict[str, Act] = {
    "request": _request,
    "extend_request": _extend,
    "withdraw_request": _withdraw,
}
