"""What a part of an address may be: unit, street, postcode, place, or nothing of an address."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from cases.fields.cities import countries_by_city
from cases.fields.localities import is_known_place, read_locality
from cases.fields.places import country_named
from cases.fields.streets import LOOSE_STREET, NAMED_STREET, POSTCODE, is_unit

_I = re.IGNORECASE


class Kind(StrEnum):
    """What a piece is; NUMBERED and NAMED are streets only where the pieces beside them say so."""

    STREET = "street"
    NUMBERED = "numbered"
    NAMED = "named"
    UNIT = "unit"
    NUMBER = "number"
    CODE = "code"
    PLACE = "place"
    NAME = "name"
    OTHER = "other"


CODE_IN_TEXT = re.compile(rf"(?<![\w⟦/-]){POSTCODE}(?![\w⟧-])", _I)
_ORDINARY = re.compile(
    r"\b(?:i|we|we're|we've|i'm|it|it's|its|our|my|you|your|they|he|she|is|are|was|were|be|been|has|have|"
    r"had|do|does|did|and|but|or|so|if|that|this|which|who|where|because|since|for|with|by|from|about|also|"
    r"please|thanks|sorry|pls|obv|mate|perdón|danke|bitte|gracias|merci|désolée?|not|no|sell|open|opened|put|most|just|call|called|"
    r"y|pero|somos|tenemos|que|con|es|son|et|mais|nous|vous|est|sont|avec|und|aber|wir|ich|ist|sind|mit|"
    r"für|e|mas|nós|é|com|maar|wij|zijn|met|ma|noi|sono)\b",
    _I,
)
"""Words that are in sentences and not in addresses."""

_NO_UNIT = re.compile(
    r"(?:no\.?|int|local|zone|door|gate|shop|office|studio|sala|box)|.*\b(?:at|in|on|to|is|of|for)", _I
)
_NEXT_WORD = re.compile(r"\s*[^\s,;:!?()]+(?=[\s,;:!?()]|$)")
_LONGEST_PLACE = 80


def kind_of(part: str) -> Kind:
    """What a part is on its own."""
    if country_named(part):
        return Kind.PLACE
    if is_unit(part) and re.search(r"\d", part) and not re.fullmatch(r"\d{4,}", part):
        return Kind.UNIT
    if re.fullmatch(r"\d{1,3}[A-Za-z]?(?: ?(?:bis|ter))?", part):
        return Kind.NUMBER
    locality = read_locality(part)
    if locality is not None and is_credible(part, locality):
        return Kind.CODE if "postal_code" in locality else Kind.PLACE
    if is_unit(part) and not _NO_UNIT.fullmatch(part) and not is_ordinary(part):
        return Kind.UNIT
    if is_known_place(part):
        return Kind.PLACE
    if LOOSE_STREET.fullmatch(part):
        return Kind.NUMBERED
    if NAMED_STREET.fullmatch(part):
        return Kind.NAMED
    if _BESIDE.match(part):
        return Kind.UNIT
    return Kind.NAME if _NAMED.fullmatch(part) and not is_ordinary(part) else Kind.OTHER


_BESIDE = re.compile(r"(?:#\d|(?:near|opp\.?|opposite|behind|beside|off) (?-i:[A-Z]))[^.]{2,40}$", _I)
_NAMED = re.compile(r"(?:\d{1,3}(?:st|nd|rd|th) )?[^\W\d_a-zß-öø-ÿ][\w'’.\-]*(?: [^\W_][\w'’.\-]*){0,4}")


def is_ordinary(words: str) -> bool:
    """Whether words of sentences are among these; "OR" and "IN" beside a code are states."""
    return bool(_ORDINARY.search(re.sub(r"\b[A-Z]{2}\b|\b[a-z]{2}(?=\s\d{5}\b)", " ", words)))


def is_credible(part: str, locality: dict[str, str]) -> bool:
    """Whether "Leeds 2010" or "1200 euros" is a town with its postcode and not a year or an amount."""
    code, city = locality.get("postal_code", ""), locality.get("city", "")
    if is_ordinary(part) or re.search(r"[€$£¥₹]|\beuros?\b", part, _I):
        return False
    if not code or not code.isdigit() or not city:
        return True
    if city.casefold() in countries_by_city() or "region" in locality:
        return True
    behind = part.strip().startswith(code)
    if not behind and re.search(r"\b(?:[A-Z]{2,}|[Nn][ro]|[Tt]el)\b", city):
        return False  # "Amtsgericht Kiel HRB 20417"
    yearlike = re.fullmatch(r"(?:19|20)\d\d", code)
    return city[0].isupper() and (behind or not yearlike) and (len(code) > 3)


def place_length(part: str) -> int:
    """How long the postcode, town or region is that a text begins with; 0 if it begins with none."""
    best = 0
    code = CODE_IN_TEXT.search(part[:60])
    if code is not None:
        between = part[: code.start()]
        if len(between.split()) <= 5 and not is_ordinary(part[: code.end()]):
            closed = code.end() + (part[code.end() : code.end() + 1] == ")")
            best = _longest_place(part, (code.end(), closed, *_ends(part, code.end(), 3)))
    return best or _longest_place(part, _ends(part, 0, 4))


def _longest_place(part: str, ends: Iterable[int]) -> int:
    return max((end for end in ends if _is_place(part[:end])), default=0)


def _ends(part: str, at: int, most: int) -> list[int]:
    """Where each of the next words ends."""
    return [at + word.end() for word in _NEXT_WORD.finditer(part[at : at + 60])][:most]


def _is_place(part: str) -> bool:
    if len(part) > _LONGEST_PLACE:
        return False
    if is_known_place(part) or country_named(part):
        return True
    words = part.split()
    for count in (1, 2, 3):
        if len(words) > count and country_named(" ".join(words[-count:])):
            return _is_place(" ".join(words[:-count]))
    locality = read_locality(part)
    return locality is not None and is_credible(part, locality) and "postal_code" in locality
