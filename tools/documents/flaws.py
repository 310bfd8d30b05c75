"""Why a file cannot be taken."""

from __future__ import annotations

from enum import StrEnum


class Flaw(StrEnum):
    """What is wrong with a file; each has a sentence in the word book (``document.flaw_…``)."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    WRONG_TYPE = "wrong_type"
    OTHER_TYPE_CLAIMED = "other_type_claimed"
    DAMAGED = "damaged"
    TWO_FILES_IN_ONE = "two_files_in_one"
    ENCRYPTED = "encrypted"
    ACTIVE = "active"
    TOO_MANY_PAGES = "too_many_pages"
    UNPACKS_TOO_LARGE = "unpacks_too_large"
    TOO_MANY_PIXELS = "too_many_pixels"
    TOO_COMPLEX = "too_complex"


class Flawed(Exception):
    """A file has a flaw; nothing of it is kept."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.value)
        self.flaw = flaw
