"""The merchant category codes (ISO 18245) that fit a line of business, and the words that speak for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import iso18245

from cases.fields.mcc import Trade, find_trades, ranked_trades

MOST = 5
_BY_WEBSITE = 0.3
"""What a word in the name of a website speaks for its categories, where the merchant's own speak up to 1."""


class Candidate(NamedTuple):
    """A category; ``score`` from 0 to 1; ``why``: the words that speak for it."""

    code: str
    name: str
    score: float
    why: str


def candidates(business_type: str, website: str | None = None) -> tuple[Candidate, ...]:
    """The best categories for what is sold, best first; the first is the one that is chosen by itself.

    ``website``: its host, whose name may tell a trade as well ("harbour-bakery.com").
    """
    found: dict[str, Candidate] = {}
    for code, score, why in (*_told(business_type), *_in_host(website or "")):
        if code not in found:
            found[code] = Candidate(code, category_name(code), round(score, 2), why)
    return tuple(found.values())[:MOST]


def category_name(code: str) -> str:
    """What a category is called; empty where there is no such code."""
    if not re.fullmatch(r"[0-9]{4}", code):
        return ""
    try:
        category = iso18245.get_mcc(code)
    except iso18245.MCCNotFound:
        return ""
    return category.iso_description or category.usda_description or f"Category {code}"


def _told(text: str) -> Iterator[tuple[str, float, str]]:
    top = 1.0
    for trade in ranked_trades(text):
        top = min(top, trade.weight / (trade.weight + 1))
        yield from _codes(trade, top, f"“{text[trade.start : trade.end]}”")
        top *= 0.8


def _in_host(website: str) -> Iterator[tuple[str, float, str]]:
    name = re.sub(r"^(?:https?://)?(?:www\.)?", "", website.casefold()).split(".")[0].replace("-", " ")
    for trade in find_trades(name):
        if trade.weight:
            yield from _codes(trade, _BY_WEBSITE, f"“{name[trade.start : trade.end]}” in the website's name")


def _codes(trade: Trade, top: float, why: str) -> Iterator[tuple[str, float, str]]:
    for place, code in enumerate(trade.codes):
        yield code, top * 0.8**place, why
