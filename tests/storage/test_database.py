"""The two doors: one writer, readers beside it, and calm words when the disk or the file will not do."""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import IntegrityError

from cases.errors import Invalid, Unavailable
from storage import database, tables
from storage.database import Database
from storage.settings import Settings, load_settings
from tests.storage.installations import NOW, Installation, add_person

PROJECT = Path(__file__).resolve().parents[2]


def person(number: int) -> dict[str, object]:
    return {
        "id": f"00000000-0000-0000-0000-{number:012d}",
        "email_hash": str(number),
        "email_encrypted": b"x",
        "name_encrypted": b"x",
        "roles": ["merchant"],
        "created_at": NOW,
    }


async def count(db: Database) -> int:
    async with db.read() as conn:
        return await conn.scalar(select(func.count()).select_from(tables.people)) or 0


async def test_what_is_made_is_its_owner_s_only(place: Installation):
    folder = place.settings.data_dir
    assert folder.stat().st_mode & 0o777 == 0o700
    files = {file.name: file.stat().st_mode & 0o777 for file in folder.iterdir() if file.is_file()}
    assert {"onboard.db", "onboard.db-wal", "onboard.db-shm"} <= files.keys()
    assert set(files.values()) == {0o600}


async def test_the_database_is_durable_and_checks_references(place: Installation):
    async with place.db.write() as tx:
        got = {name: await tx.scalar(text(f"PRAGMA {name}")) for name in ("journal_mode", "synchronous")}
        assert got == {"journal_mode": "wal", "synchronous": 2}
        assert await tx.scalar(text("PRAGMA foreign_keys")) == 1
        assert await tx.scalar(text("PRAGMA busy_timeout")) == 30_000


async def test_the_migrations_make_exactly_the_tables_that_the_code_knows(place: Installation):
    def compare(connection: object) -> list[object]:
        context = MigrationContext.configure(connection)  # pyright: ignore[reportArgumentType]
        return list(compare_metadata(context, tables.metadata))

    async with place.db.read() as conn:
        assert await conn.run_sync(compare) == []


async def test_opening_again_changes_nothing(place: Installation):
    await place.db.close()
    await place.db.open()
    assert await count(place.db) == 1


async def test_a_database_of_a_later_version_is_left_alone(place: Installation):
    async with place.db.write() as tx:
        await tx.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(Unavailable, match="later version"):
        await place.db.open()


async def test_several_processes_open_a_new_folder_together(settings: Settings):
    program = (
        "import asyncio\n"
        "from storage.database import Database; from storage.settings import load_settings\n"
        f"db = Database(load_settings(None, data_dir={str(settings.data_dir)!r}))\n"
        "asyncio.run(db.open())"
    )
    running = [
        await asyncio.create_subprocess_exec(sys.executable, "-c", program, cwd=PROJECT) for _ in range(4)
    ]
    assert [await process.wait() for process in running] == [0, 0, 0, 0]


async def test_an_exception_rolls_back(place: Installation):
    with pytest.raises(KeyError):  # noqa: PT012
        async with place.db.write() as tx:
            await tx.execute(insert(tables.people).values(person(1)))
            raise KeyError
    assert await count(place.db) == 1


async def test_a_reader_sees_one_moment_while_the_writer_goes_on(place: Installation):
    async with place.db.read() as conn:
        query = select(func.count()).select_from(tables.people)
        before = await conn.scalar(query)
        await add_person(place.db, place.keyring, "bob@shop.example")
        assert await conn.scalar(query) == before
    assert await count(place.db) == 2


async def test_writers_take_turns_and_none_is_refused(place: Installation):
    async def write(number: int) -> None:
        async with place.db.write() as tx:
            await tx.scalar(select(func.count()).select_from(tables.people))
            await asyncio.sleep(0)
            await tx.execute(insert(tables.people).values(person(number)))

    await asyncio.gather(*(write(number) for number in range(50)))
    assert await count(place.db) == 51


async def test_a_transaction_inside_a_transaction_is_a_mistake_that_shows(place: Installation):
    async with place.db.write():
        with pytest.raises(RuntimeError):
            async with place.db.write():
                pass


async def test_the_readers_door_does_not_write(place: Installation):
    with pytest.raises(Unavailable):
        async with place.db.read() as conn:
            await conn.execute(insert(tables.people).values(person(1)))


async def test_a_broken_rule_of_the_tables_is_no_unavailability(place: Installation):
    with pytest.raises(IntegrityError):
        async with place.db.write() as tx:
            await tx.execute(insert(tables.tokens).values(person_id=person(7)["id"], id=person(1)["id"]))


@pytest.mark.parametrize("value", ["half \ud83d", 2**70])
async def test_a_value_that_sqlite_cannot_hold_is_invalid(place: Installation, value: object):
    with pytest.raises(Invalid):
        async with place.db.read() as conn:
            await conn.execute(text("SELECT :value"), {"value": value})


@pytest.mark.parametrize("steps", range(0, 100, 3))
async def test_a_task_cancelled_anywhere_leaves_the_writer_free(place: Installation, steps: int):
    async def write() -> None:
        async with place.db.write() as tx:
            await tx.scalar(text("SELECT 1"))
            await tx.execute(insert(tables.people).values(person(1)))
            await tx.execute(insert(tables.people).values(person(2)))

    task = asyncio.create_task(write())
    for _ in range(steps):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    # Another connection gets the writer's lock at once, and sees all of the transaction or nothing.
    other = sqlite3.connect(place.settings.database_file, timeout=0, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    (found,) = other.execute("SELECT count(*) FROM people").fetchone()
    other.close()
    assert found in {1, 3}
    await add_person(place.db, place.keyring, "bob@shop.example")


async def test_a_locked_database_is_unavailable_in_calm_words(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.1)
    db = Database(settings)
    await db.open()
    other = sqlite3.connect(settings.database_file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Unavailable, match="Nothing was changed"):
        async with db.write():
            pass
    assert await count(db) == 0
    other.close()
    async with db.write() as tx:
        await tx.execute(insert(tables.people).values(person(1)))
    await db.close()


async def test_a_full_disk_is_unavailable_and_nothing_is_half_written(place: Installation):
    with pytest.raises(Unavailable, match="Nothing was changed"):  # noqa: PT012
        async with place.db.write() as tx:
            pages = await tx.scalar(text("PRAGMA page_count"))
            await tx.execute(text(f"PRAGMA max_page_count = {pages + 2}"))
            for number in range(1, 200):
                await tx.execute(
                    insert(tables.people).values({**person(number), "name_encrypted": b"x" * 5000})
                )
    assert await count(place.db) == 1
    async with place.db.write() as tx:
        await tx.execute(text("PRAGMA max_page_count = 1000000"))
    await add_person(place.db, place.keyring, "bob@shop.example")


FULL_DISK = """
import asyncio, json, resource, sys
from cases.errors import Unavailable
from storage.settings import load_settings
from tests.storage.installations import event, install

async def main():
    place = await install(load_settings(None, data_dir=sys.argv[1]))
    case = await place.open_case(2)
    await place.sealer.seal(place.db)
    size = (place.settings.data_dir / "onboard.db-wal").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 100_000, resource.RLIM_INFINITY))
    kept, refused = 2, ""
    for _ in range(200):
        try:
            await place.add(case, event(text="x" * 3000), event(text="y" * 3000))
            kept += 2
        except Unavailable as error:
            refused = str(error)
            break
    verified = await place.verify()
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    await place.add(case, event(text="room again"))
    await place.sealer.seal(place.db)
    after = await place.verify()
    await place.db.close()
    print(json.dumps([kept, refused, verified.holds, verified.events, after.holds, after.events]))

asyncio.run(main())
"""


def test_a_disk_that_runs_full_keeps_what_was_said_and_goes_on_when_there_is_room(tmp_path: Path):
    """The limit on a file's size makes the system refuse the write, as a full disk does."""
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(tmp_path / "data")],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    kept, refused, holds, events, holds_after, events_after = json.loads(done.stdout)
    assert "Nothing was changed" in refused
    assert (holds, events) == (True, kept)
    assert (holds_after, events_after) == (True, kept + 1)


async def test_a_file_that_is_no_database_is_unavailable(settings: Settings):
    settings.data_dir.mkdir()
    settings.database_file.write_bytes(b"nothing of the kind" * 1000)
    db = Database(settings)
    with pytest.raises(Unavailable, match="damaged"):
        await db.open()
    await db.close()


async def test_a_folder_that_cannot_be_used_is_unavailable(tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    db = Database(load_settings(None, data_dir=tmp_path / "file"))
    with pytest.raises(Unavailable):
        await db.open()
    await db.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
async def test_a_read_only_database_is_unavailable(place: Installation):
    await place.db.close()
    place.settings.database_file.chmod(0o400)
    with pytest.raises(Unavailable):
        await add_person(place.db, place.keyring, "bob@shop.example")
