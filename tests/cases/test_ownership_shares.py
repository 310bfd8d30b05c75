"""Shares over all chains: what holds for every structure, whatever it looks like."""

from __future__ import annotations

import random
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.ownership.beneficial import beneficial_owners
from cases.ownership.blocked import aggregate_blocked
from cases.ownership.chains import SHOWN, chains
from cases.ownership.chart import chart, sentences
from cases.ownership.figures import as_decimal, in_percent
from cases.ownership.stakes import stakes
from cases.ownership.structure import LARGEST, Control, Holding, Party, PartyKind, Role, RoleKind, Structure
from tests.cases.drawings import drawn, regime

COMPANIES = ("shop", "alder", "beech", "cedar", "douglas")
OTHERS = {
    "ada": PartyKind.PERSON,
    "ben": PartyKind.PERSON,
    "cleo": PartyKind.PERSON,
    "plc": PartyKind.LISTED_COMPANY,
    "trust": PartyKind.TRUST,
}
PARTIES = tuple(
    Party(id=name, name=name.title(), kind=OTHERS.get(name, PartyKind.COMPANY))
    for name in (*COMPANIES, *OTHERS)
)
names = [party.id for party in PARTIES]
percents = st.integers(0, 10_000).map(lambda hundredths: Decimal(hundredths) / 100)
roles = st.lists(
    st.builds(Role, party=st.sampled_from(names), at=st.sampled_from(names), kind=st.sampled_from(RoleKind)),
    max_size=6,
    unique=True,
)


@st.composite
def holders(draw: st.DrawFn, held: str) -> list[Holding]:
    """Holdings in one company that add up to 100 % at most, circles and its own shares among them."""
    left, found = Decimal(100), []
    for owner in draw(st.lists(st.sampled_from(names), max_size=4, unique=True)):
        share = min(left, draw(percents))
        left -= share
        found.append(Holding(owner=owner, held=held, share=share))
    return found


@st.composite
def consistent(draw: st.DrawFn) -> Structure:
    """Any structure in which no company is held by more than 100 %."""
    held = [holding for company in COMPANIES for holding in draw(holders(company))]
    return Structure(subject="shop", parties=PARTIES, holdings=tuple(held), roles=tuple(draw(roles)))


unhurried = settings(deadline=None, max_examples=60)
"""Exact arithmetic takes as long as the machine lets it."""


def _anything() -> st.SearchStrategy[Structure]:
    """Any structure at all, also such as cannot be true."""
    holding = st.builds(
        Holding,
        owner=st.sampled_from(names),
        held=st.sampled_from([name for name in names if OTHERS.get(name) is not PartyKind.PERSON]),
        share=percents,
        votes=st.none() | percents,
        control=st.none() | st.sampled_from(Control),
    )
    return st.builds(
        Structure,
        subject=st.sampled_from(names),
        parties=st.just(PARTIES),
        holdings=st.lists(holding, max_size=16).map(tuple),
        roles=roles.map(tuple),
    )


@unhurried
@given(consistent())
def test_the_ends_of_all_chains_and_the_unknown_make_one(structure: Structure) -> None:
    found = stakes(structure, "shop")
    assert sum((found.get(name) for name in OTHERS), Fraction(0)) + found.unknown_part == 1


@unhurried
@given(_anything())
def test_no_share_is_ever_negative(structure: Structure) -> None:
    found = stakes(structure, structure.subject)
    assert all(part >= 0 for part in (*found.of.values(), *found.unknown.values()))


@unhurried
@given(_anything(), st.randoms(use_true_random=False), st.sampled_from(["us", "uk", "eu", "eu_2027"]))
def test_the_order_in_which_things_were_told_does_not_matter(
    structure: Structure, chance: random.Random, code: str
) -> None:
    mixed = structure.model_copy(
        update={
            name: tuple(chance.sample(value, len(value)))
            for name in ("parties", "holdings", "roles")
            if (value := getattr(structure, name))
        }
    )
    assert beneficial_owners(mixed, regime(code)) == beneficial_owners(structure, regime(code))
    assert aggregate_blocked(mixed, {"ada", "plc"}) == aggregate_blocked(structure, {"ada", "plc"})
    assert chart(mixed) == chart(structure)
    assert sentences(mixed) == sentences(structure)


@unhurried
@given(consistent(), st.sampled_from(["us", "uk", "eu", "eu_2027"]))
def test_owners_are_people_and_every_reason_names_its_rule(structure: Structure, code: str) -> None:
    found = beneficial_owners(structure, regime(code))
    assert all(structure.kind(owner.party) is PartyKind.PERSON for owner in found.owners)
    assert all(reason.rule and reason.text for owner in found.owners for reason in owner.reasons)


@unhurried
@given(consistent())
def test_one_who_owns_enough_over_all_chains_is_an_owner_everywhere(structure: Structure) -> None:
    large = {name for name in ("ada", "ben", "cleo") if stakes(structure, "shop").get(name) > Fraction(1, 4)}
    for code in ("uk", "eu", "eu_2027"):
        assert large <= beneficial_owners(structure, regime(code)).parties


@unhurried
@given(consistent(), st.sets(st.sampled_from(names)), st.sampled_from(names))
def test_one_more_blocked_person_never_makes_less_blocked(
    structure: Structure, blocked: set[str], other: str
) -> None:
    before, after = aggregate_blocked(structure, blocked), aggregate_blocked(structure, {*blocked, other})
    assert 0 <= before.percent <= after.percent <= 100
    assert after.is_blocked or not before.is_blocked


def test_a_circle_is_summed_to_its_end_and_not_cut_off() -> None:
    found = stakes(drawn("shop < b 50, ada 50\nb < shop 50, ben 50"), "shop")
    assert (found.get("ada"), found.get("ben")) == (Fraction(2, 3), Fraction(1, 3))
    assert found.circles == (("b", "shop"),)


def test_a_circle_of_three_with_two_ways_in_adds_up() -> None:
    drawing = "shop < b 40, ada 60\nb < c 70, ben 30\nc < shop 10, b 20, cleo 70"
    found = stakes(drawn(drawing), "shop")
    assert sum((found.get(name) for name in ("ada", "ben", "cleo")), Fraction(0)) == 1


def test_shares_that_a_company_holds_of_its_own_belong_to_its_other_holders() -> None:
    found = stakes(drawn("shop < shop 20, ada 60, ben 20"), "shop")
    assert (found.get("ada"), found.get("ben")) == (Fraction(3, 4), Fraction(1, 4))


def test_chains_to_read_are_few_and_the_sum_counts_all_of_them() -> None:
    """Twelve layers of two companies that each hold half of both below: 4,096 chains."""
    lines = ["shop < a0 50, b0 50"]
    lines += [f"{side}{n} < a{n + 1} 50, b{n + 1} 50" for n in range(11) for side in "ab"]
    lines += ["a11 < ada 100", "b11 < ada 100"]
    structure = drawn("\n".join(lines))
    assert stakes(structure, "shop").get("ada") == 1
    assert len(chains(structure, "ada", "shop")) == SHOWN


def test_dead_ends_are_not_walked_into() -> None:
    """Forty companies that all hold one another: whoever tries every walk among them never ends."""
    ring = [f"c{n}" for n in range(40)]
    held = [
        Holding(owner=owner, held=each, share=Decimal("2.4"))
        for each in ring
        for owner in ring
        if owner != each
    ]
    held += [Holding(owner="c0", held="shop", share=Decimal(100))]
    held += [Holding(owner="ada", held="c39", share=Decimal(5))]
    parties = [Party(id=name, name=name, kind=PartyKind.COMPANY) for name in ("shop", *ring)]
    parties.append(Party(id="ada", name="Ada", kind=PartyKind.PERSON))
    structure = Structure.model_construct(
        subject="shop", parties=tuple(parties), holdings=tuple(held), roles=()
    )
    found = stakes(structure, "shop")
    assert found.get("ada") + found.unknown_part == 1
    assert len(chains(structure, "ada", "shop")) == SHOWN


def test_a_structure_has_a_largest_size() -> None:
    many = [{"id": f"p{n}", "name": "P", "kind": "person"} for n in range(LARGEST + 1)]
    with pytest.raises(ValueError, match="at most 60"):
        Structure.model_validate({"subject": "p0", "parties": many})


def test_percents_are_never_rounded_across_a_threshold() -> None:
    assert in_percent(Fraction(2, 3)) == "66.67 %"
    assert in_percent(Fraction(1, 4)) == "25 %"
    assert in_percent(Fraction(1, 4) - Fraction(1, 10**7)) == "24.99999 %"
    assert in_percent(Fraction(1, 4) + Fraction(1, 10**6)) == "25.0001 %"
    assert as_decimal(Fraction(1, 3)) == Decimal("33.333333")
    assert str(as_decimal(Fraction(1))) == "100"
