"""How a note names a colleague: by whole name, first name or address, whatever letters it is written in."""

from __future__ import annotations

from unicodedata import normalize
from uuid import uuid4

import pytest

from cases.errors import Invalid
from desk.naming import Colleague, asked_in, mention_of

ZOE, CONOR, ANITA, ROSA, ROSA_LIMA, KIM = PEOPLE = tuple(
    Colleague(uuid4(), name, handle)
    for name, handle in (
        ("Zoë Núñez García", "zoe.nunez"),
        ("Conor O'Brien", "cob"),
        ("अनीता देसाई", "anita"),
        ("Rosa", "rosa"),
        ("Rosa Lima", "rosa.lima"),
        ("Kim Anne-Marie Ito", "kim"),
    )
)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("@Zoë Núñez García, is it?", ZOE),
        ("@zoë núñez  garcía", ZOE),
        ("@Zoë.Núñez.García is it?", ZOE),
        ("@Zoë says so", ZOE),
        (normalize("NFD", "Ask @Zoë Núñez García now"), ZOE),
        ("@zoe.nunez.", ZOE),
        ("@Conor O'Brien's view?", CONOR),
        ("@Conor's view?", CONOR),
        ("@अनीता देसाई?", ANITA),
        ("@Rosa Lima?", ROSA_LIMA),
        ("@rosa, is it?", ROSA),
        ("@Kim Anne-Marie Ito", KIM),
        ("(@kim)", KIM),
    ],
)
def test_who_is_named_is_who_has_most_of_the_words(text: str, asked: Colleague) -> None:
    assert asked_in(text, PEOPLE) == (asked.id,)


@pytest.mark.parametrize("text", ["@Rosalind", "@rosa.linde", "@Zo", "@Anne-Marie", "@Núñez"])
def test_a_part_of_a_name_is_nobodys(text: str) -> None:
    with pytest.raises(Invalid, match="no colleague"):
        asked_in(text, PEOPLE)


def test_where_two_have_the_whole_name_the_address_tells_them_apart() -> None:
    twins = [Colleague(uuid4(), "Kim Ito", handle) for handle in ("kim.1", "kim.2")]
    with pytest.raises(Invalid, match=r"called Kim Ito: please write @kim\.1 or @kim\.2"):
        asked_in("@Kim Ito?", twins)
    assert asked_in("@kim.2?", twins) == (twins[1].id,)
    assert [mention_of(each, twins) for each in twins] == ["kim.1", "kim.2"]


def test_everybody_is_offered_by_a_name_that_means_nobody_else() -> None:
    for colleague in PEOPLE:
        mention = mention_of(colleague, PEOPLE)
        assert mention == colleague.name
        assert asked_in(f"Please, @{mention} and then?", PEOPLE) == (colleague.id,)


def test_whom_no_name_tells_from_another_is_not_offered() -> None:
    twins = [Colleague(uuid4(), "Kim Ito", "kim") for _ in range(2)]
    assert [mention_of(each, twins) for each in twins] == [None, None]
