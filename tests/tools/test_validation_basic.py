"""Under the basic policy the checks are those of the first issue, whatever is added for other policies."""

from __future__ import annotations

from pathlib import Path

from cases.policy.validating import ValidationPolicy
from tests.tools.installations import POLICY
from tests.tools.stated import AT, records
from tools.policy_file import load_policy
from tools.validation import validate

BASIC = load_policy(POLICY)
SNAPSHOT = Path(__file__).parents[1] / "data" / "validation_basic.txt"
"""The keys, and a line of outcomes for each application, as they came out before there were others."""


def test_the_basic_policy_asks_for_no_check_besides() -> None:
    assert BASIC.validation == ValidationPolicy()
    assert BASIC.validation.extra == ()


def test_under_the_basic_policy_the_same_checks_come_out_the_same() -> None:
    keys, *outcomes = SNAPSHOT.read_text().splitlines()
    for record, expected in zip(records(len(outcomes)), outcomes, strict=True):
        made = list(validate(record, BASIC, AT.date()))
        assert " ".join(check.key for check in made) == keys
        assert " ".join(check.status.value for check in made) == expected, record.application
