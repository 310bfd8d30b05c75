"""A view of a text in plain characters, of the same length, so that positions found in it hold."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

INVISIBLE = "\u200b"
"""Stands for every zero-width or formatting character."""


@lru_cache(maxsize=4096)
def _plain_char(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Cf":
        return INVISIBLE
    if category == "Pd" or char == "\u2212":
        return "-"
    if category == "Zs":
        return " "
    digit = unicodedata.digit(char, None)
    if digit is not None:
        return str(digit)
    folded = unicodedata.normalize("NFKC", char)
    if len(folded) != 1:
        return char
    return {"’": "'", "‘": "'", "`": "'", "´": "'"}.get(folded, folded)


def plain(text: str) -> str:
    """Digits and letters of any width or script of digits as ASCII, all dashes "-", all blanks " "."""
    if text.isascii():
        return text
    return "".join(char if char.isascii() else _plain_char(char) for char in text)
