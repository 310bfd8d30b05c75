"""What a policy asks for: a level of evidence for each fact, and higher ones where there is more risk."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from cases.application import FieldName
from cases.evidence_gaps import evidence_gaps
from cases.evidence_level import EvidenceLevel
from cases.participants import PersonalField
from cases.policy import Policy
from cases.policy.evidence import EvidencePolicy
from cases.verification import Method, Result
from desk import entries, verifying
from tests.desk.cast import BASIC, MERCHANT, NOW, REVIEWER, Case
from tests.desk.verifications import report

TODAY = NOW.date()


def asking(**section: Any) -> Policy:
    return BASIC.model_copy(update={"evidence": EvidencePolicy.model_validate(section)})


def gaps(case: Case, risk: str | None = None) -> dict[str, tuple[str, str]]:
    found = evidence_gaps(case.record, case.policy, risk, TODAY)
    return {gap.key: (gap.has.value, gap.needs.value) for gap in found}


def told(policy: Policy) -> Case:
    case = Case(policy)
    case.tell_everything()
    return case


def test_the_basic_policy_asks_for_none() -> None:
    case = told(BASIC)
    assert not any(gaps(case, risk) for risk in (None, "low", "medium", "high"))


def test_a_fact_below_its_level_is_a_gap_that_names_the_rule() -> None:
    case = told(asking(required={"merchant_name": "documented", "email": "stated"}))
    (gap,) = evidence_gaps(case.record, case.policy, "high", TODAY)
    assert (gap.key, gap.has, gap.needs) == ("merchant_name", EvidenceLevel.STATED, EvidenceLevel.DOCUMENTED)
    rule = f"policy {BASIC.name} {BASIC.version} asks for documented at high risk"
    assert gap.text == f"It is stated; {rule}."


def test_more_than_is_asked_for_is_enough() -> None:
    case = told(asking(required={"merchant_name": "documented"}))
    case.do(verifying.record_verification, REVIEWER, report())
    assert gaps(case) == {}


def test_what_a_source_denies_is_a_gap_at_every_level() -> None:
    case = told(asking(required={"merchant_name": "stated"}))
    case.do(verifying.record_verification, REVIEWER, report(result=Result.NOT_CONFIRMED))
    assert gaps(case) == {"merchant_name": ("stated", "stated")}
    case.do(verifying.record_verification, REVIEWER, report(method=Method.PHONE_CALL))
    assert gaps(case) == {"merchant_name": ("stated", "stated")}
    case.do(verifying.record_verification, REVIEWER, report())
    assert gaps(case) == {}


def test_what_is_not_there_is_no_gap() -> None:
    case = told(asking(required={"iban": "verified", "date_of_birth": "documented"}))
    assert gaps(case) == {}


def test_a_risk_level_raises_what_is_asked_for_and_never_lowers_it() -> None:
    asked = asking(
        required={"merchant_name": "documented"},
        by_risk={"high": {"merchant_name": "verified"}, "low": {"merchant_name": "stated"}},
    )
    case = told(asked)
    assert gaps(case, "high") == {"merchant_name": ("stated", "verified")}
    for risk in (None, "low", "medium"):
        assert gaps(case, risk) == {"merchant_name": ("stated", "documented")}


def test_a_detail_is_asked_for_of_everybody_who_gave_it() -> None:
    case = Case(asking(required={"date_of_birth": "documented"}))
    owners = "Ada Finch owns 60 %, Bo Lark owns 40 %"
    case.do(entries.enter, MERCHANT, {FieldName.OWNERS: owners}, via="form")
    for name in ("Ada Finch", "Bo Lark"):
        case.do(entries.enter_detail, MERCHANT, name, PersonalField.DATE_OF_BIRTH, "24.03.1985")
    assert set(gaps(case)) == {"ada finch.date_of_birth", "bo lark.date_of_birth"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"required": {"colour": "stated"}},
        {"required": {"email": "certain"}},
        {"by_risk": {"extreme": {}}},
        {"needed": {}},
    ],
)
def test_a_policy_names_facts_levels_and_risks_that_there_are(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        EvidencePolicy.model_validate(wrong)
