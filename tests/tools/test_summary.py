"""The summary says what confirming it declares."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cases.languages import LANGUAGES, Language
from desk.wordbook import wordbook
from tests.desk.cast import Case
from tools.summary import write_summary


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_carries_the_three_statements_in_every_language(language: Language) -> None:
    summary = write_summary(replace(Case().record, language=language))
    words = wordbook(language)
    for name in ("authority", "ownership", "agreement"):
        assert words(f"check.statement_{name}", link="/agreement") in summary
