"""Merchant category codes (ISO 18245) by the words of a line of business."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from cases.fields.places import unaccented
from cases.fields.trades import TRADES

_WORD = re.compile(r"[^\W\d_]+(?:[’'\-&][^\W\d_]+)*|\d+")
_LONGEST = 5
_GENERIC_WORDS = """
    shop store tienda negozio winkel magasin laden loja boutique salon bar club gallery app software
    marketing consulting training education courses travel design marketplace retail trader coffee tea
    bread cake wine school studio clinic academia formation beratung mode moda fashion
"""
_GENERIC = frozenset(_GENERIC_WORDS.split())
"""Words that say little: any other trade named beside them is what the business does."""

_VAGUE_WORDS = """
    shop store tienda negozio winkel magasin laden loja ecommerce e-commerce retail retailer trader
    import wholesale association club online
"""
_VAGUE = frozenset(_VAGUE_WORDS.split())
"""Words that no category may rest on alone."""


class Trade(NamedTuple):
    """A trade's words in a text (positions in it), the codes that fit, and its words if mistyped."""

    start: int
    end: int
    codes: tuple[str, ...]
    weight: int
    respelled: str | None = None


@lru_cache(maxsize=1)
def _codes_by_words() -> dict[tuple[str, ...], tuple[str, ...]]:
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for line in re.sub(r"\n +", " ", TRADES.strip()).splitlines():
        codes, _, phrases = line.partition(": ")
        for phrase in phrases.split(", "):
            words = tuple(_stem(word) for word in _WORD.findall(unaccented(phrase)))
            found.setdefault(words, tuple(codes.split()))
    return found


def _stem(word: str) -> str:
    """The word without the ending of a plural."""
    word = unaccented(word).replace("’", "'").removesuffix("'s")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@lru_cache(maxsize=1)
def _vocabulary() -> dict[str, list[str]]:
    """The longer words of all trades by their first letter."""
    found: dict[str, list[str]] = {}
    for word in sorted({word for words in _codes_by_words() for word in words if len(word) >= 5}):
        found.setdefault(word[0], []).append(word)
    return found


@lru_cache(maxsize=4096)
def _respell(word: str) -> str:
    """The nearest word of a trade, one slip away; the word itself where there is none."""
    known = _vocabulary().get(word[:1], [])
    if len(word) < 5 or word in known:
        return word
    near = process.extractOne(word, known, scorer=OSA.distance, score_cutoff=1)
    return near[0] if near else word


def find_trades(text: str, *, mistyped: bool = False) -> list[Trade]:
    """The trades that a text names, longest phrases first where they overlap, in its order.

    With ``mistyped`` a slip in a longer word is allowed ("cofee shop").
    """
    words = [(m.start(), m.end(), _stem(m[0])) for m in _WORD.finditer(text)]
    if mistyped:
        words = [(start, end, _respell(word)) for start, end, word in words]
    table = _codes_by_words()
    found: list[Trade] = []
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            phrase = tuple(word for _, _, word in words[at : at + length])
            codes = table.get(phrase)
            if codes:
                start, end = words[at][0], words[at + length - 1][1]
                respelled = " ".join(phrase) if mistyped else None
                found.append(Trade(start, end, codes, _weight(phrase), respelled))
                at += length - 1
                break
        at += 1
    return found


def _weight(phrase: tuple[str, ...]) -> int:
    """How much a trade's words say; 0 for those that no category may rest on."""
    if set(phrase) <= _VAGUE:
        return len(phrase) - 1
    return 1 if len(phrase) == 1 and phrase[0] in _GENERIC else 1 + len(phrase)


def mcc_candidates(business_type: str) -> list[str]:
    """The codes that fit a line of business, best first; [] where nothing is known of it."""
    trades = [trade for trade in find_trades(business_type) if trade.weight]
    ranked = sorted(trades, key=lambda trade: -trade.weight)
    return list(dict.fromkeys(code for trade in ranked for code in trade.codes))
