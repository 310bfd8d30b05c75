"""Checks of who is behind a merchant: complete, identified, and not blocked by who owns it."""

from __future__ import annotations

import pytest

from cases.checks import Check, CheckStatus
from cases.ownership.stated import MERCHANT
from cases.ownership.structure import PartyKind, Role, RoleKind
from cases.participants import PersonalField
from cases.screening import PotentialMatch, Topic
from tests.cases.behind import FULL, TODAY, detail, holds, state, told
from tests.desk.cast import BASIC, Case
from tools.blocked import check_blocked
from tools.ownership import check_owners
from tools.screening import parties_of

PERSON, COMPANY = PartyKind.PERSON, PartyKind.COMPANY


def checked(case: Case) -> tuple[Check, Check]:
    complete, identity = check_owners(case.record, FULL, TODAY)
    return complete, identity


def runs(case: Case, id_: str, name: str) -> None:
    state(case, id_, name, PERSON, Role(party=id_, at=MERCHANT, kind=RoleKind.CONTROL_PERSON))


def two_levels(country: str = "GB") -> Case:
    """Ada has 20 % herself and 40 % of a company with 80 %."""
    case = told(("Ada Marsh", 20), ("Quay Holding Ltd", 80), country=country)
    state(case, "p1", "Ada Marsh", PERSON, holds("p1", "p2", 40))
    state(case, "p3", "Ben Cole", PERSON, holds("p3", "p2", 60))
    return case


def test_the_basic_policy_makes_none_of_these_checks() -> None:
    assert list(check_owners(two_levels().record, BASIC, TODAY)) == []


def test_owners_are_named_with_their_paths_and_shares_and_the_regime() -> None:
    complete, _ = checked(two_levels())
    assert complete.status is CheckStatus.HELD
    assert (
        "United Kingdom: Ada Marsh owns 52 % of the shares (Ada Marsh has 40 % of Quay Holding Ltd, "
        "which has 80 % of Harbour Books Ltd: 32 %; Ada Marsh has 20 % of Harbour Books Ltd)."
    ) in complete.reason
    assert "100 % accounted for." in complete.reason


def test_what_is_missing_is_named_and_the_check_fails() -> None:
    complete, _ = checked(told(("Ada Marsh", 60), ("Quay Holding Ltd", 40)))
    assert complete.status is CheckStatus.FAILED
    assert [finding.code for finding in complete.findings] == ["unknown_owners"]
    assert "Name the other owners of Quay Holding Ltd" in complete.findings[0].text


def test_a_share_that_was_not_stated_is_missing_too() -> None:
    complete, _ = checked(told(("Ada Marsh", 60), ("Ben Cole", None)))
    assert "How much Ben Cole owns is not stated." in [finding.text for finding in complete.findings]


def test_shares_over_100_percent_have_to_be_corrected_and_a_circle_is_only_pointed_at() -> None:
    case = told(("Quay Holding Ltd", 100))
    state(case, "p2", "Ada Marsh", PERSON, holds("p2", "p1", 60))
    state(case, "p3", "Ben Cole", PERSON, holds("p3", "p1", 60))
    complete, _ = checked(case)
    assert complete.status is CheckStatus.FAILED
    assert [finding.code for finding in complete.findings] == ["over_100"]
    circle = told(("Ada Marsh", 50), ("Quay Holding Ltd", 50))
    state(circle, MERCHANT, "Harbour Books Ltd", COMPANY, holds(MERCHANT, "p2", 50))
    state(circle, "p3", "Ben Cole", PERSON, holds("p3", "p2", 50))
    complete, _ = checked(circle)
    assert complete.status is CheckStatus.HELD
    assert [finding.code for finding in complete.findings] == ["circle"]


def test_the_united_states_want_somebody_who_runs_it() -> None:
    case = told(("Ada Marsh", 100), country="US")
    complete, _ = checked(case)
    assert [finding.code for finding in complete.findings] == ["control_person"]
    runs(case, "p2", "Kim Lane")
    complete, _ = checked(case)
    assert complete.status is CheckStatus.HELD
    assert "Kim Lane runs the business" in complete.reason


def test_a_listed_company_is_exempt_by_a_rule_that_is_named() -> None:
    case = told(country="US")
    state(case, MERCHANT, "Harbour Books Inc", PartyKind.LISTED_COMPANY)
    complete, identity = checked(case)
    assert (complete.status, identity.status) == (CheckStatus.NOT_REQUIRED, CheckStatus.NOT_REQUIRED)
    assert "1020.315(b)(4)" in complete.reason


def test_everybody_who_counts_is_identified_before_the_check_holds() -> None:
    case = two_levels()
    _, identity = checked(case)
    assert identity.status is CheckStatus.FAILED
    assert identity.findings[1].text == (
        "Of Ada Marsh not there: date of birth, home address, nationality, identity number, "
        "declaration on public functions."
    )
    values = {
        PersonalField.DATE_OF_BIRTH: "1985-03-24",
        PersonalField.HOME_ADDRESS: "7 Vine Walk, York",
        PersonalField.NATIONALITY: "GB",
        PersonalField.IDENTITY_NUMBER: "C01X00T47",
        PersonalField.PEP_DECLARATION: "no",
    }
    for name in ("Ada Marsh", "Ben Cole"):
        for field, value in values.items():
            detail(case, name, field, value)
    _, identity = checked(case)
    assert (identity.status, identity.findings) == (CheckStatus.HELD, ())
    for value in values.values():
        assert value not in identity.reason or value == "no"


def test_a_declared_public_function_is_found_and_is_no_fault() -> None:
    case = two_levels()
    detail(case, "Ada Marsh", PersonalField.PEP_DECLARATION, "related")
    _, identity = checked(case)
    assert [finding.code for finding in identity.findings if finding.code != "detail_missing"] == [
        "pep_declared"
    ]
    assert (
        "Ada Marsh is declared to be near to somebody who holds a prominent public function."
        in identity.reason
    )


# -- screening, and what blocked persons own ------------------------------------------------------------


def test_everybody_behind_the_business_is_screened_once_with_what_is_known_of_them() -> None:
    case = two_levels()
    runs(case, "p4", "Kim Lane")
    detail(case, "Ben Cole", PersonalField.DATE_OF_BIRTH, "1970-01-31")
    detail(case, "Ben Cole", PersonalField.NATIONALITY, "FR")
    detail(case, "Ben Cole", PersonalField.IDENTITY_NUMBER, "C01X00T47")
    parties = {party.name: party for party in parties_of(case.record)}
    assert list(parties) == ["Harbour Books Ltd", "Ada Marsh", "Quay Holding Ltd", "Ben Cole", "Kim Lane"]
    assert [party.kind for party in parties.values()] == [
        "organisation", "person", "organisation", "person", "person",
    ]  # fmt: skip
    ben = parties["Ben Cole"]
    assert (str(ben.birth_date), ben.countries, ben.identifiers) == ("1970-01-31", ("FR",), ("C01X00T47",))


def matching(*names: str, topic: Topic = Topic.SANCTION) -> Check:
    """A screening that found the names on a list."""
    matches = tuple(
        PotentialMatch(subject=name, listed=name, source="list", reference="7", score=1.0, topic=topic)
        for name in names
    )
    status = CheckStatus.FAILED if matches else CheckStatus.HELD
    return Check(key="screening", status=status, reason="", matches=matches)


@pytest.mark.parametrize(
    ("listed", "status", "says"),
    [
        ((), CheckStatus.HELD, "Nobody behind the business"),
        (("Ada Marsh",), CheckStatus.HELD, "blocked persons own 20 % of Harbour Books Ltd (Ada Marsh)"),
        (("Quay Holding Ltd",), CheckStatus.FAILED, "blocked persons own 80 % of Harbour Books Ltd"),
        (
            ("Ben Cole",),
            CheckStatus.FAILED,
            "Quay Holding Ltd counts as blocked: 60 % of it is held by Ben Cole.",
        ),
        (("Ada Marsh", "Ben Cole"), CheckStatus.FAILED, "blocked persons own 100 %"),
    ],
)
def test_the_shares_of_all_who_are_on_a_sanctions_list_are_added_up(
    listed: tuple[str, ...], status: CheckStatus, says: str
) -> None:
    check = check_blocked(two_levels().record, matching(*listed))
    assert check.status is status
    assert says in check.reason


def test_a_politically_exposed_owner_blocks_nothing() -> None:
    check = check_blocked(two_levels().record, matching("Ben Cole", topic=Topic.PEP))
    assert check.status is CheckStatus.HELD


def test_without_a_screening_nothing_is_said_about_blocked_shares() -> None:
    unscreened = Check(key="screening", status=CheckStatus.ERROR, reason="no list")
    assert check_blocked(two_levels().record, unscreened).status is CheckStatus.NOT_CHECKED
