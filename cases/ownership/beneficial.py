"""The beneficial owners of a merchant under a regime: who, why, who may be missing, what is needed next."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from cases.ownership.figures import as_decimal, in_percent
from cases.ownership.missing import Need, missing_people
from cases.ownership.problems import Problem, ProblemCode, problems
from cases.ownership.stakes import Stakes, stakes
from cases.ownership.structure import (
    CHAIN_ENDS,
    Measure,
    PartyKind,
    RoleKind,
    Structure,
)
from cases.ownership.ways import Reason, Scales
from cases.ownership.words import KINDS, listed
from cases.regimes import Asks, ControlPerson, Regime


@dataclass(frozen=True)
class BeneficialOwner:
    """A person who counts as an owner under a regime, and why."""

    party: str
    name: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Owners:
    """What a regime says of a structure. Percent of the shares, over all chains.

    ``exempt`` is the rule that exempts the merchant; ``ends`` says where a chain ends and why;
    ``needed`` is empty where the answer is complete.
    """

    regime: str
    owners: tuple[BeneficialOwner, ...]
    exempt: str | None
    accounted: Decimal
    unknown: Decimal
    accounting: str
    ends: tuple[str, ...]
    problems: tuple[Problem, ...]
    needed: tuple[Need, ...]

    @property
    def parties(self) -> frozenset[str]:
        """The ids of the owners."""
        return frozenset(owner.party for owner in self.owners)


def beneficial_owners(structure: Structure, regime: Regime) -> Owners:
    """Who the beneficial owners of the merchant are under a regime."""
    shares = stakes(structure, structure.subject)
    wrong = problems(structure)
    rule, asks = _exemption(structure, regime)
    scales = Scales(structure, regime)
    found = _found(scales) if rule is None else ()
    managers, needed = _control_person(structure, regime, asks, found)
    missing = () if rule is not None else missing_people(scales, shares, [owner.party for owner in found])
    return Owners(
        regime=regime.name,
        owners=_merged(found, managers),
        exempt=rule,
        accounted=as_decimal(_accounted(structure, shares)),
        unknown=as_decimal(shares.unknown_part),
        accounting=_accounting(structure, shares),
        ends=_ends(structure, shares),
        problems=wrong,
        needed=(*_corrections(wrong), *missing, *needed) if rule is None else needed,
    )


def _found(scales: Scales) -> tuple[BeneficialOwner, ...]:
    people = [party for party in scales.structure.parties if party.kind is PartyKind.PERSON]
    found = [
        BeneficialOwner(party.id, party.name, reasons)
        for party in people
        if (reasons := scales.reasons(frozenset({party.id})))
    ]
    return tuple(sorted(found, key=lambda owner: (-_largest(owner), owner.party)))


def _largest(owner: BeneficialOwner) -> Fraction:
    return max((reason.part for reason in owner.reasons if reason.part is not None), default=Fraction(0))


def _exemption(structure: Structure, regime: Regime) -> tuple[str | None, Asks | None]:
    """The rule that exempts the merchant, and what it asks for all the same."""
    exemption = regime.exemption(structure.kind(structure.subject))
    if exemption is not None:
        return exemption.rule, exemption.asks
    parent = regime.listed_parent
    holders = structure.held_by(Measure.SHARES).get(structure.subject, {})
    kinds = {who: structure.kind(who) for who in holders}
    part = sum((p for who, p in holders.items() if kinds[who] is PartyKind.LISTED_COMPANY), Fraction(0))
    if parent is not None and part >= Fraction(parent.percent) / 100:
        return parent.rule, Asks.NOTHING
    return None, None


def _control_person(
    structure: Structure, regime: Regime, asks: Asks | None, found: tuple[BeneficialOwner, ...]
) -> tuple[tuple[BeneficialOwner, ...], tuple[Need, ...]]:
    """Those who count for running the business, and what is needed about them."""
    always = regime.control_person is ControlPerson.ALWAYS_ONE
    if asks is Asks.NOTHING or (not always and found):
        return (), ()
    named = sorted(
        {
            role.party
            for role in structure.roles
            if role.kind is RoleKind.CONTROL_PERSON
            and role.at == structure.subject
            and structure.kind(role.party) is PartyKind.PERSON
        }
    )
    if not named:
        return (), (_name_one(structure),)
    if always and len(named) > 1:
        names = listed(structure.name(each) for each in named)
        text = f"Choose one control person out of {names}."
        return (), (Need("control_person_choose", text, tuple(named)),)
    rule = regime.control_person_rule
    text = (
        "runs the business" if always else "runs the business, and nobody was found who owns or controls it"
    )
    reason = Reason(None, None, text, rule)
    return tuple(BeneficialOwner(each, structure.name(each), (reason,)) for each in named), ()


def _name_one(structure: Structure) -> Need:
    directors = sorted(
        {
            structure.name(role.party)
            for role in structure.roles
            if role.kind is RoleKind.DIRECTOR and role.at == structure.subject
        }
    )
    hint = f" The directors are {listed(directors)}." if directors else ""
    return Need("control_person", f"Name the person who runs {structure.name(structure.subject)}.{hint}")


def _merged(
    found: tuple[BeneficialOwner, ...], managers: tuple[BeneficialOwner, ...]
) -> tuple[BeneficialOwner, ...]:
    """Owners and those who run the business, a person who is both once."""
    extra = {manager.party: manager.reasons for manager in managers}
    both = [BeneficialOwner(o.party, o.name, o.reasons + extra.pop(o.party, ())) for o in found]
    return (*both, *(manager for manager in managers if manager.party in extra))


def _accounted(structure: Structure, shares: Stakes) -> Fraction:
    """The part that ends with somebody who was named."""
    ends = [p.id for p in structure.parties if p.kind is not PartyKind.COMPANY]
    return sum((shares.get(each) for each in ends), Fraction(0))


def _accounting(structure: Structure, shares: Stakes) -> str:
    text = f"{in_percent(_accounted(structure, shares))} accounted for"
    if not shares.unknown_part:
        return f"{text}."
    where = [
        f"{in_percent(part)} through {structure.name(each)}" if each != structure.subject else None
        for each, part in sorted(shares.unknown.items())
    ]
    through = [each for each in where if each is not None]
    return f"{text}; {in_percent(shares.unknown_part)} unknown" + (
        f" ({listed(through)})." if through else "."
    )


def _ends(structure: Structure, shares: Stakes) -> tuple[str, ...]:
    return tuple(
        f"{party.name} is a {KINDS[party.kind]}: nobody is looked for behind its {in_percent(part)}."
        for party in sorted(structure.parties, key=lambda party: party.id)
        if party.kind in CHAIN_ENDS and party.id != structure.subject and (part := shares.get(party.id))
    )


def _corrections(wrong: tuple[Problem, ...]) -> tuple[Need, ...]:
    return tuple(
        Need("correction", problem.text, problem.parties)
        for problem in wrong
        if problem.code is not ProblemCode.CIRCLE
    )
