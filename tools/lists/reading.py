"""Which format a file has is told by what is in it; files of one list are read together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tools.lists import eu, ofac, simple, uk, un
from tools.lists.entry import ListEntry, ListFile, ReadList, UnreadableList
from tools.lists.tables import Row, rows_of
from tools.lists.xml import root_of


class _XmlFormat(NamedTuple):
    read: Callable[[str, Element], Iterator[ListEntry]]
    published: Callable[[Element], date]


_XML = {
    un.ROOT: _XmlFormat(un.read_un, un.published),
    eu.ROOT: _XmlFormat(eu.read_eu, eu.published),
    uk.ROOT: _XmlFormat(uk.read_uk, uk.published),
}


def read_lists(files: Iterable[ListFile]) -> list[ReadList]:
    """The lists that files hold, in their order; OFAC's three files of one list make one.

    Raises UnreadableList for a file whose format is not known, or that is broken, cut or empty.
    """
    read: list[ReadList] = []
    of_ofac: dict[str, dict[int, ListFile]] = {}
    for file in files:
        if file.content.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
            read.append(_read_xml(file))
            continue
        rows = list(rows_of(file))
        if rows and (columns := ofac.columns_of(rows[0])):
            of_ofac.setdefault(_family(file.name), {})[columns] = file
        else:
            read.append(_filled(file.name, None, _read_table(file, rows)))
    read += [_read_ofac(family) for family in of_ofac.values()]
    return read


def _read_ofac(family: dict[int, ListFile]) -> ReadList:
    entries = ofac.read_ofac(family)
    return _filled(family[ofac.ENTRY_COLUMNS].name, None, entries)


def _family(name: str) -> str:
    """OFAC's files of one list begin alike: cons_prim.csv, cons_alt.csv; sdn.csv, alt.csv."""
    return "cons" if name.casefold().startswith("cons") else "sdn"


def _read_table(file: ListFile, rows: Sequence[Row]) -> Iterator[ListEntry]:
    if not rows:
        return iter(())
    header = Row(rows[0].line, tuple(cell.casefold() for cell in rows[0].cells))
    if header.cells[: len(simple.OURS)] == simple.OURS:
        return simple.read_ours(file, header, rows[1:])
    if header.cells[:2] == simple.OPENSANCTIONS[:2]:
        return simple.read_opensanctions(file, header, rows[1:])
    known = ",".join(simple.OURS)
    raise UnreadableList(file.name, f"its format is not known; the header of ours is {known}", header.line)


def _read_xml(file: ListFile) -> ReadList:
    root = root_of(file)
    if root.tag == uk.ENDED:
        raise UnreadableList(file.name, "OFSI's list ended in January 2026; take the UK Sanctions List")
    if root.tag not in _XML:
        raise UnreadableList(file.name, f"its format is not known (<{root.tag[:40]}>)")
    form = _XML[root.tag]
    try:
        published = form.published(root)
    except ValueError:
        raise UnreadableList(file.name, "it does not say when it was made") from None
    return _filled(file.name, published, form.read(file.name, root))


def _filled(name: str, published: date | None, entries: Iterable[ListEntry]) -> ReadList:
    found = tuple(entries)
    if not found:
        raise UnreadableList(name, "it holds no names")
    return ReadList(name, published, found)
