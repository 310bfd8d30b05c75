"""How long something has lasted: "eleven years", "a decade and a half", "our 10th anniversary"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cases.fields.numbers import find_numbers

OLDEST = 1000


class Age(NamedTuple):
    """A stretch of text that gives an age in completed years; ``founding`` where it names a year."""

    start: int
    end: int
    years: int
    founding: bool


_UNIT = re.compile(
    r"[\s\-]{0,2}(?:(?P<years>years?|yrs?|años?|ans?|années?|jahren?s?|anos?|anni|anno|jaren|jaar|年|(?-i:seasons|temporadas|saisons))|"
    r"(?P<months>months?|meses|mois|monaten?|mesi|maanden))(?![^\W\d_])",
    re.IGNORECASE,
)
_AND_MONTHS = re.compile(r"\s*(?:,|and|&|y|et|und|e|en)?\s*", re.IGNORECASE)
_LABELLED = re.compile(
    r"(?:years?|yrs|años|ans|années|jahre|anos|anni|jaren)[^.;!?\n\d]{0,24}?[:=]\s*(?:~|about|ca\.?|"
    r"approx\.?)?\s*$|"
    r"(?:age of (?:the )?business|antigüedad|ancienneté|betriebsalter|years? (?:in business|trading|"
    r"operating))"
    r"\W{0,3}(?:is |are )?$",
    re.IGNORECASE,
)
_DECADES = re.compile(
    r"(?<!\w)(?P<half>half a )?(?P<count>\d|an?|one|two|three|four|five|una?|dos|tres|une?|deux|trois|"
    r"ein(?:em)?|zwei|"
    r"drei|een|uma?|duas|due)?\s?(?:decades?|décadas?|décennies?|jahrzehnte?n?|decennia|decenni[oa]?)\b"
    r"(?P<more> and a half| y media| et demie?| e meia)?",
    re.IGNORECASE,
)
_COUNTS = {"two": 2, "dos": 2, "deux": 2, "zwei": 2, "duas": 2, "due": 2, "three": 3, "tres": 3, "trois": 3,
           "drei": 3, "four": 4, "five": 5}  # fmt: skip
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
_NTH = re.compile(
    rf"(?P<our>\bour )?\b(?:(?P<figure>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{'|'.join(_ORDINALS)}))[ -]"
    r"(?:(?P<whole>anniversary|birthday)|year\b(?P<trading> (?:of (?:trading|business|operation)|"
    r"in business|now)\b)?)",
    re.IGNORECASE,
)
_UNDER_A_YEAR = re.compile(
    r"\b(?:(?:less than|under|not (?:yet|even|quite)) (?:a|one|1) year|half a year|moins d['’]un an|"
    r"menos de un año|(?:weniger als|noch kein|kein) (?:ein )?jahr|ein halbes jahr|medio año|"
    r"six petits mois)\b",
    re.IGNORECASE,
)


def find_durations(text: str) -> list[Age]:
    """Numbers of years or months, decades, anniversaries."""
    counted = _counted(text)
    return [
        *counted,
        *_left_out(text, counted),
        *_concluded(text, counted),
        *_in_decades(text),
        *_by_ordinals(text),
        *_short_of_a_year(text),
    ]


_OUR_OWN = re.compile(
    r"\b(?:me|mine|ours|we|us|this one(?:['’]s)?|this (?:name|business|shop|firm|company)|nosotr[oa]s|yo|"
    r"est[ea]|nous|moi|celui-ci|celle-ci|wir|ich|dieser?|noi|io|wij)"
    r"(?:\W+(?:is|are|has|have|been|only|just|for|about|solo|sólo|es|est|que|depuis|seit|erst|nur|da|al|pas))*\W+$",
    re.IGNORECASE,
)


BY_NOW = re.compile(
    r"\s?(?:years? )?(?:now|today|done|completed?|so far|already|heute|aujourd['’]hui|hoy|oggi|nu|"
    r"vandaag)\b",
    re.I,
)
_THEREFORE = re.compile(
    r"(?:\b(?:so|also|donc|así que|entonces|quindi|dus)|,)\W+(?:(?:i|guess|we|it|that|is|are|makes?|'s|'re|"
    r"it['’]s|that['’]s|we['’]re|call|about|suis|sind|es|son|das|sono)\W+){0,4}$",
    re.IGNORECASE,
)


def _concluded(text: str, told: list[Age]) -> Iterator[Age]:
    """ "25 years in the spring, so 24 today": what is over by now."""
    for number in find_numbers(text) if told else ():
        behind = told[0].end <= number.start and number.value <= 300
        if (
            behind
            and BY_NOW.match(text, number.end)
            and _THEREFORE.search(text, told[0].end - 1, number.start)
        ):
            yield Age(number.start, number.end, int(number.value), False)


def _left_out(text: str, told: list[Age]) -> Iterator[Age]:
    """ "Theirs has run 9 years but this one's only 3": years are meant, and their word is left out."""
    for number in find_numbers(text) if told else ():
        behind = min(age.end for age in told) <= number.start
        alone = behind and re.match(r"\W*$|\s?[,.;]", text[number.end :])
        if alone and number.value <= 300 and _OUR_OWN.search(text, told[0].end, number.start):
            yield Age(number.start, number.end, int(number.value), False)


def _short_of_a_year(text: str) -> Iterator[Age]:
    for match in _UNDER_A_YEAR.finditer(text):
        yield Age(match.start(), match.end(), 0, False)


def _in_decades(text: str) -> Iterator[Age]:
    for match in _DECADES.finditer(text):
        count = (match["count"] or "").casefold()
        if match["half"]:
            yield Age(match.start(), match.end(), 5, False)
        elif count:
            tens = int(count) if count.isdigit() else _COUNTS.get(count, 1)
            yield Age(match.start(), match.end(), tens * 10 + (5 if match["more"] else 0), False)


def _by_ordinals(text: str) -> Iterator[Age]:
    """ "Our 10th anniversary" is ten years, "in our ninth year" eight that are over."""
    for match in _NTH.finditer(text):
        if not (match["whole"] or match["our"] or match["trading"]):
            continue
        number = int(match["figure"]) if match["figure"] else _ORDINALS.index(match["word"].casefold()) + 1
        yield Age(match.start(), match.end(), number if match["whole"] else number - 1, False)


def _counted(text: str) -> list[Age]:
    found: list[Age] = []
    for quantity in find_numbers(text):
        unit = _UNIT.match(text, quantity.end)
        halved = any(match.start() <= quantity.start < match.end() for match in _UNDER_A_YEAR.finditer(text))
        if halved:
            continue
        if unit and unit["months"] and found and _AND_MONTHS.fullmatch(text, found[-1].end, quantity.start):
            found[-1] = found[-1]._replace(end=unit.end())  # "6 years and 4 months"
        elif unit and quantity.scale == 1 and 0 <= quantity.value <= OLDEST:
            years = quantity.value if unit["years"] else quantity.value / 12
            found.append(Age(quantity.start, unit.end(), int(years), False))
        elif quantity.value <= 300 and _LABELLED.search(text, max(0, quantity.start - 60), quantity.start):
            found.append(Age(quantity.start, quantity.end, int(quantity.value), False))
    return found
