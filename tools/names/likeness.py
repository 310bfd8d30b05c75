"""How alike two names are: words are laid beside each other, and what is left over counts against it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from cases.names.sound import sounds
from cases.names.words import normalise
from tools.names.given_names import stand_for_each_other
from tools.names.places import is_place

Words = tuple[str, ...]

INITIAL = 0.85
"""How alike an initial and the name it may stand for are."""

NICKNAME = 0.92
SOUNDS_ALIKE = 0.9

UNLIKE = 0.6
"""Words less alike than this count as different."""

LEFT_OVER = 0.2
"""What a letter weighs that only the longer name has: middle names and branches are often left out."""

CONTRADICTION = 0.85
"""Kept of the likeness where each name has a word that the other has not ("bin Hamid", "bin Ghani")."""

OTHER_PLACE = 0.8
"""Kept where the names of two companies differ by a place."""

RUN_TOGETHER = 0.88
"""From which likeness of all letters in a row the spaces between them count for nothing."""

_SYLLABLES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\s·・]+")
"""Scripts that write a syllable or word with one sign: Han, Hangul, Kana."""


class _Pairing(NamedTuple):
    alike: dict[tuple[int, int], float]
    left: Words
    left_of_longer: Words


def is_written_in_syllables(name: str) -> bool:
    """Whether a name is written in Han, Hangul or Kana, where each sign counts."""
    return bool(_SYLLABLES.fullmatch(name))


def likeness(one: str, other: str, *, persons: bool | None = None) -> float:
    """How alike two names are, from 0 to 1; the order of words does not count.

    ``persons``: whether they are people's names, or companies' (None: not known).
    """
    if is_written_in_syllables(one) and is_written_in_syllables(other):
        return OSA.normalized_similarity("".join(one.split()), "".join(other.split()))
    return words_likeness(normalise(one), normalise(other), persons=persons)


def words_likeness(one: Words, other: Words, *, persons: bool | None = None) -> float:
    """The same for names that are normalised already."""
    if not one or not other:
        return 0.0
    if sorted(one) == sorted(other):
        return 1.0
    one, other = _joined(one, other), _joined(other, one)
    shorter, longer = sorted((one, other), key=lambda words: (len(words), sum(map(len, words)), words))
    pairing = _pair(shorter, longer)
    laid = _weigh(shorter, longer, pairing)
    if persons is not True and any(map(is_place, (*pairing.left, *pairing.left_of_longer))):
        return laid * OTHER_PLACE
    together = OSA.normalized_similarity("".join(one), "".join(other))
    return max(laid, together if together >= RUN_TOGETHER else 0.0)


def _weigh(shorter: Words, longer: Words, pairing: _Pairing) -> float:
    """The share of letters that agree."""
    sizes = {(i, j): max(len(shorter[i]), len(longer[j])) for i, j in pairing.alike}
    agreed = sum(alike * sizes[pair] for pair, alike in pairing.alike.items())
    whole = sum(len(shorter[i]) > 1 and len(longer[j]) > 1 for i, j in pairing.alike)
    weight = sum(sizes.values()) + _letters(pairing.left)
    # Initials, or a single word, are too little to overlook the rest of the longer name.
    weight += (LEFT_OVER if whole > 1 else 1.0) * _letters(pairing.left_of_longer)
    contradict = pairing.left_of_longer and any(len(word) > 2 for word in pairing.left)
    return agreed / weight * (CONTRADICTION if contradict else 1.0)


def _letters(words: Words) -> int:
    return sum(map(len, words))


def _pair(shorter: Words, longer: Words) -> _Pairing:
    """Which word goes with which and how alike they are; the most alike, then the nearest, first."""
    every = sorted(
        ((_alike(a, b), -abs(i - j), i, j) for i, a in enumerate(shorter) for j, b in enumerate(longer)),
        reverse=True,
    )
    pairs: dict[tuple[int, int], float] = {}
    for alike, _, i, j in every:
        if alike > 0 and not any(i == row or j == column for row, column in pairs):
            pairs[i, j] = alike
    rows, columns = {i for i, _ in pairs}, {j for _, j in pairs}
    return _Pairing(pairs, _outside(shorter, rows), _outside(longer, columns))


def _outside(words: Words, taken: set[int]) -> Words:
    return tuple(word for index, word in enumerate(words) if index not in taken)


def _joined(words: Words, others: Words) -> Words:
    """Neighbours as one word where the other name writes them so ("van der bilt", "Patr ushev")."""
    joined: list[str] = list(words)
    index = 0
    while index + 1 < len(joined):
        both = joined[index] + joined[index + 1]
        if any(_is_written_as_one(both, joined[index : index + 2], word) for word in others):
            joined[index : index + 2] = [both]
        else:
            index += 1
    return tuple(joined)


def _is_written_as_one(both: str, parts: Sequence[str], word: str) -> bool:
    if len(word) < 4 or abs(len(word) - len(both)) > 2:
        return False
    return OSA.normalized_similarity(both, word) >= 0.85 and all(_alike(part, word) < 0.8 for part in parts)


@lru_cache(maxsize=200_000)
def _alike(a: str, b: str) -> float:
    """How alike two words are; 0 where they are different words."""
    if a == b:
        return 1.0
    if len(a) == 1 or len(b) == 1:
        return INITIAL if a[0] == b[0] and not a.isdigit() else 0.0
    if a.isdigit() or b.isdigit():
        return 0.0
    letters = OSA.normalized_similarity(a, b)
    if stand_for_each_other(a, b):
        return max(letters, NICKNAME)
    common = max(map(len, sounds(a) & sounds(b)), default=0)
    if common > 2 and letters >= (0.4 if common > 4 else 0.5):
        return max(letters, SOUNDS_ALIKE)
    return letters if letters >= UNLIKE else 0.0
