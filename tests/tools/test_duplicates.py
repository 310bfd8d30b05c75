"""The check for other applications of the same merchant; whoever applies never learns of them."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID

import pytest

from cases.access import Person, Role
from cases.application import FieldName
from cases.checks import Check, CheckStatus
from cases.decision import Verdict
from cases.policy.validating import ExtraCheck, ValidationPolicy
from desk.people import People
from desk.views import Views
from tests.tools.installations import Case, Place, install

KEY = ExtraCheck.NO_DUPLICATES.value


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Place]:
    place = await install(tmp_path)
    place.desk.policy = place.desk.policy.model_copy(
        update={"validation": ValidationPolicy(extra=(ExtraCheck.NO_DUPLICATES,))}
    )
    yield place
    await place.desk.db.close()


async def somebody_else(place: Place) -> Person:
    return await People(place.desk).add("olaf@shop.example", {Role.MERCHANT}, None, "Olaf")


async def with_phone(place: Place, person: Person) -> UUID:
    case_id = await place.desk.open_case(person, "chat")
    await place.desk.enter(person, case_id, {FieldName.PHONE: "+15032231234"}, via="form")
    return case_id


async def checked(place: Place) -> tuple[Case, Check, str]:
    """A case of the merchant's with that phone number, the check as it came out, and the tool's answer."""
    case = await place.open_case()
    await case.tell_story()
    await place.desk.enter(place.merchant, case.id, {FieldName.PHONE: "+1 (503) 223-1234"}, via="form")
    await case.submit()
    answer, _ = await case.call("validate_application", "validator")
    return case, (await case.record()).checks[KEY], answer


async def test_without_another_it_holds(place: Place) -> None:
    _, check, _ = await checked(place)
    assert (check.status, check.findings, check.duplicates) == (CheckStatus.HELD, (), ())


async def test_another_persons_application_fails_it_and_is_named(place: Place) -> None:
    other = await with_phone(place, await somebody_else(place))
    _, check, _ = await checked(place)
    assert check.status is CheckStatus.FAILED
    assert [finding.code for finding in check.findings] == ["duplicate_other_person"]
    assert [(each.case_id, each.own) for each in check.duplicates] == [(other, False)]
    assert check.reason == "1 other application has the same: phone number."


async def test_ones_own_that_was_taken_back_is_no_suspicion(place: Place) -> None:
    own = await with_phone(place, place.merchant)
    await place.desk.withdraw(place.merchant, own)
    _, check, _ = await checked(place)
    assert (check.status, check.duplicates) == (CheckStatus.HELD, ())


async def test_ones_own_that_goes_on_is_pointed_out(place: Place) -> None:
    await with_phone(place, place.merchant)
    _, check, _ = await checked(place)
    assert check.status is CheckStatus.HELD
    assert [finding.code for finding in check.findings] == ["duplicate_own"]


async def test_ones_own_that_was_declined_fails_it(place: Place) -> None:
    first, _, _ = await checked(place)
    await first.check()
    declined = Verdict(approved=False, reasons=("other",))
    await place.desk.decide(place.reviewer, first.id, declined)
    _, check, _ = await checked(place)
    assert check.status is CheckStatus.FAILED
    assert [finding.code for finding in check.findings] == ["duplicate_turned_away"]


async def test_a_neighbour_of_another_name_is_none(place: Place) -> None:
    olaf = await somebody_else(place)
    for name, expected in (("Zephyr Cycles", 0), ("Fern und Fig", 1)):
        neighbour = await place.desk.open_case(olaf, "chat")
        address = {
            "line1": "12 Market St",
            "city": "Portland",
            "region": "OR",
            "postal_code": "97204",
            "country": "US",
        }
        told = {FieldName.MERCHANT_NAME: name, FieldName.ADDRESS: address}
        await place.desk.enter(olaf, neighbour, told, via="form")
        case, check, _ = await checked(place)
        assert len([each for each in check.duplicates if not each.own]) == expected
        await place.desk.withdraw(place.merchant, case.id)


async def test_the_merchant_never_learns_of_it_and_the_reviewer_gets_the_way_there(place: Place) -> None:
    other = await with_phone(place, await somebody_else(place))
    case, _, answer = await checked(place)
    await case.check()
    views = Views(place.desk, People(place.desk))
    seen = [
        await views.card(place.merchant, case.id),
        await views.status(place.merchant, case.id),
        await views.transcript(place.merchant, case.id),
    ]
    read = " ".join(each.model_dump_json() for each in seen)
    assert not [word for word in (str(other), KEY, "duplicate", "Another person") if word in read]
    assert KEY not in json.loads(answer)
    staff = (await views.card(place.reviewer, case.id)).staff
    assert staff is not None
    shown = next(check for check in staff.checks if check.key == KEY).duplicates
    assert [(each.case_id, each.shared, each.whose, each.state) for each in shown] == [
        (other, "phone number", "another person's", "collecting")
    ]


async def test_under_the_basic_policy_it_is_not_made(tmp_path: Path) -> None:
    place = await install(tmp_path)
    case = await place.open_case()
    await case.tell_story()
    await case.submit()
    await case.call("validate_application", "validator")
    assert KEY not in (await case.record()).checks
    await place.desk.db.close()
