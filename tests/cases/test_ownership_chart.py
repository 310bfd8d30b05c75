"""The chart of a structure: complete, escaped, readable aloud, and the same every time."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from itertools import combinations

from cases.ownership.chart import chart, sentences
from cases.ownership.layout import BOX, layout
from cases.ownership.structure import Structure
from tests.cases.drawings import drawn

SVG = "{http://www.w3.org/2000/svg}"
DRAWING = (
    "shop < hold 50, ada 20, family 30\nhold < ada 40 (60 votes), ben 60 (board), shop 0.5\n"
    "family is trust: trustee tom, settlor ada\nshop is company: control person ada"
)


def texts(svg: str) -> list[str]:
    return [element.text or "" for element in ET.fromstring(svg).iter(f"{SVG}text")]


def test_every_party_and_every_share_stands_in_it() -> None:
    found = texts(chart(drawn(DRAWING)))
    for text in ("Shop", "Hold", "Family", "Ada", "Ben", "Tom", "50 %", "20 % · control person", "trustee"):
        assert text in found
    assert "40 % (60 % of votes)" in found
    assert "60 %, board" in found


def test_owners_and_the_merchant_are_told_apart_in_words_too() -> None:
    found = texts(chart(drawn(DRAWING), {"ada"}))
    assert "person, beneficial owner" in found
    assert "merchant, company" in found


def test_names_are_escaped_and_long_ones_are_cut() -> None:
    structure = drawn("shop < ada 100")
    name = '</svg><script>alert("x")</script> & Söhne Beteiligungsgesellschaft'
    parties = tuple(p.model_copy(update={"name": name}) if p.id == "shop" else p for p in structure.parties)
    svg = chart(structure.model_copy(update={"parties": parties}), id_='a"b')
    assert "<script" not in svg
    root = ET.fromstring(svg)
    assert root.find(f"{SVG}title") is not None
    assert all(len(text) < 40 for text in texts(svg))
    assert name in (root.findtext(f"{SVG}desc") or "")


def test_a_screen_reader_hears_the_same_in_sentences() -> None:
    assert sentences(drawn(DRAWING)) == (
        "Shop is the merchant, a company.",
        "Family is a trust.",
        "Hold holds 50 % of Shop.",
        "Family holds 30 % of Shop.",
        "Ada holds 20 % of Shop.",
        "Ben holds 60 % of Hold, and appoints most of the directors.",
        "Ada holds 40 % of Hold, with 60 % of the votes.",
        "Shop holds 0.5 % of Hold.",
        "Ada is control person of Shop.",
        "Ada is settlor of Family.",
        "Tom is trustee of Family.",
    )
    root = ET.fromstring(chart(drawn(DRAWING)))
    assert root.get("role") == "img"
    labels = (root.get("aria-labelledby") or "").split()
    assert labels == [element.get("id") for element in (root[0], root[1])]


def test_the_merchant_stands_lowest_and_owners_above_what_they_own() -> None:
    at = layout(drawn("shop < hold 50, ada 50\nhold < ben 100")).middles
    assert at["shop"][1] > at["hold"][1] > at["ben"][1]
    assert at["ada"][1] == at["hold"][1]


def test_boxes_never_cover_one_another_and_stay_inside() -> None:
    where = layout(drawn(DRAWING))
    for (x1, y1), (x2, y2) in combinations(where.middles.values(), 2):
        assert abs(x1 - x2) >= BOX[0] or abs(y1 - y2) >= BOX[1]
    for x, y in where.middles.values():
        assert BOX[0] / 2 <= x <= where.width - BOX[0] / 2
        assert BOX[1] / 2 <= y <= where.height - BOX[1] / 2


def test_a_circle_and_own_shares_are_drawn_too() -> None:
    structure: Structure = drawn("shop < b 50, shop 5\nb < shop 50")
    arrows = {(arrow.start, arrow.end) for arrow in layout(structure).arrows}
    assert arrows == {("b", "shop"), ("shop", "b"), ("shop", "shop")}
    assert len(list(ET.fromstring(chart(structure)).iter(f"{SVG}path"))) == 4
