"""The languages in which merchants are written to."""

from __future__ import annotations

from typing import Literal, get_args

Language = Literal["en", "es", "fr", "de"]

LANGUAGES: tuple[Language, ...] = get_args(Language)

NAMES: dict[Language, str] = {"en": "English", "es": "Español", "fr": "Français", "de": "Deutsch"}
"""What each language calls itself."""

_BY_CODE: dict[str, Language] = {language: language for language in LANGUAGES}


def known_language(code: str) -> Language | None:
    """The language of a code, None where there is none of it."""
    return _BY_CODE.get(code)


def best_language(wanted: str) -> Language:
    """The first language of an Accept-Language header (RFC 9110, 12.5.4) that there is; else English."""
    ranked: list[tuple[float, int, Language]] = []
    for place, entry in enumerate(wanted[:500].split(",")):
        tag, _, weight = entry.partition(";q=")
        code = tag.strip().casefold().partition("-")[0]
        if code in _BY_CODE:
            ranked.append((-_weight(weight), place, _BY_CODE[code]))
    return min(ranked)[2] if ranked else "en"


def region_of(wanted: str) -> str | None:
    """The first region (ISO 3166-1 alpha-2) that an Accept-Language header names: "de-AT" is AT."""
    for entry in wanted[:500].split(","):
        for part in entry.partition(";")[0].strip().split("-")[1:]:
            if len(part) == 2 and part.isalpha() and part.isascii():
                return part.upper()
    return None


def _weight(text: str) -> float:
    try:
        return float(text) if text.strip() else 1.0
    except ValueError:
        return 0.0
