"""On the whole list of the United States everybody is found by their name, and ordinary people are not.

``make bench-screening`` tries every name of the list and prints the figures; here it is a part of them.
"""

from __future__ import annotations

import random
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from benchmarks.screening import Search, false_alarms, found_first, misspelt, turned_round
from cases.screening import Party
from storage.database import Database
from storage.settings import load_settings
from storage.watch_lists import read_entries
from tests.policies import FULL
from tools.watchlists import WatchLists

SHARED = Path(__file__).parents[3] / "shared" / "screening"
TRIED = 100

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="../shared is absent")


@pytest.fixture
async def search(tmp_path: Path) -> AsyncIterator[Search]:
    """The list with its aliases and addresses, and some of its entries to look for."""
    database = Database(load_settings(None, data_dir=tmp_path / "data"))
    await database.open()
    lists = WatchLists([str(SHARED / name) for name in ("sdn.csv", "alt.csv", "add.csv")], database)
    await lists.update()
    async with database.read() as connection:
        entries = [indexed.entry for indexed in await read_entries(connection)]
    yield Search(lists, random.Random(11).sample(entries, TRIED), FULL.screening.threshold)
    await database.close()


async def test_every_name_finds_an_entry_of_that_name_first_as_it_stands_and_turned_round(
    search: Search,
) -> None:
    assert await found_first(search, str) == 1
    assert await found_first(search, turned_round) == 1


async def test_a_name_with_a_letter_changed_is_found_first(search: Search) -> None:
    chance = random.Random(12)
    assert await found_first(search, lambda name: misspelt(name, chance)) >= 0.98


async def test_ordinary_people_are_hardly_ever_like_somebody_on_it(search: Search) -> None:
    assert await false_alarms(search, random.Random(13)) <= 0.02


async def test_a_company_is_found_by_its_number_on_the_list(search: Search) -> None:
    cuba = Party(name="Banco Nacional de Cuba", kind="organisation")
    (first, *_) = await search.lists.screen(cuba, search.threshold)
    assert (first.reference, first.score) == ("306", 1.0)
