"""Screening: the business and every named owner against the configured watch lists."""

from __future__ import annotations

from cases.application import Application
from cases.checks import Check, CheckStatus, PotentialMatch
from cases.errors import Unavailable
from desk.checking import record_check
from desk.desk import Lists
from desk.turn import Turn
from tools.names import normalise
from tools.reading import as_json
from tools.tool import NoArguments, Tool

KEY = "screening"


async def screen(application: Application, lists: Lists, threshold: float) -> Check:
    """The check: held without a potential match, failed with one, error when a list was not there."""
    parties = named_parties(application)
    if not parties:
        reason = "Neither the business nor an owner has a name yet."
        return Check(key=KEY, status=CheckStatus.NOT_CHECKED, reason=reason)
    if not all(map(normalise, parties)):
        reason = "A name holds no letters or digits that could be compared."
        return Check(key=KEY, status=CheckStatus.NOT_CHECKED, reason=reason)
    matches: list[PotentialMatch] = []
    try:
        for name in parties:
            matches += await lists.screen(name, threshold)
    except Unavailable as error:
        return Check(key=KEY, status=CheckStatus.ERROR, reason=str(error))
    status = CheckStatus.FAILED if matches else CheckStatus.HELD
    reason = _describe(application, len(parties), matches)
    return Check(key=KEY, status=status, reason=reason, matches=tuple(matches))


def named_parties(application: Application) -> tuple[str, ...]:
    """The names to screen, each once: the business and its owners."""
    owners = (owner.name for owner in application.owners or ())
    names = (application.merchant_name, *owners)
    return tuple(dict.fromkeys(name for name in names if name))


async def screen_parties(turn: Turn, _: NoArguments) -> str:
    """Screen and record the check; what comes back names no list entry, the reviewer sees those."""
    draft = turn.draft
    threshold = draft.policy.screening.threshold
    check = await screen(draft.record.application, turn.desk.lists, threshold)
    record_check(draft, turn.author, check)
    return as_json({"screening": check.status.value, "reason": check.reason})


def _describe(application: Application, screened: int, matches: list[PotentialMatch]) -> str:
    who = "The business" if screened == 1 else f"The business and {screened - 1} owner(s)"
    if application.merchant_name is None:
        who = f"{screened} owner(s)"
    unnamed = "" if application.owners else " No owner was named."
    if not matches:
        return f"{who}: no potential match on the configured lists.{unnamed}"
    found = len({match.subject for match in matches})
    return f"{who}: {len(matches)} potential match(es) for {found} name(s); a person has to look."


SCREEN_PARTIES = Tool(
    "screen_parties",
    "Compare the names of the business and its owners with the configured watch lists.",
    NoArguments,
    screen_parties,
)
