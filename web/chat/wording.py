"""People's and agents' words as Chainlit's Markdown shows them: as written, never as markup."""

from __future__ import annotations

import json
import re
from datetime import datetime, tzinfo

from babel.dates import format_date
from pydantic import JsonValue

from cases.languages import Language
from desk.wordbook import Wordbook

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+.!|~:&$^=-])")
_OUR_PAGE = re.compile(r"\\\((/agreement|/privacy|/(?:owners|upload)/[0-9a-f\\-]{36,40})\\\)")
_PAGES = {
    "agreement": "card.agreement_read",
    "privacy": "signin.privacy",
    "owners": "card.link_owners",
    "upload": "card.link_upload",
}
_BULLET = re.compile(r"^[ \t]*[-*•][ \t]+")
_NUMBER = re.compile(r"^[ \t]*(\d{1,3})[.)][ \t]+")


def escape(text: str) -> str:
    """The text so that Markdown shows it letter by letter: no links, pictures, headings or code."""
    return _SPECIAL.sub(r"\\\1", text.replace("\u200b", ""))


def plain(text: str) -> str:
    """The text with its lines and lists kept, and nothing else of it taken for Markdown."""
    return "\n".join(_line(line) for line in text.splitlines())


def _line(line: str) -> str:
    if found := _BULLET.match(line):
        return f"- {escape(line[found.end() :])}"
    if found := _NUMBER.match(line):
        return f"{found[1]}. {escape(line[found.end() :])}"
    return escape(line.strip())


def said(name: str, when: str, text: str, words: Wordbook) -> str:
    """A message with who said it, and when, above it; the address of a page of ours is a link to it."""
    linked = _OUR_PAGE.sub(lambda page: _link(page[1].replace("\\", ""), words), plain(text))
    return f"**{escape(name)}** *{escape(when)}*\n\n{linked}"


def _link(address: str, words: Wordbook) -> str:
    """A link by the name of the page, in the reader's language."""
    return f"([{escape(words(_PAGES[address.split('/')[1]]))}]({address}))"


def clock_time(at: datetime, zone: tzinfo, now: datetime, language: Language = "en") -> str:
    """The time in the reader's zone; with the day where that is not today."""
    there, today = at.astimezone(zone), now.astimezone(zone).date()
    if there.date() == today:
        return f"{there:%H:%M}"
    day = format_date(there, "d MMM" if there.year == today.year else "d MMM y", language)
    return f"{day}, {there:%H:%M}"


def arguments_in_words(arguments: str) -> str:
    """The JSON that a tool was handed, as a list to read."""
    try:
        value: JsonValue = json.loads(arguments or "{}")
    except ValueError:
        return plain(arguments)
    if value in ({}, [], None):
        return "Nothing: it reads the case by itself."
    return "\n".join(_lines(value, 0))


def _lines(value: JsonValue, depth: int) -> list[str]:
    indent = "  " * depth
    if isinstance(value, dict):
        lines: list[str] = []
        for key, inner in value.items():
            label = escape(key.replace("_", " "))
            if isinstance(inner, dict | list) and inner:
                lines += [f"{indent}- {label}", *_lines(inner, depth + 1)]
            else:
                lines.append(f"{indent}- {label}: {_scalar(inner)}")
        return lines
    if isinstance(value, list):
        return [f"{indent}- {_short(inner)}" for inner in value]
    return [f"{indent}- {_scalar(value)}"]


def _short(value: JsonValue) -> str:
    if isinstance(value, dict):
        return " · ".join(f"{escape(key)}: {_short(inner)}" for key, inner in value.items())
    if isinstance(value, list):
        return ", ".join(_short(inner) for inner in value) or "none"
    return _scalar(value)


def _scalar(value: JsonValue) -> str:
    if value is None or value in ([], {}):
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return escape(" ".join(str(value).split()))
