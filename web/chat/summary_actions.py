"""The button below a reviewer's own view."""

from __future__ import annotations

from pydantic import TypeAdapter

from cases.access import Person
from cases.own_view import View
from web.chat.context import current
from web.chat.presses import Act, Press

_VIEW: TypeAdapter[View] = TypeAdapter(View)


async def _note_view(person: Person, press: Press) -> str:
    view = _VIEW.validate_python(press.value)
    await current().desk.note_view(person, press.case_id, view, press.text, press.version)
    return "Noted."


SUMMARY: dict[str, Act] = {"note_view": _note_view}
