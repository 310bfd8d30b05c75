"""How sure a fact is: said as it stands, or worked out from what was said."""

from __future__ import annotations

import pytest

from cases.application import FactValue, FieldName, Owner
from desk import facts
from desk.facts import is_worked_out
from tests.desk.cast import COMPLETE, PREPROCESSOR, Case

HALVES = (Owner(name="Ada", ownership_percent=50), Owner(name="Ben", ownership_percent=50))


@pytest.mark.parametrize(
    ("value", "quote", "worked_out"),
    [
        (250000, "revenue is 250,000 a year", False),
        (250000, "around 250k", False),
        (2500000, "2.5 million", False),
        (240000, "20k a month", True),
        (6, "since 2019", True),
        (6, "six years", False),
        (6, "6 years", False),
        (HALVES, "Ada and Ben own half each", True),
        (HALVES, "Ada 50 %, Ben 50 %", False),
        ("bookshop", "we run a bookshop", False),
    ],
)
def test_a_figure_that_does_not_stand_in_the_words_is_worked_out(
    value: FactValue, quote: str, *, worked_out: bool
) -> None:
    assert is_worked_out(value, quote) is worked_out


def test_the_currency_of_the_country_is_assumed() -> None:
    case = Case()
    for saying in COMPLETE:
        case.learn(saying)
    case.do(facts.assume_currency, PREPROCESSOR)
    assert case.record.provenance[FieldName.CURRENCY].certainty == "assumed"
    assert case.record.provenance[FieldName.ANNUAL_REVENUE].certainty == "said"
