"""Names are compared by what they say, not by how they are written."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.company_forms import COMPANY_FORMS
from tests.tools.installations import POLICY
from tools.names import likeness, normalise
from tools.names.likeness import words_likeness
from tools.policy_file import load_policy

PAIRS = Path(__file__).parents[3] / "shared" / "screening" / "name_pairs.csv"
_WORD = st.text("abcdefghijklmnopqrstuvwxyz", min_size=3, max_size=10)
WORDS = st.lists(_WORD.filter(lambda word: word not in COMPANY_FORMS), min_size=1, max_size=5)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("José Núñez", "JOSE NUNEZ"),
        ("BIN LADEN, Osama", "Osama bin Laden"),
        ("Acme Trading LLC", "ACME TRADING, L.L.C."),
        ("Acme Trading GmbH", "Acme Trading"),
        ("OAO Gazprom", "Open Joint Stock Company Gazprom"),
        ("Smith & Sons Ltd.", "Smith and Sons Limited"),
        ("O'Brien", "OBrien"),
        ("Вымысел Небылицын", "Vymysel Nebylitsyn"),
        ("A.B.C. Imports", "ABC Imports"),
        ("B R C S.A.", "BRC SA"),
        ("Joint-Stock Company Genbank", "GENBANK COMPANY STOCK JOINT"),
    ],
)
def test_the_same_name_written_otherwise_is_the_same(one: str, other: str) -> None:
    assert likeness(one, other) >= 0.95


@pytest.mark.parametrize(
    ("listed", "written"),
    [
        ("Zephyrin Quillfeather", "Зефирин Квиллфезер"),
        ("Zephyrin Quillfeather", "Зефирин Куилфедер"),
        ("Zephyrin Quillfeather", "Zefirin Kvillfezer"),
        ("Balthazar Mockingham", "Бальтазар Мокингхэм"),
        ("Ottoline Fakenham-Pretend", "Оттолин Фейкенхэм-Притенд"),
        ("Max Erfundenhausen", "Макс Эрфунденгаузен"),
        ("Quentin Makebelieve", "Квентин Мэйкбилив"),
        ("Вымысел Небылицын", "Wymyssel Nebylizyn"),
    ],
)
def test_a_name_is_known_as_another_script_writes_it_down(listed: str, written: str) -> None:
    assert likeness(listed, written, persons=True) >= load_policy(POLICY).screening.threshold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vladimir Petrov", "Vladimir Ivanov"),
        ("Ramón Iglesias", "R D I S.A."),
        ("Vladimir Putin", "KONONOV, Vladimir P."),
        ("Cimex Iberica", "Cimex"),
        ("Golden Gate Bakery", "Golden Gate Shipping"),
        ("", "Anything"),
        ("Unit 12", "Unit 13"),
    ],
)
def test_another_name_is_another(one: str, other: str) -> None:
    assert likeness(one, other) < load_policy(POLICY).screening.threshold


@given(WORDS)
def test_a_name_is_itself_in_any_order_case_and_dress(words: list[str]) -> None:
    name = " ".join(words)
    dressed = f"{', '.join(reversed(words)).upper()}, LTD."
    assert likeness(name, name) == 1.0
    assert likeness(name, dressed) == 1.0


@given(WORDS, WORDS)
def test_likeness_is_mutual_and_between_0_and_1(one: list[str], other: list[str]) -> None:
    there, back = words_likeness(tuple(one), tuple(other)), words_likeness(tuple(other), tuple(one))
    assert 0 <= there <= 1
    assert there == pytest.approx(back)


@given(st.text(max_size=200))
def test_any_text_becomes_latin_words(text: str) -> None:
    words = normalise(text)
    assert all(word.isalnum() and word.isascii() for word in words)


@pytest.mark.skipif(not PAIRS.exists(), reason="../shared is absent")
def test_labelled_pairs_are_told_apart_better_than_by_common_scorers() -> None:
    threshold = load_policy(POLICY).screening.threshold
    with PAIRS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    found = [(likeness(r["name1"], r["name2"]) >= threshold, r["is_match"] == "true") for r in rows]
    right = found.count((True, True))
    precision = right / (right + found.count((True, False)))
    recall = right / (right + found.count((False, True)))
    assert 2 * precision * recall / (precision + recall) > 0.8
