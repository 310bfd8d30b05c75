"""Comparing a value with the words it was read from, without regard to case, blanks and signs."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = re.compile(r"[^\W_]+")


def squeezed(text: str) -> str:
    """Only the letters and digits, in lower case: how names and identifiers are compared."""
    return "".join(_LETTERS.findall(unicodedata.normalize("NFKC", text).casefold()))


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, without signs."""
    return _LETTERS.findall(unicodedata.normalize("NFKC", text).casefold())


def states(words: str, value: str) -> bool:
    """Whether a value stands verbatim in the words, beginning and ending at words of theirs."""
    wanted, given = words_of(value), words_of(words)
    if not wanted:
        return False
    joined = " " + " ".join(given) + " "
    return f" {' '.join(wanted)} " in joined or _across_words(given, "".join(wanted))


def _across_words(given: list[str], wanted: str) -> bool:
    """The same for values that are divided otherwise: "L.L.C." and "LLC", "GB 627" and "GB627"."""
    squeezed_text = "".join(given)
    starts, at = set[int](), 0
    for word in given:
        starts.add(at)
        at += len(word)
    ends = {*starts, at}
    found = squeezed_text.find(wanted)
    while found >= 0:
        if found in starts and found + len(wanted) in ends:
            return True
        found = squeezed_text.find(wanted, found + 1)
    return False
