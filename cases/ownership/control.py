"""Control passed down: who controls a company commands everything that it holds."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from cases.ownership.structure import (
    ARRANGEMENTS,
    CHAIN_ENDS,
    Control,
    Measure,
    Party,
    PartyKind,
    RoleKind,
    Structure,
    Weights,
)


@dataclass(frozen=True)
class Grip:
    """How a party is controlled: a majority (its size), control by other means, or a role."""

    majority: Fraction | None = None
    measure: Measure | None = None
    control: Control | None = None
    role: RoleKind | None = None


@dataclass(frozen=True)
class Grips:
    """What counts as control: a majority of which measures, which other means, which roles."""

    majority: tuple[Measure, ...] = ()
    control: tuple[Control, ...] = ()
    roles: tuple[RoleKind, ...] = ()


def controlled_by(structure: Structure, group: Collection[str], grips: Grips) -> Mapping[str, Grip]:
    """All parties that a group controls, directly or through parties that it controls, and how.

    A majority is more than half, counted together over the group and everything that it controls.
    Behind a listed company or a public body nobody is looked for, so nobody controls one.
    """
    beyond = CHAIN_ENDS | {PartyKind.PERSON}
    open_ = sorted((each for each in structure.parties if each.kind not in beyond), key=lambda p: p.id)
    held = {measure: structure.held_by(measure) for measure in grips.majority}
    found: dict[str, Grip] = {}
    while True:
        hands = set(group) | set(found)
        fresh = {
            party.id: grip
            for party in open_
            if party.id not in hands and (grip := _grip(structure, party, hands, grips, held))
        }
        if not fresh:
            return found
        found.update(fresh)


def commanded(structure: Structure, hands: Iterable[str], target: str, measure: Measure) -> Fraction:
    """What a set of parties holds directly of the target, added up, from 0 to 1."""
    holders = structure.held_by(measure).get(target, {})
    return sum((holders.get(each, Fraction(0)) for each in set(hands) - {target}), Fraction(0))


def _grip(
    structure: Structure,
    party: Party,
    hands: set[str],
    grips: Grips,
    held: Mapping[Measure, Weights],
) -> Grip | None:
    if party.kind in ARRANGEMENTS:
        roles = {role.kind for role in structure.roles if role.at == party.id and role.party in hands}
        role = next((each for each in grips.roles if each in roles), None)
        if role is not None:
            return Grip(role=role)
    else:
        for measure in grips.majority:
            part = sum((p for who, p in held[measure].get(party.id, {}).items() if who in hands), Fraction(0))
            if part > Fraction(1, 2):
                return Grip(majority=part, measure=measure)
    means = {h.control for h in structure.holdings if h.held == party.id and h.owner in hands}
    other = next((each for each in grips.control if each in means), None)
    return None if other is None else Grip(control=other)
