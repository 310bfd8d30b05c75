"""Every publisher's format is read from a file of its real shape, and never in part."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.screening import ListEntry, Topic
from tests.list_files import EU, OPENSANCTIONS, OURS, SDN, SDN_ADDRESSES, SDN_ALIASES, UK, UN
from tools.lists import ListFile, ReadList, UnreadableList, read_lists


def read(*files: tuple[str, str | bytes]) -> ReadList:
    (found,) = read_lists(
        ListFile(name, content if isinstance(content, bytes) else content.encode()) for name, content in files
    )
    return found


def by_reference(found: ReadList) -> dict[str, ListEntry]:
    return {entry.reference: entry for entry in found.entries}


def test_ofacs_three_files_make_one_list() -> None:
    entries = by_reference(read(("add.csv", SDN_ADDRESSES), ("sdn.csv", SDN), ("alt.csv", SDN_ALIASES)))
    airline, person, ship = entries["36"], entries["37"], entries["38"]
    assert (airline.kind, airline.countries, airline.aliases) == (
        "organisation",
        ("CU",),
        ("AERO-CARIBBEAN",),
    )
    assert person.names == ("QUILLFEATHER, Zephyrin", "FEDERKIEL, Zephyrin")
    assert (person.kind, person.birth_dates, person.countries) == ("person", ("1962-03-14", "1963"), ("FR",))
    assert (person.identifiers, person.weak_aliases) == (("12AB34567",), ("ZED",))
    assert person.programmes == ("SDGT", "IFSR")
    assert ship.kind == "vessel"


def test_ofacs_consolidated_list_is_a_list_of_its_own() -> None:
    files = [("sdn.csv", SDN), ("cons_prim.csv", SDN), ("cons_alt.csv", SDN_ALIASES)]
    lists = read_lists(ListFile(name, text.encode()) for name, text in files)
    assert [found.name for found in lists] == ["sdn.csv", "cons_prim.csv"]
    assert by_reference(lists[0])["36"].aliases == ()


def test_the_uns_list_is_read() -> None:
    found = read(("un.xml", UN))
    person, company = by_reference(found)["FIi.001"], by_reference(found)["FIe.002"]
    assert found.published == date(2026, 2, 27)
    assert person.names == ("BALTHAZAR MOCKINGHAM", "Balthasar Mock", "Балтазар Мокингем")
    assert (person.weak_aliases, person.birth_dates) == (("Balti",), ("1971-08-02", "1973"))
    assert (person.countries, person.identifiers) == (("PT", "BR"), ("P-998877",))
    assert (company.kind, company.aliases, company.countries) == ("organisation", ("Ghost Books",), ("PA",))


def test_the_eus_list_is_read() -> None:
    found = read(("eu.xml", EU))
    person, company = by_reference(found)["EU.1.1"], by_reference(found)["EU.2.2"]
    assert found.published == date(2026, 3, 2)
    assert person.names == ("Ottoline Fakenham", "Оттолина Факенхам")
    assert (person.kind, person.birth_dates, person.countries) == ("person", ("1959-01-30",), ("CY",))
    assert (person.weak_aliases, person.identifiers, person.programmes) == (
        ("Otti",),
        ("K0012345",),
        ("FICT",),
    )
    assert (company.kind, company.countries) == ("organisation", ())


def test_the_uks_list_is_read_in_the_foreign_offices_format() -> None:
    found = read(("UK_Sanctions_List.xml", UK))
    person, company = by_reference(found)["FIC0001"], by_reference(found)["FIC0002"]
    assert found.published == date(2026, 1, 28)
    assert person.names == ("Prosper Q NONESUCH", "Prosper NOSUCH", "Проспер Нонсач")
    assert (person.weak_aliases, person.birth_dates, person.countries) == (
        ("PRO",),
        ("1966-11-09", "1967"),
        ("IE",),
    )
    assert (company.kind, company.name, company.countries) == (
        "organisation",
        "MIRAGE PETROLEUM FZE",
        ("MT",),
    )


def test_opensanctions_targets_tell_sanctions_from_politicians() -> None:
    entries = by_reference(read(("targets.simple.csv", OPENSANCTIONS)))
    assert entries["Q1"].names == ("Max Erfundenhausen", "M. Erfunden", "Макс Эрфунден")
    assert (entries["Q1"].topic, entries["Q1"].countries) == (Topic.SANCTION, ("DE", "AT"))
    assert (entries["Q2"].topic, entries["Q2"].birth_dates) == (Topic.PEP, ("1970",))
    assert entries["Q3"].kind == "vessel"


def test_our_own_format_may_say_more_of_somebody() -> None:
    header = "name,kind,country,reference,topic,aliases,birth_date\n"
    (entry,) = read(("l.csv", header + "Anna Ex,person,pt,1,pep,A. Ex;Anna X,1980-02-03\n")).entries
    assert (entry.topic, entry.aliases, entry.birth_dates) == (
        Topic.PEP,
        ("A. Ex", "Anna X"),
        ("1980-02-03",),
    )
    assert entry.countries == ("PT",)


@pytest.mark.parametrize(
    ("name", "content", "where"),
    [
        ("empty.csv", b"", "empty.csv cannot"),
        ("header.csv", OURS, "holds no names"),
        ("bytes.csv", b"\x00\x01\x02", "no text"),
        ("other.csv", "name;kind\nA;b\n", "other.csv, line 1"),
        ("cut.csv", OURS + "A,person,ZZ,1\nB,person\n", "cut.csv, line 3"),
        ("quote.csv", OURS + 'A,person,ZZ,"1\nB', "quote.csv, line 2"),
        ("topic.csv", "name,kind,country,reference,topic\nA,person,ZZ,1,villain\n", "topic.csv, line 2"),
        ("sdn.csv", SDN[: SDN.index("individual")], "sdn.csv, line 2"),
        ("alt.csv", SDN_ALIASES, "entries that it belongs to"),
        ("page.xml", "<html>not found</html>", "format is not known"),
        ("un.xml", UN[: UN.index("<ENTITIES>")], "un.xml, line 19"),
        ("undated.xml", UN.replace("2026-02-27", "soon"), "does not say when"),
        ("eu.xml", EU.replace("</sanctionEntity>", "</sanction>"), "eu.xml, line 12"),
        ("uk.xml", UK[:-20], "uk.xml, line"),
        ("ofsi.xml", "<ArrayOfFinancialSanctionsTarget/>", "ended in January 2026"),
        ("bomb.xml", '<!DOCTYPE a [<!ENTITY b "c">]><CONSOLIDATED_LIST>&b;</CONSOLIDATED_LIST>', "bomb.xml"),
        ("os.csv", OPENSANCTIONS.replace('"Fiction","2026-01-01"', '"Fiction"'), "os.csv, line 2"),
    ],
)
def test_a_broken_or_foreign_file_is_refused_whole_with_its_line(
    name: str, content: str | bytes, where: str
) -> None:
    with pytest.raises(UnreadableList, match=where.replace(".", r"\.")):
        read((name, content))


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        assert read_lists([ListFile("l.csv", content)])[0].entries
    except UnreadableList as refused:
        assert "l.csv" in str(refused)  # noqa: PT017 - either is right
