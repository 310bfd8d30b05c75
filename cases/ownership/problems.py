"""What cannot be right in a structure as it was stated, or needs a second look."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from cases.ownership.figures import in_percent
from cases.ownership.stakes import stakes
from cases.ownership.structure import ARRANGEMENTS, Measure, Structure, Weights
from cases.ownership.words import KINDS, listed


class ProblemCode(StrEnum):
    """Kinds of problems; only a circle can be true all the same."""

    OVER_100 = "over_100"
    VOTES_OVER_100 = "votes_over_100"
    CIRCLE = "circle"
    OWNED_ARRANGEMENT = "owned_arrangement"


@dataclass(frozen=True)
class Problem:
    """One problem: its kind, the parties that it is about, and in a sentence what is wrong."""

    code: ProblemCode
    parties: tuple[str, ...]
    text: str


def problems(structure: Structure) -> tuple[Problem, ...]:
    """Sums over 100 %, circles, and shares of what nobody can own; none where all is well."""
    return (
        *_over_100(structure, structure.held_by(Measure.SHARES)),
        *_votes_over_100(structure, structure.held_by(Measure.VOTES)),
        *_circles(structure),
        *_owned_arrangements(structure),
    )


def _over_100(structure: Structure, held: Weights) -> tuple[Problem, ...]:
    return tuple(
        Problem(
            ProblemCode.OVER_100,
            (party,),
            f"The stated shares of {structure.name(party)} add up to {in_percent(total)}. "
            "Nominees are often counted beside those for whom they hold.",
        )
        for party, holders in held.items()
        if (total := sum(holders.values(), Fraction(0))) > 1
    )


def _votes_over_100(structure: Structure, held: Weights) -> tuple[Problem, ...]:
    shares = structure.held_by(Measure.SHARES)
    return tuple(
        Problem(
            ProblemCode.VOTES_OVER_100,
            (party,),
            f"The stated votes in {structure.name(party)} add up to {in_percent(total)}.",
        )
        for party, holders in held.items()
        if (total := sum(holders.values(), Fraction(0))) > 1 and holders != shares.get(party)
    )


def _circles(structure: Structure) -> tuple[Problem, ...]:
    found = stakes(structure, structure.subject)
    return tuple(
        Problem(ProblemCode.CIRCLE, circle, _circle_text(structure, circle, found.closed.issuperset(circle)))
        for circle in found.circles
    )


def _circle_text(structure: Structure, circle: tuple[str, ...], is_closed: bool) -> str:
    names = listed(structure.name(each) for each in circle)
    whose = "hold shares of one another" if len(circle) > 1 else "holds shares of its own"
    return f"{names} {whose}, and nobody else holds any." if is_closed else f"{names} {whose}."


def _owned_arrangements(structure: Structure) -> tuple[Problem, ...]:
    held = sorted({h.held for h in structure.holdings if h.share and structure.kind(h.held) in ARRANGEMENTS})
    return tuple(
        Problem(
            ProblemCode.OWNED_ARRANGEMENT,
            (party,),
            f"{structure.name(party)} is a {KINDS[structure.kind(party)]}: it has people in roles, "
            "not owners. The shares that were stated of it are not counted.",
        )
        for party in held
    )
