"""A place under an embargo is found wherever it stands, and the rule is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from cases.application import Address, Application
from cases.checks import Check, CheckStatus
from cases.participants import PersonalDetail, PersonalField
from cases.record import CaseRecord
from tools.embargo import check_embargo
from tools.policy_file import load_policy

POLICIES = Path(__file__).parents[2] / "policies"
EMBARGO = load_policy(POLICIES / "onboarding.yaml").embargo
NOW = datetime(2026, 3, 4, 9, tzinfo=UTC)


def checked(address: Address | None = None, **details: str) -> Check:
    known = {
        ("ada finch", PersonalField(name)): PersonalDetail(value, "", NOW) for name, value in details.items()
    }
    record = CaseRecord(
        id=uuid4(), opened_by=uuid4(), opened_at=NOW, application=Application(address=address)
    )
    assert EMBARGO is not None
    return check_embargo(replace(record, details=known), EMBARGO)


@pytest.mark.parametrize(
    ("address", "rule"),
    [
        (Address(city="La Habana", country="CU"), "31 CFR part 515"),
        (Address(city="Tehran", country="IR"), "31 CFR part 560"),
        (Address(city="Yalta", region="Crimea", country="UA"), "13685"),
        (Address(city="Симферополь", country="RU"), "13685"),
        (Address(city="Yalta", postal_code="298600", country="RU"), "13685"),
        (Address(line1="вул. Артема 1", city="Донецьк", country="UA"), "14065"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.one_line(),
)
def test_a_business_there_fails_the_check_which_names_the_rule(address: Address, rule: str) -> None:
    check = checked(address)
    assert check.status is CheckStatus.FAILED
    assert rule in check.reason
    assert "2025-06-30" in check.findings[0].text


@pytest.mark.parametrize(
    "details",
    [
        {"nationality": "KP"},
        {"home_address": "5 Azadi Street, Tehran, Iran"},
        {"home_address": "ул. Ленина 1, Севастополь"},
    ],
    ids=lambda details: next(iter(details.values())),
)
def test_so_does_an_owner_from_there(details: dict[str, str]) -> None:
    check = checked(Address(city="Leeds", country="GB"), **details)
    assert check.status is CheckStatus.FAILED
    assert "Ada Finch" in check.reason


@pytest.mark.parametrize(
    "address",
    [
        Address(city="Kyiv", postal_code="01001", country="UA"),
        Address(city="Moscow", postal_code="101000", country="RU"),
        Address(line1="12 Crimea Road", city="Belfast", country="GB"),
        Address(line1="3 Sevastopol Terrace", city="Austin", region="TX", country="US"),
        Address(city="Damascus", country="SY"),
    ],
    ids=lambda address: address.one_line(),
)
def test_its_neighbours_and_streets_named_after_it_do_not(address: Address) -> None:
    assert checked(address, nationality="PT", home_address="1 Crimea Street, Leeds, UK").holds


def test_without_any_place_it_is_not_checked_and_the_basic_policy_does_not_ask() -> None:
    assert checked().status is CheckStatus.NOT_CHECKED
    assert load_policy(POLICIES / "basic.yaml").embargo is None
