"""The regimes file: what is shipped, and what is wrong with another is said in one line."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from cases.ownership.structure import PartyKind
from tools.policy_file import PolicyError, load_regimes

SHIPPED = Path(__file__).parents[2] / "policies" / "regimes.yaml"


@pytest.mark.parametrize(
    ("code", "day", "percent", "inclusive"),
    [
        ("us", date(2026, 11, 25), 25, True),
        ("uk", date(2026, 11, 25), 25, False),
        ("eu", date(2026, 11, 25), 25, False),
        ("eu", date(2027, 7, 9), 25, False),
        ("eu", date(2027, 7, 10), 25, True),
    ],
)
def test_the_threshold_of_the_day_applies(code: str, day: date, percent: int, inclusive: bool) -> None:
    found = load_regimes(SHIPPED).on(code, day)
    assert found is not None
    assert (found.threshold.percent, found.threshold.inclusive) == (Decimal(percent), inclusive)


def test_before_a_regime_began_there_is_none() -> None:
    regimes = load_regimes(SHIPPED)
    assert regimes.on("us", date(2018, 5, 10)) is None
    assert regimes.on("ch", date(2026, 1, 1)) is None


def test_no_rule_claims_to_have_been_compared_with_its_source_before_somebody_did() -> None:
    sources = [source for regime in load_regimes(SHIPPED).regimes for source in regime.sources]
    assert {source.checked for source in sources} == {False}


def test_every_regime_exempts_sole_traders_listed_companies_and_public_bodies_by_a_rule() -> None:
    for regime in load_regimes(SHIPPED).regimes:
        for kind in (PartyKind.PERSON, PartyKind.LISTED_COMPANY, PartyKind.PUBLIC_BODY):
            exemption = regime.exemption(kind)
            assert exemption is not None
            assert len(exemption.rule) > 20


@pytest.mark.parametrize(
    ("found", "put", "says"),
    [
        ("percent: 25, inclusive: true", "percent: lots, inclusive: true", "threshold.percent"),
        ("starts: 2018-05-11", "start: 2018-05-11", "regimes.0.start: there is no such key"),
        ("added_shares: 31", "added_chairs: 31", "added_chairs"),
        ("counts: [trustee]", "counts: [trusty]", "counts.0"),
        ("until: 2027-07-09", "until: 2027-07-10", "the periods of eu overlap"),
        ("checked: false", "checked: lately", "checked"),
        ("checked: false", "checked: true", "checked"),
        ("url: https://www.ecfr", "url: ftp://www.ecfr", "url"),
        ('version: "1"', 'version: "1"\nversion: "2"', "'version' stands here twice"),
    ],
)
def test_a_mistake_is_named_with_line_and_reason(tmp_path: Path, found: str, put: str, says: str) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    assert found in text
    wrong = tmp_path / "mine.yaml"
    wrong.write_text(text.replace(found, put, 1), encoding="utf-8")
    with pytest.raises(PolicyError) as refused:
        load_regimes(wrong)
    message = str(refused.value)
    assert message.startswith(f"{wrong}, line ")
    assert says in message
