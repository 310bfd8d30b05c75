"""What a person found about a pair is known wherever that pair comes up again, until either side changes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from cases.access import Person, Role
from cases.checks import CheckStatus
from cases.decision import Verdict
from cases.errors import Conflict
from cases.resolutions import open_matches
from cases.screening import ListEntry, MatchVerdict, Party, PotentialMatch, Topic
from desk.matching import CONFIRMATION
from desk.people import People
from storage.tables import match_memory
from tests.tools.installations import Case, Place, install
from tests.watch_lists import FixedLists
from tools.matching import pair_of
from tools.reassessment import reassess

MATCH = PotentialMatch(
    subject="Fern & Fig LLC", listed="FERN AND FIG", source="x.csv", reference="R-1", score=0.9, pair="ab12"
)
FALSE, TRUE = MatchVerdict.FALSE_POSITIVE, MatchVerdict.TRUE_MATCH
NUMBER = "078-05-1120"


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Place]:
    place = await install(tmp_path, FixedLists([MATCH]))
    yield place
    await place.desk.db.close()


async def in_review(place: Place) -> Case:
    case = await place.open_case()
    await case.tell_story()
    await case.submit()
    await case.check()
    return case


async def find(place: Place, case: Case, verdict: MatchVerdict, reason: str = "Another firm.") -> None:
    await place.desk.resolve_match(place.reviewer, case.id, MATCH.pair, verdict, reason, CONFIRMATION)


async def screening(case: Case) -> CheckStatus:
    return (await case.record()).checks["screening"].status


async def work_out(place: Place, case: Case) -> int:
    """Do the work that a finding left; returns how many events it added."""
    before = len(await case.events())
    async with place.desk.case(case.id) as draft:
        reassess(draft)
    return len(await case.events()) - before


async def test_what_follows_from_the_check_is_worked_out_again_and_only_once(place: Place) -> None:
    case = await in_review(place)
    before = await case.record()
    assert before.compliance is not None
    assert (before.compliance.compliant, before.checks["aml_verified"].holds) == (False, False)
    await find(place, case, FALSE)
    assert await work_out(place, case) > 0
    after = await case.record()
    assert after.compliance is not None
    assert after.compliance.score > before.compliance.score
    assert after.checks["aml_verified"].holds
    assert after.recommendation != before.recommendation
    assert await work_out(place, case) == 0


async def test_what_was_ruled_out_needs_no_work_in_the_next_application(place: Place) -> None:
    first = await in_review(place)
    await find(place, first, FALSE, f"Their number is {NUMBER}, ours is not.")
    second = await in_review(place)
    assert await screening(second) is CheckStatus.HELD
    resolution = (await second.record()).resolutions[MATCH.pair]
    assert (resolution.by_name, resolution.remembered) == (place.reviewer.name, True)
    assert NUMBER not in resolution.reason
    assert "••••" in resolution.reason


async def test_it_can_be_opened_again_and_is_forgotten_then(place: Place) -> None:
    await find(place, await in_review(place), FALSE)
    second = await in_review(place)
    await place.desk.reopen_match(place.reviewer, second.id, MATCH.pair, "The register was wrong.")
    assert await screening(second) is CheckStatus.FAILED
    third = await in_review(place)
    assert await screening(third) is CheckStatus.FAILED


async def test_a_confirmed_sanctions_match_bars_the_next_application_until_a_person_has_looked(
    place: Place,
) -> None:
    await find(place, await in_review(place), TRUE)
    second = await in_review(place)
    (match,) = open_matches(await second.record())
    assert match.confirmed is not None
    assert match.confirmed.by_name == place.reviewer.name
    with pytest.raises(Conflict) as error:
        await place.desk.decide(place.reviewer, second.id, Verdict(approved=True))
    assert error.value.code == "checks_outstanding"
    await find(place, second, FALSE, "A namesake.")
    await place.desk.decide(place.reviewer, second.id, Verdict(approved=True))


async def test_the_table_names_neither_the_pair_nor_anybody(place: Place) -> None:
    await find(place, await in_review(place), FALSE)
    async with place.desk.db.read() as connection:
        (row,) = await connection.execute(select(match_memory))
    assert MATCH.pair not in row.pair_hash
    assert set(row._fields) == {"pair_hash", "case_id", "seq"}


PARTY = Party(name="Fern & Fig LLC", kind="organisation", countries=("US",), identifiers=("BL-204417",))
ENTRY = ListEntry(source="x", reference="1", name="FERN AND FIG", kind="organisation")


@pytest.mark.parametrize(
    "change",
    [
        {"name": "Fern & Figs LLC"},
        {"kind": None},
        {"birth_date": date(1990, 1, 2)},
        {"countries": ("PT",)},
        {"identifiers": ()},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_pair_is_another_once_our_side_changes(change: dict[str, object]) -> None:
    assert pair_of(PARTY.model_copy(update=change), ENTRY) != pair_of(PARTY, ENTRY)


@pytest.mark.parametrize(
    "change",
    [
        {"name": "FERN & FIG INC"},
        {"birth_dates": ("1990",)},
        {"aliases": ("FF",)},
        {"topic": Topic.PEP},
        {"programmes": ("SDGT",)},
        {"identifiers": ("1",)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_pair_is_another_once_the_list_changes(change: dict[str, object]) -> None:
    assert pair_of(PARTY, ENTRY.model_copy(update=change)) != pair_of(PARTY, ENTRY)


def test_a_pair_is_the_same_whatever_the_spelling_of_the_same_name_and_number() -> None:
    same = PARTY.model_copy(update={"name": "FERN & FIG, L.L.C.", "identifiers": ("bl 204417",)})
    assert pair_of(same, ENTRY) == pair_of(PARTY, ENTRY)


async def test_compliance_without_being_a_reviewer_may_find_something_and_decide_nothing(
    place: Place,
) -> None:
    officer: Person = await People(place.desk).add("olga@onboard.example", {Role.COMPLIANCE}, None, "Olga")
    case = await in_review(place)
    await place.desk.resolve_match(officer, case.id, MATCH.pair, FALSE, "Another firm.")
    assert await screening(case) is CheckStatus.HELD
