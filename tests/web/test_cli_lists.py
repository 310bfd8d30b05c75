"""Watch lists and screening on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.list_files import OURS, SDN, SDN_ALIASES, UN, written
from tests.web.shell import Shell

PAIRS = """case_group,schema,name1,name2,is_match
a,Person,Zephyrin Quillfeather,"QUILLFEATHER, Zéphyrin",true
a,Person,Zephyrin Quillfeather,Ottoline Fakenham,false
b,Company,Acme Trading GmbH,ACME Trading,true
b,Company,Acme Trading,Zenith Shipping,true
"""


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def test_a_name_is_looked_up_by_hand(shell: Shell) -> None:
    found = shell.onboard("screen", "Quillfether Zephyrin", "--json")
    assert found.status == 1
    (match,) = found.json
    assert (match["reference"], match["source"]) == ("FICT-001", "watchlist.csv")
    assert "No potential match." in shell.does("screen", "Harbour Lane Bakery").out
    assert "no country" in shell.onboard("screen", "Ann", "--country", "Atlantis").complaint


def test_lists_are_shown_with_their_date_and_size(shell: Shell) -> None:
    paths = ",".join(
        (
            written(shell.folder, "sdn.csv", SDN),
            written(shell.folder, "alt.csv", SDN_ALIASES),
            written(shell.folder, "un.xml", UN),
        )
    )
    done = shell.onboard("lists", "update", "--json", ONBOARD_SCREENING_LISTS=paths)
    sdn, un = done.json
    assert done.status == 0
    assert (sdn["name"], sdn["entries"], sdn["problem"]) == ("sdn.csv", 3, None)
    assert (un["name"], un["date"], un["entries"]) == ("un.xml", "2026-02-27", 2)


def test_a_list_that_breaks_is_named_with_its_line_and_the_last_good_one_stays(shell: Shell) -> None:
    path = written(shell.folder, "ours.csv", OURS + "Anna Example,person,ZZ,1\n")
    assert shell.onboard("lists", "update", ONBOARD_SCREENING_LISTS=path).status == 0
    written(shell.folder, "ours.csv", OURS + "Anna Example,person\n")
    done = shell.onboard("lists", "status", "--json", ONBOARD_SCREENING_LISTS=path)
    (row,) = done.json
    assert done.status == 1
    assert "ours.csv, line 2" in row["problem"]
    assert row["entries"] == 1
    assert shell.onboard("screen", "Anna Example", ONBOARD_SCREENING_LISTS=path).status == 1


def test_pairs_are_scored_in_the_order_of_the_file(shell: Shell) -> None:
    report = shell.does("eval", "screening", written(shell.folder, "pairs.csv", PAIRS), "--json").json
    assert [pair["match"] for pair in report["pairs"]] == [True, False, True, False]
    assert report["summary"]["precision"] == 1.0
    assert report["summary"]["recall"] == 0.6667
    cut = written(shell.folder, "cut.csv", PAIRS + "c,Person,Ann\n")
    assert "cut.csv, line 6" in shell.onboard("eval", "screening", cut).complaint
