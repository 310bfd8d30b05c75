"""Whether quoted words stand in a text as they are, and not cut out of a longer word or number."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from cases.fields.numbers import find_numbers


def stands_in(quote: str, text: str, *, whole_numbers: bool = False) -> bool:
    """Whether the quote stands somewhere in the text without cutting a word, a number or a token.

    ``whole_numbers``: nor may it leave out a part of a number that the text writes as one, such as
    the "million" of "2 million" or the "1," of "1,200,000".
    """
    if not quote.strip():
        return False
    numbers = [(n.start, n.end) for n in find_numbers(text)] if whole_numbers else []
    return any(
        not _cuts(text, start, end) and all(_is_whole(start, end, number) for number in numbers)
        for start, end in _places(quote, text)
    )


def _places(quote: str, text: str) -> Iterator[tuple[int, int]]:
    at = text.find(quote)
    while at >= 0:
        yield at, at + len(quote)
        at = text.find(quote, at + 1)


def _cuts(text: str, start: int, end: int) -> bool:
    quote = text[start:end]
    if text.rfind("⟦", 0, start) > text.rfind("⟧", 0, start) or quote.rfind("⟦") > quote.rfind("⟧"):
        return True
    return _joined(text, start) or _joined(text, end)


def _joined(text: str, at: int) -> bool:
    """Whether the characters on both sides of a place belong to one word or number."""
    return 0 < at < len(text) and _in_word(text[at - 1]) and _in_word(text[at])


def _in_word(char: str) -> bool:
    """Letters of scripts that write blanks between words, and whatever counts."""
    return (
        unicodedata.category(char) in ("Lu", "Ll", "Lt", "Mn") or unicodedata.numeric(char, None) is not None
    )


def _is_whole(start: int, end: int, number: tuple[int, int]) -> bool:
    first, last = number
    return last <= start or end <= first or (start <= first and last <= end)
