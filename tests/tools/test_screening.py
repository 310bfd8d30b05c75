"""Screening finds who is on the lists, and never says that nobody is when it could not look."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from cases.application import Address, Application, Owner
from cases.checks import Check, CheckStatus
from cases.participants import PersonalDetail, PersonalField
from cases.policy.checking import ScreeningPolicy
from cases.record import CaseRecord
from cases.screening import ListEntry, Party, PotentialMatch
from storage.watch_lists import IndexedEntry, StoredList
from tests.tools.installations import Place
from tests.watch_lists import FixedLists, UnreadableLists
from tools.matching import compare
from tools.names import normalise
from tools.screening import parties_of, screen

NOW = datetime(2026, 3, 4, 9, tzinfo=UTC)
POLICY = ScreeningPolicy(threshold=0.8, oldest_list_days=7)
MATCH = PotentialMatch(
    subject="Quentin Makebelieve", listed="MAKEBELIEVE, Quentin", source="x.csv", reference="R-1", score=1
)


def record_of(application: Application) -> CaseRecord:
    return CaseRecord(id=uuid4(), opened_by=uuid4(), opened_at=NOW, application=application)


def stored(*, days_ago: int = 0, problem: str | None = None) -> StoredList:
    read = NOW - timedelta(days=days_ago)
    return StoredList("x.csv", "d" * 64, read.date(), read, 1, problem)


async def checked(application: Application, lists: FixedLists) -> Check:
    return await screen(record_of(application), lists, POLICY, NOW.date())


async def test_the_business_and_every_named_owner_are_screened() -> None:
    application = Application(
        merchant_name="Fern & Fig LLC", owners=(Owner(name="Quentin Makebelieve"), Owner(name="Ann"))
    )
    check = await checked(application, FixedLists([MATCH], [stored()]))
    assert check.status is CheckStatus.FAILED
    assert check.matches == (MATCH,)


def test_what_is_known_of_a_party_is_compared_as_well() -> None:
    application = Application(
        merchant_name="Fern & Fig LLC",
        address=Address(country="PT"),
        owners=(Owner(name="Quentin Makebelieve"), Owner(name="Fern Holdings Ltd")),
    )
    details = {
        ("quentin makebelieve", PersonalField.DATE_OF_BIRTH): PersonalDetail("1962-03-14", "", NOW),
        ("quentin makebelieve", PersonalField.NATIONALITY): PersonalDetail("FR", "", NOW),
    }
    business, person, company = parties_of(replace(record_of(application), details=details))
    assert (business.kind, business.countries) == ("organisation", ("PT",))
    assert (person.kind, person.birth_date, person.countries) == ("person", date(1962, 3, 14), ("FR",))
    assert company.kind == "organisation"


@pytest.mark.parametrize("application", [Application(), Application(merchant_name="!!!")])
async def test_what_cannot_be_compared_is_not_held(application: Application) -> None:
    assert (await checked(application, FixedLists())).status is CheckStatus.NOT_CHECKED


async def test_without_a_list_the_check_is_an_error() -> None:
    check = await checked(Application(merchant_name="Fern & Fig LLC"), UnreadableLists())
    assert check.status is CheckStatus.ERROR


async def test_a_list_older_than_the_policy_allows_makes_the_check_an_error_and_never_held() -> None:
    application = Application(merchant_name="Fern & Fig LLC")
    assert (await checked(application, FixedLists([], [stored(days_ago=7)]))).holds
    check = await checked(application, FixedLists([], [stored(days_ago=8)]))
    assert check.status is CheckStatus.ERROR
    assert "older than the policy allows" in check.reason


async def test_the_check_says_where_the_last_good_list_was_taken() -> None:
    lists = FixedLists([], [stored(days_ago=2, problem="The watch list x.csv, line 3 cannot be read (cut).")])
    check = await checked(Application(merchant_name="Fern & Fig LLC"), lists)
    assert check.holds
    assert "line 3 cannot be read" in check.reason
    assert "of 2026-03-02" in check.reason


def compared(party: Party, **known: object) -> tuple[float, tuple[str, ...]]:
    entry = ListEntry.model_validate(
        {"source": "x", "reference": "1", "name": "QUILLFEATHER, Zephyrin", "kind": "person", **known}
    )
    found = compare(party, IndexedEntry(entry, tuple(map(normalise, entry.names))))
    return found.score, found.differs


def test_birth_date_country_and_number_raise_or_lower_a_likeness() -> None:
    misspelt = Party(
        name="Zefirin Quilfeather", kind="person", birth_date=date(1962, 3, 14), countries=("FR",)
    )
    alone, _ = compared(misspelt)
    assert compared(misspelt, birth_dates=["1962-03-14"])[0] > compared(misspelt, birth_dates=["1962"])[0]
    assert compared(misspelt, birth_dates=["1962"])[0] > alone
    assert compared(misspelt, birth_dates=["1940-01-01"]) < (alone, ())
    assert compared(misspelt, birth_dates=["1940-01-01"])[1] == ("birth_date",)
    assert compared(misspelt, countries=["FR"])[0] > alone > compared(misspelt, countries=["PT"])[0]
    assert compared(misspelt, countries=["PT"])[1] == ("countries",)
    numbered = misspelt.model_copy(update={"identifiers": ("12 AB-34567",)})
    assert compared(numbered, identifiers=["12AB34567"])[0] == 1.0


def test_a_company_is_no_person() -> None:
    assert compared(Party(name="Zephyrin Quillfeather", kind="organisation"))[0] == 0.0


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
