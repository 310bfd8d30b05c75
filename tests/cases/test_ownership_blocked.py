"""OFAC's 50 percent rule, by the examples of its own FAQ 401 and the guidance of 2014-08-13."""

from __future__ import annotations

from decimal import Decimal

import pytest

from cases.ownership.blocked import aggregate_blocked
from tests.cases.drawings import drawn


@pytest.mark.parametrize(
    ("drawing", "blocked", "percent", "is_blocked", "chain"),
    [
        # FAQ 401, example 1: half of A, which has half of the merchant.
        ("shop < a 50\na < x 50", "x", "50", True, "a shop"),
        # Example 2: half of A and of B, which have a quarter each.
        ("shop < a 25, b 25\na < x 50\nb < x 50", "x", "50", True, "a b shop"),
        # Example 3: half of A, which has 40 %, and 10 % directly.
        ("shop < a 40, x 10\na < x 50", "x", "50", True, "a shop"),
        # A quarter of A and of B, which have half each: neither is blocked, so nothing counts.
        ("shop < a 50, b 50\na < x 25\nb < x 25", "x", "0", False, ""),
        # Half of A and a tenth of B: A's stake counts in full, B's not at all.
        ("shop < a 25, b 25\na < x 50\nb < x 10", "x", "25", False, "a"),
        # FAQ 399: two persons with a quarter each, under whatever programmes.
        ("shop < x 25, y 25, ada 50", "x y", "50", True, "shop"),
        ("shop < x 25, y 24.99, ada 50.01", "x y", "49.99", False, ""),
        # One person's share that makes nobody blocked is still added to another's.
        ("shop < a 30, y 20\na < x 25, y 25", "x y", "50", True, "a shop"),
        # FAQ 398: control is not ownership.
        ("shop < x 10 (90 votes), ada 90 (10 votes)", "x", "10", False, ""),
        # A listed company or a trust between them is looked through.
        ("shop < plc 60, ada 40\nplc < x 50\nplc is listed company", "x", "60", True, "plc shop"),
        ("shop < a 50, ada 50\na < shop 50, x 10", "x", "0", False, ""),
        ("shop < ada 100", "", "0", False, ""),
    ],
)
def test_blocked_shares_are_added_up(
    drawing: str, blocked: str, percent: str, is_blocked: bool, chain: str
) -> None:
    found = aggregate_blocked(drawn(drawing), blocked.split())
    assert found.percent == Decimal(percent)
    assert found.is_blocked is is_blocked
    assert [entity.party for entity in found.chain] == chain.split()


def test_each_blocked_entity_says_who_owns_how_much_of_it() -> None:
    found = aggregate_blocked(drawn("shop < a 40, x 10\na < x 30, y 30"), {"x", "y"})
    assert [(e.party, e.percent, e.holders) for e in found.chain] == [
        ("a", Decimal(60), ("x", "y")),
        ("shop", Decimal(50), ("a", "x")),
    ]


def test_a_merchant_that_is_listed_itself_is_blocked_whoever_owns_it() -> None:
    found = aggregate_blocked(drawn("shop < ada 100"), {"shop"})
    assert (found.percent, found.is_blocked, found.chain) == (0, True, ())


def test_a_blocked_merchants_holdings_up_its_own_chain_come_after_it() -> None:
    """The merchant is blocked by x; that it then blocks a makes its own share no larger for x's doing."""
    found = aggregate_blocked(drawn("shop < x 60, a 40\na < shop 50, ada 50"), {"x"})
    assert [entity.party for entity in found.chain] == ["shop", "a"]
    assert found.percent == 100
