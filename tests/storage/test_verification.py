"""The log holds, or names what does not: whoever changes the files is noticed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from cases.errors import NotFound
from storage.chain import CASE_COLUMNS, EVENT_COLUMNS, hash_event
from storage.codec import Codec
from storage.rotation import rotate
from storage.seals import seals_file
from tests.storage.installations import Installation, event


@contextmanager
def by_hand(place: Installation) -> Generator[sqlite3.Connection, None, None]:
    """The database as somebody with a copy of sqlite3 sees it."""
    connection = sqlite3.connect(place.settings.database_file, isolation_level=None)
    connection.row_factory = sqlite3.Row
    try:
        yield connection
    finally:
        connection.close()


async def test_an_untouched_log_holds_before_and_after_sealing(place: Installation):
    assert (await place.verify()).holds
    case = await place.open_case(3)
    assert (await place.verify()).holds
    assert await place.sealer.seal(place.db) == 1
    assert await place.sealer.seal(place.db) == 0
    await place.add(case, event(text="more"))
    await place.open_case(2)
    found = await place.verify()
    assert (found.holds, found.cases, found.events) == (True, 2, 6)
    assert (await place.verify(case)).events == 4


async def test_it_holds_after_the_keys_were_rotated(place: Installation):
    case = await place.open_case(3)
    await place.sealer.seal(place.db)
    await rotate(place.db, place.keyring)
    assert (await place.verify()).holds
    await place.add(case, event(text="more"))
    await place.sealer.seal(place.db)
    assert (await place.verify()).holds


async def test_it_holds_for_a_case_whose_key_was_destroyed_by_the_log_itself(place: Installation):
    case = await place.open_case(3)
    await place.sealer.seal(place.db)
    with by_hand(place) as sql:
        row = dict(sql.execute("SELECT * FROM cases").fetchone()) | {"data_key_wrapped": None}
        mac = Codec(place.keyring).sign(row)["head_mac"]
        sql.execute("UPDATE cases SET data_key_wrapped = NULL, head_mac = ?", [mac])
    assert (await place.verify(case)).holds


async def test_an_unknown_case_is_not_found(place: Installation):
    with pytest.raises(NotFound):
        await place.verify(uuid4())


def flip(value: object, column: str) -> object:
    match value:
        case int():
            return value + 1000
        case bytes():
            return value[:-1] + bytes([value[-1] ^ 1])
        case str():
            return value[:-1] + chr(ord(value[-1]) ^ 1)
        case _:
            return str(uuid4()) if column == "participant" else "x"


@pytest.mark.parametrize("sealed", [True, False])
@pytest.mark.parametrize("seq", [1, 3, 5])
@pytest.mark.parametrize("column", EVENT_COLUMNS)
async def test_a_changed_column_of_an_event_is_named(
    place: Installation, column: str, seq: int, sealed: bool
):
    await place.open_case(2)
    case = await place.open_case(5)
    if sealed:
        await place.sealer.seal(place.db)
    with by_hand(place) as sql:
        where = "WHERE case_id = ? AND seq = ?"
        (value,) = sql.execute(f'SELECT "{column}" FROM events {where}', [str(case), seq]).fetchone()
        sql.execute(f'UPDATE events SET "{column}" = ? {where}', [flip(value, column), str(case), seq])
    found = await place.verify()
    assert (found.holds, found.case_id, found.seq) == (False, case, seq), found
    assert found.problem
    assert str(seq) in found.problem
    assert not (await place.verify(case)).holds


Tamper = Callable[[sqlite3.Connection, str], object]


@dataclass
class Trick:
    name: str
    do: Tamper
    named: int


def insert_copy(sql: sqlite3.Connection, case: str) -> None:
    row = dict(sql.execute("SELECT * FROM events WHERE case_id = ? AND seq = 5", [case]).fetchone())
    row |= {"position": row["position"] + 100, "id": str(uuid4()), "seq": 6, "prev_hash": row["hash"]}
    row["hash"] = hash_event(row)
    marks = ",".join("?" * len(row))
    sql.execute(f"INSERT INTO events ({','.join(row)}) VALUES ({marks})", list(row.values()))


def swap(sql: sqlite3.Connection, case: str) -> None:
    for old, new in ((2, 90), (4, 2), (90, 4)):
        sql.execute("UPDATE events SET seq = ? WHERE case_id = ? AND seq = ?", [new, case, old])


def hash_anew(sql: sqlite3.Connection, case: str) -> None:
    prev = None
    for row in sql.execute("SELECT * FROM events WHERE case_id = ? ORDER BY seq", [case]).fetchall():
        changed = dict(row)
        if changed["seq"] == 3:
            changed["audience"] = "staff"
        if prev is not None:
            changed["prev_hash"] = prev
        prev = changed["hash"] = hash_event(changed)
        sql.execute(
            "UPDATE events SET audience = :audience, prev_hash = :prev_hash, hash = :hash"
            " WHERE position = :position",
            changed,
        )
    sql.execute("UPDATE cases SET head_hash = ? WHERE id = ?", [prev, case])


def cut_and_forge_the_row(sql: sqlite3.Connection, case: str) -> None:
    sql.execute("DELETE FROM events WHERE case_id = ? AND seq > 3", [case])
    (last,) = sql.execute("SELECT hash FROM events WHERE case_id = ? AND seq = 3", [case]).fetchone()
    sql.execute("UPDATE cases SET head_seq = 3, head_hash = ? WHERE id = ?", [last, case])


TRICKS = [
    Trick("remove the first", lambda s, c: s.execute("DELETE FROM events WHERE case_id=? AND seq=1", [c]), 1),
    Trick("remove one", lambda s, c: s.execute("DELETE FROM events WHERE case_id=? AND seq=3", [c]), 3),
    Trick("cut the tail", lambda s, c: s.execute("DELETE FROM events WHERE case_id=? AND seq>3", [c]), 4),
    Trick("remove all", lambda s, c: s.execute("DELETE FROM events WHERE case_id=?", [c]), 1),
    Trick("swap two", swap, 2),
    Trick("append a copy", insert_copy, 6),
    Trick("hash the chain anew", hash_anew, 3),
    Trick("cut the tail and forge the row", cut_and_forge_the_row, 4),
    Trick("remove the case's row", lambda s, c: s.execute("DELETE FROM cases WHERE id=?", [c]), 1),
    Trick(
        "move one to another case",
        lambda s, c: s.execute(
            "UPDATE events SET case_id = ? WHERE case_id = ? AND seq = 2", [str(UUID(int=0)), c]
        ),
        2,
    ),
]


@pytest.mark.parametrize("trick", TRICKS, ids=lambda trick: trick.name)
async def test_a_changed_order_of_events_is_named(place: Installation, trick: Trick):
    case = await place.open_case(5)
    await place.open_case(2)
    await place.sealer.seal(place.db)
    with by_hand(place) as sql:
        trick.do(sql, str(case))
    found = await place.verify()
    assert (found.holds, found.case_id, found.seq) == (False, case, trick.named), found
    assert (await place.verify(case)).seq == trick.named


async def test_a_tail_cut_before_it_was_sealed_is_named(place: Installation):
    case = await place.open_case(5)
    with by_hand(place) as sql:
        sql.execute("DELETE FROM events WHERE seq > 3")
    found = await place.verify()
    assert (found.holds, found.case_id, found.seq) == (False, case, 4)


async def test_a_tail_cut_with_the_older_row_put_back_is_named(place: Installation):
    case = await place.open_case(3)
    await place.sealer.seal(place.db)
    with by_hand(place) as sql:
        older = dict(sql.execute("SELECT * FROM cases").fetchone())
    await place.add(case, event(text="approve"), event(text="thanks"))
    await place.sealer.seal(place.db)
    with by_hand(place) as sql:
        sql.execute("DELETE FROM events WHERE seq > 3")
        sql.execute(f"UPDATE cases SET {','.join(f'{name} = :{name}' for name in older)}", older)
    found = await place.verify()
    assert (found.holds, found.case_id, found.seq) == (False, case, 4)


async def test_a_removed_case_is_named(place: Installation):
    case = await place.open_case(3)
    await place.open_case(3)
    await place.sealer.seal(place.db)
    with by_hand(place) as sql:
        sql.execute("DELETE FROM events WHERE case_id = ?", [str(case)])
        sql.execute("DELETE FROM cases WHERE id = ?", [str(case)])
    found = await place.verify()
    assert (found.holds, found.case_id) == (False, case)
    assert not (await place.verify(case)).holds


async def test_a_case_removed_before_it_was_sealed_is_noticed(place: Installation):
    case = await place.open_case(3)
    await place.open_case(3)
    with by_hand(place) as sql:
        sql.execute("DELETE FROM events WHERE case_id = ?", [str(case)])
        sql.execute("DELETE FROM cases WHERE id = ?", [str(case)])
    found = await place.verify()
    assert not found.holds
    assert "3 events" in (found.problem or "")


@pytest.mark.parametrize("column", [name for name in CASE_COLUMNS if name != "id"])
@pytest.mark.parametrize("sealed", [True, False])
async def test_a_changed_row_of_a_case_is_named(place: Installation, column: str, sealed: bool):
    case = await place.open_case()
    await place.add(case, event(text="hello"), summary={"name": "Ann's"})
    if sealed:
        await place.sealer.seal(place.db)
    with by_hand(place) as sql:
        (value,) = sql.execute(f"SELECT {column} FROM cases").fetchone()
        sql.execute(f"UPDATE cases SET {column} = ?", [flip(value, column)])
    found = await place.verify()
    assert (found.holds, found.case_id) == (False, case), found


async def test_a_row_under_another_id_is_named(place: Installation):
    case = await place.open_case(2)
    with by_hand(place) as sql:
        sql.execute("UPDATE cases SET id = ?", [str(uuid4())])
    found = await place.verify()
    assert (found.holds, found.case_id) == (False, case)


def lose(file: Path) -> None:
    file.unlink()


def lose_a_line(file: Path) -> None:
    file.write_bytes(b"".join(file.read_bytes().splitlines(keepends=True)[:-1]))


def lose_the_first_line(file: Path) -> None:
    file.write_bytes(b"".join(file.read_bytes().splitlines(keepends=True)[1:]))


def change_a_head(file: Path) -> None:
    text = file.read_text()
    at = text.index('"heads":[["') + 60
    file.write_text(text[:at] + ("0" if text[at] != "0" else "1") + text[at + 1 :])


def add_a_space(file: Path) -> None:
    file.write_text(file.read_text().replace(",", ", ", 1))


def cut_a_line(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-20])


def write_nonsense(file: Path) -> None:
    file.write_bytes(b"\xff\x00" + file.read_bytes())


@pytest.mark.parametrize(
    "harm",
    [lose, lose_a_line, lose_the_first_line, change_a_head, add_a_space, cut_a_line, write_nonsense],
)
async def test_a_missing_or_edited_seals_file_is_noticed(place: Installation, harm: Callable[[Path], None]):
    case = await place.open_case(2)
    await place.sealer.seal(place.db)
    await place.add(case, event(text="more"))
    await place.sealer.seal(place.db)
    harm(seals_file(place.settings.data_dir))
    found = await place.verify()
    assert not found.holds
    assert "seals" in (found.problem or "")


async def test_text_that_is_no_utf8_any_more_is_named(place: Installation):
    case = await place.open_case(3)
    with by_hand(place) as sql:
        sql.execute("UPDATE events SET actor = CAST(X'ff00fe' AS TEXT) WHERE seq = 2")
    found = await place.verify()
    assert (found.holds, found.case_id, found.seq) == (False, case, 2)


async def test_an_event_that_is_not_a_case_s_at_all_is_told_without_trouble(place: Installation):
    await place.open_case(3)
    with by_hand(place) as sql:
        sql.execute("UPDATE events SET case_id = CAST(X'ff' AS TEXT), seq = 'x' WHERE seq = 2")
    found = await place.verify()
    assert (found.holds, found.seq) == (False, 2)
    (found.problem or "").encode("ascii")


async def test_a_file_that_is_no_database_does_not_hold(place: Installation):
    await place.open_case(3)
    await place.db.close()
    file = place.settings.database_file
    file.write_bytes(file.read_bytes()[:100] + b"\xff" * 30_000)
    found = await place.verify()
    assert not found.holds
    assert "damaged" in (found.problem or "")


async def test_an_id_that_is_no_text_any_more_stops_neither_check_list_nor_rotation(place: Installation):
    case, other = await place.open_case(2), await place.open_case(2)
    with by_hand(place) as sql:
        sql.execute("UPDATE cases SET id = CAST(X'ac35' AS TEXT) WHERE id = ?", [str(case)])
    found = await place.verify()
    assert (found.holds, found.case_id) == (False, case)
    assert (await place.verify(other)).holds
    done = await rotate(place.db, place.keyring)
    assert (done.cases, done.left) == (1, 1)
    assert await place.sealer.seal(place.db) == 1
    async with place.db.read() as conn:
        assert [row.id for row in await place.log.rows(conn)] == [other]
