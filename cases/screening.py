"""Screening: who is compared with watch lists, who is listed, and what a likeness between them means."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

SCREENING = "screening"
"""The key of the check."""

Kind = Literal["person", "organisation", "vessel", "aircraft"]


class Topic(StrEnum):
    """Why somebody is listed, which is what a match with them means."""

    SANCTION = "sanction"
    PEP = "pep"
    BLOCKLIST = "blocklist"
    MATCH = "match"


class Party(BaseModel):
    """Somebody to look up; what is not known about them is left empty, their kind too."""

    model_config = ConfigDict(frozen=True)

    name: str
    kind: Literal["person", "organisation"] | None = None
    birth_date: date | None = None
    countries: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()


class ListEntry(BaseModel):
    """Who is listed; ``reference`` leads back to them in their list.

    ``birth_dates``: ISO 8601, as exact as the list has them ("1962", "1962-03", "1962-03-14").
    ``countries``: ISO 3166-1 alpha-2, of nationality or seat. ``weak_aliases``: names that the
    publisher itself calls weak: too common to find anybody by.
    """

    model_config = ConfigDict(frozen=True)

    source: str
    reference: str
    name: str
    kind: Kind
    topic: Topic = Topic.SANCTION
    aliases: tuple[str, ...] = ()
    weak_aliases: tuple[str, ...] = ()
    birth_dates: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name by which they are found, each once."""
        return tuple(dict.fromkeys((self.name, *self.aliases)))


class Confirmation(BaseModel):
    """That a person confirmed the same pair in another application."""

    model_config = ConfigDict(frozen=True)

    by_name: str
    at: datetime


class PotentialMatch(BaseModel):
    """A list entry that was compared with a party of ours and came near enough to look at.

    ``score`` runs from 0 to 1; 1 is the same name after normalisation. ``listed`` is the name that came
    nearest. ``differs``: what is known of both and is not the same. ``list_version``: the date of the
    list and the first characters of its digest. ``pair``: a digest of the party as it was compared and of
    all that the entry says; it changes when either side does.
    """

    model_config = ConfigDict(frozen=True)

    subject: str
    listed: str
    source: str
    reference: str
    score: float
    topic: Topic = Topic.SANCTION
    birth_dates: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    differs: tuple[Literal["birth_date", "countries"], ...] = ()
    list_version: str = ""
    pair: str = ""
    party: Party | None = None
    kind: Kind | None = None
    names: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    confirmed: Confirmation | None = None


class MatchVerdict(StrEnum):
    """What a person makes of a potential match."""

    TRUE_MATCH = "true_match"
    FALSE_POSITIVE = "false_positive"


class Resolution(BaseModel):
    """What a person found about a potential match, and the match as it stood before them.

    ``remembered``: it was found in another application, about the same pair.
    """

    model_config = ConfigDict(frozen=True)

    verdict: MatchVerdict
    reason: str
    by: UUID
    by_name: str
    at: datetime
    match: PotentialMatch
    remembered: bool = False
