"""What blocked persons own of the merchant, added up by OFAC's 50 percent rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cases.checks import Check, CheckStatus, Finding
from cases.ownership.blocked import BlockedShare, aggregate_blocked
from cases.ownership.of_case import structure_of
from cases.ownership.stated import MERCHANT
from cases.ownership.structure import LARGEST, Measure, Structure
from cases.ownership.words import listed
from cases.participants import subject_of
from cases.record import CaseRecord
from cases.resolutions import not_ruled_out
from cases.screening import PotentialMatch, Topic

KEY = "blocked_ownership"


def check_blocked(record: CaseRecord, screening: Check) -> Check:
    """Failed where those who are like somebody on a sanctions list own half of the merchant or more."""
    structure = structure_of(record)
    if structure is None:
        reason = f"There are more than {LARGEST} parties: look at it by hand."
        return Check(key=KEY, status=CheckStatus.NOT_CHECKED, reason=reason)
    if screening.status in (CheckStatus.ERROR, CheckStatus.NOT_CHECKED):
        reason = "The owners have not been screened."
        return Check(key=KEY, status=CheckStatus.NOT_CHECKED, reason=reason)
    found = sanctioned_parties(structure, not_ruled_out(screening.matches, record.resolutions))
    share = aggregate_blocked(structure, found)
    if not found:
        reason = "Nobody behind the business is like somebody on a sanctions list."
        return Check(key=KEY, status=CheckStatus.HELD, reason=reason)
    text = " ".join(_in_words(structure, found, share))
    if not share.is_blocked:
        return Check(key=KEY, status=CheckStatus.HELD, reason=text)
    finding = Finding(code="blocked_by_owners", text=text, advice="Confirm or dismiss the potential matches.")
    return Check(key=KEY, status=CheckStatus.FAILED, reason=text, findings=(finding,))


def sanctioned_parties(structure: Structure, matches: Sequence[PotentialMatch]) -> tuple[str, ...]:
    """The ids of owners and parents who are like somebody on a sanctions list; not the merchant's own."""
    subjects = {subject_of(match.subject) for match in matches if match.topic is Topic.SANCTION}
    return tuple(
        party.id for party in structure.parties if party.id != MERCHANT and subject_of(party.name) in subjects
    )


def _in_words(structure: Structure, found: Sequence[str], share: BlockedShare) -> Iterator[str]:
    merchant = structure.name(MERCHANT)
    who = listed(structure.name(each) for each in found)
    yield f"On a sanctions list, as far as was found: {who}."
    for entity in share.chain:
        if entity.party != MERCHANT:
            name, holders = structure.name(entity.party), listed(map(structure.name, entity.holders))
            yield f"{name} counts as blocked: {entity.percent:f} % of it is held by {holders}."
    direct = structure.held_by(Measure.SHARES).get(MERCHANT, {})
    blocked = {*found, *(entity.party for entity in share.chain)}
    holders = [structure.name(each) for each in direct if each in blocked]
    through = f" ({listed(holders)})" if holders else ""
    yield f"Added up, blocked persons own {share.percent:f} % of {merchant}{through}."
    yield (
        "From 50 % on it counts as blocked itself (OFAC's 50 percent rule)."
        if share.is_blocked
        else "That is below the 50 % from which it would count as blocked (OFAC's 50 percent rule)."
    )
