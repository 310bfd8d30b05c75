"""Postcodes that are said word by word: "six four one oh five", "código postal veintiocho mil cuatro"."""

from __future__ import annotations

import re

from cases.fields.numbers import find_numbers

_DIGITS = {
    word: str(digit)
    for digit, words in enumerate(
        (
            "zero oh null cero zéro", "one uno un eins", "two dos deux zwei zwo", "three tres trois drei",
            "four cuatro quatre vier", "five cinco cinq fünf", "six seis sechs", "seven siete sept sieben",
            "eight ocho huit acht", "nine nueve neuf neun",
        )
    )
    for word in words.split()
}  # fmt: skip
_ONE = "|".join(_DIGITS)
_BY_DIGIT = re.compile(rf"(?<![\w-])(?:{_ONE})(?:[ -](?:{_ONE})){{4,5}}(?![\w-])", re.IGNORECASE)
_LABEL = re.compile(
    r"\b(?:c[óo]digo postal|code postal|postleitzahl|plz|codice postale|postcode|zip(?: code)?)"
    r"(?: (?:es|est|ist|is|el|le|la|die))*:? (?=[^\W\d_])",
    re.IGNORECASE,
)


def codes_in_digits(text: str) -> str:
    """The text with dictated postcodes in digits, filled up with blanks so that all else keeps its place."""
    text = _BY_DIGIT.sub(_digit_by_digit, text)
    for label in list(_LABEL.finditer(text)):
        number = next((n for n in find_numbers(text) if n.start == label.end() and not n.in_digits), None)
        if number and 1000 <= number.value < 100_000:
            code = f"{number.value:05.0f}".ljust(number.end - number.start)
            text = text[: number.start] + code + text[number.end :]
    return text


def _digit_by_digit(match: re.Match[str]) -> str:
    code = "".join(_DIGITS[word.casefold()] for word in re.findall(r"[^\W\d_]+", match[0]))
    return code.ljust(len(match[0]))
