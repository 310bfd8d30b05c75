"""What a reviewer foresees before they decline: a look, which changes nothing."""

from __future__ import annotations

from cases.access import Person
from desk.decline_views import foresee
from web.chat.context import current
from web.chat.presses import Act, Press


async def _foresee(person: Person, press: Press) -> str:
    """As JSON: a piece of the card draws it."""
    return (await foresee(current().desk, person, press.case_id, press.reasons)).model_dump_json()


DECLINES: dict[str, Act] = {"foresee_decline": _foresee}
