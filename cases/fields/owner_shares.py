"""Shares as people write them: in percent, as fractions, bare behind a name, or "60/40"."""

from __future__ import annotations

import re

from cases.fields.names import find_names
from cases.fields.numbers import find_numbers
from cases.fields.owner_piece import Piece
from cases.fields.owner_words import CUE, FRACTIONS, PERCENT, REST, SELF

_SPLIT = re.compile(
    r"(?<![\d/.\-⟦_])\d{1,3}(?:[.,]\d+)?\s?%?(?:\s?[/:]\s?\d{1,3}(?:[.,]\d+)?\s?%?){1,7}(?![\d/\-])|"
    r"(?<![\d/.\-])\d{2}-\d{2}(?![\d\-])"
)
_SPLIT_IN_WORDS = re.compile(r"(?<=\bsplit )\d{2}[ ,]{1,2}\d{2}(?![\d%])", re.IGNORECASE)


def lists_shares(text: str) -> bool:
    """Whether a text is only names with numbers that add up to 100: "Tom Becker 60, Lisa Becker 40"."""
    rest = text
    names = [name for name in find_names(text) if " " in name.text]
    for name in names:
        rest = rest.replace(name.text, " ", 1)
    numbers = [float(number) for number in re.findall(r"\d{1,3}(?:\.\d+)?", rest)]
    rest = re.sub(r"^\s*[^\W\d_]{1,20}(?: [^\W\d_]{1,20}){0,2}\s?[:–-]", " ", rest)
    plain = re.fullmatch(r"(?:[\s\d.,;/&%():=\-–+]|\b(?:and|y|et|und|e|en|the)\b){3,}", rest)
    return len(names) >= 2 and len(numbers) == len(names) and bool(plain) and 99 <= sum(numbers) <= 100.5


def shares(text: str, asked: bool) -> list[Piece]:
    """The shares in a text, and the words for what is left."""
    found = [Piece(m.start(), m.end(), "rest") for m in REST.finditer(text)]
    for quantity in find_numbers(text):
        percent = PERCENT.match(text, quantity.end)
        bare = (
            asked
            or lists_shares(text)
            or CUE.search(text)
            or SELF.search(text[max(0, quantity.start - 4) : quantity.start])
        )
        bare = bare or (PERCENT.search(text) and _REMAINING.search(text[: quantity.start]))
        fits = 1 <= quantity.value <= 100 and quantity.scale == 1
        if fits and (percent or (bare and _is_bare_share(text, quantity.start, quantity.end))):
            end = percent.end() if percent else quantity.end
            found.append(Piece(quantity.start, end, "share", share=quantity.value))
    found += [
        Piece(m.start(), m.end(), "share", share=FRACTIONS[name])
        for pattern, name in _FRACTION_PATTERNS
        for m in pattern.finditer(text)
    ]
    for match in _DIGIT_FRACTION.finditer(text):
        whole = [item for item in found if item.end <= match.start() or item.start >= match.end()]
        share = round(100 * int(match[1]) / int(match[2]), 2)
        found = [*whole, Piece(match.start(), match.end(), "share", share=share)]
    for rest in [item for item in found if item.kind == "rest"]:
        found = [
            item for item in found if item is rest or not (item.start < rest.end and rest.start < item.end)
        ]
    return found


_REMAINING = re.compile(
    r"\b(?:remaining|other|restliche\w*|übrige\w*|restantes?|restants?|rimanent[ei]|overige)\s$",
    re.IGNORECASE,
)
_DIGIT_FRACTION = re.compile(r"(?<![\d/.,])([1-5])/([2-9])(?![\d/])")
_FRACTION_PATTERNS = [(re.compile(words, re.IGNORECASE), words) for words in FRACTIONS]


def _is_bare_share(text: str, start: int, end: int) -> bool:
    """A bare number counts as a share behind a name ("Shaz 35"), not before a unit ("35 years") nor
    as the beginning of another number ("EIN 61-8987901").
    """
    after = text[end : end + 12]
    return not re.match(
        r"[\-–/]\d{3}|\s?(?:years?|yrs?|k\b|m\b|€|\$|£|of us|people|persons|partners|owners|socios|socias|"
        r"shareholders|points|años|ans|jahre|us\b|st\b|th\b|nd\b)",
        after,
        re.I,
    ) and not re.search(
        r"[$€£#⟦\-/]\s?$|\b(?:since|in|of the|suite|unit|no\.?|aged?)\s$",
        text[max(0, start - 8) : start],
        re.I,
    )


def listed_shares(text: str) -> list[float]:
    """ "60/40", "30 / 35 / 35": shares in the order of the names; they must add up to 100."""
    for match in (*_SPLIT.finditer(text), *_SPLIT_IN_WORDS.finditer(text)):
        shares = [float(n.replace(",", ".")) for n in re.findall(r"\d+(?:[.,]\d+)?", match[0])]
        if 98 <= sum(shares) <= 100.5:
            return shares
    return []
