"""Any event, any column, any byte: whatever is changed in a copy of the files is detected and named."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.errors import Unavailable
from storage.chain import EVENT_COLUMNS
from storage.database import Database
from storage.rotation import rotate
from storage.secrets import open_keyring
from storage.settings import load_settings
from storage.verification import Verification, verify
from tests.storage.installations import event, install

CASES, EVENTS, SEALED = 3, 6, 4


@dataclass
class Original:
    """An installation at rest, to be copied and harmed: three cases, the first four events sealed."""

    folder: Path
    cases: list[UUID]

    def harm(self, do: Callable[[Path], object]) -> Verification:
        with tempfile.TemporaryDirectory() as name:
            copy = Path(shutil.copytree(self.folder, Path(name) / "data"))
            do(copy)
            return asyncio.run(check(copy))

    def harm_tables(self, do: Callable[[sqlite3.Connection], object]) -> Verification:
        def in_database(folder: Path) -> None:
            connection = sqlite3.connect(folder / "onboard.db", isolation_level=None)
            connection.row_factory = sqlite3.Row
            do(connection)
            connection.close()

        return self.harm(in_database)


async def check(folder: Path) -> Verification:
    chosen = load_settings(None, data_dir=folder)
    db = Database(chosen)
    try:
        return await verify(db, open_keyring(chosen))
    finally:
        await db.close()


async def fill(folder: Path) -> list[UUID]:
    place = await install(load_settings(None, data_dir=folder))
    cases = [await place.open_case(SEALED) for _ in range(CASES)]
    await place.sealer.seal(place.db)
    await rotate(place.db, place.keyring)
    for case in cases:
        await place.add(case, *(event(participant=place.person, text="late") for _ in range(EVENTS - SEALED)))
    await place.db.close()
    return cases


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Original:
    folder = tmp_path_factory.mktemp("original") / "data"
    return Original(folder, asyncio.run(fill(folder)))


a_case = st.integers(0, CASES - 1)
a_seq = st.integers(1, EVENTS)
a_mask = st.integers(1, 255)


def test_the_untouched_copy_holds(original: Original):
    assert original.harm(lambda folder: None).holds


@settings(deadline=None, max_examples=80)
@given(
    which=a_case,
    seq=a_seq,
    column=st.sampled_from(EVENT_COLUMNS),
    at=st.integers(0),
    mask=a_mask,
)
def test_any_changed_byte_of_any_column_is_named(
    original: Original, which: int, seq: int, column: str, at: int, mask: int
):
    case = original.cases[which]
    where = f"WHERE case_id = '{case}' AND seq = {seq}"

    def change(sql: sqlite3.Connection) -> None:
        query = f'SELECT typeof("{column}") AS kind, CAST("{column}" AS BLOB) AS raw FROM events {where}'
        row = sql.execute(query).fetchone()
        raw = bytearray(row["raw"] or b"?")
        raw[at % len(raw)] ^= mask
        if row["kind"] == "integer":
            # Far away, so that it does not run into another row's key.
            sql.execute(f'UPDATE events SET "{column}" = "{column}" + ? {where}', [1000 * mask])
        else:
            kind = "BLOB" if row["kind"] == "blob" else "TEXT"
            sql.execute(f'UPDATE events SET "{column}" = CAST(? AS {kind}) {where}', [bytes(raw)])

    found = original.harm_tables(change)
    assert (found.holds, found.case_id, found.seq) == (False, case, seq)


@settings(deadline=None, max_examples=25)
@given(which=a_case, first=a_seq, length=st.integers(1, EVENTS))
def test_any_removed_run_of_events_is_named(original: Original, which: int, first: int, length: int):
    case = original.cases[which]
    query = f"DELETE FROM events WHERE case_id = '{case}' AND seq >= {first} AND seq < {first + length}"
    found = original.harm_tables(lambda sql: sql.execute(query))
    assert (found.holds, found.case_id, found.seq) == (False, case, first)


@settings(deadline=None, max_examples=25)
@given(which=a_case, pair=st.lists(a_seq, min_size=2, max_size=2, unique=True))
def test_any_two_swapped_events_are_named(original: Original, which: int, pair: list[int]):
    case = original.cases[which]

    def swap(sql: sqlite3.Connection) -> None:
        for old, new in ((pair[0], 99), (pair[1], pair[0]), (99, pair[1])):
            sql.execute(f"UPDATE events SET seq = {new} WHERE case_id = '{case}' AND seq = {old}")

    found = original.harm_tables(swap)
    assert (found.holds, found.case_id, found.seq) == (False, case, min(pair))


@settings(deadline=None, max_examples=25)
@given(source=a_case, target=a_case, seq=a_seq, at=st.integers(1, EVENTS + 1))
def test_any_event_copied_into_a_chain_is_named(
    original: Original, source: int, target: int, seq: int, at: int
):
    """The events behind the place move on by one, as if nothing had happened."""
    into = original.cases[target]
    columns = [name for name in EVENT_COLUMNS if name not in {"position", "id", "case_id", "seq"}]

    def insert(sql: sqlite3.Connection) -> None:
        row = sql.execute(
            f"SELECT {','.join(columns)} FROM events WHERE case_id = ? AND seq = ?",
            [str(original.cases[source]), seq],
        ).fetchone()
        for later in range(EVENTS, at - 1, -1):
            sql.execute(f"UPDATE events SET seq = {later + 1} WHERE case_id = '{into}' AND seq = {later}")
        names = ["id", "case_id", "seq", *columns]
        values = [str(UUID(int=7)), str(into), at, *row]
        marks = ",".join("?" * len(names))
        sql.execute(f"INSERT INTO events ({','.join(names)}) VALUES ({marks})", values)

    found = original.harm_tables(insert)
    assert (found.holds, found.case_id, found.seq) == (False, into, at)


@settings(deadline=None, max_examples=30)
@given(at=st.integers(0), mask=a_mask)
def test_any_changed_byte_of_the_seals_file_is_noticed(original: Original, at: int, mask: int):
    def change(folder: Path) -> None:
        file = folder / "seals.jsonl"
        raw = bytearray(file.read_bytes())
        raw[at % len(raw)] ^= mask
        file.write_bytes(raw)

    found = original.harm(change)
    assert not found.holds
    assert "seals" in (found.problem or "")


@settings(deadline=None, max_examples=60)
@given(at=st.integers(0), mask=a_mask)
def test_any_changed_byte_of_the_database_file_gets_an_answer(original: Original, at: int, mask: int):
    """Whether it matters depends on the byte (free space, an index); a crash is never the answer."""

    def change(folder: Path) -> None:
        file = folder / "onboard.db"
        raw = bytearray(file.read_bytes())
        raw[at % len(raw)] ^= mask
        file.write_bytes(raw)

    try:
        found = original.harm(change)
    except Unavailable:
        return
    assert found.holds or found.problem


def test_a_changed_byte_of_a_body_in_the_file_itself_is_named(original: Original):
    with sqlite3.connect(original.folder / "onboard.db") as sql:
        query = "SELECT body FROM events WHERE case_id = ? AND seq = 5"
        (body,) = sql.execute(query, [str(original.cases[1])]).fetchone()

    def change(folder: Path) -> None:
        file = folder / "onboard.db"
        raw = file.read_bytes()
        assert raw.count(body) == 1
        file.write_bytes(raw.replace(body, body[:-1] + bytes([body[-1] ^ 4])))

    found = original.harm(change)
    assert (found.holds, found.case_id, found.seq) == (False, original.cases[1], 5)
