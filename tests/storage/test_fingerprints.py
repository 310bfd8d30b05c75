"""Fingerprints: a case is known again without a value in the database, and whatever becomes of the keys."""

from __future__ import annotations

import sqlite3
from uuid import UUID

from sqlalchemy import select

from storage import tables
from storage.log import EventLog
from storage.rotation import rotate
from storage.secrets import open_keyring
from tests.storage.installations import Installation, install

PHONE = ("phone", "+442083661177")
EMAIL = ("email", "ann@shop.example")


async def give(place: Installation, case_id: UUID, *traits: tuple[str, str]) -> None:
    async with place.db.write() as tx:
        await place.log.fingerprints.replace(tx, case_id, traits)


async def alike(place: Installation, case_id: UUID) -> list[tuple[UUID, str]]:
    async with place.db.read() as conn:
        return await place.log.fingerprints.alike(conn, case_id)


async def outdated(place: Installation) -> list[UUID]:
    async with place.db.read() as conn:
        return await place.log.fingerprints.outdated(conn)


async def digests(place: Installation) -> set[str]:
    async with place.db.read() as conn:
        return set((await conn.execute(select(tables.fingerprints.c.digest))).scalars())


async def test_two_cases_are_alike_in_what_they_share(place: Installation) -> None:
    one, other, third = [await place.open_case(1) for _ in range(3)]
    await give(place, one, PHONE, EMAIL)
    await give(place, other, PHONE)
    await give(place, third, ("phone", "+442083661178"))
    assert await alike(place, one) == [(other, "phone")]
    assert await alike(place, other) == [(one, "phone")]
    assert await alike(place, third) == []


async def test_the_same_text_of_another_kind_is_another_thing(place: Installation) -> None:
    one, other = [await place.open_case(1) for _ in range(2)]
    await give(place, one, ("tax_id", "123456789"))
    await give(place, other, ("account", "123456789"))
    assert await alike(place, one) == []


async def test_what_a_case_no_longer_has_is_forgotten(place: Installation) -> None:
    one, other = [await place.open_case(1) for _ in range(2)]
    await give(place, one, PHONE)
    await give(place, other, PHONE)
    await give(place, other, EMAIL)
    assert await alike(place, one) == []


async def test_the_database_holds_no_value_nor_a_hash_that_could_be_tried_out(place: Installation) -> None:
    case_id = await place.open_case(1)
    await give(place, case_id, PHONE, EMAIL)
    stored = place.settings.database_file.read_bytes()
    wal = place.settings.database_file.with_name(place.settings.database_file.name + "-wal")
    stored += wal.read_bytes() if wal.exists() else b""
    for _, text in (PHONE, EMAIL):
        assert text.encode() not in stored
    # The look-up of the account of that mailbox is another hash: the two cannot be laid beside each other.
    assert place.keyring.lookup(EMAIL[1]) not in await digests(place)


async def test_a_rotation_of_the_encryption_keys_leaves_them_as_they_are(place: Installation) -> None:
    one, other = [await place.open_case(1) for _ in range(2)]
    await give(place, one, PHONE)
    before = await digests(place)
    await rotate(place.db, place.keyring)
    place.log = EventLog(place.db, open_keyring(place.settings))
    await give(place, other, PHONE)
    assert before < await digests(place)
    assert await alike(place, one) == [(other, "phone")]
    assert await outdated(place) == []


async def test_cases_without_them_or_with_those_of_another_key_are_outdated(place: Installation) -> None:
    one, other = [await place.open_case(1) for _ in range(2)]
    await give(place, one, PHONE)
    assert await outdated(place) == [other]
    (place.settings.keys_dir / "lookup_key").unlink()
    await place.db.close()
    replaced = await install(place.settings)
    assert set(await outdated(replaced)) == {one, other}
    await give(replaced, one, PHONE)
    assert await outdated(replaced) == [other]
    await replaced.db.close()


async def test_an_erased_case_is_not_found_and_its_fingerprints_are_removed(place: Installation) -> None:
    one, other = [await place.open_case(1) for _ in range(2)]
    await give(place, one, PHONE)
    await give(place, other, PHONE)
    with sqlite3.connect(place.settings.database_file) as sql:
        sql.execute("UPDATE cases SET data_key_wrapped = NULL WHERE id = ?", [str(other)])
    assert await alike(place, one) == []
    async with place.db.write() as tx:
        await place.log.fingerprints.forget_erased(tx)
    async with place.db.read() as conn:
        left = set((await conn.execute(select(tables.fingerprints.c.case_id))).scalars())
    assert left == {one}
