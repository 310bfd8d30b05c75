"""A line of text in the pieces that addresses are made of: units, streets, towns with their postcodes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from cases.fields.address_kinds import CODE_IN_TEXT, Kind, is_credible, kind_of, place_length
from cases.fields.localities import read_locality
from cases.fields.streets import STREET, is_unit

_I = re.IGNORECASE


class Piece(NamedTuple):
    """A stretch of a text."""

    start: int
    end: int
    kind: Kind


_SEPARATOR = re.compile(r"\s*[,;\n|•·]\s*")
_DASH = re.compile(r"\s+[-–—/]\s+")
_UNIT_WORD = re.compile(
    r"(?<!\w)(?:rear of|r/o|back of|unit|suite|ste|flat|"
    r"apt|apartment|floor|level|lvl|shop|office|studio|room|block|blk|building|"
    r"bldg|plot|lot|no|house no|door no|house|door|stall|kiosk|km|bay)\.?[ ]?(?:no\.?[ ]?|#[ ]?)?"
    r"(?:\d{1,5}[A-Za-z]?[ ])?$",
    _I,
)
_UNIT_BEHIND = re.compile(
    r"\s+(?:(?:(?:suite|ste|unit|apt|apartment|flat|floor|fl|room|rm|level|local|piso|sala|bureau|"
    r"top)\b\.?\s?#?|#)"
    r"\s?(?:[\w\-]{0,3}\d[\w\-]{0,5}|[a-z](?=[\s,]|$))|\d{1,2}(?:st|nd|rd|th)\sfloor|\d{1,2}[ºª°](?:\s[a-z]{1,4}(?=\s|$))?|"
    r"(?-i:[A-Z][\w'’]+\s){1,3}(?:House|Building|Centre|Center|Mall|Complex|Tower|Plaza|Arcade)\b)(?![\w-])",
    _I,
)
_LEAD = re.compile(
    r"(?<!\w)(?:at|is|are|in|on|to|address|located|from|sits|find us|en|estamos|dirección|à|au|adresse|"
    r"in der|bei|sitz|em|no|na|endereço|te|adres|op|aan|a|indirizzo|that['’]s|also|addr|anschrift)\s+(?=\S)",
    _I,
)
_LABEL = re.compile(
    r"(?:address|adress|addr|adresse|anschrift|dirección|direccion|endereço|morada|indirizzo|adres)\W{1,3}(?=\w)",
    _I,
)
_MOST_LEADS = 6
_LONGEST_PART = 200
_NOT_IN_STREET = re.compile(
    r"\b(?:days?|weeks?|months?|years?|hours?|minutes?|staff|people|star|from|a|we|and|our|with|for|to|"
    r"into|i|"
    r"is|are|it|in|at|or)\b"
)


def divide(text: str) -> list[Piece]:
    """The pieces of a text in their order; what no address would say is OTHER."""
    pieces: list[Piece] = []
    at = 0
    for start, end in _streets(text):
        if start < at:
            continue
        word = _UNIT_WORD.search(text, max(at, start - 24), start)
        start = word.start() if word else start
        pieces += _before(text, at, start)
        pieces.append(Piece(start, end, Kind.STREET))
        at = end
        while unit := _UNIT_BEHIND.match(text, at):
            pieces.append(Piece(at + 1, unit.end(), Kind.UNIT))
            at = unit.end()
        end = _part_end(text, at)
        pieces += [piece for piece in _behind(text, at, end) if piece.end > piece.start]
        at = end
    return pieces + _between(text, at, len(text))


def _before(text: str, start: int, end: int) -> list[Piece]:
    """The pieces in front of a street; words that no comma divides from it only lead to it."""
    pieces = _between(text, start, end)
    if pieces and pieces[-1].kind in (Kind.NAME, Kind.NAMED) and not text[pieces[-1].end : end].strip():
        pieces[-1] = pieces[-1]._replace(kind=Kind.OTHER)
    return pieces


_LED_STREET = re.compile(
    r"(?:in der|an der|auf der|im|am)\s(?=\S+.*(?:straße|strasse|str\.?|gasse|weg|platz|allee)(?:\s|$))"
)
""" "in der Hauptstraße 5": the street begins behind the small words, that of "In der Au 5" with them."""


_SAID_TWICE = re.compile(r"(?P<number>\d+)\W+(?P<street>[^\d,;\n]+\s(?P=number)\b)")
""" "It's 16, Calle Larios 16": the number in front belongs to what is said about the street."""


def _streets(text: str) -> Iterator[tuple[int, int]]:
    for match in STREET.finditer(text):
        if re.search(r"[$€£¥₹⟦.,]\s?$", text[max(0, match.start() - 2) : match.start()]) and not re.search(
            r"[.,]\s$", text[max(0, match.start() - 2) : match.start()]
        ):
            continue
        code = re.search(r",?\s\d{5}$", match[0])
        end = match.start() + code.start() if code and len(match[0]) > 6 else match.end()
        token = re.search(r"(?<!\w)[A-Za-z0-9]{1,4}[-/]$", text[max(0, match.start() - 6) : match.start()])
        if token:
            yield match.start() - len(token[0]), end  # "G-12, Connaught Place"
            continue
        if twice := _SAID_TWICE.match(text, match.start()):
            yield twice.span("street")
            continue
        led = _LED_STREET.match(match[0])
        start = match.start() + (led.end() if led else 0)
        if not _NOT_IN_STREET.search(re.sub(r"^(?:in|an) de[nr]\b", "", text[start:end], flags=_I)):
            yield start, end


def _part_end(text: str, at: int) -> int:
    separator = _SEPARATOR.search(text, at)
    return separator.start() if separator else len(text)


def _between(text: str, start: int, end: int) -> list[Piece]:
    """The pieces of a stretch without a plain street in it."""
    pieces: list[Piece] = []
    while start < end:
        separator = _SEPARATOR.search(text, start, end)
        stop = separator.start() if separator else end
        pieces += _part(text, *_stripped(text, start, stop))
        start = separator.end() if separator else end
    return pieces


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \t\r.":
        start += 1
    while end > start and text[end - 1] in " \t\r.:":
        end -= 1
    return start, end


def _part(text: str, start: int, end: int) -> list[Piece]:
    """What stands between two commas."""
    if end - start > _LONGEST_PART:
        return [Piece(start, end, Kind.OTHER)]
    label = _LABEL.match(text, start, end)
    start = label.end() if label else start
    kind = kind_of(text[start:end]) if start < end else Kind.OTHER
    if kind is not Kind.OTHER:
        return [Piece(start, end, kind)]
    pieces: list[Piece] = []
    for dash in [*_DASH.finditer(text, start, end), None]:
        stop = dash.start() if dash else end
        pieces += _between_dashes(text, *_stripped(text, start, stop))
        start = dash.end() if dash else end
    return pieces


def _between_dashes(text: str, start: int, end: int) -> list[Piece]:
    if start >= end:
        return []
    kind = kind_of(text[start:end])
    if kind is not Kind.OTHER:
        return [Piece(start, end, kind)]
    return (
        _code_in_it(text, start, end)
        or _led(text, start, end)
        or _place_first(text, start, end)
        or [Piece(start, end, Kind.OTHER)]
    )


_JOINING = re.compile(r"\s*(?:that['’]?s|it['’]?s|which is|is|das ist|c['’]est|es|é|è)?\s*", _I)


def _led(text: str, start: int, end: int) -> list[Piece]:
    """ "a bakery in Lyon": a place behind the words that lead to it."""
    for lead in islice(_LEAD.finditer(text, start, end), _MOST_LEADS):
        at = lead.end()
        kind = kind_of(text[at:end])
        rest = [Piece(at, end, kind)] if kind is not Kind.OTHER else _place_first(text, at, end)
        if rest:
            joins = _JOINING.fullmatch(text[start : lead.start()]) and rest[0].kind in (Kind.PLACE, Kind.CODE)
            bare = joins or not text[start : lead.start()].strip()
            return rest if bare else [Piece(start, at, Kind.OTHER), *rest]
    return []


def _place_first(text: str, start: int, end: int) -> list[Piece]:
    """A place and what follows it: "Crewe CW1 6XT but the shop is …"; nothing if it begins with none."""
    length = place_length(text[start:end])
    if not length:
        return []
    kind = Kind.CODE if CODE_IN_TEXT.search(text, start, start + length) else Kind.PLACE
    rest = _stripped(text, start + length, end)
    return [Piece(start, start + length, kind), *([Piece(*rest, Kind.OTHER)] if rest[0] < rest[1] else [])]


_NAME_AND_NUMBER = re.compile(r"(?:(?<=\s)|^)[^\W\d_][\w'’.\-]*(?: [\w'’.\-]+){0,3} \d{1,4}[a-z]?$", _I)


def _code_in_it(text: str, start: int, end: int) -> list[Piece]:
    """ "damrak 28 1012lj amsterdam": a street, then a postcode and its town, without a comma."""
    for code in CODE_IN_TEXT.finditer(text, start, end):
        tail = text[code.start() : end]
        place = read_locality(tail)
        first, last = _stripped(text, start, code.start())
        street = _NAME_AND_NUMBER.search(text[first:last])
        if place is None or "city" not in place or street is None or not is_credible(tail, place):
            continue
        led = [lead.end() for lead in _LEAD.finditer(text, first, last)]
        at = max(first + street.start(), led[-1] if led else first)
        pieces = [Piece(at, last, Kind.NUMBERED), Piece(code.start(), end, Kind.CODE)]
        return ([Piece(first, at, Kind.OTHER)] if at > first else []) + pieces
    return []


def _behind(text: str, start: int, end: int) -> list[Piece]:
    """What follows a street in its part: " tulsa ok 74104 and we …" is a place and then no more of it."""
    start, end = _stripped(text, start, end)
    if start >= end:
        return []
    if is_unit(text[start:end]):
        return [Piece(start, end, Kind.UNIT)]
    if dash := _DASH.match(text, start - 1, end):
        return _part(text, dash.end(), end)
    if found := _place_first(text, start, end):
        return found
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead else start
    kind = kind_of(text[start:end])
    return [Piece(start, end, kind if kind is Kind.NAME else Kind.OTHER)]
