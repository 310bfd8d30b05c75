"""Opaque tokens in the place of sensitive values, so that no model, log or file sees them in clear."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from cases.application import FieldName
from cases.sensitive.kinds import TOKEN, Found, Kind, kind_of, token
from cases.sensitive.patterns import (
    birth_dates,
    emails,
    ibans,
    left_in_clear,
    social_security,
    tax_ids,
)
from cases.sensitive.plain import plain
from cases.sensitive.runs import numbers
from cases.sensitive.spelled import spelled

_CLAIMED = "\ue000"
_SHORTEST_KNOWN = 5


class Tokenised(NamedTuple):
    """A text with tokens, and the values of the tokens that are new in it."""

    text: str
    secrets: dict[str, str]


def neutralise(text: str) -> str:
    """The text without the brackets of tokens: nobody can write a token by hand."""
    return text.replace("⟦", "[").replace("⟧", "]")


def tokenise(
    text: str,
    *,
    known: Mapping[str, str],
    asked: Sequence[FieldName] = (),
    country: str | None = None,
) -> Tokenised:
    """Put tokens in the place of sensitive values; numbering goes on from ``known`` (token → value).

    ``asked``: the fields that the text answers, so a bare number is of that kind. ``country``
    (ISO 3166-1 alpha-2): where national telephone numbers belong.
    """
    text = neutralise(text)
    names = {value: name for name, value in known.items()}
    counts = Counter[str](match[1] for name in known if (match := TOKEN.fullmatch(name)))
    secrets: dict[str, str] = {}
    pieces: list[str] = []
    at = 0
    for start, end, kind in _sensitive(text, asked, country, known):
        value = text[start:end]
        if value not in names:
            counts[kind] += 1
            names[value] = token(kind, counts[kind])
        secrets[names[value]] = value
        pieces += [text[at:start], names[value]]
        at = end
    new = {name: value for name, value in secrets.items() if name not in known}
    return Tokenised("".join([*pieces, text[at:]]), new)


def _sensitive(
    text: str, asked: Sequence[FieldName], country: str | None, known: Mapping[str, str]
) -> list[tuple[int, int, Kind]]:
    view = plain(text)
    found: list[Found] = []
    view = _claim(view, _again(text, known), found)
    view = _claim(view, spelled(view, tuple(asked)), found)
    for detect in (emails, ibans, birth_dates):
        view = _claim(view, detect(view), found)
    view = _claim(view, social_security(view, FieldName.TAX_ID in asked), found)
    for detect in (left_in_clear, tax_ids):
        view = _claim(view, detect(view), found)
    _claim(view, numbers(view, asked, country), found)
    return sorted((start, end, kind) for start, end, kind in found if kind is not None)


def _again(text: str, known: Mapping[str, str]) -> Iterator[Found]:
    """Values that the case knows already, wherever they come up again."""
    for name, value in known.items():
        kind = kind_of(name)
        if kind is None or len(value) < _SHORTEST_KNOWN:
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(value)}(?!\w)", text):
            yield Found(match.start(), match.end(), kind)


def _claim(view: str, new: Iterable[Found], found: list[Found]) -> str:
    """Note what a detector found, and blank it so that the next ones pass over it."""
    chars: list[str] | None = None
    for item in new:
        chars = chars if chars is not None else list(view)
        if _CLAIMED not in chars[item.start : item.end]:
            chars[item.start : item.end] = _CLAIMED * (item.end - item.start)
            found.append(item)
    return "".join(chars) if chars is not None else view


def resolve(text: str, secrets: Mapping[str, str]) -> str:
    """The text with every token that has a value replaced by it."""
    return TOKEN.sub(lambda match: secrets.get(match[0], match[0]), text)
