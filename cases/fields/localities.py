"""One part of an address that names a place: postcode, town, region, in the orders of many countries."""

from __future__ import annotations

import re

from cases.fields.cities import countries_by_city
from cases.fields.places import countries_of_region
from cases.fields.streets import POSTCODE

_I = re.IGNORECASE
NAME = r"[^\W\d_][\w'’.\-ß]*(?:[ \-][^\W\d_][\w'’.\-]*){0,4}"
_TOWN = rf"{NAME}(?:\s\d{{1,2}}(?:er|e|ème|w)?)?"
_CODE_LABEL = (
    r"(?:(?:c[óo]digo postal|code postal|postleitzahl|codice postale|cep|pin(?: ?code)?|zip(?: ?code)?|"
    r"post ?code|c\.?p\.?|plz|cap|eircode)(?: is| code|:|\.)*\s*)?"
)
_CODE = rf"{_CODE_LABEL}(?:s\s?\()?(?P<postal_code>{POSTCODE})\)?"
_REGION = rf"(?P<region>{NAME})"
_FORMS = tuple(
    re.compile(rf"\s*(?:{form})\s*", _I)
    for form in (
        _CODE,
        rf"{_CODE}\s(?P<city>{NAME})\s?[(/]\s?{_REGION}\s?\)?",
        rf"{_CODE}\s(?P<city>{NAME})\s[-–]\s(?P<region>(?-i:[A-Z]{{2}}))",
        rf"{_CODE}\s(?P<city>{_TOWN})",
        rf"(?P<city>{_TOWN})\s?[(/]\s?{_REGION}\s?\)?\s?[-–]?\s?{_CODE}",
        rf"(?P<city>{_TOWN})\s?\(\s?{_REGION}\s?\)",
        rf"(?P<city>{_TOWN})\s?\(\s?{_CODE}\s?\)",
        rf"(?P<city>{_TOWN})\s?/\s?(?P<region>(?-i:[A-Z]{{2}}))",
        rf"(?P<city>{_TOWN})\s[-–]\s(?P<region>(?-i:[A-Z]{{2}}))(?:\s[-–]?\s?{_CODE})?",
        rf"(?P<place>{_TOWN})\s?[-–]?\s{_CODE}",
    )
)
_CODE_WORDS = re.compile(r"\s(?:c[óo]digo postal|code postal|postleitzahl|post ?code|zip(?: code)?)$", _I)
_LEAD = re.compile(r"\s*(?:still|again|in|à|en|em|a|te|near|at|of)\s+(?=\S{3})", _I)


def read_locality(part: str) -> dict[str, str] | None:
    """Postcode, town and region of a part with a postcode or a region in it; None for any other part."""
    part = without_lead(part.strip(" ."))
    for form in _FORMS:
        match = form.fullmatch(part)
        if match is None:
            continue
        got = {key: text.strip() for key, text in match.groupdict().items() if text}
        if got.get("region") and not _may_be_region(got["region"]):
            continue
        place = got.pop("place", None)
        if place is not None:
            got |= town_and_region(place)
        elif "region" not in got and "city" in got:
            both = town_and_region(got["city"])
            got |= both if countries_by_city().get(both.get("city", "").casefold()) else {}
        if "city" in got:
            got["city"] = without_lead(_CODE_WORDS.sub("", got["city"]))
        if "postal_code" in got:
            got["postal_code"] = got["postal_code"].lstrip("〒 ")
        return got
    return None


def _may_be_region(written: str) -> bool:
    return bool(countries_of_region(written)) or (len(written) <= 3 and written.isupper())


def without_lead(town: str) -> str:
    """ "still Burlington", "à Montpellier": the town without the word that leads to it."""
    led = re.match(r"(?:de|d')\s?(?=\S)", town, _I)
    if led and town[led.end() :].casefold() in countries_by_city():
        return town[led.end() :]
    return _LEAD.sub("", town, count=1) if _LEAD.match(town) else town


_ONLY_LEADS = re.compile(r"de|d'|del|da|do|di|of|in|en", _I)


def town_and_region(place: str) -> dict[str, str]:
    """ "Phoenix AZ" is a town and a region, "Karnataka" a region, "Walsall" a town."""
    place = without_lead(place)
    if countries_of_region(place) and not countries_by_city().get(place.casefold()):
        return {"region": place}
    words = place.split()
    for count in (1, 2, 3):
        region = " ".join(words[-count:])
        town = " ".join(words[:-count]).rstrip(",- ")
        if _ONLY_LEADS.fullmatch(town):
            return {"city": region}
        if town and countries_of_region(region) and not countries_by_city().get(place.casefold()):
            return {"city": town, "region": region}
    return {"city": place}


def is_known_town(part: str) -> bool:
    """Whether a part is a well-known town, with its postcode or without; not the name of a country alone."""
    town = (read_locality(part) or {}).get("city", part).strip(" .").casefold()
    return " " in town and town in countries_by_city()


def is_known_place(part: str) -> bool:
    """Whether a part is exactly a well-known town, a region, or a town with its region."""
    plain = without_lead(part.strip(" ."))
    if re.sub(r"\s\d{1,2}(?:er|e|ème|w)?$", "", plain.casefold()) in countries_by_city():
        return True
    if countries_of_region(plain) and (len(plain) > 2 or plain.isupper()):
        return True
    got = town_and_region(plain)
    if re.search(r"\b(?:in|is|at|it|we|our|the|a|that|and)\b", got.get("city", "")):
        return False
    return "region" in got and "city" in got and (len(got["region"]) > 2 or got["region"].isupper())
