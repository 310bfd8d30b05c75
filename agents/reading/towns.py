"""Towns that are named without a street: "a bakery in Savannah, Georgia"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cases.application import Address
from cases.fields.address import read_parts
from cases.fields.cities import countries_by_city
from cases.fields.places import countries_by_name, countries_of_region

_I = re.IGNORECASE
_CUE = re.compile(
    r"\b(?:based (?:in|out of)|located in|situated in|out of|here in|over in|up in|down in|in|en|à|in|em|"
    r"a|te|aus|near|around|from|operating (?:in|from)|of)\s+$",
    _I,
)
_ORDINARY_WORDS = """
    reading bath hove mesa nice tours hull bray ulm como natal santos nara pau cork essen halle aba jos bari
    lincoln perth darwin victoria regina salvador santiago derby chester durham worcester
"""
_ALSO_WORDS = frozenset(_ORDINARY_WORDS.split())
"""Towns that are ordinary words or names where they are written small."""

_WORD = re.compile(r"(?<![\w'’.\-])[^\W\d_][\w'’.\-]*")
_CAPITALISED = r"[A-ZÀ-Þ][\w'’\-]+(?: [A-ZÀ-Þ][\w'’\-]+)"


def find_towns(text: str) -> Iterator[tuple[int, int, Address]]:
    """The first town of a sentence, with its region and country, as an address without a street."""
    listed = _known_town(text) or _town_with_region(text)
    for start, end in listed:
        address = read_parts(text[start:end])
        if address is not None and address.line1 is None and (address.city or address.country):
            yield start, end, address
    if not listed and (span := _unlisted_town(text)):
        yield *span, Address(city=text[slice(*span)])


def _known_town(text: str) -> list[tuple[int, int]]:
    if len(text.casefold()) != len(text):
        return []
    for match in _WORD.finditer(text):
        for end in _word_ends(text, match.start()):
            town = text[match.start() : end]
            name = town.casefold()
            if name not in countries_by_city() or (name in _ALSO_WORDS and not town[0].isupper()):
                continue
            whole = _with_region(text, end)
            before = text[max(0, match.start() - 16) : match.start()]
            if _CUE.search(before) or whole > end or re.search(r",\s*$", before):
                return [(match.start(), whole)]
    return []


def _town_with_region(text: str) -> list[tuple[int, int]]:
    """A town nobody knows, by the region or country behind it."""
    for match in re.finditer(rf"(?<=\bin )({_CAPITALISED}{{0,2}})(?=,? )", text):
        end = _with_region(text, match.end())
        if end > match.end():
            return [(match.start(), end)]
    for match in re.finditer(rf"{_CAPITALISED}?", text):
        end = _with_region(text, match.end())
        if end > match.end() and end >= len(text.rstrip(" .!")):
            return [(match.start(), end)]
    return []


_UNLISTED = re.compile(
    r"\b(?:(?:based|located|situated|ansässig|basée?s?|installée?s?|ubicad[oa]s?)\s(?:in|en|à)\s"
    r"(?P<cued>(?!the\b|an?\b|my\b|our\b|your\b|and\b)[^\W\d_][\w'’\-]{3,30})|"
    r"(?:trader|shop|store|studio|salon|caf[eé]|restaurant|bakery|pub|garage|workshop|business|company|firm)\sin\s"
    r"(?P<named>(?-i:[A-ZÀ-Þ][a-zß-ÿ'’\-]{3,30})))(?=\s*(?:[.,!;]|$))",
    _I,
)
_NO_TOWN = re.compile(
    r"(?:jan|febr|sept|octo|novem|decem)\w+|march|april|june|july|august|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"spring|summer|autumn|winter|europe|town|here|there|person|english|business",
    _I,
)


def _unlisted_town(text: str) -> tuple[int, int] | None:
    """ "Scaffolding, based in rotherham": a town that no list has, by the words in front of it."""
    match = _UNLISTED.search(text)
    if match is None:
        return None
    span = match.span("cued" if match["cued"] else "named")
    return None if _NO_TOWN.fullmatch(text[slice(*span)]) else span


def _word_ends(text: str, start: int) -> list[int]:
    """Where the next words end, the longest stretch first."""
    words = re.finditer(r"[^\s,.;:!?()]+(?=[\s,.;:!?()]|$)", text[start : start + 40])
    return [start + word.end() for word in words][:4][::-1]


def _with_region(text: str, end: int) -> int:
    """The end of a region or country that stands behind a town."""
    match = re.match(r",? \(?([^\W\d_][\w.\-]*(?: [^\W\d_][\w\-]*){0,3})", text[end:])
    if match is None:
        return end
    words = match[1].rstrip(".").split(" ")
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        is_region = (
            countries_of_region(name)
            and (len(name) > 2 or name.isupper())
            and name.casefold() not in countries_by_city()
        )
        if is_region or name.casefold() in countries_by_name():
            reached = end + match.start(1) + len(name)
            return _with_region(text, reached) if is_region else reached
    return end
