"""An entry of a watch list, whoever publishes it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict

from cases.errors import Unavailable

Kind = Literal["person", "organisation", "vessel", "aircraft"]


class Topic(StrEnum):
    """Why somebody is listed, which is what a match with them means."""

    SANCTION = "sanction"
    PEP = "pep"
    BLOCKLIST = "blocklist"
    MATCH = "match"


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


class ListFile(NamedTuple):
    """A file of a list: its name, without a folder, and what is in it."""

    name: str
    content: bytes


class ReadList(NamedTuple):
    """What a list's files hold; ``published``: the date that they themselves bear, if any."""

    name: str
    published: date | None
    entries: tuple[ListEntry, ...]


class UnreadableList(Unavailable):
    """A list cannot be used; the message names the file, and the line where there is one."""

    def __init__(self, name: str, reason: str, line: int | None = None) -> None:
        where = f"{name}, line {line}" if line else name
        super().__init__(f"The watch list {where} cannot be read ({reason}).")
