"""The UN Security Council's consolidated list (XML, schema sc-sanctions.xsd)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from xml.etree.ElementTree import Element

from cases.fields.places import country_named
from cases.screening import Kind, ListEntry
from tools.lists.dates import partial_dates
from tools.lists.xml import text, texts

ROOT = "CONSOLIDATED_LIST"
_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")


def published(root: Element) -> date:
    """The day on which the list was made; raises ValueError."""
    return date.fromisoformat(root.attrib.get("dateGenerated", "")[:10])


def read_un(source: str, root: Element) -> Iterator[ListEntry]:
    """Every individual and entity of the list."""
    for individual in root.iterfind("INDIVIDUALS/INDIVIDUAL"):
        yield _entry(source, individual, "person", "INDIVIDUAL")
    for entity in root.iterfind("ENTITIES/ENTITY"):
        yield _entry(source, entity, "organisation", "ENTITY")


def _entry(source: str, listed: Element, kind: Kind, prefix: str) -> ListEntry:
    aliases = [
        (text(alias, "ALIAS_NAME"), text(alias, "QUALITY").casefold() == "low")
        for alias in listed.iterfind(f"{prefix}_ALIAS")
    ]
    born = listed.findall("INDIVIDUAL_DATE_OF_BIRTH")
    places = (*texts(listed, "NATIONALITY/VALUE"), *texts(listed, f"{prefix}_ADDRESS/COUNTRY"))
    original = texts(listed, "NAME_ORIGINAL_SCRIPT")
    return ListEntry(
        source=source,
        reference=text(listed, "REFERENCE_NUMBER") or text(listed, "DATAID"),
        name=" ".join(filter(None, (text(listed, part) for part in _NAMES))),
        kind=kind,
        aliases=(*(name for name, weak in aliases if name and not weak), *original),
        weak_aliases=tuple(name for name, weak in aliases if name and weak),
        birth_dates=partial_dates(_born(date) for date in born),
        countries=tuple(dict.fromkeys(filter(None, map(country_named, places)))),
        identifiers=tuple(texts(listed, "INDIVIDUAL_DOCUMENT/NUMBER")),
        programmes=tuple(texts(listed, "UN_LIST_TYPE")),
    )


def _born(date_of_birth: Element) -> str:
    return text(date_of_birth, "DATE") or text(date_of_birth, "YEAR") or text(date_of_birth, "NOTE")
