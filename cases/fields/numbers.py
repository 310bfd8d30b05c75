"""Numbers as people write them: in digits of any locale, in words of seven languages, or mixed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from cases.fields.language import LANGUAGES, languages_of
from cases.fields.number_words import (
    HALVES,
    JOINERS,
    ONES,
    ONLY_IN_OWN_LANGUAGE,
    POINTS,
    SCALES,
    UNITS,
)


class Quantity(NamedTuple):
    """A number in a text; ``scale`` is that of its last word or letter ("k", "million"), else 1."""

    start: int
    end: int
    value: float
    scale: float
    in_digits: bool


class _Item(NamedTuple):
    start: int
    end: int
    role: Literal["digits", "unit", "one", "scale", "half", "joiner", "point"]
    value: float


_DIGITS = (
    r"\d{1,3}(?:[ \u00a0\u202f']\d{3})+(?![\d])(?:[.,]\d{1,2}(?!\d))?"
    r"|\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?(?![\d])"
    r"|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?(?![\d])(?!,\d)"
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d{1,2})?(?![\d])"
    r"|\d+(?:[.,]\d+)?"
)
# A digit inside a word ("L8R 2K3") is no number, unless letters of a currency stand before it.
_FREE = r"(?:(?<![^\W_])|(?<=\b[NRn])|(?<=\b[A-Za-z]{2})|(?<=\b[A-Za-z]{3}))"
_PIECE = re.compile(
    rf"(?P<digits>{_FREE}(?:{_DIGITS}))|(?P<word>[^\W\d_]+(?!\d)(?:-vingts?(?:-dix)?|-dix(?=-|\b))?)"
)
_LONGEST_RUN = 16
_LONGEST_NUMBER = 20
_BETWEEN = re.compile(r"[ \u00a0\u202f\-]{0,2}|\.? |['’]")


def _table(by_language: dict[str, str]) -> dict[str, dict[str, float]]:
    return {
        language: {
            word: float(value or 1) for word, _, value in (entry.partition("=") for entry in entries.split())
        }
        for language, entries in by_language.items()
    }


_ROLES: tuple[tuple[Literal["unit", "one", "scale", "half", "joiner"], dict[str, dict[str, float]]], ...] = (
    ("half", _table(HALVES)),
    ("one", _table(ONES)),
    ("unit", _table(UNITS)),
    ("scale", _table(SCALES)),
    ("joiner", _table(JOINERS)),
)


def find_numbers(text: str) -> list[Quantity]:
    """Every number of a text in its order; words are read in the text's own languages first."""
    fractions = list(_fractions(text))
    taken = [range(fraction.start, fraction.end) for fraction in fractions]
    others = [
        number
        for number in _whole_numbers(text)
        if not any(number.start < span.stop and span.start < number.end for span in taken)
    ]
    return sorted([*fractions, *others], key=lambda number: number.start)


_FRACTION = re.compile(
    r"(?<![\w/])(?:(?P<parts>[1-3])/(?P<of>[234]) ?(?:of )?|"
    r"(?:(?P<three>three|tres|trois|drei|três|tre|drie)[ -]?)?(?:an? |un |une |ein(?:e|er|em)? )?"
    r"(?:quarters?|cuartos?|quarts?|viertel|kwart)(?: of| de| d'| van| eines?| einer)? ?)"
    r"(?:an? |un |une |een |eine[rs]? )?(?P<scale>million|millón|millon|milhão|miljoen|billion)\b",
    re.IGNORECASE,
)


def _fractions(text: str) -> Iterator[Quantity]:
    """ "A quarter of a million", "un cuarto de millón", "drei viertel Million"."""
    for match in _FRACTION.finditer(text):
        scale = 1e9 if match["scale"].casefold() == "billion" else 1e6
        share = int(match["parts"]) / int(match["of"]) if match["parts"] else 0.75 if match["three"] else 0.25
        yield Quantity(match.start(), match.end(), scale * share, scale, False)


def _whole_numbers(text: str) -> list[Quantity]:
    own = _languages(text)
    found: list[Quantity] = []
    run: list[_Item] = []
    for match in _PIECE.finditer(text):
        items = _items(match, own)
        if (
            len(match[0]) == 1
            and items
            and items[0].role == "scale"
            and not (run and run[-1].role == "digits")
        ):
            items = []  # a "k" or "m" counts only right behind digits
        close = bool(run) and bool(_BETWEEN.fullmatch(text, run[-1].end, match.start()))
        if run and not (items and close and _may_follow(run, items[0])):
            found += _settle(run)
            run = []
        run += items
    return found + _settle(run)


def _languages(text: str) -> tuple[str, ...]:
    """The languages of a text; where no small word tells, those with most of its number words."""
    own = languages_of(text)
    if len(own) < len(LANGUAGES):
        return own
    words = set(re.findall(r"[^\W\d_]+", text[:_LONGEST_BARE].casefold()))
    counts = {lang: sum(word in table[lang] for word in words for _, table in _ROLES) for lang in own}
    ranked = sorted(own, key=lambda lang: -counts[lang])
    if _BARE_MIL.search(text):
        ranked.sort(key=lambda lang: lang == "en")
    return tuple(ranked)


_LONGEST_BARE = 400
_BARE_MIL = re.compile(r"\d{2,3} mil\b", re.IGNORECASE)
"""Beside this much it is a thousand of Spain or Brazil, and no short English million."""


def _items(match: re.Match[str], own: tuple[str, ...]) -> list[_Item]:
    if match["digits"]:
        return [_Item(match.start(), match.end(), "digits", digits_value(match[0]))]
    if match[0].casefold() in POINTS:
        return [_Item(match.start(), match.end(), "point", 0)]
    return [
        _Item(match.start(), match.end(), role, value)
        for role, value in _word_roles(match[0].casefold(), own)
    ]


_SHORTEST_MISTYPED = 6


def _skeleton(word: str) -> str:
    """The consonants of a word, which most slips of the fingers leave as they are: "thousnd", "milion"."""
    return re.sub(r"(.)\1+", r"\1", word[:1] + re.sub(r"[aeiou]", "", word[1:]))


_SPELLING = {
    _skeleton(word): value for word, value in (("thousand", 1e3), ("million", 1e6), ("hundred", 1e2))
}


@lru_cache(maxsize=4096)
def _word_roles(
    word: str, own: tuple[str, ...]
) -> tuple[tuple[Literal["unit", "one", "scale", "half", "joiner"], float], ...]:
    foreign = [lang for lang in LANGUAGES if lang not in own and word not in ONLY_IN_OWN_LANGUAGE]
    for language in (
        *own,
        *(("en",) if "en" not in own and word not in ("a", "m", "b", "due") else ()),
        *foreign,
    ):
        for role, table in _ROLES:
            if word in table[language]:
                return ((role, table[language][word]),)
    if (meant := _SPELLING.get(_skeleton(word))) and len(word) >= _SHORTEST_MISTYPED:
        return (("scale", meant),)
    compound = _compound(word)
    return (("unit", compound),) if compound is not None else ()


_PARTS: dict[str, dict[str, float]] = {
    "de": {**_table(UNITS)["de"], "ein": 1, "hundert": 100, "tausend": 1000, "und": 0},
    "nl": {**_table(UNITS)["nl"], "een": 1, "honderd": 100, "duizend": 1000, "en": 0, "ën": 0},
    "it": {
        **_table(UNITS)["it"], "un": 1, "uno": 1, "tré": 3, "cento": 100, "mila": 1000, "mille": 1000,
        "vent": 20, "trent": 30, "quarant": 40, "cinquant": 50, "sessant": 60, "settant": 70,
        "ottant": 80, "novant": 90, "cent": 100,
    },
    "fr": {},
}  # fmt: skip


@lru_cache(maxsize=4096)
def _compound(word: str) -> float | None:
    """The value of a number written as one word, as "dreihundertzehntausend" or "trecentomila"."""
    if not 6 <= len(word) <= 50:
        return None
    for parts in _PARTS.values():
        split = _split(word, parts)
        if split is not None and len(split) > 1:
            return _evaluate_parts(split)
    return None


def _split(word: str, parts: dict[str, float]) -> list[float] | None:
    reach: dict[int, list[float]] = {0: []}
    for at in range(len(word)):
        if at in reach:
            for part, value in parts.items():
                if word.startswith(part, at):
                    reach.setdefault(at + len(part), [*reach[at], value])
    return reach.get(len(word))


def _evaluate_parts(values: list[float]) -> float:
    total = current = 0.0
    for value in values:
        if value == 1000:
            total, current = total + max(current, 1) * 1000, 0
        elif value == 100:
            current = max(current, 1) * 100
        else:
            current += value
    return total + current


def digits_value(written: str) -> float:
    """The value of a number in digits: "1.234.567,89", "45,00,000", "1'200", "480 000", "1.1"."""
    plain = re.sub(r"[ \u00a0\u202f']", "", written)
    if len(plain) > _LONGEST_NUMBER:
        return 10.0**_LONGEST_NUMBER
    last = max(plain.rfind("."), plain.rfind(","))
    if last < 0:
        return float(plain)
    separators = {char for char in plain if char in ".,"}
    count = sum(char in ".," for char in plain)
    decimals = len(plain) - last - 1
    is_decimal = decimals != 3 if count == 1 else len(separators) == 2 and plain.count(plain[last]) == 1
    if count == 1 and decimals == 3 and plain.startswith("0"):
        is_decimal = True
    whole, fraction = (plain[:last], plain[last + 1 :]) if is_decimal else (plain, "")
    return float(re.sub(r"[.,]", "", whole) + ("." + fraction if fraction else ""))


def _may_follow(run: list[_Item], item: _Item) -> bool:
    last = run[-1]
    if len(run) >= _LONGEST_RUN:
        return False
    if item.role == "point":
        return last.role in ("digits", "unit") and last.value < 1000
    if last.role == "point" or (len(run) > 1 and run[-2].role == "point" and item.role == "unit"):
        return item.role in ("digits", "unit") and item.value < 100
    if item.role == "digits":
        return last.role == "scale" and last.value > 1000 > item.value  # "1 millón 450 mil"
    if last.role == "digits":
        return item.role == "scale" or item.role == "joiner"
    if item.role == "unit" and last.role == "unit":
        tens = last.value >= 20 and last.value % 10 == 0 and item.value < 20
        return tens or (last.value >= 100 and item.value < 100)
    return not (item.role == "one" and last.role in ("unit", "scale"))


def _settle(run: list[_Item]) -> list[Quantity]:
    """The number that a run of number words makes, without the joiners and articles at its ends."""
    first, last = 0, len(run)
    while last > first and run[last - 1].role in ("joiner", "one", "point"):
        last -= 1
    while first < last and run[first].role in ("joiner", "point"):
        first += 1
    run = run[first:last]
    if not run or all(item.role in ("joiner", "one") for item in run):
        return []
    if run[0].role == "scale" and run[0].value != 1000 and run[0].value != 100 and len(run) == 1:
        return []
    value = _evaluate(run)
    return [
        Quantity(
            run[0].start,
            run[-1].end,
            value,
            next((item.value for item in reversed(run) if item.role == "scale"), 1.0),
            run[0].role == "digits",
        )
    ]


def _evaluate(run: list[_Item]) -> float:
    total = current = 0.0
    last_scale = 1.0
    decimals: str | None = None
    for before, item in zip([None, *run], run, strict=False):
        if item.role == "point":
            decimals = ""
        elif item.role in ("digits", "unit") and decimals is not None:
            decimals = _decimals(decimals, item, before)
            current = int(current) + float(f"0.{decimals}")
        elif item.role in ("digits", "unit"):
            current += item.value
            last_scale = 1.0
        elif item.role == "half":
            current, total = _add_half(current, total, last_scale)
        elif item.role == "scale":
            value = _rescaled(before, current)
            if item.value == 100:
                current = (value or 1) * 100
            elif item.value > total > 0 and not current:
                total *= item.value
            else:
                total, current = total + (value or 1) * item.value, 0
            last_scale = item.value
    return total + current


def _decimals(so_far: str, item: _Item, before: _Item | None) -> str:
    """ "Point two five" and "point twenty-five" are both .25."""
    tens = before is not None and before.role == "unit" and before.value >= 20 and item.value < 10
    digits = f"{item.value:g}"
    return so_far[: -len(digits)] + digits if tens else so_far + digits


def _add_half(current: float, total: float, last_scale: float) -> tuple[float, float]:
    """ "Half a million" starts with the half, "a million and a half" adds half of the scale."""
    if last_scale > 1 and not current:
        return current, total + last_scale / 2
    return current + 0.5, total


def _rescaled(before: _Item | None, current: float) -> float:
    """In front of a scale a single group of three is a fraction: "1.250 million" is 1.25 million."""
    if before and before.role == "digits" and before.value == current and current >= 1000:
        return current if current % 1000 == 0 else current / 1000
    return current
