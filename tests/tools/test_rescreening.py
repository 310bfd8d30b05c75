"""A changed list has every open and active case screened again, once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from cases.checks import CheckStatus
from cases.decision import Verdict
from cases.errors import Unavailable
from cases.screening import MatchVerdict, PotentialMatch
from cases.states import State
from desk import rescreening
from desk.people import People
from desk.views import Views
from storage.tables import work
from storage.watch_lists import StoredList
from tests.tools.installations import Case, Place, install
from tests.watch_lists import FixedLists, UnreadableLists
from tools.provisioning import run_step
from tools.rescreening import rescreen

MATCH = PotentialMatch(
    subject="Fern & Fig LLC", listed="FERN AND FIG", source="x.csv", reference="R-1", score=0.9, pair="ab12"
)


def listed(digest: str) -> StoredList:
    return StoredList("x.csv", digest * 64, None, datetime(2026, 3, 4, tzinfo=UTC), 1, None)


@pytest.fixture
def lists() -> FixedLists:
    return FixedLists([], [listed("a")])


@pytest.fixture
async def place(tmp_path: Path, lists: FixedLists) -> AsyncIterator[Place]:
    place = await install(tmp_path, lists)
    yield place
    await place.desk.db.close()


async def in_review(place: Place) -> Case:
    case = await place.open_case()
    await case.tell_story()
    await case.submit()
    await case.check()
    return case


async def active(place: Place) -> Case:
    case = await in_review(place)
    await case.decide_again()
    turn = await case.turn("provisioner")
    for step in ("accounts/create", "dashboard/configure", "welcome/send", "accounts/activate"):
        await run_step(turn, step)
    return case


def change(lists: FixedLists) -> None:
    lists.stored, lists.matches = [listed("b")], [MATCH]


async def scheduled(place: Place) -> list[str]:
    query = select(work.c.case_id).where(work.c.kind == "rescreen")
    async with place.desk.db.read() as connection:
        return [str(case) for case in (await connection.execute(query)).scalars()]


async def test_cases_screened_with_other_lists_are_screened_again_and_each_once(
    place: Place, lists: FixedLists
) -> None:
    case = await in_review(place)
    await place.open_case()
    assert await rescreening.schedule(place.desk) == 0
    change(lists)
    assert await rescreening.schedule(place.desk) == 1
    assert await rescreening.schedule(place.desk) == 0
    assert await scheduled(place) == [str(case.id)]
    await rescreen(place.desk, case.id)
    assert await rescreening.schedule(place.desk) == 0


async def test_an_open_case_gets_its_checks_and_recommendation_anew(place: Place, lists: FixedLists) -> None:
    case = await in_review(place)
    before = await case.record()
    change(lists)
    await rescreen(place.desk, case.id)
    after = await case.record()
    assert after.checks["screening"].status is CheckStatus.FAILED
    assert after.checks["screening"].lists != before.checks["screening"].lists
    assert after.checks["aml_verified"].status is CheckStatus.FAILED
    assert after.recommendation != before.recommendation


async def test_an_active_merchant_with_a_new_match_stands_in_the_queue_until_a_person_has_looked(
    place: Place, lists: FixedLists
) -> None:
    case = await active(place)
    views = Views(place.desk, People(place.desk))
    waiting = (State.IN_REVIEW,)

    async def queue() -> list[tuple[str, bool]]:
        page = await views.cases(place.reviewer, waiting, or_needing_look=True)
        return [(str(line.case_id), line.needs_look) for line in page.cases]

    assert await queue() == []
    decided = (await case.record()).recommendation
    change(lists)
    await rescreen(place.desk, case.id)
    assert await case.state() is State.ACTIVE
    assert await queue() == [(str(case.id), True)]
    assert (await case.record()).recommendation == decided
    await place.desk.resolve_match(
        place.reviewer, case.id, MATCH.pair, MatchVerdict.FALSE_POSITIVE, "Another firm."
    )
    assert await queue() == []


async def test_what_was_ruled_out_stays_so_when_the_list_changes_elsewhere(
    place: Place, lists: FixedLists
) -> None:
    lists.matches = [MATCH]
    case = await in_review(place)
    await place.desk.resolve_match(
        place.reviewer, case.id, MATCH.pair, MatchVerdict.FALSE_POSITIVE, "Another firm."
    )
    lists.stored = [listed("b")]
    await rescreen(place.desk, case.id)
    assert (await case.record()).checks["screening"].holds


async def test_a_list_that_cannot_be_read_leaves_what_was_found(place: Place) -> None:
    case = await in_review(place)
    before = await case.events()
    place.desk.lists = UnreadableLists()
    with pytest.raises(Unavailable):
        await rescreen(place.desk, case.id)
    assert await case.events() == before


async def test_a_case_that_is_declined_is_left_alone(place: Place, lists: FixedLists) -> None:
    case = await in_review(place)
    await place.desk.decide(place.reviewer, case.id, Verdict(approved=False))
    before = await case.events()
    change(lists)
    assert await rescreening.schedule(place.desk) == 0
    await rescreen(place.desk, case.id)
    assert await case.events() == before
