"""OFAC's 50 percent rule: what blocked persons own of a merchant, added up over all of them.

Source: OFAC, Revised guidance on entities owned by persons whose property and interests in property
are blocked (2014-08-13), and its FAQ 398 (ownership, not control), 399 (shares of all blocked persons are
added) and 401 (what a blocked entity owns counts in full, what another one owns not at all).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from cases.ownership.figures import as_decimal
from cases.ownership.structure import Measure, Structure, Weights

_BLOCKED_FROM = Fraction(1, 2)


@dataclass(frozen=True)
class BlockedEntity:
    """A party that is blocked for who owns it: by how many percent, and by whom directly."""

    party: str
    percent: Decimal
    holders: tuple[str, ...]


@dataclass(frozen=True)
class BlockedShare:
    """What blocked persons own of the merchant in percent, and the entities that this made blocked.

    ``chain`` stands in the order in which one follows from the other; the merchant is its last part
    where it is blocked itself.
    """

    percent: Decimal
    is_blocked: bool
    chain: tuple[BlockedEntity, ...]


def aggregate_blocked(structure: Structure, blocked: Collection[str]) -> BlockedShare:
    """Add up what blocked persons own of the merchant, directly and through entities that they own.

    Whatever kind of party stands between is looked through, listed companies and trusts with stated
    shares too: the rule knows no exemption for them.
    """
    held = structure.held_by(Measure.SHARES)
    names = set(blocked)
    chain: list[BlockedEntity] = []
    while fresh := _newly_blocked(held, names):
        chain.extend(fresh)
        names.update(entity.party for entity in fresh)
    direct = held.get(structure.subject, {})
    part = _part(direct, _blocked_holders(direct, names - {structure.subject}))
    return BlockedShare(as_decimal(part), structure.subject in names, tuple(chain))


def _newly_blocked(held: Weights, names: set[str]) -> tuple[BlockedEntity, ...]:
    """Those not blocked yet of whom the blocked own half or more, in the order of their names."""
    found: list[BlockedEntity] = []
    for party, holders in held.items():
        who = _blocked_holders(holders, names)
        if party not in names and (part := _part(holders, who)) >= _BLOCKED_FROM:
            found.append(BlockedEntity(party, as_decimal(part), who))
    return tuple(found)


def _blocked_holders(holders: Mapping[str, Fraction], names: set[str]) -> tuple[str, ...]:
    return tuple(who for who in holders if who in names)


def _part(holders: Mapping[str, Fraction], who: tuple[str, ...]) -> Fraction:
    return sum((holders[each] for each in who), Fraction(0))
