"""The configured lists are kept as they were last read, and never half."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from datetime import date, timedelta
from pathlib import Path

import httpx
import pytest

from cases.errors import Unavailable
from cases.screening import Party, PotentialMatch
from storage.database import Database
from storage.settings import load_settings
from tests.list_files import OURS, SDN, SDN_ALIASES, written
from tools.watchlists import WatchLists

Make = Callable[..., WatchLists]


@pytest.fixture
async def make(tmp_path: Path) -> AsyncIterator[Make]:
    database = Database(load_settings(None, data_dir=tmp_path / "data"))
    await database.open()

    def lists(*paths: str, transport: httpx.AsyncBaseTransport | None = None) -> WatchLists:
        return WatchLists(paths, database, transport=transport)

    yield lists
    await database.close()


async def found(lists: WatchLists, name: str, threshold: float = 0.8) -> list[PotentialMatch]:
    return [
        *await lists.screen(Party(name=name, kind="person"), threshold),
        *await lists.screen(Party(name=name, kind="organisation"), threshold),
    ]


async def test_the_shipped_list_is_used_where_none_is_configured(make: Make) -> None:
    (match,) = await found(make(), "QUILLFEATHER Zéphyrin")
    assert (match.listed, match.source, match.score) == ("Zephyrin Quillfeather", "watchlist.csv", 1.0)
    assert match.list_version.startswith(date.today().isoformat()[:4])
    assert await found(make(), "Juniper & Rye Coffee LLC") == []


async def test_what_was_read_is_there_for_the_next_process(make: Make, tmp_path: Path) -> None:
    file = written(tmp_path, "list.csv", OURS + "Anna Example,person,ZZ,1\n")
    assert len(await found(make(file), "Anna Example")) == 1
    assert len(await found(make(file), "Anna Example")) == 1


async def test_aliases_belong_to_the_entry_that_has_their_number(make: Make, tmp_path: Path) -> None:
    lists = make(written(tmp_path, "sdn.csv", SDN), written(tmp_path, "alt.csv", SDN_ALIASES))
    (alias,) = await found(lists, "Aero Caribbean", 0.95)
    assert (alias.reference, alias.source, alias.listed) == ("36", "sdn.csv", "AERO-CARIBBEAN")
    (stored,) = await lists.status()
    assert stored.size == 3


async def test_a_ship_is_nobody_who_applies(make: Make, tmp_path: Path) -> None:
    assert await found(make(written(tmp_path, "sdn.csv", SDN)), "Sea Sparrow") == []


async def test_a_list_that_was_never_read_is_an_error(make: Make, tmp_path: Path) -> None:
    good = written(tmp_path, "good.csv", OURS + "A Person,person,ZZ,1\n")
    bad = written(tmp_path, "bad.csv", OURS + "A,person,ZZ,1\nB,person\n")
    with pytest.raises(Unavailable, match=r"bad\.csv, line 3"):
        await found(make(good, bad), "A Person")


async def test_the_last_good_list_stays_in_the_place_of_a_broken_one(make: Make, tmp_path: Path) -> None:
    file = written(tmp_path, "list.csv", OURS + "Anna Example,person,ZZ,1\n")
    lists = make(file)
    assert len(await found(lists, "Anna Example")) == 1
    written(tmp_path, "list.csv", OURS + "Bert Specimen,person\n")
    assert len(await found(lists, "Anna Example")) == 1
    (stored,) = await lists.status()
    assert stored.problem
    assert "list.csv, line 2" in stored.problem
    written(tmp_path, "list.csv", OURS + "Bert Specimen,person,ZZ,1\n")
    assert await found(lists, "Anna Example") == []
    assert (await lists.status())[0].problem is None


async def test_a_list_that_comes_back_is_used_again(make: Make, tmp_path: Path) -> None:
    lists = make(str(tmp_path / "late.csv"))
    with pytest.raises(Unavailable):
        await found(lists, "Anna Example")
    written(tmp_path, "late.csv", OURS + "Anna Example,person,ZZ,1\n")
    assert len(await found(lists, "Anna Example")) == 1


async def test_a_list_that_changed_is_read_again(make: Make, tmp_path: Path) -> None:
    lists = make(written(tmp_path, "list.csv", OURS + "Anna Example,person,ZZ,1\n"))
    assert await found(lists, "Bert Specimen") == []
    os.utime(written(tmp_path, "list.csv", OURS + "Bert Specimen,person,ZZ,1\n"), ns=(1, 1))
    assert len(await found(lists, "Bert Specimen")) == 1


async def test_a_list_that_is_no_longer_configured_is_forgotten(make: Make, tmp_path: Path) -> None:
    one = written(tmp_path, "one.csv", OURS + "Anna Example,person,ZZ,1\n")
    two = written(tmp_path, "two.csv", OURS + "Bert Specimen,person,ZZ,1\n")
    assert len(await found(make(one, two), "Anna Example")) == 1
    assert await found(make(two), "Anna Example") == []


async def test_a_list_at_an_address_is_fetched_once(make: Make) -> None:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return httpx.Response(200, text=OURS + "Anna Example,person,ZZ,1\n")

    lists = make("https://lists.test/l.csv", transport=httpx.MockTransport(answer))
    anna = Party(name="Anna Example", kind="person")
    matches = await asyncio.gather(*(lists.screen(anna, 0.8) for _ in range(5)))
    assert [len(found) for found in matches] == [1] * 5
    assert asked == ["https://lists.test/l.csv"]


@pytest.mark.parametrize("status", [404, 500])
async def test_an_address_that_does_not_answer_is_an_error(make: Make, status: int) -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(status))
    with pytest.raises(Unavailable):
        await found(make("https://lists.test/l.csv", transport=transport), "Anna")


async def test_a_publisher_s_list_without_a_date_is_as_old_as_its_file_and_our_own_never_ages(
    make: Make, tmp_path: Path
) -> None:
    published, own = (
        written(tmp_path, "sdn.csv", SDN),
        written(tmp_path, "own.csv", OURS + "Ann E,person,ZZ,1\n"),
    )
    for file in (published, own):
        os.utime(file, (1_700_000_000, 1_700_000_000))
    a_month, today = timedelta(days=30), date(2026, 11, 26)
    outdated = {each.name: each.outdated(a_month, today) for each in await make(published, own).status()}
    assert outdated["sdn.csv"] == "The watch list sdn.csv is of 2023-11-14, older than the policy allows."
    assert outdated["own.csv"] is None
