"""Postal addresses: one line of text to its parts, each as it was written."""

from __future__ import annotations

import re

from pydantic import ValidationError

from cases.application import Address
from cases.errors import Invalid, Ungrounded
from cases.fields.address_country import country_told_by, stated_country
from cases.fields.address_kinds import is_credible
from cases.fields.address_pieces import Piece, divide
from cases.fields.context import Context
from cases.fields.dictated import codes_in_digits
from cases.fields.localities import (
    NAME,
    is_known_place,
    is_known_town,
    read_locality,
    town_and_region,
    without_lead,
)
from cases.fields.places import countries_of_region, country_named
from cases.fields.streets import LOOSE_STREET, POSTCODE, POSTCODES, STREET, is_unit
from cases.fields.wording import states

_LINE_LIMIT = 400


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
    line = line[:_LINE_LIMIT]
    pieces = [piece for piece in divide(line) if line[piece.start : piece.end].strip(" .")]
    if not pieces:
        return None
    parts = [_text(line, piece) for piece in pieces]
    found: dict[str, str] = {}
    named = _take_country(parts, found)
    if not _tells_place(parts):
        _take_from_front(pieces, parts, found)
    while parts and "city" not in found and _take_last(parts, found):
        pass
    _settle_town(found)
    last = len(parts) - 1
    street = line[pieces[0].start : pieces[last].start + len(parts[last])] if parts else ""
    if not street and not found.get("city") and not named:
        return None
    return build(_one_line(street), found, named, country)


def _settle_town(found: dict[str, str]) -> None:
    """In Britain and Ireland many a town is a district too: where no town is said, it is the town."""
    shaped = {country for country, shape in POSTCODES if shape.fullmatch(found.get("postal_code", ""))}
    if (
        "city" not in found
        and "region" in found
        and shaped & {"GB", "IE"}
        and not _COUNTY.match(found["region"])
    ):
        found["city"] = found.pop("region")


_COUNTY = re.compile(r"(?:co\.?|county)\s|.*(?:shire|sussex)$", re.IGNORECASE)


def _text(line: str, piece: Piece) -> str:
    part = line[piece.start : piece.end].strip()
    return part if part.endswith("S.A.") else part.strip(" .")


def _one_line(street: str) -> str:
    return re.sub(r"\s*[;\n|•·]\s*", ", ", street).strip(" ,;.")


def build(street: str, found: dict[str, str], named: str | None, country: str | None) -> Address | None:
    """An address from its parts; the country as named, or as region, postcode or town tell."""
    try:
        return Address(
            line1=street or None,
            city=found.get("city"),
            region=found.get("region"),
            postal_code=found.get("postal_code"),
            country=named or country_told_by({**found, "line1": street}) or country,
        )
    except ValidationError:
        return None


def _take_country(parts: list[str], found: dict[str, str]) -> str | None:
    """Take the country off the end; "Singapore 528891" is town, postcode and country in one."""
    if len(parts) > 2 and re.fullmatch(POSTCODE, parts[-1], re.IGNORECASE) and country_named(parts[-2]):
        return country_named(parts.pop(-2))  # "Galway, Ireland, H91 X4K2"
    last = parts[-1]
    if is_known_town(last):
        return None
    if named := country_named(last):
        if len(parts) > 1 or named not in ("SG", "HK"):
            parts.pop()
        else:
            parts[-1] = ""
        if named in ("SG", "HK", "LU") and not any(country_named(part) for part in parts):
            found["city"] = last.strip()
        parts[:] = [part for part in parts if part]
        return named
    behind = re.fullmatch(rf"(?P<code>{POSTCODE})\s(?P<name>{NAME})", last, re.IGNORECASE)
    if behind and country_named(behind["name"]) == "LU":
        found |= {"postal_code": behind["code"], "city": behind["name"]}
        parts.pop()
        return "LU"
    split = re.fullmatch(rf"(?P<name>{NAME}?)\s(?P<code>{POSTCODE})", last, re.IGNORECASE)
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


def _tells_place(parts: list[str]) -> bool:
    return bool(parts) and (read_locality(parts[-1]) is not None or not _is_street(parts[-1]))


def _take_from_front(pieces: list[Piece], parts: list[str], found: dict[str, str]) -> None:
    """Postcode and town in front of the street, as in Japan; what stands before them is no part of it."""
    if len(parts) < 2 or "city" in found:
        return
    at = next((at for at, part in enumerate(parts[:-1]) if _has_code_and_town(part)), 0)
    place = read_locality(parts[at]) or ({"city": parts[at]} if is_known_place(parts[at]) else None)
    if place is not None:
        found |= place
        del parts[: at + 1], pieces[: at + 1]
        if "city" not in found and len(parts) > 1 and is_known_place(parts[0]):
            found["city"] = parts[0]
            del parts[0], pieces[0]


def _has_code_and_town(part: str) -> bool:
    place = read_locality(part) or {}
    return "postal_code" in place and "city" in place and is_credible(part, place)


def _take_last(parts: list[str], found: dict[str, str]) -> bool:
    """Take what the last part says about the town off the list; False when it says nothing."""
    last = parts[-1]
    locality = read_locality(last)
    if locality and "postal_code" in locality and "postal_code" in found:
        locality = None
    if _is_street(last) and not (locality and is_credible(last, locality)):
        return False
    if locality is not None and _is_region_of(parts, locality):
        found |= {"region": locality["city"], "postal_code": locality["postal_code"]}
        parts.pop()
        return True
    if locality is not None:
        found |= locality
        parts.pop()
        return True
    return _take_name(parts, found)


def _is_region_of(parts: list[str], locality: dict[str, str]) -> bool:
    """ "New York, New York 10118": a state of the same name as the town before it."""
    city, code = locality.get("city", ""), locality.get("postal_code", "")
    if len(parts) < 3 or "region" in locality or not code or not parts[-1].endswith(code):
        return False
    return bool(countries_of_region(city)) and is_known_place(parts[-2])


_LONGEST_SHORT_REGION = 5
"""Letters of a region's name written short, as "Gto" or "N.L"."""


def _is_street(part: str) -> bool:
    if STREET.search(part) or is_unit(part.strip()):
        return True
    return bool(LOOSE_STREET.fullmatch(part)) and not is_known_place(part)


def _take_name(parts: list[str], found: dict[str, str]) -> bool:
    """A last part that is only a name: a region, or a town, or both."""
    last = parts[-1]
    if not re.fullmatch(rf"{NAME}(?:\s\d{{1,2}}w?)?", last, re.IGNORECASE):
        return False
    got = town_and_region(last)
    if "region" in got and "region" in found:
        got = {"city": without_lead(last)}
    town = read_locality(parts[-2]) if len(parts) > 1 and "region" not in found else None
    short = len(last) <= _LONGEST_SHORT_REGION and " " not in last
    if town and "city" in town and "postal_code" in town and (short or countries_of_region(last)):
        got = {"region": last}
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
        if not (states(words, str(part)) or states(codes_in_digits(words), str(part))):
            raise Ungrounded(f"The words do not hold this part of the address: {key}.")
    if not any((value.line1, value.city, value.region, value.postal_code, value.country)):
        raise Invalid("This is not an address.", code="invalid_address")
    country = stated_country(value, words, context)
    if value.country is not None and country != value.country:
        raise Ungrounded("The words do not say this country.")
    return value.model_copy(update={"country": country})
