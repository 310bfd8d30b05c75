"""The EU's consolidated financial sanctions list (XML, FSF schema 1.1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from xml.etree.ElementTree import Element

from cases.screening import ListEntry
from tools.lists.dates import partial_dates

ROOT = "export"
_UNKNOWN = "00"
"""The EU's code for a country that is not known."""


def published(root: Element) -> date:
    """The day on which the list was made; raises ValueError."""
    return date.fromisoformat(root.attrib.get("generationDate", "")[:10])


def read_eu(source: str, root: Element) -> Iterator[ListEntry]:
    """Every entity that has a name."""
    for listed in root.iterfind("sanctionEntity"):
        aliases = [(_name(alias), alias.get("strong") != "false") for alias in listed.iterfind("nameAlias")]
        strong = [name for name, is_strong in aliases if name and is_strong]
        weak = [name for name, is_strong in aliases if name and not is_strong]
        if not strong and not weak:
            continue
        name, *others = strong or weak
        yield ListEntry(
            source=source,
            reference=listed.get("euReferenceNumber") or listed.get("logicalId") or "",
            name=name,
            kind="person" if _is_person(listed) else "organisation",
            aliases=tuple(others),
            weak_aliases=tuple(weak if strong else ()),
            birth_dates=partial_dates(
                born.get("birthdate") or born.get("year") for born in listed.iterfind("birthdate")
            ),
            countries=_countries(listed),
            identifiers=tuple(
                number for each in listed.iterfind("identification") if (number := each.get("number"))
            ),
            programmes=tuple(dict.fromkeys(r.get("programme", "") for r in listed.iterfind("regulation"))),
        )


def _name(alias: Element) -> str:
    parts = (alias.get(part, "") for part in ("firstName", "middleName", "lastName"))
    return " ".join((alias.get("wholeName") or " ".join(parts)).split())


def _is_person(listed: Element) -> bool:
    subject = listed.find("subjectType")
    return subject is not None and subject.get("classificationCode", "")[:1].upper() == "P"


def _countries(listed: Element) -> tuple[str, ...]:
    codes = (
        each.get("countryIso2Code", "") for tag in ("citizenship", "address") for each in listed.iterfind(tag)
    )
    return tuple(dict.fromkeys(code for code in codes if code and code != _UNKNOWN))
