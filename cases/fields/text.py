"""Fields in the merchant's own words: name, line of business, licence."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

from cases.errors import Invalid, Ungrounded
from cases.fields.wording import squeezed, states, words_of

_LONGEST = 200


def parse_line(value: str) -> str:
    """One line without the sign that ends a sentence; raises Invalid if nothing is left."""
    line = re.sub(r"\s+", " ", value).strip().strip("\"“”«»„'").rstrip(".,;:!?… ").strip()
    if not squeezed(line) or len(line) > _LONGEST:
        raise Invalid("Please give this in one short line.", code="invalid_text")
    return line


def parse_licence(value: str) -> str:
    """A licence number; raises Invalid for a text without a digit."""
    line = parse_line(value)
    if not any(char.isdigit() for char in line) or len(line) > 60:
        raise Invalid("A licence is recorded by its number.", code="invalid_business_license")
    return line


def require_verbatim(value: str, words: str) -> None:
    """Raise Ungrounded unless the value stands in the words."""
    if not states(words, value):
        raise Ungrounded("The words do not say this.")


def require_nearly_verbatim(value: str, words: str) -> None:
    """The same, where a corrected typo in each longer word is allowed."""
    if states(words, value):
        return
    given = words_of(words)
    for word in words_of(value):
        allowed = 0 if len(word) < 4 else 1 if len(word) < 7 else 2
        if not any(OSA.distance(word, other, score_cutoff=allowed) <= allowed for other in given):
            raise Ungrounded("The words do not say this.")
