"""A party as it was stated, in a sentence."""

from __future__ import annotations

from cases.ownership.of_case import known_parties
from cases.ownership.stated import MERCHANT, StatedParty
from cases.ownership.structure import Holding
from cases.ownership.words import KINDS, MEANS, ROLES, share_text
from cases.record import CaseRecord


def party_text(party: StatedParty, record: CaseRecord) -> str:
    """What a party is, holds and does; its share in the merchant stands in the owners' own line."""
    names = {id_: known.name for id_, known in known_parties(record).items()}
    held = (_held(holding, names.get(holding.held, "somebody removed")) for holding in party.holdings)
    does = (f"is {ROLES[role.kind]} of {names.get(role.at, 'somebody removed')}" for role in party.roles)
    what = "; ".join(filter(None, [*held, *does]))
    return f"{party.name}, {KINDS[party.kind]}{f': {what}' if what else ''}."


def _held(holding: Holding, of: str) -> str:
    shown: list[str] = []
    if holding.held != MERCHANT and holding.share:
        shown.append(f"holds {share_text(holding)} of {of}")
    if holding.votes is not None and holding.votes != holding.share:
        shown.append(f"has {holding.votes:f} % of the votes in {of}")
    if holding.control is not None:
        shown.append(f"{MEANS[holding.control]} ({of})")
    return ", ".join(shown)
