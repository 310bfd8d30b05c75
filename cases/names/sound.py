"""How a word sounds, roughly and across transliterations: Husayn and Hussein, Bachar and Bashar."""

from __future__ import annotations

import re
from functools import lru_cache

_SAME_SOUND = (
    (re.compile(r"sch|tch|ch|sh|zh|dj|[jszx]"), "S"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"kh|gh|ck|[cqkg]"), "K"),
    (re.compile(r"th"), "t"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"w"), "v"),
)
_AS_TRANSCRIBED = (
    (re.compile(r"qu"), "kv"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"th"), "z"),
    (re.compile(r"th"), "d"),
    (re.compile(r"c(?=[eiy])"), "ts"),
    (re.compile(r"(?<![cdgkpstz])h"), "kh"),
)
"""How Cyrillic writes what it has no letter for, read back: Квиллфезер is Quillfeather."""

_SILENT = re.compile(r"[aeiouyh]")
_TWICE = re.compile(r"(.)\1+")


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """The consonants of a lower-case Latin word, with those that languages swap made one.

    A word that begins with a vowel begins with ``A``.
    """
    heard = word
    for pattern, one in _SAME_SOUND:
        heard = pattern.sub(one, heard)
    first = "A" if word[:1] in "aeiouy" else ""
    return first + _TWICE.sub(r"\1", _SILENT.sub("", heard))


@lru_cache(maxsize=100_000)
def sounds(word: str) -> frozenset[str]:
    """The sounds that a word can be heard with: as it is written, and as another script writes it down."""
    spellings = {word}
    for pattern, letters in _AS_TRANSCRIBED:
        spellings |= {pattern.sub(letters, spelling) for spelling in spellings}
    return frozenset(map(sound, spellings))
