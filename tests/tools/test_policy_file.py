"""The policy file: what is shipped holds, and what is wrong with another is said in one line."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from cases.application import UNDERWRITING, Application, FieldName
from tests.tools.installations import POLICY
from tools.policy_file import PolicyError, load_policy


def test_the_shipped_policy_says_what_the_contract_says() -> None:
    policy = load_policy(POLICY)
    assert {name.value for name in policy.required} == {
        "merchant_name", "email", "business_type", "annual_revenue", "years_in_business",
        "business_license", "address",
    }  # fmt: skip
    assert (policy.risk.start, policy.risk.low_above) == (Decimal("0.5"), Decimal("0.7"))
    assert [(rule.over, rule.points) for rule in policy.risk.rules] == [
        (Decimal(2), Decimal("0.2")),
        (Decimal(100000), Decimal("0.2")),
    ]
    assert policy.compliance.threshold == Decimal("0.8")
    assert (policy.blocking_checks, policy.second_approval, policy.never_override) == ((), (), ())
    assert policy.overrides.longest_days == 30
    assert policy.rates.base == "USD"
    assert len(policy.rates.units_per_base) >= 40
    assert "compliance_failure" in policy.decline_reasons


def test_every_field_that_the_basic_policy_takes_is_material_and_asked_for() -> None:
    policy = load_policy(POLICY)
    stated = set(FieldName).difference(UNDERWRITING) - {FieldName.MCC}
    assert policy.taken == {*stated, FieldName.MCC}
    assert set(policy.material) == policy.taken
    assert set(policy.required) | set(policy.optional) == stated


def test_the_same_file_has_the_same_hash_and_another_has_not(tmp_path: Path) -> None:
    copy = tmp_path / "copy.yaml"
    copy.write_text(POLICY.read_text(encoding="utf-8"), encoding="utf-8")
    assert load_policy(copy).hash == load_policy(POLICY).hash
    copy.write_text(copy.read_text().replace("low_above: 0.7", "low_above: 0.71"), encoding="utf-8")
    assert load_policy(copy).hash != load_policy(POLICY).hash


OWNERSHIP = """ownership:
  regimes: rules.yaml
  countries: {US: us, GB: uk}
  otherwise: eu
"""


def with_owners(folder: Path, rules: str, section: str = OWNERSHIP) -> Path:
    (folder / "rules.yaml").write_text(rules, encoding="utf-8")
    path = folder / "mine.yaml"
    path.write_text(POLICY.read_text(encoding="utf-8") + section, encoding="utf-8")
    return path


def test_a_policy_holds_the_rules_on_owners_that_it_names_and_its_hash_is_of_both(tmp_path: Path) -> None:
    rules = POLICY.with_name("regimes.yaml").read_text(encoding="utf-8")
    policy = load_policy(with_owners(tmp_path, rules))
    assert policy.ownership is not None
    american = policy.ownership.regime("US", date(2026, 11, 25))
    assert american is not None
    assert american.name == "United States"
    other = load_policy(
        with_owners(
            tmp_path, rules.replace("percent: 25, inclusive: true", "percent: 10, inclusive: true", 1)
        )
    )
    assert other.hash != policy.hash


@pytest.mark.parametrize(
    ("section", "rules", "says"),
    [
        (OWNERSHIP.replace("otherwise: eu", "otherwise: ch"), None, "no rules of the regime ch"),
        (OWNERSHIP.replace("US: us", "USA: us"), None, "ownership.countries.USA"),
        (OWNERSHIP.replace("rules.yaml", "none.yaml"), None, "none.yaml: cannot be read"),
        (OWNERSHIP, "version: 1\n", "rules.yaml, line 1"),
        ("ownership: {regimes: 7}\n", None, "ownership"),
    ],
)
def test_a_mistake_about_owners_is_named_in_the_file_that_it_stands_in(
    tmp_path: Path, section: str, rules: str | None, says: str
) -> None:
    shipped = POLICY.with_name("regimes.yaml").read_text(encoding="utf-8")
    path = with_owners(tmp_path, shipped if rules is None else rules, section)
    with pytest.raises(PolicyError, match=says):
        load_policy(path)


def test_a_material_change_changes_what_a_decision_is_bound_to() -> None:
    policy = load_policy(POLICY)
    before = Application(merchant_name="A")
    assert policy.application_hash(before) != policy.application_hash(Application(merchant_name="B"))


@pytest.mark.parametrize(
    ("found", "put", "says"),
    [
        ("start: 0.5", "start: much", "risk.start"),
        ("merchant_days: 30", "merchant_dayz: 30", "deadlines.merchant_dayz: there is no such key"),
        ('"4829": money', "4829: money", "prohibited.mcc.4829"),
        ("  - email\n", "  - emial\n", "required.2"),
        ("threshold: 0.8\n\n", "threshold: 80\n\n", "threshold"),
        ("  words:\n", "  words: [\n", "line"),
        ("name: basic", "name: basic\nname: other", "'name' stands here twice"),
        ("optional:\n", "optional:\n  - mcc\n", "follows from other fields"),
        ("optional:\n", "optional:\n  - email\n", "both required and optional"),
        ("as_of: 2025-06-30", "as_of: soon", "rates.as_of"),
        ("base: USD", "base: dollars", "rates.base"),
        ("EUR: 0.853", "EUR: 0", "rates.units_per_base.EUR"),
        ("name: basic", "name: basic\nnever_override: [kyc_complet]", "never_override.0: there is no check"),
        ("blocking_checks: []", "blocking_checks: [risk]", "blocking_checks.0: there is no check"),
        ("name: basic", "name: basic\nnever_override: [risk, risk]", "never_override: risk stands here"),
        ("name: basic", "name: basic\noverrides: {longest_days: 0}", "overrides.longest_days"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_reason(
    tmp_path: Path, found: str, put: str, says: str
) -> None:
    text = POLICY.read_text(encoding="utf-8")
    assert found in text
    wrong = tmp_path / "mine.yaml"
    wrong.write_text(text.replace(found, put, 1), encoding="utf-8")
    with pytest.raises(PolicyError) as refused:
        load_policy(wrong)
    message = str(refused.value)
    assert says in message
    assert message.startswith(f"{wrong}, line ")
    assert "\n" not in message


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00", b"- a", b"x: !!python/object:os.system", b"[" * 9999, b"? [a]\n: b"]
)
def test_what_is_no_policy_is_refused_in_one_line(tmp_path: Path, content: bytes) -> None:
    wrong = tmp_path / "mine.yaml"
    wrong.write_bytes(content)
    with pytest.raises(PolicyError) as refused:
        load_policy(wrong)
    assert "\n" not in str(refused.value)


def test_checks_and_the_risk_score_can_be_kept_from_being_overridden(tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    more = "never_override: [risk, aml_verified]\n"
    mine.write_text(more + POLICY.read_text(encoding="utf-8"), encoding="utf-8")
    policy = load_policy(mine)
    assert policy.never_override == ("risk", "aml_verified")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match=r"none\.yaml: cannot be read"):
        load_policy(tmp_path / "none.yaml")


def extending(folder: Path, text: str) -> Path:
    (folder / "basic.yaml").write_text(POLICY.read_text(encoding="utf-8"), encoding="utf-8")
    mine = folder / "mine.yaml"
    mine.write_text(f"extends: basic.yaml\n{text}", encoding="utf-8")
    return mine


def test_a_policy_that_extends_another_states_only_what_differs(tmp_path: Path) -> None:
    mine = extending(tmp_path, "name: mine\ndeadlines:\n  merchant_days: 10\nmaterial: [email]\n")
    policy, basic = load_policy(mine), load_policy(POLICY)
    assert (policy.name, policy.deadlines.merchant_days, policy.material) == ("mine", 10, (FieldName.EMAIL,))
    assert (policy.rates, policy.deadlines.grant_days) == (basic.rates, basic.deadlines.grant_days)
    assert policy.hash != basic.hash


def test_the_hash_of_an_extending_policy_covers_what_it_extends(tmp_path: Path) -> None:
    mine = extending(tmp_path, "name: mine\n")
    before = load_policy(mine).hash
    below = tmp_path / "basic.yaml"
    below.write_text(below.read_text().replace("start: 0.5", "start: 0.4"), encoding="utf-8")
    assert load_policy(mine).hash != before


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("deadlines:\n  merchant_dayz: 10\n", "mine.yaml, line 3: deadlines.merchant_dayz: there is no such"),
        ("risk: none\n", "mine.yaml, line 2: risk: "),
        ("name: mine\nname: other\n", "mine.yaml, line 3: 'name' stands here twice"),
    ],
)
def test_a_mistake_in_an_extending_policy_is_named_where_it_stands(
    tmp_path: Path, text: str, says: str
) -> None:
    with pytest.raises(PolicyError, match=re.escape(says)):
        load_policy(extending(tmp_path, text))


def test_a_mistake_in_the_extended_policy_is_named_there(tmp_path: Path) -> None:
    mine = extending(tmp_path, "name: mine\n")
    below = tmp_path / "basic.yaml"
    below.write_text(below.read_text().replace("start: 0.5", "start: much"), encoding="utf-8")
    with pytest.raises(PolicyError, match=r"basic\.yaml, line \d+: risk\.start: "):
        load_policy(mine)


def test_only_one_policy_may_stand_under_another(tmp_path: Path) -> None:
    extending(tmp_path, "name: mine\n")
    third = tmp_path / "third.yaml"
    third.write_text("extends: mine.yaml\n", encoding="utf-8")
    with pytest.raises(PolicyError, match="extends a file itself"):
        load_policy(third)
    third.write_text("extends: none.yaml\n", encoding="utf-8")
    with pytest.raises(PolicyError, match=r"none\.yaml: cannot be read"):
        load_policy(third)
