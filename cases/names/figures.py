"""Figures that are spelled out in names: "Brigade Forty-Four" is "Brigade 44"."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
sixteen seventeen eighteen nineteen"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_FIGURES = {
    **{word: number for number, word in enumerate(_ONES.split())},
    **{word: number for number, word in enumerate(_ORDINALS.split(), start=1)},
    **{word: number * 10 for number, word in enumerate(_TENS.split(), start=2)},
    "fourty": 40,
}
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")


def as_figures(words: Sequence[str]) -> tuple[str, ...]:
    """The words with spelled figures up to 99 written as digits; other words stay as they are."""
    written: list[str] = []
    for word in words:
        figure = _figure(word)
        if figure is None:
            written.append(word)
        elif written and figure < 10 and _is_tens(written[-1]):
            written[-1] = str(int(written[-1]) + figure)
        else:
            written.append(str(figure))
    return tuple(written)


def _figure(word: str) -> int | None:
    if ordinal := _ORDINAL.fullmatch(word):
        return int(ordinal[1])
    return _FIGURES.get(word)


def _is_tens(word: str) -> bool:
    return len(word) == 2 and word.isdigit() and word[1] == "0"
