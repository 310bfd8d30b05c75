"""Numbers that are dictated digit by digit: "eight one six, double five", "null drei null …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cases.application import FieldName
from cases.sensitive.cues import Cue, cue_before
from cases.sensitive.kinds import Found, Kind

_DIGITS = (
    "zero oh o nought null cero zéro nul", "one uno un une eins ein um uma één een",
    "two dos deux zwei zwo dois due twee",
    "three tres trois drei três tre drie", "four cuatro quatre vier quatro quattro",
    "five cinco cinq fünf cinque vijf", "six seis sechs sei zes", "seven siete sept sieben sete sette zeven",
    "eight ocho huit acht oito otto", "nine nueve neuf neun nove negen",
)  # fmt: skip
_PAIRS = (
    "ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 "
    "nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90 "
    "diez=10 once=11 doce=12 trece=13 catorce=14 quince=15 dieciséis=16 diecisiete=17 dieciocho=18 "
    "diecinueve=19 veinte=20 veintiuno=21 veintidós=22 veintitrés=23 veinticuatro=24 veinticinco=25 "
    "veintiséis=26 veintisiete=27 veintiocho=28 veintinueve=29 treinta=30 cuarenta=40 cincuenta=50 "
    "sesenta=60 setenta=70 ochenta=80 noventa=90 "
    "dix=10 onze=11 douze=12 treize=13 quatorze=14 quinze=15 seize=16 dix-sept=17 dix-huit=18 dix-neuf=19 "
    "vingt=20 trente=30 quarante=40 cinquante=50 soixante=60 soixante-dix=70 quatre-vingt=80 "
    "quatre-vingts=80 quatre-vingt-dix=90"
)
_VALUES = {word: str(digit) for digit, words in enumerate(_DIGITS) for word in words.split()} | {
    word: value for word, _, value in (entry.partition("=") for entry in _PAIRS.split())
}
_REPEATS = {"double": 2, "triple": 3, "treble": 3, "doppel": 2, "doble": 2}
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*", re.IGNORECASE)
_LONGEST_FIRST = re.compile(
    "|".join(word for word in sorted(_VALUES, key=len, reverse=True) if "-" in word) + r"|[^\W\d_]+",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s,.\-]{1,3}(?:(?:y|et|and)\s)?")
_FEWEST = 7
"""From this many digits on, it is a number that somebody dictates."""


_NATIONAL = range(10, 13)
"""How many digits a telephone number has that begins with a 0; a social security number has nine."""


def spelled(view: str, asked: tuple[FieldName, ...]) -> Iterator[Found]:
    """Dictated numbers: a telephone number after its word, else one that may identify a person."""
    for start, end, digits in _runs(view):
        alone = not re.search(r"\w", view[:start] + view[end:])
        national = alone and not asked and digits.startswith("0") and len(digits) in _NATIONAL
        phone = national or cue_before(view, start, 0) is Cue.PHONE or asked == (FieldName.PHONE,)
        yield Found(start, end, Kind.PHONE if phone else Kind.SSN)


def in_digits(text: str) -> str:
    """The text with every dictated number written in digits."""
    pieces: list[str] = []
    at = 0
    for start, end, digits in _runs(text):
        pieces += [text[at:start], digits]
        at = end
    return "".join([*pieces, text[at:]])


def _runs(text: str) -> Iterator[tuple[int, int, str]]:
    words: list[re.Match[str]] = []
    for match in _WORD.finditer(text):
        if words and not _BETWEEN.fullmatch(text, words[-1].end(), match.start()):
            yield from _run(words)
            words = []
        for word in _parted(match):
            if word[0].casefold() in _VALUES or word[0].casefold() in _REPEATS:
                words.append(word)
            elif word[0].casefold() not in ("y", "et", "and"):
                yield from _run(words)
                words = []
    yield from _run(words)


def _parted(match: re.Match[str]) -> list[re.Match[str]]:
    """ "five-five" is two words, "quatre-vingt" and "dix-sept" are one."""
    if match[0].casefold() in _VALUES:
        return [match]
    return list(_LONGEST_FIRST.finditer(match.string, *match.span()))


def _run(words: list[re.Match[str]]) -> Iterator[tuple[int, int, str]]:
    digits, times = "", 1
    for word in words:
        value = _VALUES.get(word[0].casefold())
        if value is None:
            times = _REPEATS[word[0].casefold()]
            continue
        joins = len(value) == 1 and times == 1 and re.search(r"[2-9]0$", digits) and value != "0"
        spoken_tens = joins and _last_value(words, word) in _TENS
        digits = digits[:-1] + value if spoken_tens else digits + value * times
        times = 1
    if len(digits) >= _FEWEST:
        yield words[0].start(), words[-1].end(), digits


_TENS = frozenset(str(tens) for tens in range(20, 100, 10))


def _last_value(words: list[re.Match[str]], word: re.Match[str]) -> str | None:
    at = words.index(word)
    return _VALUES.get(words[at - 1][0].casefold()) if at else None
