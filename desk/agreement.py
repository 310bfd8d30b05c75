"""The merchant agreement: one file for each language that it exists in, named by its digest."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import NamedTuple

from cases.languages import Language
from storage.settings import SHIPPED

FOLDER = SHIPPED / "policies" / "legal"


class Agreement(NamedTuple):
    """The text as it is shown (Markdown); ``language`` is that of the text, ``digest`` its SHA-256 (hex)."""

    text: str
    language: Language
    digest: str


@lru_cache
def agreement(language: Language) -> Agreement:
    """The agreement in a language, in English where there is no such file."""
    own = FOLDER / f"agreement.{language}.md"
    shown: Language = language if own.is_file() else "en"
    text = (FOLDER / f"agreement.{shown}.md").read_text(encoding="utf-8")
    return Agreement(text, shown, hashlib.sha256(text.encode()).hexdigest())
