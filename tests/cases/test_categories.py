"""Which merchant category codes fit what a merchant sells, and why."""

from __future__ import annotations

import iso18245
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.fields import mcc_candidates
from cases.fields.categories import MOST, candidates, category_name
from cases.fields.trades import TRADES


def test_candidates_come_with_the_words_that_speak_for_them() -> None:
    first, *others = candidates("a bakery with a small coffee shop")
    assert first.code in ("5462", "5814")
    assert {"“bakery”", "“coffee shop”"} <= {one.why for one in (first, *others)}
    assert all(one.name for one in others)


@pytest.mark.parametrize(
    "trade", ["coffee shop", "Kfz-Werkstatt", "salon de coiffure", "ferretería", "cbd store"]
)
def test_the_first_candidate_is_the_code_that_is_chosen(trade: str) -> None:
    found = candidates(trade)
    assert found[0].code == mcc_candidates(trade)[0]
    scores = [one.score for one in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_the_name_of_a_website_speaks_as_well_and_less() -> None:
    (first, *_) = candidates("family business", "harbour-bakery.com")
    assert (first.code, first.why) == ("5462", "“bakery” in the website's name")
    assert candidates("bookshop", "harbour-bakery.com")[0].code == "5942"


def test_words_that_tell_nothing_have_no_candidates() -> None:
    assert candidates("widgets of a kind") == ()
    assert candidates("", None) == ()


@given(st.lists(st.sampled_from(TRADES.replace(":", " ").split()), max_size=8).map(" ".join))
def test_there_are_a_few_and_each_exists(words: str) -> None:
    found = candidates(words)
    assert len(found) <= MOST
    assert all(iso18245.get_mcc(one.code) and category_name(one.code) == one.name for one in found)


def test_a_code_that_does_not_exist_has_no_name() -> None:
    assert category_name("0000") == ""
    assert category_name("bread") == ""
