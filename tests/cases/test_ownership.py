"""Worked structures of ownership, and who the beneficial owners are under each regime."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pytest
from pydantic import ValidationError

from cases.ownership.beneficial import Owners, beneficial_owners
from cases.ownership.structure import Structure
from cases.ownership.words import chain_text
from tests.cases.drawings import drawn, regime


@dataclass(frozen=True)
class Worked:
    """A structure, and the owners under each regime (kim runs the business)."""

    name: str
    drawing: str
    us: str
    uk: str
    eu: str
    eu_2027: str


KIM = "\nshop is company: control person kim"

WORKED = (
    Worked("direct", "shop < ada 60, ben 30, cleo 10" + KIM, "ada ben kim", "ada ben", "ada ben", "ada ben"),
    Worked(
        "nobody owns enough: whoever runs it",
        "shop < a 20, b 20, c 20, d 20, e 20" + KIM,
        "kim", "kim", "kim", "kim",
    ),
    Worked(
        "exactly 25 %",
        "shop < ada 25, ben 75" + KIM,
        "ada ben kim", "ben", "ben", "ada ben",
    ),
    Worked(
        "four of exactly 25 %",
        "shop < a 25, b 25, c 25, d 25" + KIM,
        "a b c d kim", "kim", "kim", "a b c d",
    ),
    Worked("50/50", "shop < ada 50, ben 50" + KIM, "ada ben kim", "ada ben", "ada ben", "ada ben"),
    Worked(
        "33.3 three times",
        "shop < ada 33.3, ben 33.3, cleo 33.3" + KIM,
        "ada ben cleo kim", "ada ben cleo", "ada ben cleo", "ada ben cleo",
    ),
    Worked(
        "chains are multiplied and added: 40 % of 50 % and 10 % are 30 %",
        "shop < hold 50, ada 10, ben 40\nhold < ada 40, cleo 30, dan 30" + KIM,
        # From 2027 a company with exactly half does not control: nobody else joins in.
        "ada ben kim", "ada ben", "ada ben", "ada ben",
    ),
    Worked(
        "four levels of 80 %: 40.96 % and four who are left behind",
        "shop < one 80, a 20\none < two 80, b 20\ntwo < three 80, c 20\nthree < ada 80, d 20" + KIM,
        "ada kim", "ada", "ada", "ada",
    ),
    Worked(
        "four levels of 51 %: 6.8 % of the shares and all of the control",
        "shop < one 51, a 49\none < two 51, b 49\ntwo < three 51, c 49\nthree < ada 51, d 49" + KIM,
        # b: 24.99 %. From 2027 whoever owns a quarter of a company that controls counts as well.
        "a kim", "a ada", "a ada", "a ada b c d",
    ),
    Worked(
        "a majority stake: 51 % of a company with 30 %",
        "shop < hold 30, cleo 70\nhold < ada 51, ben 49" + KIM,
        "cleo kim", "ada cleo", "ada cleo", "ada cleo",
    ),
    Worked(
        "half is no majority: 50 % of a company with 30 %",
        "shop < hold 30, cleo 70\nhold < ada 50, ben 50" + KIM,
        "cleo kim", "cleo", "cleo", "cleo",
    ),
    Worked(
        "two stakes of 15 % under one majority holder",
        "shop < one 15, two 15, cleo 70\none < ada 60, b 40\ntwo < ada 60, b 40" + KIM,
        "cleo kim", "ada cleo", "ada cleo", "ada cleo",
    ),
    Worked(
        "a quarter of a company that controls the merchant",
        "shop < hold 51, cleo 49\nhold < ada 30, ben 70" + KIM,
        "ben cleo kim", "ben cleo", "ben cleo", "ada ben cleo",
    ),
    Worked(
        "a circle: A and B hold half of one another",
        "shop < b 50, ada 50\nb < shop 50, ben 50" + KIM,
        "ada ben kim", "ada ben", "ada ben", "ada ben",
    ),
    Worked(
        "a circle that lifts a small share: 20 % of what 60 % comes round to is half",
        "shop < b 60, ada 20, ben 20\nb < shop 100" + KIM,
        "ada ben kim", "ada ben", "ada ben", "ada ben",
    ),
    Worked(
        "votes that differ from the shares",
        "shop < ada 10 (60 votes), ben 90 (40 votes)" + KIM,
        "ben kim", "ada ben", "ada ben", "ada ben",
    ),
    Worked(
        "the right to appoint the board",
        "shop < ada 5 (board), ben 95" + KIM,
        "ben kim", "ada ben", "ada ben", "ada ben",
    ),
    Worked(
        "a trust with 40 %",
        "shop < family 40, ada 60\nfamily is trust: settlor sam, trustee tom, beneficiary bea" + KIM,
        "ada tom kim", "ada bea sam tom", "ada bea sam tom", "ada bea sam tom",
    ),
    Worked(
        "a trust below the threshold, with its trustee's own share above it",
        "shop < family 15, tom 15, ada 70\nfamily is trust: settlor sam, trustee tom, beneficiary bea" + KIM,
        "ada tom kim", "ada tom", "ada tom", "ada tom",
    ),
    Worked(
        "a trust whose trustee is a company",
        "shop < family 40, ada 60\nfiduciary < fay 100\n"
        "family is trust: settlor sam, trustee fiduciary, beneficiary bea" + KIM,
        "ada kim", "ada bea fay sam", "ada bea fay sam", "ada bea fay sam",
    ),
    Worked(
        "a trust as the merchant",
        "shop is trust: settlor sam, trustee tom, beneficiary bea, protector pat",
        "", "bea pat sam tom", "bea pat sam tom", "bea pat sam tom",
    ),
    Worked(
        "a foundation that holds all",
        "shop < stiftung 100\nstiftung is foundation: trustee tom" + KIM,
        "tom kim", "tom", "tom", "tom",
    ),
    Worked(
        "a listed parent with 40 %",
        "shop < plc 40, ada 60\nplc is listed company" + KIM,
        "ada kim", "ada", "ada", "ada",
    ),
    Worked(
        "a listed parent with 80 %",
        "shop < plc 80, ada 20\nplc is listed company" + KIM,
        "", "kim", "kim", "kim",
    ),
    Worked(
        "a city that owns all of it",
        "shop < city 100\ncity is public body" + KIM,
        "kim", "kim", "kim", "kim",
    ),
    Worked("a charity", "shop is charity: trustee tom, control person kim", "kim", "tom", "tom", "tom"),
    Worked("a sole trader", "shop is person", "", "", "", ""),
    Worked("a listed company", "shop is listed company", "", "", "", ""),
    Worked("a public body", "shop is public body", "", "", "", ""),
    Worked(
        "nominees counted beside those for whom they hold: 120 %",
        "shop < ada 60, nominee 60" + KIM,
        "ada nominee kim", "ada nominee", "ada nominee", "ada nominee",
    ),
    Worked("38 % unknown", "shop < ada 62" + KIM, "ada kim", "ada", "ada", "ada"),
)  # fmt: skip


@pytest.mark.parametrize("code", ["us", "uk", "eu", "eu_2027"])
@pytest.mark.parametrize("worked", WORKED, ids=lambda worked: worked.name)
def test_each_regime_has_its_owners(worked: Worked, code: str) -> None:
    found = beneficial_owners(drawn(worked.drawing), regime(code))
    assert found.parties == set(getattr(worked, code).split())


def owners(drawing: str, code: str = "us") -> Owners:
    return beneficial_owners(drawn(drawing + KIM), regime(code))


def reasons(drawing: str, party: str, code: str = "us") -> list[str]:
    found = next(owner for owner in owners(drawing, code).owners if owner.party == party)
    return [reason.text for reason in found.reasons]


def needed(drawing: str, code: str = "us") -> list[str]:
    return [need.text for need in owners(drawing, code).needed]


def test_an_owner_is_explained_with_every_chain_and_its_arithmetic() -> None:
    structure = drawn("shop < hold 50, ada 10, ben 40\nhold < ada 40, cleo 60" + KIM)
    ada = next(o for o in beneficial_owners(structure, regime("us")).owners if o.party == "ada")
    (reason,) = ada.reasons
    assert reason.text == "owns 30 % of the shares"
    assert [chain_text(structure, chain) for chain in reason.chains] == [
        "Ada has 40 % of Hold, which has 50 % of Shop: 20 %",
        "Ada has 10 % of Shop",
    ]
    assert "1010.230(d)(1)" in reason.rule


def test_control_is_explained_by_whom_it_passes_through() -> None:
    chain = "shop < hold 51, cleo 49\nhold < top 60, dan 40\ntop < ada 70, ben 30"
    assert reasons(chain, "ada", "uk") == [
        "commands 51 % of the shares through Top (70 % of the votes) and Hold (60 % of the votes)",
        "controls Shop (51 % of the votes) through Top (70 % of the votes) and Hold (60 % of the votes)",
    ]
    assert reasons("shop < ada 5 (board), ben 95", "ada", "uk") == [
        "controls Shop (appoints most of the directors)"
    ]


def test_what_has_nothing_to_do_with_the_merchant_is_not_named() -> None:
    held = "shop < ada 60, ben 40\nbakery < ada 100"
    assert reasons(held, "ada", "uk") == ["owns 60 % of the shares", "controls Shop (60 % of the votes)"]


def test_a_trust_that_is_the_merchant_belongs_to_those_with_a_role_in_it() -> None:
    found = beneficial_owners(drawn("shop is trust: settlor sam, trustee tom, beneficiary bea"), regime("uk"))
    assert [(o.name, [r.text for r in o.reasons]) for o in found.owners] == [
        ("Bea", ["stands behind Shop (as beneficiary)"]),
        ("Sam", ["stands behind Shop (as settlor)"]),
        ("Tom", ["stands behind Shop (as trustee)"]),
    ]


def test_a_trusts_people_are_explained_by_their_role() -> None:
    held = "shop < family 40, ada 60\nfamily is trust: trustee tom"
    assert reasons(held, "tom") == ["owns 40 % of the shares through Family (as trustee)"]
    found = next(o for o in owners(held).owners if o.party == "tom")
    assert "(d)(3)" in found.reasons[0].rule


def test_what_comes_round_in_a_circle_is_said() -> None:
    circle = "shop < b 50, ada 50\nb < shop 50, ben 50"
    assert reasons(circle, "ben") == ["owns 33.33 % of the shares, with what comes round in a circle"]
    assert [problem.text for problem in owners(circle).problems] == ["B and Shop hold shares of one another."]


def test_what_is_unknown_is_stated_and_asked_for() -> None:
    found = owners("shop < ada 62")
    assert (found.accounted, found.unknown) == (62, 38)
    assert found.accounting == "62 % accounted for; 38 % unknown."
    assert [need.text for need in found.needed] == [
        "Name the other owners of Shop: 38 % is unknown, and 25 % or more would count."
    ]


def test_what_is_unknown_higher_up_is_stated_where_it_is_missing() -> None:
    found = owners("shop < hold 50, ada 50\nhold < ben 40")
    assert found.accounting == "70 % accounted for; 30 % unknown (30 % through Hold)."
    assert "the other owners of Hold" in found.needed[0].text


def test_a_small_unknown_is_asked_for_only_where_it_would_change_the_answer() -> None:
    assert needed("shop < ada 40, ben 40, cleo 15") == []
    assert needed("shop < ada 65, ben 20") == [
        "Ask who holds the other 15 % of Shop: with it, Ben would reach 25 % or more."
    ]


def test_an_unknown_majority_counts_for_what_it_would_command() -> None:
    hidden = "shop < hold 30, ada 70\nhold < ben 20, cleo 20"
    assert needed(hidden, "us") == []
    assert needed(hidden, "uk") == [
        "Name the other owners of Hold: 18 % is unknown, and more than 25 % would count."
    ]


def test_a_circle_that_belongs_to_nobody_hides_an_owner() -> None:
    found = owners("shop < a 100\na < b 100\nb < a 100")
    assert (found.accounted, found.unknown) == (0, 100)
    assert found.problems[0].text == "A and B hold shares of one another, and nobody else holds any."
    assert found.needed[0].code == "unknown_owners"


def test_sums_over_100_are_found_and_have_to_be_corrected() -> None:
    found = owners("shop < ada 60, nominee 60")
    assert [problem.code for problem in found.problems] == ["over_100"]
    assert [need.code for need in found.needed] == ["correction"]
    assert "add up to 120 %" in found.needed[0].text
    assert [p.code for p in owners("shop < a 50 (90 votes), b 50").problems] == ["votes_over_100"]


def test_shares_of_a_trust_are_a_mistake() -> None:
    found = owners("shop < t 100\nt < ada 100\nt is trust: trustee tom")
    assert [problem.code for problem in found.problems] == ["owned_arrangement"]
    assert found.parties == {"tom", "kim"}


def test_a_trust_that_counts_has_to_name_its_people() -> None:
    trust = "shop < t 40, ada 60\nt is trust: trustee tom"
    assert needed(trust, "us") == []
    assert needed(trust, "uk") == ["Name the settlor and beneficiary of T."]
    assert needed("shop < t 20, ada 80\nt is trust", "uk") == []
    assert needed("shop < t 40, ada 60\nf < fay 100\nt is trust: trustee f", "us") == [
        "Name the people who act for T: it has none yet."
    ]


def test_where_a_chain_ends_is_said() -> None:
    found = owners("shop < plc 40, ada 60\nplc < eve 100\nplc is listed company", "uk")
    assert found.ends == ("Plc is a listed company: nobody is looked for behind its 40 %.",)


def test_the_united_states_want_exactly_one_control_person() -> None:
    nobody = beneficial_owners(drawn("shop < ada 100\nshop is company: director dora"), regime("us"))
    assert [need.text for need in nobody.needed] == ["Name the person who runs Shop. The directors are Dora."]
    two = "shop < ada 100\nshop is company: control person kim, control person lee"
    assert [need.text for need in beneficial_owners(drawn(two), regime("us")).needed] == [
        "Choose one control person out of Kim and Lee."
    ]
    assert beneficial_owners(drawn(two), regime("uk")).needed == ()


def test_an_owner_who_runs_the_business_stands_once_with_both_reasons() -> None:
    one = beneficial_owners(drawn("shop < ada 100\nshop is company: control person ada"), regime("us"))
    assert [owner.party for owner in one.owners] == ["ada"]
    assert [reason.text for reason in one.owners[0].reasons] == [
        "owns 100 % of the shares",
        "runs the business",
    ]


@pytest.mark.parametrize(
    ("drawing", "says"),
    [
        ("shop is person", "sole trader"),
        ("shop is charity", "nonprofit"),
        ("shop is listed company", "listed"),
        ("shop is public body", "government"),
        ("shop < plc 51, ada 49\nplc is listed company", "at least 51 %"),
    ],
)
def test_an_exemption_names_its_rule(drawing: str, says: str) -> None:
    found = beneficial_owners(drawn(drawing), regime("us"))
    assert says in (found.exempt or "")
    assert [need.code for need in found.needed] == (["control_person"] if says == "nonprofit" else [])


def test_a_listed_parent_exempts_from_its_51_percent_on() -> None:
    below = beneficial_owners(drawn("shop < plc 50.99, ada 49.01\nplc is listed company"), regime("us"))
    assert below.exempt is None
    assert "ada" in below.parties


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"subject": "nobody"}, "nobody is not one of the parties"),
        ({"holdings": [{"owner": "ada", "held": "shop", "share": "100.01"}]}, "less than or equal to 100"),
        ({"holdings": [{"owner": "ada", "held": "shop", "share": "-1"}]}, "greater than or equal to 0"),
        ({"holdings": [{"owner": "ada", "held": "shop", "share": "NaN"}]}, "finite"),
        ({"holdings": [{"owner": "eve", "held": "shop", "share": "1"}]}, "eve is not one of the parties"),
        ({"holdings": [{"owner": "shop", "held": "ada", "share": "1"}]}, "ada is a person"),
        ({"parties": [{"id": "shop", "name": "S", "kind": "company"}] * 2}, "shop is named twice"),
    ],
)
def test_a_structure_that_makes_no_sense_is_refused(wrong: dict[str, object], says: str) -> None:
    good: dict[str, object] = {
        "subject": "shop",
        "parties": [
            {"id": "shop", "name": "Shop", "kind": "company"},
            {"id": "ada", "name": "Ada", "kind": "person"},
        ],
    }
    Structure.model_validate(good)
    with pytest.raises(ValidationError, match=says):
        Structure.model_validate({**good, **wrong})


def test_shares_are_exact_to_the_last_place() -> None:
    assert "ada" in owners("shop < ada 25, ben 75").parties
    assert "ada" not in owners("shop < ada 24.999999, ben 75").parties
    assert "ada" in owners("shop < ada 25.000001, ben 74", "uk").parties
    assert owners("shop < a 33.3, b 33.3, c 33.3").unknown == Decimal("0.1")
