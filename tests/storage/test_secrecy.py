"""Nothing that was said, and nobody's address, stands in clear in any file of the data folder."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest
from sqlalchemy import insert

from storage import tables
from storage.rotation import rotate
from tests.storage.installations import NOW, Installation, add_person, event

SECRETS = [
    "quicksilver",
    "078-05-1120",
    "DE89370400440532013000",
    "zoe@private.example",
    "Zoë Zimmermann",
    "Ann's",
]


async def test_a_byte_search_of_all_files_finds_nothing(
    place: Installation, caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.DEBUG)
    case = await place.open_case()
    await place.add(case, *(event(text=secret, data={"value": secret}) for secret in SECRETS))
    await place.add(case, event(text="x"), summary={"name": "Ann's"})
    await add_person(place.db, place.keyring, "zoe@private.example")
    async with place.db.write() as tx:
        await tx.execute(
            insert(tables.idempotency).values(
                person_id=place.person,
                route="/x",
                key="k",
                request_hash="h",
                status=202,
                response_encrypted=place.keyring.encrypt(" ".join(SECRETS)),
                created_at=NOW,
            )
        )
    await place.sealer.seal(place.db)
    await rotate(place.db, place.keyring)
    with pytest.raises(Exception, match="UNIQUE"):
        await add_person(place.db, place.keyring, "zoe@private.example")
    search(place, caplog)
    await place.db.close()
    search(place, caplog)


def search(place: Installation, caplog: pytest.LogCaptureFixture) -> None:
    files = [file for file in place.settings.data_dir.rglob("*") if file.is_file()]
    assert len(files) > 5
    for secret in SECRETS:
        for file in files:
            assert secret.encode() not in file.read_bytes(), file
        assert secret not in caplog.text


async def test_an_error_of_the_database_does_not_show_what_was_written(place: Installation):
    case = await place.open_case()
    same = replace(event(text="quicksilver"), actor="visible-actor")
    with pytest.raises(Exception, match="UNIQUE") as caught:
        await place.add(case, same, same)
    assert "visible-actor" not in str(caught.value)
