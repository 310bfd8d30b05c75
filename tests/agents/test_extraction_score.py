from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest

from agents.extraction_score import Ending, Outcome, Tally, report, score, was_stated
from cases.errors import Ungrounded
from tests.agents.reading_harness import conversations, run

OWN = Path(__file__).parents[1] / "data" / "conversations.jsonl"
SHARED = Path(__file__).parents[3] / "shared" / "examples" / "conversations.jsonl"


@pytest.mark.parametrize("path", [OWN, SHARED], ids=["own", "shared"])
def test_the_reader_alone_reaches_its_figures(path: Path) -> None:
    if not path.exists():
        pytest.skip("../shared is absent")
    runs = [run(case) for case in conversations(path)]
    summary = cast("dict[str, Any]", report([outcome for outcome, _ in runs])["summary"])
    assert summary["micro_f1"] >= 0.97
    assert summary["precision"] >= 0.99
    refusals = [error for _, intake in runs for _, error in intake.refused]
    assert not any(isinstance(error, Ungrounded) for error in refusals)


def test_no_social_security_number_is_ever_a_value() -> None:
    for case in conversations(OWN):
        outcome, intake = run(case)
        numbers = [value for name, value in intake.secrets.items() if "SSN" in name]
        assert not any(number in str(outcome.extracted) for number in numbers)


@pytest.mark.parametrize(
    ("field", "wanted", "got"),
    [
        ("merchant_name", "La Barraca S.L", "la barraca sl"),
        ("tax_id", "GB 627 2421 56", "GB627242156"),
        ("mcc", ["5814", "5812"], "5812"),
        ("annual_revenue", 640000, 641000),
        ("phone", "+15125550143", "+1 512-555-0143"),
        ("website", "juniper.com", "www.juniper.com"),
        ("years_in_business", 7, 7.0),
        ("iban", "GB12HBUK40326948469030", "GB12 HBUK 4032 6948 4690 30"),
        ("currency", "USD", "usd"),
    ],
)
def test_values_are_compared_as_the_contract_says(field: str, wanted: object, got: object) -> None:
    assert score({field: wanted}, {field: got})[field] == Tally(tp=1)


def test_a_region_counts_by_name_or_code_and_an_address_part_by_part() -> None:
    wanted = {"line1": "1 A St", "city": "Boise", "region": "Idaho", "postal_code": None, "country": "US"}
    got = {"line1": "1 A St", "city": "Nampa", "region": "ID", "postal_code": "83702", "country": "US"}
    assert score({"address": wanted}, {"address": got})["address"] == Tally(tp=3, fp=2, fn=1)


def test_owners_are_compared_as_a_set() -> None:
    wanted = [{"name": "A B", "ownership_percent": 60}, {"name": "C D", "ownership_percent": 40}]
    got = [{"name": "c d", "ownership_percent": 40.0}, {"name": "A B", "ownership_percent": 50}]
    assert score({"owners": wanted}, {"owners": got})["owners"] == Tally(tp=1, fp=1, fn=1)


def test_the_questions_are_counted_beside_what_one_question_an_item_would_need() -> None:
    runs = [
        Outcome(str(n), {}, {}, 0.1, questions=n, asked_though_told=0, asked_again=n, needed=7)
        for n in (2, 3)
    ]
    summary = cast("dict[str, Any]", report(runs)["summary"])
    names = ("questions_per_case", "one_question_an_item", "asked_though_told", "asked_again")
    assert [summary[name] for name in names] == [2.5, 7, 0, 5]


@pytest.mark.parametrize(
    ("field", "wanted", "text", "stated"),
    [
        ("email", "hello@fern.com", "Mail: hello@fern.com", True),
        ("merchant_name", "Fern & Fig", "we are FERN & FIG.", True),
        ("annual_revenue", 250000, "about $250,000 a year", True),
        ("annual_revenue", 250000, "about 1,250,000", False),
        ("address", {"line1": "12 Market Street", "city": "Portland"}, "12 Market Street, Portland", True),
        ("owners", [{"name": "Ana Ruiz"}, {"name": "Tom Berg"}], "Ana Ruiz owns it", False),
        ("years_in_business", 7, "12 Market Street 7", False),
        ("phone", None, "no phone", False),
    ],
)
def test_an_expected_value_stands_in_the_words_or_does_not(
    field: str, wanted: object, text: str, stated: bool
) -> None:
    assert was_stated(field, wanted, text) is stated


def test_it_is_counted_how_conversations_end() -> None:
    runs = [Outcome(end.value, {}, {}, 0.1, ended=end) for end in (*Ending, Ending.COMPLETE)]
    summary = cast("dict[str, Any]", report(runs)["summary"])
    assert [summary[f"ended_{end.value}"] for end in Ending] == [2, 1, 1, 1]


def test_the_line_of_business_is_reported_and_not_counted() -> None:
    outcome = Outcome("x", {"business_type": "cafe"}, {"business_type": "bar"}, 0.1)
    summary = cast("dict[str, Any]", report([outcome])["summary"])
    assert (summary["exact"], summary["micro_f1"]) == (1, 1.0)
