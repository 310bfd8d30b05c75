"""Who may see and do what. Looked up for every request, at the desk."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from cases.errors import Forbidden


class Role(StrEnum):
    """What a person is trusted with; a person has one or more."""

    MERCHANT = "merchant"
    REVIEWER = "reviewer"
    ANALYST = "analyst"
    COMPLIANCE = "compliance"
    DEVELOPER = "developer"
    ADMIN = "admin"


class Audience(StrEnum):
    """For whom an event was written."""

    EVERYONE = "everyone"
    PARTICIPANT = "participant"
    STAFF = "staff"
    RESTRICTED = "restricted"


READERS = frozenset({Role.REVIEWER, Role.ANALYST, Role.COMPLIANCE})
"""Roles that read every case."""


@dataclass(frozen=True)
class Person:
    """Somebody with an account, as the desk knows them at this moment."""

    id: UUID
    email: str
    name: str
    roles: frozenset[Role]

    def has(self, *roles: Role) -> bool:
        """Whether the person has one of the roles."""
        return not self.roles.isdisjoint(roles)

    @property
    def enters_by_link(self) -> bool:
        """Whether a one-time link signs them in: merchants only, never staff."""
        return self.roles == frozenset({Role.MERCHANT})

    @property
    def is_staff(self) -> bool:
        """Whether the person reads cases other than their own."""
        return self.has(*READERS)


def require(person: Person, *roles: Role) -> None:
    """Raise Forbidden unless the person has one of the roles."""
    if not person.has(*roles):
        wanted = " or ".join(role.value for role in roles)
        raise Forbidden(f"This needs the role {wanted}.")


def sees_case(person: Person, opened_by: UUID) -> bool:
    """Whether the person may know that the case exists."""
    return person.is_staff or (person.has(Role.MERCHANT) and opened_by == person.id)


def reads_as_staff(person: Person, opened_by: UUID) -> bool:
    """Whether the person reads the case from the inside; nobody does for an application of their own."""
    return person.is_staff and opened_by != person.id


def sees_event(person: Person, opened_by: UUID, audience: Audience, participant: UUID | None) -> bool:
    """Whether an event of a case that the person sees is for their eyes."""
    if audience is Audience.EVERYONE:
        return True
    if audience is Audience.PARTICIPANT and participant == person.id:
        return True
    if not reads_as_staff(person, opened_by):
        return False
    return audience is not Audience.RESTRICTED or person.has(Role.COMPLIANCE)
