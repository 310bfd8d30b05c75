"""The privacy notice, in layers: one file for each language that it exists in."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from cases.languages import Language
from desk.agreement import FOLDER

BELOW = "\n---\n"
"""The line of a file under which the whole notice follows on the short one."""


class Notice(NamedTuple):
    """The texts as they are shown (Markdown); ``language`` is theirs, which need not be the reader's."""

    title: str
    short: str
    full: str
    language: Language


def address_of(page: str, language: Language) -> str:
    """Where the notice stands in a language; a company's own address is left as it is."""
    return f"{page}?lang={language}" if page == "/privacy" else page


@lru_cache
def privacy_notice(language: Language, days: int) -> Notice:
    """The notice in a language, in English where there is no such file; ``days``: the merchant's deadline."""
    own = FOLDER / f"privacy.{language}.md"
    shown: Language = language if own.is_file() else "en"
    text = (FOLDER / f"privacy.{shown}.md").read_text(encoding="utf-8").replace("{days}", str(days))
    heading, _, rest = text.partition("\n")
    short, _, full = rest.partition(BELOW)
    return Notice(heading.removeprefix("# ").strip(), short.strip(), full.strip(), shown)
