"""Rotation: a new key wraps everything, and nothing is lost when it is cut off or a server runs beside."""

from __future__ import annotations

import asyncio
import sqlite3
from uuid import uuid4

import pytest
from cryptography.fernet import Fernet, InvalidToken
from sqlalchemy import insert, select

from storage import rotation, tables
from storage.errors import SettingsError
from storage.log import EventLog
from storage.rotation import rotate
from storage.secrets import open_keyring
from storage.settings import load_settings
from tests.storage.installations import NOW, Installation, event, install


def wrapped(place: Installation) -> list[bytes]:
    with sqlite3.connect(place.settings.database_file) as sql:
        queries = (
            "SELECT data_key_wrapped FROM cases",
            "SELECT email_encrypted FROM people",
            "SELECT name_encrypted FROM people",
            "SELECT response_encrypted FROM idempotency",
        )
        return [value for query in queries for (value,) in sql.execute(query)]


async def fill(place: Installation) -> None:
    for _ in range(3):
        await place.open_case(2)
    async with place.db.write() as tx:
        await tx.execute(
            insert(tables.idempotency).values(
                person_id=place.person,
                route="/x",
                key="k",
                request_hash="h",
                status=202,
                response_encrypted=place.keyring.encrypt("{}"),
                created_at=NOW,
            )
        )


def newest(place: Installation) -> Fernet:
    return Fernet((place.settings.keys_dir / "encryption_keys").read_text().split()[0])


def test_no_encrypted_column_is_left_out():
    encrypted = {
        (table.name, column.name)
        for table in tables.metadata.tables.values()
        for column in table.columns
        if column.name.endswith("_encrypted")
    }
    under_the_cases_key = {("cases", "summary_encrypted")}
    assert {(table.name, name) for table, name in rotation.ENCRYPTED} == encrypted - under_the_cases_key


async def test_everything_is_wrapped_under_the_new_key_and_reads_as_before(place: Installation):
    await fill(place)
    old = newest(place)
    async with place.db.read() as conn:
        before = await place.log.read_since(conn, 0)
    done = await rotate(place.db, place.keyring)
    assert (done.new_key, done.cases, done.values, done.left) == (True, 3, 3, 0)
    for value in wrapped(place):
        newest(place).decrypt(value)
        with pytest.raises(InvalidToken):
            old.decrypt(value)
    async with place.db.read() as conn:
        assert await EventLog(place.db, open_keyring(place.settings)).read_since(conn, 0) == before
        email = await conn.scalar(select(tables.people.c.email_encrypted))
    assert email is not None
    assert place.keyring.decrypt(email) == "ann@shop.example"
    assert (await place.verify()).holds


async def test_a_server_beside_it_goes_on(place: Installation):
    """The command line rotates with a keyring and connections of its own."""
    await fill(place)
    case = await place.open_case(1)
    beside = await install_again(place)

    async def serve() -> None:
        for _ in range(20):
            await place.add(case, event(text="meanwhile"))
            await place.open_case(1)
            async with place.db.read() as conn:
                await place.log.read_since(conn, 0)

    serving = asyncio.create_task(serve())
    for _ in range(3):
        await rotate(beside.db, beside.keyring)
    await serving
    await rotate(beside.db, beside.keyring)
    assert (await place.verify()).holds
    for value in wrapped(place):
        newest(place).decrypt(value)
    await beside.db.close()


async def install_again(place: Installation) -> Installation:
    again = Installation(**vars(place))
    again.keyring = open_keyring(place.settings)
    again.db = type(place.db)(place.settings)
    return again


async def test_cut_off_in_the_middle_it_loses_nothing_and_is_done_again(
    place: Installation, monkeypatch: pytest.MonkeyPatch
):
    await fill(place)
    monkeypatch.setattr(rotation, "AT_ONCE", 1)
    renew, calls = place.keyring.ring.renew, 0

    def die_at_the_third(token: bytes) -> bytes:
        nonlocal calls
        calls += 1
        if calls == 3:
            raise LookupError
        return renew(token)

    monkeypatch.setattr(place.keyring.ring, "renew", die_at_the_third)
    with pytest.raises(LookupError):
        await rotate(place.db, place.keyring)
    again = open_keyring(place.settings)
    for value in wrapped(place):
        again.ring.decrypt(value)
    assert (await place.verify()).holds
    assert (await rotate(place.db, again)).left == 0
    assert (await place.verify()).holds


async def test_two_rotations_at_once_lose_no_key(place: Installation):
    await fill(place)
    await asyncio.gather(*(rotate(place.db, open_keyring(place.settings)) for _ in range(3)))
    assert len((place.settings.keys_dir / "encryption_keys").read_text().split()) == 4
    assert (place.settings.keys_dir / "encryption_keys").stat().st_mode & 0o777 == 0o600
    for value in wrapped(place):
        newest(place).decrypt(value)


async def test_keys_of_the_environment_are_used_as_they_stand(place: Installation):
    await fill(place)
    old = (place.settings.keys_dir / "encryption_keys").read_text().strip()
    new = Fernet.generate_key().decode()
    given = load_settings(None, data_dir=place.settings.data_dir, encryption_keys=f"{new},{old}")
    keyring = open_keyring(given)
    done = await rotate(place.db, keyring)
    assert (done.new_key, done.cases, done.left) == (False, 3, 0)
    for value in wrapped(place):
        Fernet(new).decrypt(value)
    with pytest.raises(SettingsError, match="ONBOARD_ENCRYPTION_KEYS"):
        keyring.ring.add()


async def test_a_row_that_was_tampered_with_is_left_and_counted(place: Installation):
    await fill(place)
    with sqlite3.connect(place.settings.database_file) as sql:
        sql.execute("UPDATE cases SET state = 'approved' WHERE rowid = 1")
    done = await rotate(place.db, place.keyring)
    assert (done.cases, done.left) == (2, 1)
    assert not (await place.verify()).holds


async def test_it_works_on_an_empty_folder(place: Installation):
    other = await install(load_settings(None, data_dir=place.settings.data_dir.parent / str(uuid4())))
    assert (await rotate(other.db, other.keyring)).cases == 0
    await other.db.close()
