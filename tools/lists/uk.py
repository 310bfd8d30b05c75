"""The UK Sanctions List in the Foreign Office's format (XML), the only one since January 2026.

OFSI's consolidated list ended then; its file is refused with that reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from xml.etree.ElementTree import Element

from cases.fields.places import country_named
from cases.screening import Kind, ListEntry
from tools.lists.dates import partial_dates
from tools.lists.xml import text, texts

ROOT = "Designations"
ENDED = "ArrayOfFinancialSanctionsTarget"
_NAMES = ("Name1", "Name2", "Name3", "Name4", "Name5", "Name6")
_KINDS: Mapping[str, Kind] = {"individual": "person", "ship": "vessel"}


def published(root: Element) -> date:
    """The day on which the list was made; raises ValueError."""
    return datetime.strptime(text(root, "DateGenerated"), "%d/%m/%Y").date()


def read_uk(source: str, root: Element) -> Iterator[ListEntry]:
    """Every individual and entity that has a name."""
    for listed in root.iterfind("Designation"):
        what = text(listed, "IndividualEntityShip").casefold()
        names = [
            (_name(name), text(name, "NameType").casefold(), text(name, "AliasStrength").casefold())
            for name in listed.iterfind("Names/Name")
        ]
        primary = [name for name, kind, _ in names if name and kind.startswith("primary")]
        if not primary:
            continue
        aliases = [(name, strength) for name, kind, strength in names if name and "alias" in kind]
        places = (
            *texts(listed, "IndividualDetails/Individual/Nationalities/Nationality"),
            *texts(listed, "Addresses/Address/AddressCountry"),
        )
        yield ListEntry(
            source=source,
            reference=text(listed, "UniqueID"),
            name=primary[0],
            kind=_KINDS.get(what, "organisation"),
            aliases=(
                *primary[1:],
                *(name for name, strength in aliases if "low" not in strength),
                *texts(listed, "NonLatinNames/NonLatinName/NameNonLatinScript"),
            ),
            weak_aliases=tuple(name for name, strength in aliases if "low" in strength),
            birth_dates=partial_dates(texts(listed, "IndividualDetails/Individual/DOBs/DOB")),
            countries=tuple(dict.fromkeys(filter(None, map(country_named, places)))),
            identifiers=(
                *texts(listed, "IndividualDetails/Individual/PassportDetails/Passport/PassportNumber"),
                *texts(listed, ".//NationalIdentifierNumber"),
                *texts(listed, ".//BusinessRegistrationNumber"),
            ),
            programmes=tuple(texts(listed, "RegimeName")),
        )


def _name(name: Element) -> str:
    return " ".join(filter(None, (text(name, part) for part in _NAMES)))
