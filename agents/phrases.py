"""The phrases of a prompt file: named wordings, each in one or more variants."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from string import Formatter
from typing import NamedTuple

HEADING = "## Phrases"
_NAME = re.compile(r"^###\s+(?P<name>[a-z_.]+)\s*$")
_VARIANT = re.compile(r"^[-*]\s+(?P<text>\S.*)$")


class BadPhrase(ValueError):
    """A phrase that cannot be used; ``line`` counts from 1 within the text that was parsed."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line


class Phrases(NamedTuple):
    """Wordings by name."""

    variants: Mapping[str, tuple[str, ...]]

    def __contains__(self, name: object) -> bool:
        return name in self.variants

    @property
    def wordings(self) -> tuple[str, ...]:
        """All of them, without their names."""
        return tuple(wording for variants in self.variants.values() for wording in variants)

    def say(self, name: str, turn: int = 0, /, **values: str) -> str:
        """One wording of a phrase with its blanks filled; ``turn`` picks among the variants.

        A name that is not there is an empty string: loading has checked those that are needed.
        """
        wordings = self.variants.get(name, ())
        if not wordings:
            return ""
        text = wordings[turn % len(wordings)]
        for blank, value in values.items():
            text = text.replace(f"{{{blank}}}", value)
        return text


@lru_cache(maxsize=32)
def parse_phrases(text: str) -> Phrases:
    """The phrases below the heading ``## Phrases``; none where there is no such heading.

    A phrase is ``### name`` and under it one ``- wording`` a line. Raises BadPhrase.
    """
    found: dict[str, list[str]] = {}
    current: str | None = None
    inside = False
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("## "):
            inside, current = line.strip() == HEADING, None
        elif inside and line.strip():
            current = _read_line(line, number, current, found)
    _require_wordings(found)
    return Phrases({name: tuple(wordings) for name, wordings in found.items()})


def blanks(text: str) -> set[str]:
    """The names of the blanks in a wording, as ``items`` in "Thank you for {items}."."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _read_line(line: str, number: int, current: str | None, found: dict[str, list[str]]) -> str | None:
    if heading := _NAME.match(line):
        name = heading["name"]
        if name in found:
            raise BadPhrase(number, f"the phrase {name} stands here a second time")
        found[name] = []
        return name
    if line.startswith("#"):
        raise BadPhrase(number, f"{line.strip()!r} is not the name of a phrase (### a.b_c)")
    variant = _VARIANT.match(line)
    if variant is None and not found:
        return None  # an introduction
    if variant is None or current is None:
        raise BadPhrase(number, "a wording is a line that begins with '- ', below ### its name")
    _require_readable(variant["text"], number)
    found[current].append(variant["text"].strip())
    return current


def _require_readable(wording: str, number: int) -> None:
    try:
        blanks(wording)
    except ValueError as error:
        raise BadPhrase(number, f"its braces do not match: {error}") from error


def _require_wordings(found: Mapping[str, list[str]]) -> None:
    for name, wordings in found.items():
        if not wordings:
            raise BadPhrase(1, f"the phrase {name} has no wording")
