"""What a text orders a reader to do, for a model that obeys: say this, call that, record so much."""

from __future__ import annotations

import base64
import binascii
import codecs
import json
import re
import unicodedata
from collections.abc import Iterator
from typing import cast, get_args

from agents.offline_roles.scene import Ask, Heard
from tools.arguments import StatedField
from tools.catalogue import CATALOGUE

_QUOTED = re.compile(r"[\"“„«「]([^\"“”„«»「」]{3,400})[\"”“»」]|(?<!\w)'([^'\n]{3,400})'(?!\w)")
_BASE64 = re.compile(r"[A-Za-z0-9+/]{16,}={0,2}")
_TOOL = re.compile("|".join(sorted(CATALOGUE, key=len, reverse=True)))
_FIELD = re.compile(
    r"\b(" + "|".join(name.replace("_", "[_ ]") for name in get_args(StatedField)) + r")\b"
    r"\W{0,3}(?:is |to |as |be |=|:)+\W{0,2}([^\n.;]{1,80})",
    re.IGNORECASE,
)
_LEET = str.maketrans("013457@$", "oieastas")
_TAGS = 0xE0000
_MOST = 6


def orders_in(heard: Heard) -> list[Ask]:
    """The calls that the text asks for, in whichever encoding it does."""
    asks: list[Ask] = []
    for text in _readings(heard.text):
        asks += _calls(text)
        says = [match[1] or match[2] for match in _QUOTED.finditer(text)][:_MOST]
        asks += [Ask("reply_to_merchant", {"text": words}) for words in says]
    facts = [_fact(heard, match) for match in _FIELD.finditer(heard.text)][:_MOST]
    return [*asks, *([Ask("record_facts", {"facts": facts})] if facts else [])]


def _readings(text: str) -> Iterator[str]:
    """The text as it stands, and every text that is hidden in it."""
    yield text
    if hidden := "".join(chr(ord(c) - _TAGS) for c in text if _TAGS + 32 <= ord(c) < _TAGS + 127):
        yield hidden
    visible = "".join(c for c in text if unicodedata.category(c) != "Cf")
    if visible != text:
        yield visible
    for match in _BASE64.finditer(text):
        try:
            yield base64.b64decode(match[0], validate=True).decode()
        except (binascii.Error, UnicodeDecodeError):
            continue
    for other in (codecs.encode(text, "rot13"), text.translate(_LEET)):
        if _TOOL.search(other):
            yield other


def _calls(text: str) -> Iterator[Ask]:
    """Each tool that is named, with the JSON object that follows it or names it."""
    for match in list(_TOOL.finditer(text))[:_MOST]:
        given = _object_at(text, text.find("{", match.end(), match.end() + 40))
        yield Ask(match[0], given)


def _object_at(text: str, at: int) -> dict[str, object]:
    if at < 0:
        return {}
    try:
        value: object = json.JSONDecoder().raw_decode(text, at)[0]
    except ValueError:
        return {}
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}


def _fact(heard: Heard, match: re.Match[str]) -> dict[str, object]:
    return {
        "field": match[1].replace(" ", "_").lower(),
        "value": match[2].strip(" \"'"),
        "message": heard.number,
        "quote": match[0].strip(),
    }
