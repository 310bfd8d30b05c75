"""Screening: the business and every named owner against the configured watch lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from cases.checks import Check, CheckStatus
from cases.company_forms import is_company
from cases.errors import Unavailable
from cases.ownership.of_case import known_parties
from cases.ownership.stated import MERCHANT, StatedParty
from cases.ownership.structure import PartyKind
from cases.participants import PersonalField, subject_of
from cases.policy.checking import ScreeningPolicy
from cases.record import CaseRecord
from cases.resolutions import in_words, outcome
from cases.screening import SCREENING, Party, PotentialMatch
from desk.checking import record_check, require_checking
from desk.matching import record_screening
from desk.outside import Lists
from desk.remembering import recall
from desk.turn import Turn
from storage.watch_lists import StoredList
from tools.blocked import check_blocked
from tools.embargo import check_embargo
from tools.names import normalise
from tools.reading import as_json
from tools.tool import NoArguments, Tool

_NUMBERS = (PersonalField.IDENTITY_NUMBER, PersonalField.SOCIAL_SECURITY_NUMBER)


async def screen(record: CaseRecord, lists: Lists, policy: ScreeningPolicy, today: date) -> Check:
    """The check: held where nobody is potentially listed or a person ruled it out, else failed.

    It ends as an error where a list was never read or is older than the policy allows, and says so
    where a list could not be read anew and the last good one was taken.
    """
    parties = tuple(parties_of(record))
    if not parties:
        reason = "Neither the business nor an owner has a name yet."
        return Check(key=SCREENING, status=CheckStatus.NOT_CHECKED, reason=reason)
    if not all(normalise(party.name) for party in parties):
        reason = "A name holds no letters or digits that could be compared."
        return Check(key=SCREENING, status=CheckStatus.NOT_CHECKED, reason=reason)
    matches: list[PotentialMatch] = []
    try:
        for party in parties:
            matches += await lists.screen(party, policy.threshold)
        stored = await lists.status()
    except Unavailable as error:
        return Check(key=SCREENING, status=CheckStatus.ERROR, reason=str(error))
    reason = " ".join([_describe(record, parties, matches), *_doubts(stored)])
    status = outcome(matches, record.resolutions)
    if outdated := tuple(filter(None, (each.outdated(policy.oldest, today) for each in stored))):
        status, reason = CheckStatus.ERROR, " ".join([*outdated, reason])
    versions = {each.name: each.version for each in stored}
    return Check(key=SCREENING, status=status, reason=reason, matches=tuple(matches), lists=versions)


def parties_of(record: CaseRecord) -> Iterator[Party]:
    """Whom to screen, each once, with what is known of them: the business and everybody behind it."""
    application = record.application
    named: set[str] = set()
    if application.merchant_name:
        named.add(application.merchant_name)
        yield _merchant(record, application.merchant_name)
    for party in known_parties(record).values():
        if party.id != MERCHANT and party.name not in named:
            named.add(party.name)
            yield _somebody(record, party)


def _merchant(record: CaseRecord, name: str) -> Party:
    application, stated = record.application, record.parties.get(MERCHANT)
    country = application.address.country if application.address else None
    registered = (stated.country, stated.registration_number) if stated else (None, None)
    return Party(
        name=name,
        kind="organisation",
        countries=tuple(dict.fromkeys(filter(None, (country, registered[0])))),
        identifiers=tuple(filter(None, (application.tax_id, application.business_license, registered[1]))),
    )


def _somebody(record: CaseRecord, party: StatedParty) -> Party:
    """An owner, parent, director or whoever else: what was entered in secure fields tells them apart."""
    is_person = party.kind is PartyKind.PERSON if party.id in record.parties else not is_company(party.name)
    if not is_person:
        return Party(
            name=party.name,
            kind="organisation",
            countries=(party.country,) if party.country else (),
            identifiers=(party.registration_number,) if party.registration_number else (),
        )
    known = {
        field: detail.value
        for (who, field), detail in record.details.items()
        if who == subject_of(party.name)
    }
    born, nationality = known.get(PersonalField.DATE_OF_BIRTH), known.get(PersonalField.NATIONALITY)
    return Party(
        name=party.name,
        kind="person",
        birth_date=date.fromisoformat(born) if born else None,
        countries=(nationality,) if nationality else (),
        identifiers=tuple(known[each] for each in _NUMBERS if each in known),
    )


def _doubts(stored: Sequence[StoredList]) -> Iterator[str]:
    """What is wrong with lists of which the last good one was taken."""
    for each in stored:
        if each.problem:
            yield f"{each.problem} The last good one, of {each.day}, was compared with."


async def screen_parties(turn: Turn, _: NoArguments) -> str:
    """Screen and record the check; what comes back names no list entry, the reviewer sees those."""
    draft = turn.draft
    require_checking(draft)
    check = await screen(draft.record, turn.desk.lists, draft.policy.screening, draft.now.date())
    known = await recall(turn.desk, [match.pair for match in check.matches], draft.record.id)
    check = record_screening(draft, turn.author, check, known)
    if draft.policy.ownership is not None:
        record_check(draft, turn.author, check_blocked(draft.record, check))
    if draft.policy.embargo is not None:
        record_check(draft, turn.author, check_embargo(draft.record, draft.policy.embargo))
    return as_json({"screening": check.status.value, "reason": check.reason})


def _describe(record: CaseRecord, parties: Sequence[Party], matches: Sequence[PotentialMatch]) -> str:
    screened = len(parties)
    who = "The business" if screened == 1 else f"The business and {screened - 1} owner(s)"
    if record.application.merchant_name is None:
        who = f"{screened} owner(s)"
    unnamed = "" if record.application.owners or matches else " No owner was named."
    return f"{who}: {in_words(matches, record.resolutions)}{unnamed}"


SCREEN_PARTIES = Tool(
    "screen_parties",
    "Compare the names of the business and its owners with the configured watch lists.",
    NoArguments,
    screen_parties,
)
