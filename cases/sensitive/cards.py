"""Payment card numbers: they are dropped before anything is stored, and never kept as a secret."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

import phonenumbers
from stdnum import iban

from cases.sensitive.plain import plain

CARD_REMOVED = "[card number removed]"

_LENGTHS_AND_PREFIXES: tuple[tuple[frozenset[int], tuple[tuple[str, str], ...]], ...] = (
    (frozenset({13, 16, 18, 19}), (("4", "4"),)),
    (frozenset({16}), (("51", "55"), ("2221", "2720"), ("6062", "6062"), ("9792", "9792"))),
    (frozenset({15}), (("34", "34"), ("37", "37"))),
    (frozenset(range(14, 20)), (("300", "305"), ("3095", "3095"), ("36", "36"), ("38", "39"))),
    (
        frozenset(range(16, 20)),
        (
            ("6011", "6011"),
            ("644", "659"),
            ("3528", "3589"),
            ("62", "62"),
            ("81", "82"),
            ("60", "60"),
            ("508", "508"),
            ("5061", "5078"),
            ("2200", "2204"),
        ),
    ),
    (
        frozenset(range(13, 20)),
        (
            ("5018", "5020"),
            ("5038", "5038"),
            ("5893", "5893"),
            ("6304", "6304"),
            ("6759", "6763"),
        ),
    ),
)
"""Issuer ranges (ISO/IEC 7812, as the schemes publish them) with the lengths they use."""

_SHORTEST = 13
_DOUBLED = dict(zip("0123456789", (0, 2, 4, 6, 8, 1, 3, 5, 7, 9), strict=True))
# What may stand between two digits of one number: anything but letters and signs of money.
_RUN = re.compile(r"\d(?:[\s\-./\\_,;:|*'\"()·•+#\u200b]{0,8}\d)+")
_PHONE = re.compile(r"\+[\d().\- ]{7,24}\d(?!\d)")
_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}(?![A-Za-z0-9])")


@lru_cache(maxsize=10_000)
def _lengths(prefix: str) -> tuple[int, ...]:
    """The lengths that cards with these first four digits have, longest first."""
    found: set[int] = set()
    for lengths, prefixes in _LENGTHS_AND_PREFIXES:
        if any(low <= prefix[: len(low)] <= high for low, high in prefixes):
            found |= lengths
    return tuple(sorted(found, reverse=True))


def _has_check_digit(digits: str) -> bool:
    """The Luhn sum; python-stdnum's takes 20 times as long, which hurts on rows of 50,000 digits."""
    doubled = sum(_DOUBLED[digit] for digit in digits[-2::-2])
    return (doubled + sum(map(int, digits[-1::-2]))) % 10 == 0


def is_card(digits: str) -> bool:
    """Whether a row of digits has the length, the issuer range and the check digit of a card."""
    return len(digits) in _lengths(digits[:4]) and _has_check_digit(digits)


def drop_cards(text: str) -> tuple[str, int]:
    """The text with every card number replaced by ``CARD_REMOVED``, and how many there were."""
    count = 0
    # Once more after each removal: what is left over can line up into another number.
    while spans := list(_cards(plain(text))):
        count += len(spans)
        text = _replace(text, spans)
    return text, count


def _replace(text: str, spans: list[tuple[int, int]]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end in spans:
        pieces += [text[at:start], CARD_REMOVED]
        at = end
    return "".join([*pieces, text[at:]])


def _cards(view: str) -> Iterator[tuple[int, int]]:
    view = _without_other_numbers(view)
    for run in _RUN.finditer(view):
        places = [at for at in range(run.start(), run.end()) if view[at].isdigit()]
        digits = "".join(view[at] for at in places)
        if len(digits) < _SHORTEST:
            continue
        breaks = _group_starts(view, places)
        at = 0
        while at <= len(digits) - _SHORTEST:
            length = _card_at(digits, at, breaks)
            if length:
                yield places[at], places[at + length - 1] + 1
            at += length or 1


def _group_starts(view: str, places: list[int]) -> list[bool]:
    """For each digit (and the end) whether a written group of digits begins there."""
    gaps = (view[before + 1 : after].strip("\u200b") != "" for before, after in pairwise(places))
    return [True, *gaps, True]


def _card_at(digits: str, at: int, breaks: list[bool]) -> int:
    """Length of the longest card that starts at a digit, 0 if none does.

    Windows inside one group of digits count everywhere; across groups only whole groups do,
    or two telephone numbers under each other would often be taken for a card.
    """
    for length in _lengths(digits[at : at + 4]):
        end = at + length
        if end > len(digits):
            continue
        inside_one_group = not any(breaks[at + 1 : end])
        whole_groups = breaks[at] and breaks[end]
        if (inside_one_group or whole_groups) and is_card(digits[at:end]):
            return length
    return 0


def _without_other_numbers(view: str) -> str:
    """The view with valid IBANs and valid international phone numbers blanked by letters."""
    for pattern, is_valid in ((_IBAN, _is_iban), (_PHONE, _is_phone)):
        view = pattern.sub(lambda m, ok=is_valid: "x" * len(m[0]) if ok(m[0]) else m[0], view)
    return view


def _is_iban(written: str) -> bool:
    return bool(iban.is_valid(written, check_country=False))


def _is_phone(written: str) -> bool:
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(written, None))
    except phonenumbers.NumberParseException:
        return False
