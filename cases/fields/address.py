"""Postal addresses: one line of text to its parts, each as it was written."""

from __future__ import annotations

import re

from pydantic import ValidationError

from cases.application import Address
from cases.errors import Invalid, Ungrounded
from cases.fields.cities import countries_by_city
from cases.fields.context import Context
from cases.fields.places import (
    countries_of_region,
    country_named,
    country_of_application,
    country_of_city,
)
from cases.fields.streets import LOOSE_STREET, POSTCODE, POSTCODES, STREET, is_unit
from cases.fields.wording import states

_NAME = r"[^\W\d_][\w'’.\-ß]*(?:[ \-][^\W\d_][\w'’.\-]*){0,4}"
_PART_FORMS = tuple(
    re.compile(rf"\s*(?:{form})\s*", re.IGNORECASE)
    for form in (
        rf"(?P<postal_code>{POSTCODE})\s(?P<city>{_NAME})\s?[(/]\s?(?P<region>{_NAME})\s?\)?",
        rf"(?P<postal_code>{POSTCODE})\s(?P<city>{_NAME}(?:\s\d{{1,2}}(?:er|e|ème)?)?)",
        rf"(?P<city>{_NAME}(?:\s\d{{1,2}}w?)?)\s[-–]\s(?P<region>[A-Z]{{2}})",
        rf"(?P<city>{_NAME})\s?\(\s?(?P<region>{_NAME})\s?\)",
        rf"(?P<place>{_NAME}(?:\s\d{{1,2}}w?)?)\s?[-–]?\s(?P<postal_code>{POSTCODE})",
        rf"(?P<postal_code>{POSTCODE})",
    )
)
_WORD_LIMIT = 200


def parse(value: str, country: str | None = None) -> Address:
    """The parts of an address on one line; ``country`` helps where the line names none.

    Raises Invalid if there is neither a street nor a town in it.
    """
    address = read_parts(value.strip().strip(".") if len(value) <= 400 else "", country)
    if address is None:
        raise Invalid("This is not an address.", code="invalid_address")
    return address


def read_parts(line: str, country: str | None = None) -> Address | None:
    """The address that a line consists of, from its end: country, postcode, region, town, street."""
    parts = _divide(line)
    if not parts:
        return None
    found: dict[str, str] = {}
    named = _take_country(parts, found)
    while parts and "city" not in found and _take_last(parts, found):
        pass
    street = ", ".join(part.strip() for part in parts).strip(" ,;")
    if not street and not found.get("city") and not named:
        return None
    return build(street, found, named, country)


def build(street: str, found: dict[str, str], named: str | None, country: str | None) -> Address | None:
    """An address from its parts; the country as named, or as region, postcode or town tell."""
    try:
        return Address(
            line1=street or None,
            city=found.get("city"),
            region=found.get("region"),
            postal_code=found.get("postal_code"),
            country=named or country_told_by(found) or country,
        )
    except ValidationError:
        return None


def country_told_by(found: dict[str, str]) -> str | None:
    """The country that the shape of a postcode, a region or a well-known town belongs to."""
    postcode, region, city = (found.get(key, "") for key in ("postal_code", "region", "city"))
    regions = countries_of_region(region) if region else ()
    shaped = [country for country, shape in POSTCODES if postcode and shape.fullmatch(postcode)]
    cities = countries_by_city().get(city.casefold(), ())
    if regions:
        narrowed = [c for c in regions if c in shaped or c in cities]
        narrowed += [c for c in regions if _fits(c, postcode)]
        return (narrowed or list(regions))[0]
    if shaped:
        return shaped[0]
    return country_of_city(city) if city else None


def _fits(country: str, postcode: str) -> bool:
    length = {"US": (5, 10), "AU": (4,), "IN": (6, 7), "BR": (8, 9), "IT": (5,), "CA": (6, 7)}
    return len(postcode) in length.get(country, ())


def _divide(line: str) -> list[str]:
    """The parts between commas and line ends; what follows a street without a comma is a part too."""
    divided: list[str] = []
    for part in re.split(r"\s*[,;\n|]\s*", line[:_WORD_LIMIT]):
        street = STREET.search(part)
        rest = part[street.end() :] if street else ""
        if street and re.match(r"\s+[^\W_]", rest) and not is_unit(rest.strip()):
            divided += [part[: street.end()], rest]
        else:
            divided.append(part)
    return [
        part.strip(" .") if not part.strip().endswith("S.A.") else part
        for part in divided
        if part.strip(" .")
    ]


def _take_country(parts: list[str], found: dict[str, str]) -> str | None:
    """Take the country off the end; "Singapore 528891" is town, postcode and country in one."""
    last = parts[-1]
    if named := country_named(last):
        if len(parts) > 1 or named not in ("SG", "HK"):
            parts.pop()
        else:
            parts[-1] = ""
        if named in ("SG", "HK", "LU") and not any(country_named(part) for part in parts):
            found["city"] = last.strip()
        parts[:] = [part for part in parts if part]
        return named
    split = re.fullmatch(rf"(?P<name>{_NAME}?)\s(?P<code>{POSTCODE})", last, re.IGNORECASE)
    if split and (named := country_named(split["name"])):
        parts.pop()
        found["postal_code"] = split["code"].strip()
        if named in ("SG", "HK"):
            found["city"] = split["name"]
        return named
    words = last.split()
    for count in (3, 2, 1):
        if len(words) > count and (named := country_named(" ".join(words[-count:]))):
            parts[-1] = " ".join(words[:-count]).rstrip(" -–(")
            return named
    return None


def _take_last(parts: list[str], found: dict[str, str]) -> bool:
    """Take what the last part says about the town off the list; False when it says nothing."""
    last = parts[-1]
    if _is_street(last) and "city" not in found and not _PART_FORMS[1].fullmatch(last):
        return False
    for form in _PART_FORMS:
        match = form.fullmatch(last)
        if match and _take_form(match, found):
            parts.pop()
            return True
    return _take_name(parts, found)


def _is_street(part: str) -> bool:
    return bool(STREET.search(part) or is_unit(part.strip()))


def _take_form(match: re.Match[str], found: dict[str, str]) -> bool:
    got = {key: text.strip() for key, text in match.groupdict().items() if text}
    place = got.pop("place", None)
    if "postal_code" in got and "postal_code" in found:
        return False
    if place is not None:
        got |= _town_and_region(place)
    found |= got
    return True


def _town_and_region(place: str) -> dict[str, str]:
    """ "Phoenix AZ" is a town and a region, "Karnataka" a region, "Walsall" a town."""
    if countries_of_region(place) and not countries_by_city().get(place.casefold()):
        return {"region": place}
    words = place.split()
    for count in (1, 2, 3):
        region = " ".join(words[-count:])
        town = " ".join(words[:-count]).rstrip(",- ")
        if town and countries_of_region(region) and not countries_by_city().get(place.casefold()):
            return {"city": town, "region": region}
    return {"city": place}


def _take_name(parts: list[str], found: dict[str, str]) -> bool:
    """A last part that is only a name: a region, or a town, or both."""
    last = parts[-1]
    if not re.fullmatch(rf"{_NAME}(?:\s\d{{1,2}}w?)?", last, re.IGNORECASE):
        return False
    got = _town_and_region(last)
    if "region" in got and "region" in found:
        got = {"city": last}
    if "city" not in got and "postal_code" not in found and len(parts) == 1:
        got = {"region": last}
    found |= got
    parts.pop()
    return True


def merge_address(old: Address | None, new: Address) -> Address:
    """The new address, completed by the parts of the old one that it does not contradict."""
    if old is None:
        return new
    if new.line1 and old.line1 and new.city and old.city and new.city.casefold() != old.city.casefold():
        return new
    moved = new.city is not None and old.city is not None and new.city.casefold() != old.city.casefold()
    kept = {} if moved else {key: part for key, part in dict(old).items() if part is not None}
    if moved:
        kept = {key: part for key, part in kept.items() if key == "country"}
    given = {key: part for key, part in dict(new).items() if part is not None}
    return Address.model_validate({**kept, **given})


def ground(value: Address, words: str, context: Context) -> Address:
    """The address, if each part stands in the words (or is known already); raises Ungrounded.

    A country may also follow from region, postcode or town, or from what else is known of the case.
    """
    known = context.application.address
    for key, part in dict(value).items():
        if key == "country" or part is None or (known and getattr(known, key) == part):
            continue
        if not states(words, str(part)):
            raise Ungrounded(f"The words do not hold this part of the address: {key}.")
    if not any((value.line1, value.city, value.region, value.postal_code, value.country)):
        raise Invalid("This is not an address.", code="invalid_address")
    country = _country(value, words, context)
    if value.country is not None and country != value.country:
        raise Ungrounded("The words do not say this country.")
    return value.model_copy(update={"country": country})


def _country(value: Address, words: str, context: Context) -> str | None:
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


__all__ = ["LOOSE_STREET", "build", "country_told_by", "ground", "merge_address", "parse", "read_parts"]
