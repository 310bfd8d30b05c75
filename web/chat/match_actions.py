"""The buttons below a potential match."""

from __future__ import annotations

from cases.access import Person
from cases.screening import MatchVerdict
from web.chat.context import current
from web.chat.presses import Act, Press


async def _resolve(person: Person, press: Press) -> str:
    verdict = MatchVerdict(press.verdict)
    await current().desk.resolve_match(
        person, press.case_id, press.pair, verdict, press.reason, press.confirmation
    )
    return _RESOLVED[verdict]


_RESOLVED = {
    MatchVerdict.FALSE_POSITIVE: "Ruled out. That is remembered until either side changes.",
    MatchVerdict.TRUE_MATCH: "Confirmed.",
}


async def _reopen(person: Person, press: Press) -> str:
    await current().desk.reopen_match(person, press.case_id, press.pair, press.reason)
    return "It is open again."


MATCHES: dict[str, Act] = {"resolve_match": _resolve, "reopen_match": _reopen}
