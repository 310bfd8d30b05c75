"""The chains by which a party holds a part of another one, for people to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from cases.ownership.structure import Measure, PartyKind, Structure

SHOWN = 12
"""Chains that are listed for one party; the sum counts all of them."""


@dataclass(frozen=True)
class Chain:
    """From a holder down to what is held: the parties, what each holds of the next, and the product."""

    parties: tuple[str, ...]
    parts: tuple[Fraction, ...]

    @property
    def product(self) -> Fraction:
        """What the holder has of the last through this chain alone, from 0 to 1."""
        result = Fraction(1)
        for part in self.parts:
            result *= part
        return result


def chains(structure: Structure, holder: str, target: str) -> tuple[Chain, ...]:
    """Chains from a holder to the target that pass no party twice, the heaviest first; at most SHOWN."""
    below: dict[str, dict[str, Fraction]] = {}
    for held, holders in structure.held_by(Measure.SHARES).items():
        if structure.kind(held) is PartyKind.COMPANY:
            for who, part in holders.items():
                below.setdefault(who, {})[held] = part
    found: list[Chain] = []
    for chain in _walk(below, (holder,), (), target):
        found.append(chain)
        if len(found) == SHOWN:
            break
    return tuple(sorted(found, key=lambda chain: (-chain.product, chain.parties)))


def _walk(
    below: Mapping[str, Mapping[str, Fraction]],
    parties: tuple[str, ...],
    parts: tuple[Fraction, ...],
    target: str,
) -> Iterator[Chain]:
    if parties[-1] == target:
        yield Chain(parties, parts)
        return
    for held, part in sorted(below.get(parties[-1], {}).items()):
        # Without the look ahead, a hostile structure has endless dead ends to walk into.
        if held not in parties and _reaches(below, held, target, set(parties)):
            yield from _walk(below, (*parties, held), (*parts, part), target)


def _reaches(below: Mapping[str, Mapping[str, Fraction]], start: str, target: str, seen: set[str]) -> bool:
    waiting, seen = [start], seen | {start}
    while waiting:
        node = waiting.pop()
        if node == target:
            return True
        fresh = [held for held in below.get(node, {}) if held not in seen]
        seen.update(fresh)
        waiting.extend(fresh)
    return False
