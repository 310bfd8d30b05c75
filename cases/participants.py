"""Others on the merchant's side: each fills in a part of their own and sees nothing else."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID


class Part(StrEnum):
    """What somebody on the merchant's side is asked for."""

    CO_OWNER = "co_owner"
    ACCOUNTANT = "accountant"
    SIGNATORY = "signatory"


class PersonalField(StrEnum):
    """Details of a person, entered in secure fields only: never told, never before a model."""

    DATE_OF_BIRTH = "date_of_birth"
    SOCIAL_SECURITY_NUMBER = "social_security_number"
    NATIONALITY = "nationality"
    HOME_ADDRESS = "home_address"
    IDENTITY_NUMBER = "identity_number"
    PEP_DECLARATION = "pep_declaration"


class PepDeclaration(StrEnum):
    """Whether somebody holds or held a prominent public function, or is near to somebody who does."""

    NO = "no"
    YES = "yes"
    RELATED = "related"


class PersonalDetail(NamedTuple):
    """One detail of one person, who entered it (a person's id) and when."""

    value: str
    by: str
    at: datetime


class Participant(NamedTuple):
    """Somebody who was invited; ``finished_at`` is None until their part is done, and again once it changes.

    ``notice``: the version of the privacy notice that they were shown.
    """

    person_id: UUID
    name: str
    part: Part
    invited_at: datetime
    finished_at: datetime | None = None
    notice: str | None = None


def subject_of(name: str) -> str:
    """The key under which a person's details are kept: their name, without regard to case and spaces."""
    return " ".join(name.casefold().split())
