"""Why a person, or a group counted as one, is a beneficial owner under a regime."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from cases.ownership.chains import Chain, chains
from cases.ownership.control import Grip, commanded, controlled_by
from cases.ownership.figures import in_percent
from cases.ownership.stakes import Stakes, stakes
from cases.ownership.structure import ARRANGEMENTS, Measure, PartyKind, Structure
from cases.ownership.words import grip_text, listed
from cases.regimes import Regime, Way

_MEASURED: Mapping[Way, Measure] = {
    Way.ADDED_SHARES: Measure.SHARES,
    Way.ADDED_VOTES: Measure.VOTES,
    Way.COMMANDED_SHARES: Measure.SHARES,
    Way.COMMANDED_VOTES: Measure.VOTES,
}
_ADDED = {Way.ADDED_SHARES, Way.ADDED_VOTES}


@dataclass(frozen=True)
class Reason:
    """One reason: the part it rests on (0 to 1), the sentence, the chains that add up, and the rule.

    ``way`` is None for a person who is named for running the business.
    """

    way: Way | None
    part: Fraction | None
    text: str
    rule: str
    chains: tuple[Chain, ...] = ()


class Scales:
    """A structure under a regime, with what is the same for everybody computed once."""

    def __init__(self, structure: Structure, regime: Regime) -> None:
        self.structure = structure
        self.regime = regime
        self.subject = structure.subject
        self.added = {
            way: stakes(structure, self.subject, _MEASURED[way]) for way in _ADDED.intersection(regime.ways)
        }
        self.behind = _behind(structure)
        self.controllers = self._controllers()

    def _controllers(self) -> Mapping[str, Stakes]:
        """The companies that control the merchant, and what everybody has of them, where that counts."""
        if Way.OWNS_CONTROLLER not in self.regime.ways:
            return {}
        grips = self.regime.grips
        return {
            party.id: stakes(self.structure, party.id)
            for party in sorted(self.structure.parties, key=lambda party: party.id)
            if party.kind is PartyKind.COMPANY
            and party.id != self.subject
            and self.subject in controlled_by(self.structure, {party.id}, grips)
        }

    def reasons(self, group: frozenset[str]) -> tuple[Reason, ...]:
        """Why a group counted as one is an owner; () if it is none. Each reason adds something."""
        grips = controlled_by(self.structure, group, self.regime.grips)
        found: list[Reason] = []
        for reason in self._candidates(group, grips):
            known = {each.part for each in found}
            if not (reason.way in _MEASURED and reason.part in known):
                found.append(reason)
        if found:
            return tuple(found)
        return tuple(self._owns_controller(group, grips))[:1]

    def _candidates(self, group: frozenset[str], grips: Mapping[str, Grip]) -> Iterator[Reason]:
        for way in self.regime.ways:
            if way in _ADDED:
                yield from self._added(way, group, grips)
            elif way in _MEASURED:
                yield from self._commanded(way, group, grips)
            elif way is Way.CONTROL:
                yield from self._control(grips)
        yield from self._role(grips)

    def _added(self, way: Way, group: frozenset[str], grips: Mapping[str, Grip]) -> Iterator[Reason]:
        result = self.added[way]
        who = [each for each in self._counted(group, grips, self.subject) if result.get(each)]
        part = sum((result.get(each) for each in who), Fraction(0))
        if not self.regime.threshold.is_met(part):
            return
        behind = listed_grips(self.structure, {each: grips[each] for each in who if each in grips})
        text = f"owns {in_percent(part)} of the {_MEASURED[way]}{behind}"
        rule = (
            f"{self.regime.ways[way]}; {self.regime.arrangements.rule}" if behind else self.regime.ways[way]
        )
        ways = tuple(chain for each in who for chain in chains(self.structure, each, self.subject))
        if result.circles and sum((chain.product for chain in ways), Fraction(0)) < part:
            text += ", with what comes round in a circle"
        yield Reason(way, part, text, rule, ways)

    def _commanded(self, way: Way, group: frozenset[str], grips: Mapping[str, Grip]) -> Iterator[Reason]:
        part = commanded(self.structure, group | set(grips), self.subject, _MEASURED[way])
        if self.regime.threshold.is_met(part):
            text = f"commands {in_percent(part)} of the {_MEASURED[way]}"
            text += self._through(grips) or " directly"
            yield Reason(way, part, text, self.regime.ways[way])

    def _control(self, grips: Mapping[str, Grip]) -> Iterator[Reason]:
        grip = grips.get(self.subject)
        if grip is not None and grip.role is None:
            text = f"controls {self.structure.name(self.subject)} ({grip_text(grip)}){self._through(grips)}"
            yield Reason(Way.CONTROL, grip.majority, text, self.regime.ways[Way.CONTROL])

    def _role(self, grips: Mapping[str, Grip]) -> Iterator[Reason]:
        """A merchant that is a trust, foundation or charity itself belongs to those with a role in it."""
        grip = grips.get(self.subject)
        if grip is not None and grip.role is not None:
            text = (
                f"stands behind {self.structure.name(self.subject)} ({grip_text(grip)}){self._through(grips)}"
            )
            yield Reason(Way.CONTROL, None, text, self.regime.arrangements.rule)

    def _through(self, grips: Mapping[str, Grip]) -> str:
        between = self.behind - {self.subject}
        return listed_grips(self.structure, {each: grip for each, grip in grips.items() if each in between})

    def _owns_controller(self, group: frozenset[str], grips: Mapping[str, Grip]) -> Iterator[Reason]:
        for company, result in self.controllers.items():
            who = self._counted(group, grips, company)
            part = sum((result.get(each) for each in who), Fraction(0))
            if self.regime.threshold.is_met(part):
                name = self.structure.name(company)
                text = (
                    f"owns {in_percent(part)} of {name}, which controls {self.structure.name(self.subject)}"
                )
                ways = tuple(chain for each in who for chain in chains(self.structure, each, company))
                yield Reason(Way.OWNS_CONTROLLER, part, text, self.regime.ways[Way.OWNS_CONTROLLER], ways)

    def _counted(self, group: frozenset[str], grips: Mapping[str, Grip], target: str) -> list[str]:
        """The group and the trusts that it stands behind: theirs is no share that others own."""
        behind = {each for each in grips if self.structure.kind(each) in ARRANGEMENTS}
        return sorted((group | behind) - {target})


def _behind(structure: Structure) -> frozenset[str]:
    """The merchant and everybody from whom holdings and roles lead to it."""
    links = [(h.owner, h.held) for h in structure.holdings] + [(r.party, r.at) for r in structure.roles]
    found = {structure.subject}
    while fresh := {start for start, end in links if end in found} - found:
        found |= fresh
    return frozenset(found)


def listed_grips(structure: Structure, grips: Mapping[str, Grip]) -> str:
    """Through whom, as the end of a sentence; nothing where it is directly."""
    if not grips:
        return ""
    return " through " + listed(f"{structure.name(each)} ({grip_text(grip)})" for each, grip in grips.items())
