"""Other cases of the same merchant are found as facts are told, changed and taken back."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import delete

from cases.access import Person
from cases.application import FieldName
from cases.duplicates import TraitKind
from cases.states import State
from desk.duplicates import catch_up, duplicates_of
from storage import tables
from tests.desk.office import Office

PHONE = "+44 20 8366 1177"


async def case_with(office: Office, person: Person, **told: str) -> UUID:
    case_id = await office.desk.open_case(person, "chat")
    values = {FieldName(name): value for name, value in told.items()}
    await office.desk.enter(person, case_id, values, via="form")
    return case_id


async def found(office: Office, case_id: UUID) -> dict[UUID, tuple[set[TraitKind], bool]]:
    return {
        each.case_id: (set(each.kinds), each.own) for each, _ in await duplicates_of(office.desk, case_id)
    }


async def test_the_same_phone_in_another_spelling_is_found_and_whose_case_it_is(office: Office) -> None:
    one = await case_with(office, office.merchant, phone=PHONE)
    again = await case_with(office, office.merchant, phone="+442083661177")
    other = await case_with(office, office.other, phone="+44 (0)20-8366-1177")
    shared = {TraitKind.PHONE}
    assert await found(office, one) == {again: (shared, True), other: (shared, False)}


async def test_a_duplicate_tells_its_state_and_name_as_they_are_now(office: Office) -> None:
    one = await case_with(office, office.merchant, phone=PHONE)
    other = await case_with(office, office.other, phone=PHONE, merchant_name="Harbour Books")
    await office.desk.withdraw(office.other, other)
    ((duplicate, name),) = await duplicates_of(office.desk, one)
    assert (duplicate.state, name) == (State.WITHDRAWN, "Harbour Books")


async def test_a_changed_fact_is_known_by_its_new_value_alone(office: Office) -> None:
    one = await case_with(office, office.merchant, phone=PHONE)
    other = await case_with(office, office.other, phone=PHONE)
    await office.desk.enter(office.other, other, {FieldName.PHONE: "+442083661178"}, via="form")
    assert await found(office, one) == {}


async def test_what_an_agents_turn_records_is_known_again_as_well(office: Office) -> None:
    one, other = await office.submitted(), await office.submitted()
    assert await found(office, one) == {other: ({TraitKind.EMAIL, TraitKind.NEARBY}, True)}


async def test_cases_from_before_there_were_fingerprints_are_caught_up_with(office: Office) -> None:
    one = await case_with(office, office.merchant, phone=PHONE)
    other = await case_with(office, office.other, phone=PHONE)
    async with office.desk.db.write() as tx:
        await tx.execute(delete(tables.fingerprints))
    assert await found(office, one) == {}
    assert await catch_up(office.desk) == 2
    assert await found(office, one) == {other: ({TraitKind.PHONE}, False)}
    assert await catch_up(office.desk) == 0
