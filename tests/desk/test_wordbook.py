"""Every language says the same things."""

from __future__ import annotations

from string import Formatter

import pytest

from cases.languages import LANGUAGES, Language
from desk.wordbook import FOLDER, wordbook


def _blanks(text: str) -> list[str]:
    return sorted({name for _, name, _, _ in Formatter().parse(text) if name is not None})


def _entries(language: Language) -> dict[str, list[str]]:
    words = wordbook(language)
    areas = {file.stem for file in (FOLDER / language).glob("*.yaml")}
    return {f"{area}.{name}": _blanks(text) for area in areas for name, text in words.area(area).items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_every_word_of_english_with_the_same_blanks(language: Language) -> None:
    assert _entries(language) == _entries("en")


def test_an_unknown_word_is_an_error_and_not_an_empty_place() -> None:
    with pytest.raises(KeyError):
        wordbook("en")("start.no_such_words")
