"""Ready-made answers are files in every language, filled from the record and sent by nobody but a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from cases.errors import Forbidden, Invalid, NotFound
from cases.languages import LANGUAGES
from desk import locale, ready_answers
from tests.desk.cast import COMPLIANCE, MERCHANT, OTHER, REVIEWER, Case

SHIPPED = Path(__file__).parents[2] / "policies" / "answers"


def test_those_that_are_shipped_can_be_filled_in_every_language() -> None:
    case = Case()
    case.come_to_review()
    answers = ready_answers.load_answers(SHIPPED)
    assert len(answers) >= 4
    before = case.record.last_seq
    for language in LANGUAGES:
        case.do(locale.note_locale, MERCHANT, language)
        for answer in answers:
            filled = case.do(ready_answers.fill, REVIEWER, answer)
            assert filled.language == language
            assert "Harbour Books" in filled.text
            assert "{" not in filled.text
    assert case.record.last_seq <= before + len(LANGUAGES), "filling says nothing to anybody"


def test_what_is_missing_is_named_from_the_record() -> None:
    case = Case()
    answer = ready_answers.named(ready_answers.load_answers(SHIPPED), "still_missing")
    assert "business name" in case.do(ready_answers.fill, REVIEWER, answer).text
    for who, refused in ((MERCHANT, Forbidden), (COMPLIANCE, Forbidden), (OTHER, NotFound)):
        with pytest.raises(refused):
            case.do(ready_answers.fill, who, answer)
    with pytest.raises(NotFound):
        ready_answers.named((), "still_missing")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("{version: '1', title: T, text: {en: a, de: a, es: a}}", "no text in fr"),
        ("{version: '1', title: T, text: {en: '{score}', de: a, es: a, fr: a}}", r"no blank \{score\}"),
        ("- a list", "no YAML mapping"),
    ],
)
def test_a_file_that_cannot_be_used_is_named(tmp_path: Path, text: str, wrong: str) -> None:
    (tmp_path / "broken.yaml").write_text(text)
    with pytest.raises(Invalid, match=rf"broken\.yaml: .*{wrong}"):
        ready_answers.load_answers(tmp_path)
    assert ready_answers.load_answers(tmp_path / "none") == ()
