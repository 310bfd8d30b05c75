"""Which country an address is in, where it does not say so itself."""

from __future__ import annotations

import re

from cases.application import Address
from cases.fields.cities import countries_by_city
from cases.fields.context import Context
from cases.fields.places import (
    countries_of_region,
    country_named,
    country_of_application,
    country_of_city,
)
from cases.fields.streets import POSTCODES

_CAR_SIGNS = {"D": "DE", "A": "AT", "F": "FR", "E": "ES", "I": "IT", "B": "BE", "L": "LU"}
"""How countries are written in front of a postcode: D-27568."""


def country_told_by(found: dict[str, str]) -> str | None:
    """The country that the shape of a postcode, a region or a well-known town belongs to."""
    postcode, region, city = (found.get(key, "") for key in ("postal_code", "region", "city"))
    prefix = re.match(r"(D|A|CH|F|E|I|B|L|NL|PL)-\d", postcode)
    if prefix:
        return _CAR_SIGNS.get(prefix[1], prefix[1])
    regions = countries_of_region(region) if region else ()
    shaped = [country for country, shape in POSTCODES if postcode and shape.fullmatch(postcode)]
    cities = countries_by_city().get(city.casefold(), ())
    if regions:
        narrowed = [c for c in regions if c in shaped or c in cities]
        narrowed += [c for c in regions if _fits(c, postcode)]
        return (narrowed or list(regions))[0]
    if shaped:
        return shaped[0]
    return (country_of_city(city) if city else None) or _country_of_street(found.get("line1", ""), postcode)


_FRENCH = "rue|avenue|boulevard|chemin|impasse|quai|allée|cours|place d[eu]s?|route d[eu]s?|zone artisanale"
_STREETS_OF = (
    (
        "DE",
        re.compile(
            r"(?:straße|strasse|str\.|gasse|weg|platz|allee|gürtel|ufer|damm)(?!\w)|"
            r"^(?:am|an der|an den|auf der|auf dem|im|in der|unter den|zum|zur|hinter der|vor dem)\s[A-ZÄÖÜ]",
            re.IGNORECASE,
        ),
    ),
    ("FR", re.compile(rf"(?:^|,\s)\W*(?:\d+\s?\w{{0,3}},?\s)?(?:{_FRENCH})\s", re.IGNORECASE)),
    ("ES", re.compile(r"^\W*(?:(?:calle|avda|avenida|paseo|plaza|ronda|camino|carrer)\b|c/)", re.IGNORECASE)),
    ("IT", re.compile(r"^\W*(?:via|viale|piazza|corso|vicolo|largo)\s", re.IGNORECASE)),
)


def _country_of_street(street: str, postcode: str) -> str | None:
    """Where a street of this language has a postcode of five digits; Swiss, Austrian ones have four."""
    if not re.fullmatch(r"\d{5}", postcode):
        return None
    return next((country for country, shape in _STREETS_OF if shape.search(street)), None)


def _fits(country: str, postcode: str) -> bool:
    length = {"US": (5, 10), "AU": (4,), "IN": (6, 7), "BR": (8, 9), "IT": (5,), "CA": (6, 7)}
    return len(postcode) in length.get(country, ())


def stated_country(value: Address, words: str, context: Context) -> str | None:
    """The country of an address, if the words or the rest of the case tell the one it claims."""
    known = context.application.address
    stated = [
        named
        for piece in [*re.split(r"[,;.\n()|]", words), *words.split()]
        if (named := country_named(piece) or country_named(" ".join(piece.split()[-2:])))
    ]
    if value.country is not None and value.country in stated:
        return value.country
    found = {key: str(part) for key, part in dict(value).items() if part is not None}
    told = country_told_by(found)
    candidates = [
        *stated,
        told,
        known.country if known else None,
        country_of_application(context.application),
    ]
    if value.country is not None and value.country in candidates:
        return value.country
    return next((candidate for candidate in candidates if candidate), None)
