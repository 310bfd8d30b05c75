"""What a merchant still owes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cases.application import Address, Application, FieldName
from cases.record import CaseRecord, Provenance
from cases.requirements import outstanding, requirements
from tests.desk.cast import BASIC, COMPLETE, NOW, Case


def told(**fields: object) -> CaseRecord:
    record = Case().record
    return replace(record, application=Application.model_validate(fields))


def test_nothing_told_is_everything_owed_in_the_order_of_the_policy() -> None:
    assert outstanding(Case().record, BASIC) == BASIC.required


def test_what_is_told_is_no_longer_owed() -> None:
    case = Case()
    for number, saying in enumerate(COMPLETE, start=1):
        case.learn(saying)
        assert len(outstanding(case.record, BASIC)) == len(BASIC.required) - number


@pytest.mark.parametrize(
    ("address", "gap"),
    [
        (Address(city="Leeds", country="GB"), "street"),
        (Address(line1="12 High Street", country="GB"), "city"),
        (Address(line1="12 High Street", city="Leeds"), "country"),
    ],
)
def test_an_address_is_owed_until_it_is_whole(address: Address, gap: str) -> None:
    due = {item.key: item for item in requirements(told(address=address), BASIC)}
    assert due[FieldName.ADDRESS].status.value == "currently_due"
    assert gap in due[FieldName.ADDRESS].reason


def test_an_address_needs_no_postcode_nor_region() -> None:
    address = Address(line1="12 High Street", city="Hong Kong", country="HK")
    assert FieldName.ADDRESS not in outstanding(told(address=address), BASIC)


@pytest.mark.parametrize("name", BASIC.required)
def test_only_what_a_merchant_can_truthfully_not_have_may_be_absent(name: FieldName) -> None:
    record = replace(Case().record, absent={name: Provenance(2, "none", NOW)})
    assert (name in outstanding(record, BASIC)) == (name not in BASIC.may_be_absent)
