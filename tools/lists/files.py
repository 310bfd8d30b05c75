"""Files of watch lists, and what is read from them."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from cases.errors import Unavailable
from cases.screening import ListEntry


class ListFile(NamedTuple):
    """A file of a list: its name without a folder, what is in it, and the day it was saved, if known."""

    name: str
    content: bytes
    saved: date | None = None


class ReadList(NamedTuple):
    """What a list's files hold; ``published``: the date that they bear, else when they were saved.

    None for a list of our own, which does not age.
    """

    name: str
    published: date | None
    entries: tuple[ListEntry, ...]


class UnreadableList(Unavailable):
    """A list cannot be used; the message names the file, and the line where there is one."""

    def __init__(self, name: str, reason: str, line: int | None = None) -> None:
        where = f"{name}, line {line}" if line else name
        super().__init__(f"The watch list {where} cannot be read ({reason}).")
