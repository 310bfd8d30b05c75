"""The words that people on the merchant's side read, in each language that there is a folder for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import yaml

from cases.languages import Language

FOLDER = Path(__file__).parent / "words"


class Wordbook:
    """The words of one language: ``words("start.title")``, blanks filled in."""

    def __init__(self, language: Language, entries: Mapping[str, str]) -> None:
        self.language: Language = language
        self._entries = entries

    def __call__(self, key: str, /, **values: object) -> str:
        """The words under ``area.name`` with their blanks filled; raises KeyError for an unknown key."""
        return self._entries[key].format_map(values)

    def area(self, name: str) -> dict[str, str]:
        """All words of an area by their names, blanks unfilled: what a page in the browser is handed."""
        start = f"{name}."
        return {key.removeprefix(start): text for key, text in self._entries.items() if key.startswith(start)}


@lru_cache
def wordbook(language: Language) -> Wordbook:
    """The words of a language, from ``words/<language>/<area>.yaml``."""
    entries: dict[str, str] = {}
    for file in sorted((FOLDER / language).glob("*.yaml")):
        texts: dict[str, str] = yaml.safe_load(file.read_text(encoding="utf-8")) or {}
        entries |= {f"{file.stem}.{name}": text.strip() for name, text in texts.items()}
    return Wordbook(language, entries)
