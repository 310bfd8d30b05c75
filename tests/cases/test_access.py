"""Who sees which case, and which of its events."""

from __future__ import annotations

from uuid import uuid4

import pytest

from cases.access import Audience, Person, Role, reads_as_staff, require, sees_case, sees_event
from cases.errors import Forbidden


def person(*roles: Role) -> Person:
    return Person(uuid4(), "p@people.example", "P", frozenset(roles))


OWN = person(Role.MERCHANT)
OTHERS = uuid4()


@pytest.mark.parametrize("role", Role)
def test_cases_of_others_are_seen_by_reviewers_analysts_and_compliance_only(role: Role) -> None:
    assert sees_case(person(role), OTHERS) == (role in (Role.REVIEWER, Role.ANALYST, Role.COMPLIANCE))


def test_merchants_see_their_own_case_and_nobody_without_a_role_sees_any() -> None:
    assert sees_case(OWN, OWN.id)
    nobody = person()
    assert not sees_case(nobody, nobody.id)


@pytest.mark.parametrize(
    ("audience", "roles", "seen"),
    [
        (Audience.EVERYONE, {Role.ANALYST}, True),
        (Audience.STAFF, {Role.ANALYST}, True),
        (Audience.STAFF, {Role.REVIEWER}, True),
        (Audience.PARTICIPANT, {Role.REVIEWER}, True),
        (Audience.RESTRICTED, {Role.REVIEWER, Role.ANALYST}, False),
        (Audience.RESTRICTED, {Role.COMPLIANCE}, True),
    ],
)
def test_staff_see_what_is_for_them(audience: Audience, roles: set[Role], seen: bool) -> None:
    assert sees_event(person(*roles), OTHERS, audience, uuid4()) == seen


@pytest.mark.parametrize("audience", [Audience.STAFF, Audience.RESTRICTED])
@pytest.mark.parametrize("roles", [{Role.MERCHANT}, set(Role)])
def test_nobody_reads_their_own_application_from_the_inside(audience: Audience, roles: set[Role]) -> None:
    applicant = person(*roles)
    assert not reads_as_staff(applicant, applicant.id)
    assert not sees_event(applicant, applicant.id, audience, None)


def test_what_is_for_one_person_is_not_for_another_on_the_merchants_side() -> None:
    assert sees_event(OWN, OWN.id, Audience.PARTICIPANT, OWN.id)
    assert not sees_event(OWN, OWN.id, Audience.PARTICIPANT, uuid4())


def test_a_missing_role_is_named() -> None:
    with pytest.raises(Forbidden, match="reviewer or admin"):
        require(OWN, Role.REVIEWER, Role.ADMIN)
