"""The buttons and fields of the merchant's card: answered in the words of their language."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import NamedTuple, get_args

from cases.access import Person
from cases.application import Address, FieldName, Owner
from cases.errors import Conflict, Invalid, OnboardError
from cases.information import How
from cases.participants import PersonalField
from desk.card import Card
from desk.entries import Entered
from desk.own_card import OwnPart
from desk.own_lines import OwnLine
from desk.wordbook import Wordbook, wordbook
from web.chat.context import current
from web.chat.presses import Answer, Press, Row, require_pace

_IN_THEIR_WORDS = frozenset({"invalid", "not_declared", "changed", "request_open"})
"""Refusals that the desk writes in the merchant's language itself."""


class Own(NamedTuple):
    """A press on a merchant's own card."""

    person: Person
    press: Press
    part: OwnPart
    words: Wordbook


async def press_own(person: Person, name: str, press: Press, card: Card, part: OwnPart) -> Answer:
    """Do what the merchant's button says."""
    words = wordbook(part.language)
    try:
        require_pace(person)
        if press.version != card.version:
            raise Conflict("The application has changed.", code="stale_version")
        act = OWN.get(name)
        if act is None:
            raise Conflict("There is no such button.")
        said = await act(Own(person, press, part, words))
        return Answer(ok=True, text=words(f"card.said_{said}"))
    except OnboardError as error:
        return Answer(ok=False, text=_refusal(error, words))


def _refusal(error: OnboardError, words: Wordbook) -> str:
    if error.code in _IN_THEIR_WORDS:
        return str(error)
    known = words.area("card")
    return known.get(f"refused_{error.code}", known["refused"])


async def _submit(own: Own) -> str:
    declared = own.press.declared
    if declared is None:
        raise Invalid(own.words("check.tick_all"), code="not_declared")
    address = own.press.address
    await current().desk.submit(own.person, own.press.case_id, declared, address=address)
    return "submitted"


async def _withdraw(own: Own) -> str:
    await current().desk.withdraw(own.person, own.press.case_id)
    return "withdrawn"


async def _reopen(own: Own) -> str:
    await current().desk.reopen(own.person, own.press.case_id)
    return "reopened"


async def _appeal(own: Own) -> str:
    await current().desk.appeal(own.person, own.press.case_id, own.press.text)
    return "appealed"


async def _ask_for_person(own: Own) -> str:
    await current().desk.request_person(own.person, own.press.case_id)
    return "person"


async def _complain(own: Own) -> str:
    await current().desk.complain(own.person, own.press.case_id, own.press.text)
    return "complained"


async def _enter(own: Own) -> str:
    """What is entered in a secure field goes from here to the desk, and nowhere else."""
    line, press, desk = _line(own), own.press, current().desk
    if line.subject is not None:
        detail = PersonalField(line.key.rpartition(".")[2])
        await desk.enter_detail(own.person, press.case_id, line.subject, detail, press.value)
    else:
        via = "secure" if line.shape == "secure" else "card"
        await desk.enter(own.person, press.case_id, _values(own, line), via=via)
    return "saved"


async def _have_none(own: Own) -> str:
    absent = (FieldName(_line(own).key),)
    await current().desk.enter(own.person, own.press.case_id, {}, via="card", absent=absent)
    return "saved"


async def _not_yet(own: Own) -> str:
    postponed = (FieldName(_line(own).key),)
    await current().desk.enter(own.person, own.press.case_id, {}, via="card", postponed=postponed)
    return "saved"


async def _take_over(own: Own) -> str:
    press = own.press
    await current().desk.accept_offer(own.person, press.case_id, FieldName(press.field), press.source_seq)
    return "taken"


async def _leave(own: Own) -> str:
    press = own.press
    await current().desk.decline_offer(own.person, press.case_id, FieldName(press.field), press.source_seq)
    return "left"


async def _answer_item(own: Own) -> str:
    press = own.press
    how = _HOW.get(press.value)
    if how is None:
        raise Conflict("There is no such button.")
    await current().desk.answer_item(own.person, press.case_id, press.field, how, press.text)
    return "answered"


_HOW: dict[str, How] = {how: how for how in get_args(How)}

OWN: dict[str, Callable[[Own], Awaitable[str]]] = {
    "submit": _submit,
    "withdraw": _withdraw,
    "reopen": _reopen,
    "appeal": _appeal,
    "person": _ask_for_person,
    "complain": _complain,
    "enter": _enter,
    "have_none": _have_none,
    "not_yet": _not_yet,
    "take_over": _take_over,
    "leave": _leave,
    "answer_item": _answer_item,
}


def _line(own: Own) -> OwnLine:
    """The line that was filled in; an owner's only while it is still that owner's."""
    wanted = (own.press.field, own.press.subject)
    line = next((line for line in own.part.lines if (line.key, line.subject) == wanted), None)
    if line is None:
        raise Conflict("The application has changed.", code="stale_version")
    return line


def _values(own: Own, line: OwnLine) -> Mapping[FieldName, Entered]:
    press, name = own.press, FieldName(line.key)
    try:
        match line.shape:
            case "address":
                return {name: Address.model_validate({k: v for k, v in press.parts.items() if v})}
            case "owners":
                return {name: [_owner(row) for row in press.rows if row.name or row.share]}
            case "amount" if press.currency:
                return {name: press.value, FieldName.CURRENCY: press.currency}
            case _:
                return {name: press.value}
    except ValueError as error:
        raise Invalid(own.words(f"entry.invalid_{name.value}")) from error


def _owner(row: Row) -> Owner:
    share = row.share.rstrip("% \u202f\u00a0").replace(",", ".")
    return Owner(name=row.name, ownership_percent=float(share) if share else None)
