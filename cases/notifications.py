"""What people on staff are told of by name, and how each of them may want it."""

from __future__ import annotations

from enum import StrEnum

from cases.access import Person, Role


class Occasion(StrEnum):
    """Something that a person is told of."""

    CASE_WAITS = "case_waits"
    SECOND_APPROVAL = "second_approval"
    ASSIGNED = "assigned"
    MENTIONED = "mentioned"
    DUE = "due"
    WATCHED = "watched"
    SECOND_LOOK = "second_look"
    COMPLAINT = "complaint"


class Way(StrEnum):
    """How a person is told: by letter, at an address of their own (Apprise), or not at all."""

    MAIL = "mail"
    APPRISE = "apprise"
    NOTHING = "nothing"


APPROVERS = "approvers"
"""Stands for whoever may decide a case: the one it is assigned to, else those of ONBOARD_APPROVERS."""

ASKS_FOR_DECISION = frozenset({Occasion.CASE_WAITS, Occasion.SECOND_APPROVAL})

_READ = frozenset({Occasion.MENTIONED, Occasion.WATCHED})

_BY_ROLE: dict[Role, frozenset[Occasion]] = {
    Role.REVIEWER: frozenset(Occasion),
    Role.COMPLIANCE: _READ | {Occasion.DUE, Occasion.SECOND_LOOK, Occasion.COMPLAINT},
    Role.ANALYST: _READ,
}


def told_of(person: Person) -> tuple[Occasion, ...]:
    """What somebody with these roles can be told of; nothing for a merchant."""
    possible = frozenset[Occasion]().union(*(_BY_ROLE.get(role, frozenset()) for role in person.roles))
    return tuple(occasion for occasion in Occasion if occasion in possible)
