"""OFAC's SDN and consolidated lists in the Treasury's own CSV format.

Three files without a header belong together by number: the entries (sdn.csv, cons_prim.csv), their
aliases (alt.csv, cons_alt.csv) and addresses (add.csv, cons_add.csv); ``-0-`` is nothing. Source:
OFAC, "Data specification", 2023-09-25.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from cases.fields.places import country_named
from cases.screening import Kind, ListEntry
from tools.lists.dates import partial_dates
from tools.lists.files import ListFile, UnreadableList
from tools.lists.tables import Row, require_columns, rows_of

ENTRY_COLUMNS, ALIAS_COLUMNS, ADDRESS_COLUMNS = 12, 5, 6

_NULL = "-0-"
_KINDS: Mapping[str, Kind] = {"individual": "person", "vessel": "vessel", "aircraft": "aircraft"}

_BORN = re.compile(r"(?:^|;)\s*(?:alt\. )?DOB ([^;]+)")
_CITIZEN = re.compile(r"(?:^|;)\s*(?:alt\. )?(?:nationality|citizen) ([^;.]+)")
_NUMBER = re.compile(
    r"(?:Passport|National ID No\.|Tax ID No\.|Registration (?:ID|Number)|Identification Number|"
    r"D-U-N-S Number|Company Number|Cedula No\.|C\.R\. No\.|R\.F\.C\.|NIT #|Matricula Mercantil No)\s*"
    r"([A-Z0-9][\w./-]*\d[\w./-]*)"
)
_QUOTED_ALIAS = re.compile(r"a\.k\.a\. '([^']+)'")


def columns_of(row: Row) -> int | None:
    """Which of the three files a first row is of, by its columns; None for none of them."""
    numbered = bool(row.cells) and row.cells[0].isdigit()
    known = len(row.cells) in (ENTRY_COLUMNS, ALIAS_COLUMNS, ADDRESS_COLUMNS)
    return len(row.cells) if numbered and known else None


def family(file_name: str) -> str:
    """Which list a file is of: those of one begin alike (cons_prim.csv, cons_alt.csv; sdn.csv, alt.csv)."""
    return "cons" if file_name.casefold().startswith("cons") else "sdn"


def read_ofac(files: Mapping[int, ListFile]) -> tuple[ListEntry, ...]:
    """The entries of files, given by their number of columns, with what belongs to them.

    Raises UnreadableList for a cut row, and for aliases or addresses without their entries.
    """
    if ENTRY_COLUMNS not in files:
        lonely = next(iter(files.values()))
        raise UnreadableList(lonely.name, "the file with the entries that it belongs to is not configured")
    aliases = _grouped(files.get(ALIAS_COLUMNS), ALIAS_COLUMNS)
    addresses = _grouped(files.get(ADDRESS_COLUMNS), ADDRESS_COLUMNS)
    primary = files[ENTRY_COLUMNS]
    rows = _clean(primary, ENTRY_COLUMNS)
    return tuple(
        _entry(primary.name, cells, aliases[cells[0]], addresses[cells[0]]) for cells in rows if cells[1]
    )


Cells = tuple[str, ...]


def _clean(file: ListFile, columns: int) -> list[Cells]:
    cleaned: list[Cells] = []
    for row in rows_of(file):
        require_columns(file, row, columns)
        if not row.cells[0].isdigit():
            raise UnreadableList(file.name, "a row does not begin with a number", row.line)
        cleaned.append(tuple("" if cell == _NULL else cell for cell in row.cells))
    return cleaned


def _grouped(file: ListFile | None, columns: int) -> defaultdict[str, list[Cells]]:
    grouped: defaultdict[str, list[Cells]] = defaultdict(list)
    for cells in _clean(file, columns) if file else ():
        grouped[cells[0]].append(cells)
    return grouped


def _entry(source: str, cells: Cells, aliases: Sequence[Cells], addresses: Sequence[Cells]) -> ListEntry:
    number, name, kind, programmes = cells[:4]
    remarks = cells[11]
    seats = (address[4] for address in addresses)
    countries = map(country_named, (*_CITIZEN.findall(remarks), *seats))
    return ListEntry(
        source=source,
        reference=number,
        name=name,
        kind=_KINDS.get(kind, "organisation"),
        aliases=tuple(alias[3] for alias in aliases if alias[3]),
        weak_aliases=tuple(_QUOTED_ALIAS.findall(remarks)),
        birth_dates=partial_dates(_BORN.findall(remarks)),
        countries=tuple(dict.fromkeys(country for country in countries if country)),
        identifiers=tuple(dict.fromkeys(_NUMBER.findall(remarks))),
        programmes=tuple(filter(None, programmes.replace("]", "").replace("[", "").split(" "))),
    )
