"""The event log: what goes in comes out, in order, and nobody reads what was changed behind it."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from storage.errors import LogDamaged
from storage.log import EventLog
from storage.records import CaseRow, StoredEvent
from tests.storage.installations import NOW, Installation, add_person, event


async def read(place: Installation, case: UUID, after: int = 0) -> list[StoredEvent]:
    async with place.db.read() as conn:
        return await place.log.read(conn, case, after)


async def row_of(place: Installation, case: UUID) -> CaseRow:
    async with place.db.read() as conn:
        row = await place.log.row(conn, case)
    assert row is not None
    return row


def spoil(place: Installation, statement: str) -> None:
    with sqlite3.connect(place.settings.database_file) as connection:
        connection.execute(statement)


async def test_what_was_written_is_read_in_order(place: Installation):
    case = await place.open_case()
    new = [
        event(
            "message.said", text="Zażółć \N{ROCKET} \ud800 \x00", amounts=[1, 2.5, None], nested={"a": True}
        ),
        event("fact.recorded", participant=place.person, field="email"),
    ]
    stored = await place.add(case, *new)
    assert await read(place, case) == stored
    assert [(found.seq, found.kind, found.body) for found in stored] == [
        (number, given.kind, given.body) for number, given in enumerate(new, start=1)
    ]
    assert (stored[1].participant, stored[1].at, stored[1].id) == (place.person, NOW, new[1].id)
    assert await read(place, case, after=1) == stored[1:]
    assert await read(place, uuid4()) == []


async def test_the_row_moves_with_the_events_and_only_with_them(place: Installation):
    case = await place.open_case()
    async with place.db.write() as tx:
        row = await place.log.row(tx, case)
        assert row is not None
        moved = replace(
            row,
            state="in_review",
            version=3,
            assignee=place.person,
            waiting_since=NOW + timedelta(hours=1),
            summary={"name": "Ann's"},
        )
        first = await place.log.append(tx, case, [event(text="one")], row=moved)
        # A stale row's head does not matter: the chain goes on from what the database holds.
        second = await place.log.append(tx, case, [event(text="two")], row=moved)
        with pytest.raises(ValueError):
            await place.log.append(tx, case, [], row=moved)
    kept = await row_of(place, case)
    assert kept == replace(moved, updated_at=NOW, head_seq=2, head_hash=second[-1].hash)
    assert await read(place, case) == first + second


async def test_cases_are_listed_latest_first_page_by_page(place: Installation):
    other = await add_person(place.db, place.keyring, "bob@shop.example")
    opened: list[UUID] = []
    async with place.db.write() as tx:
        for number in range(7):
            case = uuid4()
            owner = other if number % 3 == 0 else place.person
            await place.log.create_case(tx, case, owner, NOW + timedelta(minutes=number // 2))
            opened.append(case)
    async with place.db.read() as conn:
        seen: list[CaseRow] = []
        while page := await place.log.rows(conn, after=seen[-1].id if seen else None, limit=2):
            seen += page
        assert {row.id for row in seen} == set(opened)
        assert len(seen) == 7
        assert [row.opened_at for row in seen] == sorted((row.opened_at for row in seen), reverse=True)
        assert {row.id for row in await place.log.rows(conn, opened_by=other)} == set(opened[::3])
        assert await place.log.rows(conn, states=["in_review"]) == []
        assert len(await place.log.rows(conn, states=["in_review", "collecting"])) == 7


async def test_events_of_all_cases_come_in_the_order_of_their_commits(place: Installation):
    first, second = await place.open_case(), await place.open_case()
    for case in (first, second, first):
        await place.add(case, event(text="a"), event(text="b"))
    async with place.db.read() as conn:
        everything = await place.log.read_since(conn, 0)
        assert [found.position for found in everything] == [1, 2, 3, 4, 5, 6]
        assert [found.case_id for found in everything] == [first] * 2 + [second] * 2 + [first] * 2
        assert await place.log.read_since(conn, 2, limit=3) == everything[2:5]


async def test_an_append_that_fails_leaves_nothing(place: Installation):
    case = await place.open_case(2)
    before = await row_of(place, case)
    same = event(text="x")
    with pytest.raises(Exception, match="UNIQUE"):
        await place.add(case, same, same)
    with pytest.raises(TypeError):
        await place.add(case, event(text=object()))
    assert await row_of(place, case) == before
    assert len(await read(place, case)) == 2
    assert (await place.verify()).holds


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET audience = 'staff' WHERE seq = 2",
        "UPDATE events SET body = body || X'00' WHERE seq = 2",
        "UPDATE events SET body = X'' WHERE seq = 2",
        "UPDATE events SET actor = CAST(X'ff' AS TEXT) WHERE seq = 2",
        "DELETE FROM events WHERE seq = 2",
        "DELETE FROM events WHERE seq = 3",
        "UPDATE cases SET state = 'approved'",
        "UPDATE cases SET data_key_wrapped = X'00'",
    ],
)
async def test_a_damaged_case_is_not_read_and_not_written_on(place: Installation, statement: str):
    case = await place.open_case(3)
    spoil(place, statement)
    with pytest.raises(LogDamaged):
        await read(place, case)


async def test_a_changed_row_is_not_signed_anew_by_the_next_event_or_seal(place: Installation):
    case = await place.open_case(3)
    spoil(place, "UPDATE cases SET state = 'approved'")
    with pytest.raises(LogDamaged):
        await place.add(case, event(text="thanks"))
    assert await place.sealer.seal(place.db) == 0
    assert (await place.verify()).case_id == case


async def test_one_damaged_row_does_not_hide_the_others_from_the_list(
    place: Installation, caplog: pytest.LogCaptureFixture
):
    cases = [await place.open_case(1) for _ in range(3)]
    spoil(place, f"UPDATE cases SET state = 'approved' WHERE id = '{cases[1]}'")
    async with place.db.read() as conn:
        listed = await place.log.rows(conn, limit=3)
    assert {row.id for row in listed} == {cases[0], cases[2]}
    assert str(cases[1]) in caplog.text


@pytest.mark.parametrize("limit", [1, 2, 500])
async def test_one_damaged_event_does_not_stop_the_news_of_the_others(
    place: Installation, caplog: pytest.LogCaptureFixture, limit: int
):
    await place.open_case(4)
    spoil(place, "UPDATE events SET kind = 'x' WHERE seq IN (2, 3)")
    position, seen = 0, list[int]()
    async with place.db.read() as conn:
        while page := await place.log.read_since(conn, position, limit):
            position = page[-1].position
            seen += [found.seq for found in page]
        assert await place.log.read_since(conn, 1, limit)
    assert seen == [1, 4]
    assert len(caplog.records) == 2


async def test_another_process_reads_what_this_one_wrote(place: Installation):
    case = await place.open_case(3)
    again = EventLog(place.db, place.keyring)
    async with place.db.read() as conn:
        assert await again.read(conn, case) == await place.log.read(conn, case)


async def test_each_case_has_a_key_of_its_own_and_each_body_its_place(place: Installation):
    """A body copied from one case or place to another does not open there."""
    first, second = await place.open_case(2), await place.open_case(2)
    copied = f"(SELECT body FROM events WHERE case_id = '{first}' AND seq = 1)"
    spoil(place, f"UPDATE events SET body = {copied} WHERE case_id = '{second}' AND seq = 1")
    with pytest.raises(LogDamaged):
        await read(place, second)
