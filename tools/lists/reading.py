"""Which format a file has is told by what is in it; files of one list are read together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple
from xml.etree.ElementTree import Element

from cases.screening import ListEntry
from tools.lists import eu, ofac, simple, uk, un
from tools.lists.files import ListFile, ReadList, UnreadableList
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


def families(files: Iterable[ListFile]) -> dict[str, list[ListFile]]:
    """The files of each list, by the name of the list: OFAC's three files of one list belong together."""
    found: dict[str, list[ListFile]] = {}
    of_ofac: dict[str, dict[int, ListFile]] = {}
    for file in files:
        columns = _ofac_columns(file)
        if columns is None:
            found[file.name] = [file]
        else:
            of_ofac.setdefault(ofac.family(file.name), {})[columns] = file
    for family in of_ofac.values():
        named = family.get(ofac.ENTRY_COLUMNS) or next(iter(family.values()))
        found[named.name] = list(family.values())
    return found


def read_lists(files: Iterable[ListFile]) -> list[ReadList]:
    """The lists that files hold.

    Raises UnreadableList for a file whose format is not known, or that is broken, cut or empty.
    """
    return [_read_list(name, family) for name, family in families(files).items()]


def _ofac_columns(file: ListFile) -> int | None:
    """Which of OFAC's files it is, by the columns of its first row; None for another format's."""
    try:
        first = next(rows_of(file), None)
    except UnreadableList:
        return None
    return ofac.columns_of(first) if first else None


def _read_list(name: str, family: Sequence[ListFile]) -> ReadList:
    by_columns = {columns: file for file in family if (columns := _ofac_columns(file))}
    if by_columns:
        saved = min((file.saved for file in family if file.saved), default=None)
        return _filled(name, saved, ofac.read_ofac(by_columns))
    (file,) = family
    if file.content.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        return _read_xml(file)
    return _read_table(file, list(rows_of(file)))


def _read_table(file: ListFile, rows: Sequence[Row]) -> ReadList:
    if not rows:
        return _filled(file.name, None, ())
    header = Row(rows[0].line, tuple(cell.casefold() for cell in rows[0].cells))
    if header.cells[: len(simple.OURS)] == simple.OURS:
        return _filled(file.name, None, simple.read_ours(file, header, rows[1:]))
    if header.cells[:2] == simple.OPENSANCTIONS[:2]:
        return _filled(file.name, file.saved, simple.read_opensanctions(file, header, rows[1:]))
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
