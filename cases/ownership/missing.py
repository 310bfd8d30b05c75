"""Whether somebody who was not named could be a beneficial owner, and what to ask for."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from cases.ownership.control import controlled_by
from cases.ownership.figures import in_percent
from cases.ownership.stakes import Stakes, remainder
from cases.ownership.structure import (
    ARRANGEMENTS,
    Holding,
    Measure,
    Party,
    PartyKind,
    RoleKind,
    Structure,
)
from cases.ownership.ways import Scales
from cases.ownership.words import ROLES, listed

SOMEBODY = "_somebody"
"""The id of whoever may hold all that is unknown; no stated party can have it."""


@dataclass(frozen=True)
class Need:
    """Something to be asked for or put right: a code, in a sentence what, and of which parties."""

    code: str
    text: str
    parties: tuple[str, ...] = ()


def missing_people(scales: Scales, shares: Stakes, found: Collection[str]) -> tuple[Need, ...]:
    """What is needed before the owners can be said to be complete; () where they are."""
    return (*_unknown_owners(scales, shares, found), *_roles(scales))


def _unknown_owners(scales: Scales, shares: Stakes, found: Collection[str]) -> tuple[Need, ...]:
    """Asks for owners where one person behind all that is unknown would be an owner."""
    if not shares.unknown:
        return ()
    structure, bound = scales.structure, scales.regime.threshold.in_words()
    worst = Scales(_with_somebody(structure, shares), scales.regime)
    where = listed(structure.name(each) for each in sorted(shares.unknown))
    unknown = in_percent(shares.unknown_part)
    if worst.reasons(frozenset({SOMEBODY})):
        text = f"Name the other owners of {where}: {unknown} is unknown, and {bound} would count."
        return (Need("unknown_owners", text, tuple(sorted(shares.unknown))),)
    lifted = [
        party.name
        for party in sorted(structure.parties, key=lambda party: party.id)
        if party.kind is PartyKind.PERSON
        and party.id not in found
        and worst.reasons(frozenset({party.id, SOMEBODY}))
    ]
    if not lifted:
        return ()
    text = f"Ask who holds the other {unknown} of {where}: with it, {listed(lifted)} would reach {bound}."
    return (Need("unknown_owners", text, tuple(sorted(shares.unknown))),)


def _with_somebody(structure: Structure, shares: Stakes) -> Structure:
    """The structure in which one more person holds all that is unknown, and circles that nobody holds."""
    known = [holding for holding in structure.holdings if holding.held not in shares.closed]
    structure = structure.model_copy(update={"holdings": tuple(known)})
    held = [
        Holding.model_construct(
            owner=SOMEBODY,
            held=company,
            share=_percent(remainder(structure, company)),
            votes=_percent(remainder(structure, company, Measure.VOTES)),
        )
        for company in sorted(shares.unknown)
    ]
    somebody = Party.model_construct(id=SOMEBODY, name="somebody", kind=PartyKind.PERSON)
    return structure.model_copy(
        update={
            "parties": (*structure.parties, somebody),
            "holdings": (*structure.holdings, *held),
        }
    )


def _percent(part: Fraction) -> Decimal:
    return Decimal(part.numerator) * 100 / Decimal(part.denominator)


def _roles(scales: Scales) -> tuple[Need, ...]:
    """Asks for the people of each trust, foundation or charity that counts."""
    return tuple(
        need
        for party in sorted(scales.structure.parties, key=lambda party: party.id)
        if party.kind in ARRANGEMENTS and _counts(scales, party)
        for need in _people_of(scales, party)
    )


def _counts(scales: Scales, party: Party) -> bool:
    return party.id == scales.subject or bool(scales.reasons(frozenset({party.id})))


def _people_of(scales: Scales, party: Party) -> tuple[Need, ...]:
    structure, rule = scales.structure, scales.regime.arrangements
    asked = rule.asks if party.kind is PartyKind.TRUST else (RoleKind.TRUSTEE,)
    named = {role.kind for role in structure.roles if role.at == party.id}
    missing = [ROLES[kind] for kind in asked if kind not in named]
    if missing:
        return (Need("roles", f"Name the {listed(missing)} of {party.name}.", (party.id,)),)
    people = (each.id for each in structure.parties if each.kind is PartyKind.PERSON)
    if any(party.id in controlled_by(structure, {each}, scales.regime.grips) for each in people):
        return ()
    text = f"Name the people who act for {party.name}: it has none yet."
    return (Need("people_behind_roles", text, (party.id,)),)
