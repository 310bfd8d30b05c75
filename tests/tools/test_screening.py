"""Screening finds who is on the lists, and never says that nobody is when it could not look."""

from __future__ import annotations

import asyncio
import os
import time
from pathlib import Path

import httpx
import pytest

from cases.application import Application, Owner
from cases.checks import CheckStatus, PotentialMatch
from cases.errors import Unavailable
from tests.tools.installations import FixedLists, Place
from tools.screening import named_parties, screen
from tools.watchlists import WatchLists

HEADER = "name,kind,country,reference\n"
SDN = (
    '36,"AEROCARIBBEAN AIRLINES",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'
    '37,"QUILLFEATHER, Zephyrin","individual","X",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"a.k.a. \'Z\'."\r\n'
    '38,"SEA SPARROW","vessel","X",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\x1a'
)
ALT = '36,12,"aka","AERO-CARIBBEAN",-0- \r\n'
SHARED = Path(__file__).parents[3] / "shared" / "screening"


def written(folder: Path, name: str, text: str | bytes) -> str:
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(file)


async def test_the_shipped_list_is_used_where_none_is_configured() -> None:
    (match,) = await WatchLists(()).screen("QUILLFEATHER Zéphyrin", 0.8)
    assert (match.listed, match.source, match.score) == ("Zephyrin Quillfeather", "watchlist.csv", 1.0)
    assert await WatchLists(()).screen("Juniper & Rye Coffee LLC", 0.8) == []


async def test_ofacs_own_format_is_read_with_its_aliases(tmp_path: Path) -> None:
    lists = WatchLists([written(tmp_path, "sdn.csv", SDN), written(tmp_path, "alt.csv", ALT)])
    (person,) = await lists.screen("Zephyrin Quillfeather", 0.8)
    assert (person.reference, person.source) == ("37", "sdn.csv")
    (alias,) = await lists.screen("Aero Caribbean", 0.95)
    assert (alias.reference, alias.source) == ("36", "alt.csv")
    assert await lists.screen("Sea Sparrow", 0.8) == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        HEADER.encode(),
        b"\x00\x01\x02",
        b"name;kind\nA;b\n",
        b"<html>not found</html>",
        (HEADER + "A,person,ZZ,1\nB,person\n").encode(),
        SDN[: SDN.index("individual")].encode(),
    ],
)
async def test_a_list_that_cannot_be_read_whole_is_an_error(tmp_path: Path, content: bytes) -> None:
    good = written(tmp_path, "good.csv", HEADER + "A Person,person,ZZ,1\n")
    lists = WatchLists([good, written(tmp_path, "bad.csv", content)])
    with pytest.raises(Unavailable, match=r"bad\.csv"):
        await lists.screen("A Person", 0.8)
    check = await screen(Application(merchant_name="A Person"), lists, 0.8)
    assert check.status is CheckStatus.ERROR


async def test_a_list_that_comes_back_is_used_again(tmp_path: Path) -> None:
    lists = WatchLists([str(tmp_path / "late.csv")])
    with pytest.raises(Unavailable):
        await lists.screen("Anna Example", 0.8)
    written(tmp_path, "late.csv", HEADER + "Anna Example,person,ZZ,1\n")
    assert len(await lists.screen("Anna Example", 0.8)) == 1


async def test_a_list_that_changed_is_read_again(tmp_path: Path) -> None:
    file = written(tmp_path, "list.csv", HEADER + "Anna Example,person,ZZ,1\n")
    lists = WatchLists([file])
    assert await lists.screen("Bert Specimen", 0.8) == []
    written(tmp_path, "list.csv", HEADER + "Bert Specimen,person,ZZ,1\n")
    os.utime(file, ns=(1, 1))
    assert len(await lists.screen("Bert Specimen", 0.8)) == 1


async def test_a_list_at_an_address_is_fetched_once() -> None:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return httpx.Response(200, text=HEADER + "Anna Example,person,ZZ,1\n")

    lists = WatchLists(["https://lists.test/l.csv"], httpx.MockTransport(answer))
    found = await asyncio.gather(*(lists.screen("Anna Example", 0.8) for _ in range(5)))
    assert [len(matches) for matches in found] == [1] * 5
    assert asked == ["https://lists.test/l.csv"]


@pytest.mark.parametrize("status", [404, 500])
async def test_an_address_that_does_not_answer_is_an_error(status: int) -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(status))
    with pytest.raises(Unavailable):
        await WatchLists(["https://lists.test/l.csv"], transport).screen("Anna", 0.8)


async def test_the_business_and_every_named_owner_are_screened() -> None:
    application = Application(
        merchant_name="Fern & Fig LLC", owners=(Owner(name="Quentin Makebelieve"), Owner(name="Ann"))
    )
    assert named_parties(application) == ("Fern & Fig LLC", "Quentin Makebelieve", "Ann")
    check = await screen(application, WatchLists(()), 0.8)
    assert check.status is CheckStatus.FAILED
    assert [match.subject for match in check.matches] == ["Quentin Makebelieve"]


@pytest.mark.parametrize("application", [Application(), Application(merchant_name="!!!")])
async def test_what_cannot_be_compared_is_not_held(application: Application) -> None:
    check = await screen(application, WatchLists(()), 0.8)
    assert check.status is CheckStatus.NOT_CHECKED


async def test_models_learn_that_there_is_a_match_and_not_whose(place: Place) -> None:
    match = PotentialMatch(
        subject="Fern & Fig LLC", listed="FERNANDO FIGARO", source="x.csv", reference="R-1", score=0.9
    )
    place.desk.lists = FixedLists([match])
    case = await place.open_case()
    await case.tell_story()
    await case.submit()
    text, ok = await case.call("screen_parties", "validator")
    assert ok
    assert "1 potential match" in text
    assert "FIGARO" not in text
    assert "FIGARO" not in (await case.last_call()).model_dump_json()
    assert (await case.record()).checks["screening"].matches == (match,)


@pytest.mark.skipif(not SHARED.exists(), reason="../shared is absent")
async def test_a_list_of_seventeen_thousand_names_is_quick() -> None:
    lists = WatchLists([str(SHARED / "sdn.csv"), str(SHARED / "alt.csv")])
    assert await lists.size() > 15_000
    began = time.perf_counter()
    (first, *_) = await lists.screen("Banco Nacional de Cuba", 0.8)
    assert time.perf_counter() - began < 0.5
    assert (first.reference, first.score) == ("306", 1.0)
