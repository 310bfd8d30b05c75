"""Seals: signed lines outside the database, whole or not at all, one writer at a time."""

from __future__ import annotations

import asyncio
import json
import os
from hashlib import sha256
from pathlib import Path

import pytest

from cases.errors import Unavailable
from storage import seals
from storage.errors import LogDamaged
from storage.seal_lines import Head, merkle_root, read_lines
from storage.seals import Sealer, seals_file
from tests.storage.installations import Installation, event


def lines(place: Installation) -> list[dict[str, object]]:
    return [json.loads(line) for line in seals_file(place.settings.data_dir).read_text().splitlines()]


async def test_a_line_holds_the_heads_that_moved_since_the_last(place: Installation):
    first, second = await place.open_case(2), await place.open_case(1)
    await place.open_case()  # no events, nothing to seal
    assert await place.sealer.seal(place.db) == 2
    stored = await place.add(first, event(text="more"))
    assert await place.sealer.seal(place.db) == 1
    one, two = lines(place)
    heads = one["heads"]
    assert isinstance(heads, list)
    assert {(case, seq) for case, seq, _ in heads} == {(str(first), 2), (str(second), 1)}  # pyright: ignore[reportUnknownVariableType]
    assert two["heads"] == [[str(first), 3, stored[-1].hash]]
    assert (one["n"], two["n"]) == (1, 2)
    assert seals_file(place.settings.data_dir).stat().st_mode & 0o777 == 0o600


def test_the_root_is_that_of_rfc_6962():
    heads = [Head("a", 1, "h"), Head("b", 2, "i"), Head("c", 3, "j")]

    def leaf(head: Head) -> bytes:
        return sha256(b"\0" + f'["{head.case_id}",{head.seq},"{head.hash}"]'.encode()).digest()

    left = sha256(b"\1" + leaf(heads[0]) + leaf(heads[1])).digest()
    assert merkle_root(heads) == sha256(b"\1" + left + leaf(heads[2])).hexdigest()
    assert merkle_root(heads[:1]) == leaf(heads[0]).hex()


async def test_sealers_that_work_at_the_same_time_do_not_mix_their_lines(place: Installation):
    others = [Sealer(place.settings.data_dir, place.keyring) for _ in range(4)]
    for _ in range(5):
        await place.open_case(1)
        await asyncio.gather(*(sealer.seal(place.db) for sealer in others))
    assert len(list(read_lines(place.keyring, seals_file(place.settings.data_dir)))) == 5
    assert (await place.verify()).holds


async def test_verifying_beside_writing_and_sealing_always_holds(place: Installation):
    case = await place.open_case(1)

    async def write() -> None:
        for _ in range(15):
            await place.add(case, event(text="more"))
            await place.sealer.seal(place.db)

    async def check() -> None:
        while not writing.done():
            found = await place.verify()
            assert found.holds, found

    writing = asyncio.create_task(write())
    await asyncio.gather(writing, check(), check())


async def test_a_crash_between_file_and_database_is_made_good(
    place: Installation, monkeypatch: pytest.MonkeyPatch
):
    await place.open_case(2)

    async def crash(*_: object) -> None:
        raise LookupError("killed")

    with monkeypatch.context() as patch:
        patch.setattr(seals, "write_mark", crash)
        with pytest.raises(LookupError):
            await place.sealer.seal(place.db)
    assert (await place.verify()).holds
    await place.open_case(1)
    assert await place.sealer.seal(place.db) == 2
    assert len(lines(place)) == 2
    assert (await place.verify()).holds


async def test_an_unfinished_line_is_written_again(place: Installation):
    case = await place.open_case(2)
    await place.sealer.seal(place.db)
    with seals_file(place.settings.data_dir).open("ab") as file:
        file.write(b'{"n":2,"at":"20')
    assert (await place.verify()).holds
    await place.add(case, event(text="more"))
    await place.sealer.seal(place.db)
    assert len(lines(place)) == 2
    assert (await place.verify()).holds


async def test_a_full_disk_leaves_the_file_as_it_was(place: Installation, monkeypatch: pytest.MonkeyPatch):
    case = await place.open_case(2)
    await place.sealer.seal(place.db)
    before = seals_file(place.settings.data_dir).read_bytes()
    await place.add(case, event(text="more"))

    def half(handle: int, raw: bytes, offset: int) -> int:
        os.lseek(handle, offset, os.SEEK_SET)
        os.write(handle, raw[:10])
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "pwrite", half)
        with pytest.raises(Unavailable, match="No space"):
            await place.sealer.seal(place.db)
    assert seals_file(place.settings.data_dir).read_bytes() == before
    assert await place.sealer.seal(place.db) == 1
    assert (await place.verify()).holds


def keep_lines(file: Path, count: int) -> None:
    file.write_bytes(b"".join(file.read_bytes().splitlines(keepends=True)[:count]))


@pytest.mark.parametrize("left", [0, 1])
async def test_a_file_that_was_cut_is_not_written_on(place: Installation, left: int):
    """A line behind the gap would cover up what is missing."""
    case = await place.open_case(2)
    await place.sealer.seal(place.db)
    await place.add(case, event(text="more"))
    await place.sealer.seal(place.db)
    keep_lines(seals_file(place.settings.data_dir), left)
    await place.add(case, event(text="and more"))
    with pytest.raises(LogDamaged):
        await place.sealer.seal(place.db)
    assert not (await place.verify()).holds


async def test_a_cancelled_sealing_is_finished_or_not_begun(place: Installation):
    for steps in range(0, 120, 10):
        await place.open_case(1)
        task = asyncio.create_task(place.sealer.seal(place.db))
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])
        assert (await place.verify()).holds
    await place.sealer.seal(place.db)
    assert (await place.verify()).holds
