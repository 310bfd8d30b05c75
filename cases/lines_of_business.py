"""Lines of business by the groups that the merchant category codes (ISO 18245) fall into."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import iso18245

from cases.errors import Invalid


class Codes(NamedTuple):
    """A span of category codes, both ends included."""

    first: str
    last: str

    def __str__(self) -> str:
        """As it is written: ``5462``, or ``5000-5599``."""
        return self.first if self.first == self.last else f"{self.first}-{self.last}"

    def __contains__(self, code: object) -> bool:
        """Whether a code lies in it."""
        return isinstance(code, str) and self.first <= code <= self.last


def read_codes(text: str) -> Codes:
    """A code or a span of them as somebody writes it; raises Invalid."""
    found = re.fullmatch(r"([0-9]{4})(?:-([0-9]{4}))?", text)
    if found is None or (found[2] is not None and found[2] < found[1]):
        raise Invalid("A line of business is a category code such as 5462, or a span such as 5000-5599.")
    return Codes(found[1], found[2] or found[1])


@lru_cache(maxsize=1024)
def group_of(code: str) -> Codes | None:
    """The group of the standard that a code falls into; None for what is no code."""
    found = _range_of(code)
    return Codes(found.start, found.end) if found else None


def group_name(group: Codes) -> str:
    """What the standard calls a group; empty for a span that is none."""
    found = _range_of(group.first)
    return found.description if found else ""


def _range_of(code: str) -> iso18245.MCCRange | None:
    try:
        return iso18245.get_mcc_range(code)
    except (iso18245.MCCNotFound, iso18245.InvalidMCC, ValueError):
        return None
