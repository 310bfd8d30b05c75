"""Accounts: one for an address, looked up afresh each time, and shut at once when they are disabled."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cases.access import Role
from cases.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from tests.desk.office import Office

PASSWORD = "correct horse battery"


async def test_adding_an_account_that_exists_changes_nothing(office: Office) -> None:
    before = await office.people.list()
    for address in ("mona@people.example", " MONA@People.Example "):
        with pytest.raises(Conflict) as error:
            await office.people.add(address, [Role.ADMIN], PASSWORD, "Mallory")
        assert error.value.code == "exists"
    assert await office.people.list() == before
    with pytest.raises(Unauthenticated):
        await office.people.sign_in("mona@people.example", PASSWORD)


@pytest.mark.parametrize("address", ["", "mona", "mona@", "@people.example", "a b@people.example"])
async def test_what_is_no_address_makes_no_account(office: Office, address: str) -> None:
    with pytest.raises(Invalid):
        await office.people.add(address, [Role.MERCHANT])


async def test_a_short_password_is_refused(office: Office) -> None:
    with pytest.raises(Invalid, match="at least 10"):
        await office.people.add("new@people.example", [Role.MERCHANT], "short")
    with pytest.raises(NotFound):
        await office.people.by_email("new@people.example")


async def test_who_knows_the_password_signs_in_and_nobody_else(office: Office) -> None:
    added = await office.people.add("new@people.example", [Role.MERCHANT], PASSWORD)
    assert await office.people.sign_in("New@people.example", PASSWORD) == added
    refusals = set[str]()
    for email, password in (
        ("new@people.example", "wrong password"),
        ("nobody@people.example", PASSWORD),
        ("mona@people.example", ""),  # has no password at all
        ("not an address", PASSWORD),
    ):
        with pytest.raises(Unauthenticated) as error:
            await office.people.sign_in(email, password)
        refusals.add(str(error.value))
    assert len(refusals) == 1


async def test_a_disabled_account_opens_no_door(office: Office) -> None:
    person = await office.people.add("new@people.example", [Role.REVIEWER], PASSWORD)
    _, secret = await office.people.create_token(person.email, None)
    await office.people.disable(person.email)
    with pytest.raises(Unauthenticated):
        await office.people.sign_in(person.email, PASSWORD)
    with pytest.raises(Unauthenticated):
        await office.people.by_token(secret)
    with pytest.raises(Unauthenticated):
        await office.people.person(person.id)
    with pytest.raises(NotFound):
        await office.people.create_token(person.email, None)
    await office.people.enable(person.email)
    assert await office.people.by_token(secret) == person


async def test_roles_are_those_of_this_moment(office: Office) -> None:
    case_id = await office.desk.open_case(office.merchant, "chat")
    _, secret = await office.people.create_token(office.reviewer.email, None)
    await office.people.set_roles(office.reviewer.email, [Role.ANALYST])
    for now in (await office.people.person(office.reviewer.id), await office.people.by_token(secret)):
        assert now.roles == {Role.ANALYST}
        with pytest.raises(Forbidden):
            await office.desk.claim(now, case_id)


async def test_a_token_ends_with_its_time_or_when_it_is_revoked(office: Office) -> None:
    email, end = office.merchant.email, office.clock.now + timedelta(days=30)
    short_id, short = await office.people.create_token(email, end)
    long_id, long = await office.people.create_token(email, None)
    assert await office.people.by_token(short) == office.merchant
    office.clock.pass_time(timedelta(days=30))
    with pytest.raises(Unauthenticated):
        await office.people.by_token(short)
    await office.people.revoke_token(long_id)
    for secret in (long, "", "onb_guess", short_id.hex):
        with pytest.raises(Unauthenticated):
            await office.people.by_token(secret)


async def test_a_token_is_listed_without_its_secret(office: Office) -> None:
    token_id, secret = await office.people.create_token(office.merchant.email, None)
    listed = await office.people.tokens()
    assert [(token.id, token.email) for token in listed] == [(token_id, office.merchant.email)]
    assert secret not in repr(listed)


async def test_what_nobody_has_cannot_be_changed(office: Office) -> None:
    people, nobody = office.people, "nobody@people.example"
    for change in (
        people.disable(nobody),
        people.enable(nobody),
        people.set_roles(nobody, [Role.ADMIN]),
        people.set_password(nobody, PASSWORD),
        people.revoke_token(office.merchant.id),
    ):
        with pytest.raises(NotFound):
            await change


async def test_an_address_is_found_however_it_is_written(office: Office) -> None:
    added = await office.people.add("Jürgen@Bücher.example", [Role.MERCHANT], PASSWORD)
    for address in (
        "Jürgen@Bücher.example",
        "ju\u0308rgen@bu\u0308cher.example",
        "jürgen@xn--bcher-kva.example",
    ):
        assert await office.people.by_email(address) == added


async def test_no_address_and_no_name_stands_in_the_database_in_clear(office: Office) -> None:
    await office.people.add("secret.person@people.example", [Role.MERCHANT], None, "Seraphina Secret")
    await office.close()
    written = b"".join(file.read_bytes() for file in office.folder.rglob("*") if file.is_file())
    for clear in (b"secret.person", b"Seraphina"):
        assert clear not in written
