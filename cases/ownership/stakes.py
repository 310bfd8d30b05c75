"""What everybody holds of a company through all chains, exactly, circles included."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cases.ownership.structure import Measure, PartyKind, Structure, Weights

_NONE: Mapping[str, Fraction] = {}


@dataclass(frozen=True)
class Stakes:
    """Parts of a company, from 0 to 1: what each party has, and what nobody was named for.

    ``unknown`` says in which company the holder is missing; what is missing there is counted as a
    part of the whole, so that the ends of all chains and ``unknown`` make one. ``closed`` are the members of
    circles that belong to nobody but one another.
    """

    of: Mapping[str, Fraction]
    unknown: Mapping[str, Fraction]
    circles: tuple[tuple[str, ...], ...]
    closed: frozenset[str]

    def get(self, party: str) -> Fraction:
        """What a party has, directly and through others."""
        return self.of.get(party, Fraction(0))

    @property
    def unknown_part(self) -> Fraction:
        """The part whose holders nobody has named."""
        return sum(self.unknown.values(), Fraction(0))


def stakes(structure: Structure, target: str, measure: Measure = Measure.SHARES) -> Stakes:
    """Everybody's part of the target: each chain multiplied, all chains added.

    In a circle (A holds B, B holds A) the chains are endless; their sum is the solution of the
    linear equations stake = Σ part × stake of what is held. Where a circle's members are stated to
    be held by more than 100 % there is no such sum, and their holders are scaled down to 100 %.
    """
    weights = _expandable(structure, measure)
    layers = _components(weights, target)
    circles = [layer for layer in layers if _is_circle(weights, layer)]
    weights = _scaled(weights, {member for circle in circles for member in circle})
    found: dict[str, Fraction] = {target: Fraction(1)}
    closed = {each for circle in circles if _is_closed(weights, circle) for each in circle}
    unknown: dict[str, Fraction] = {}
    for layer in layers:
        if layer in circles and not closed.issuperset(layer):
            inflow = {member: found.get(member, Fraction(0)) for member in layer}
            found.update(_solved(weights, layer, inflow))
        for member in (each for each in layer if structure.kind(each) is PartyKind.COMPANY):
            rest = Fraction(1) if member in closed else _remainder(weights, member)
            if missing := found.get(member, Fraction(0)) * rest:
                unknown[member] = missing
            _pass_on(weights, member, found, set(layer))
    return Stakes(found, unknown, tuple(sorted(circles)), frozenset(closed))


def remainder(structure: Structure, company: str, measure: Measure = Measure.SHARES) -> Fraction:
    """The part of a company, from 0 to 1, for which no direct holder was named."""
    return _remainder(structure.held_by(measure), company)


def _expandable(structure: Structure, measure: Measure) -> Weights:
    """The holdings in companies alone: at every other kind of party a chain of shares ends."""
    companies = {party.id for party in structure.parties if party.kind is PartyKind.COMPANY}
    return {held: who for held, who in structure.held_by(measure).items() if held in companies}


def _remainder(weights: Weights, member: str) -> Fraction:
    return max(Fraction(0), 1 - sum(weights.get(member, _NONE).values(), Fraction(0)))


def _pass_on(weights: Weights, member: str, found: dict[str, Fraction], layer: set[str]) -> None:
    stake = found.get(member, Fraction(0))
    for holder, part in weights.get(member, _NONE).items():
        if holder not in layer:
            found[holder] = found.get(holder, Fraction(0)) + part * stake


def _is_circle(weights: Weights, layer: Sequence[str]) -> bool:
    return len(layer) > 1 or layer[0] in weights.get(layer[0], _NONE)


def _is_closed(weights: Weights, layer: Sequence[str]) -> bool:
    """Whether a circle belongs to itself alone, so that nobody outside owns any of it."""
    return all(sum(weights[member].get(each, Fraction(0)) for each in layer) == 1 for member in layer)


def _scaled(weights: Weights, members: Iterable[str]) -> Weights:
    """The same holdings, those in members that are over-stated brought down to 1 together."""
    over = {held: total for held in members if (total := sum(weights[held].values(), Fraction(0))) > 1}
    return {
        held: {who: part / over[held] for who, part in holders.items()} if held in over else holders
        for held, holders in weights.items()
    }


def _solved(weights: Weights, layer: Sequence[str], inflow: Mapping[str, Fraction]) -> Mapping[str, Fraction]:
    """Solve stake = inflow + Σ part × stake within a circle, by elimination.

    No pivots are looked for: the matrix is one minus non-negative parts whose columns sum to at most
    one and somewhere to less, so that every pivot is positive.
    """
    size = len(layer)
    rows = [
        [Fraction(i == j) - weights[held].get(owner, Fraction(0)) for j, held in enumerate(layer)]
        + [inflow[owner]]
        for i, owner in enumerate(layer)
    ]
    for pivot in range(size):
        rows[pivot] = [value / rows[pivot][pivot] for value in rows[pivot]]
        for i in range(pivot + 1, size):
            if factor := rows[i][pivot]:
                rows[i] = [a - factor * b for a, b in zip(rows[i], rows[pivot], strict=True)]
    result: list[Fraction] = [row[size] for row in rows]
    for i in reversed(range(size)):
        result[i] -= sum((rows[i][j] * result[j] for j in range(i + 1, size)), Fraction(0))
    return dict(zip(layer, result, strict=True))


def _components(weights: Weights, target: str) -> tuple[tuple[str, ...], ...]:
    """The target and all who are behind it, those that hold one another together; held before holders."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[tuple[str, ...]] = []

    def visit(node: str) -> None:
        index[node] = low[node] = len(index)
        stack.append(node)
        for holder in weights.get(node, _NONE):
            if holder not in index:
                visit(holder)
                low[node] = min(low[node], low[holder])
            elif holder in stack:
                low[node] = min(low[node], index[holder])
        if low[node] == index[node]:
            at = stack.index(node)
            found.append(tuple(sorted(stack[at:])))
            del stack[at:]

    visit(target)
    return tuple(reversed(found))
