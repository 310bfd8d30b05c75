"""The notices to declined merchants: what is shipped, and what is wrong with another is said in one line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cases.languages import LANGUAGES
from tests.policies import FOLDER, FULL
from tests.tools.installations import POLICY
from tools.policy_file import PolicyError, load_policy

DECLINING = "\ndeclining: {notices: letters, countries: {US: us, GB: uk}, otherwise: eu}\n"


def with_notices(folder: Path, section: str = DECLINING, found: str = "", put: str = "") -> Path:
    """A policy with the notices beside it, one of them changed."""
    shutil.copytree(FOLDER / "notices", folder / "letters")
    notice = folder / "letters" / "us.yaml"
    text = notice.read_text(encoding="utf-8")
    assert found in text
    notice.write_text(text.replace(found, put, 1), encoding="utf-8")
    path = folder / "mine.yaml"
    path.write_text(POLICY.read_text(encoding="utf-8") + section, encoding="utf-8")
    return path


def test_every_regime_has_a_notice_in_every_language_and_of_no_source_it_is_said_that_it_was_compared() -> (
    None
):
    notices = FULL.declining.notices
    assert set(notices) == {"us", "uk", "eu"}
    for notice in notices.values():
        assert set(notice.texts) == set(LANGUAGES)
        assert {source.checked for source in notice.sources} == {False}
        assert len({text.hash for text in notice.texts.values()}) == len(LANGUAGES)


@pytest.mark.parametrize(("country", "regime"), [("US", "us"), ("GB", "uk"), ("FR", "eu"), (None, "eu")])
def test_a_merchant_gets_the_notice_of_their_country(country: str | None, regime: str) -> None:
    assert FULL.declining.regime(country) == regime


def test_a_merchant_whose_language_has_no_notice_gets_the_english_one() -> None:
    notice = FULL.declining.notices["us"]
    alone = notice.model_copy(update={"texts": {"en": notice.texts["en"]}})
    assert alone.text("de") == ("en", notice.texts["en"])


def test_the_hash_of_a_policy_is_of_its_notices_too(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()
    shipped = load_policy(with_notices(tmp_path / "one"))
    other = load_policy(with_notices(tmp_path / "other", found="Thank you", put="Many thanks"))
    assert shipped.hash != other.hash


@pytest.mark.parametrize(
    ("section", "found", "put", "says"),
    [
        (DECLINING.replace("GB: uk", "CH: ch"), "", "", "no notice of the regime ch"),
        (DECLINING.replace(", otherwise: eu", ""), "", "", "otherwise has to name"),
        (DECLINING.replace("letters", "nowhere"), "", "", "no notice in this folder"),
        (DECLINING, "until {appeal_by}", "soon", "us.yaml, line .*'appeal_by' is not named"),
        (DECLINING, "again from {apply_again}", "again on {day}", "us.yaml, line .*'apply_again'"),
        (DECLINING, "untold:", "unsaid:", "us.yaml, line .*unsaid: there is no such key"),
        (DECLINING, "\n  en:", "\n  it:", "us.yaml, line .*texts"),
        (DECLINING, "checked: false", "checked: lately", "us.yaml, line .*checked"),
    ],
)
def test_a_mistake_in_a_notice_is_named_in_the_file_that_it_stands_in(
    tmp_path: Path, section: str, found: str, put: str, says: str
) -> None:
    with pytest.raises(PolicyError, match=says):
        load_policy(with_notices(tmp_path, section, found, put))
