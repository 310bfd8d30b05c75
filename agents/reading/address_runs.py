"""Where in a message an address stands: a run of pieces around a street or a postcode."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile, pairwise
from typing import NamedTuple

from agents.reading.address_blocks import blocks
from agents.reading.name_words import LEGAL_END
from cases.application import Address
from cases.fields.address import read_parts
from cases.fields.address_kinds import Kind, is_ordinary
from cases.fields.address_pieces import Piece
from cases.fields.cities import countries_by_city
from cases.fields.localities import without_lead
from cases.fields.mcc import find_trades
from cases.fields.places import country_named, country_of_city

_I = re.IGNORECASE
_NAMES = (Kind.NAME, Kind.OTHER)
_STREETS = (Kind.STREET, Kind.NUMBERED, Kind.NAMED)

LABEL = re.compile(
    r"\b(?:address|adress|located|location|premises|registered(?: office)?|office|based|sits?|find us|"
    r"where|"
    r"we'?re (?:at|on)|(?:shop|store|studio|place|business|workshop|laden|tienda|local) is (?:at|on)|"
    r"dirección|estamos en|adresse|"
    r"siège|situ[ée]\w*|anschrift|sitz|standort|endereço|morada|indirizzo|sede|adres|gevestigd|put)\b",
    _I,
)
_PLAIN_LABEL = re.compile(
    r"(?:address|adress|premises|dirección|adresse|anschrift|standort|endereço|morada|indirizzo|adres)"
    r"(?:\s+(?:is|lautet|es|est|é|è))?\s*:?\s*$",
    _I,
)
TWO_WORDS = re.compile(r"[^\W\d_][\w'’\-]*(?: [^\W\d_]+)?")
_DETAIL = re.compile(r"/?[\w'’.#ºª°/&\-]{1,20}(?: [\w'’.#ºª°/&\-]{1,20}){0,3}")
"""A part of a building in any language, between a street and its town: "bus 2", "cj. 42", "/Top 3"."""
_MOST_DETAILS = 3


class Run(NamedTuple):
    """An address with its place in the message; ``labelled`` where a word in front says what it is."""

    start: int
    end: int
    address: Address
    labelled: bool


def find_addresses(text: str, asked: bool, begin: int = 0) -> Iterator[Run]:
    """The addresses from ``begin`` on that have a street, in their order; also places where ``asked`` for."""
    for pieces in blocks(text):
        pieces = list(dropwhile(lambda piece: piece.start < begin and piece.kind in _NAMES, pieces))
        done = 0
        for at, piece in enumerate(pieces):
            if at < done or piece.kind not in (*_STREETS, Kind.CODE):
                continue
            first, last = _reach_back(text, pieces, at, done, asked), _reach_on(text, pieces, at, asked)
            run = _run(text, pieces[first : last + 1], asked)
            if run is not None:
                yield _with_town_before(text, run, pieces[first - 1] if first else None)
                done = last + 1
        if not done and (whole := _whole(text, pieces)):
            yield whole


def _whole(text: str, pieces: Sequence[Piece]) -> Run | None:
    """A stall, a plot or a shop number with its market and town, where nothing else is said."""
    leads = (Kind.OTHER, Kind.NAME) if _opens_with_name(text, pieces) else (Kind.OTHER,)
    if pieces and pieces[0].kind in leads and len(pieces) > 1:
        apart = pieces[0].kind is Kind.OTHER and _divided(text, pieces[0], pieces[1])
        pieces = () if apart else pieces[1:]
    kinds = [piece.kind for piece in pieces]
    site = sum(kind in (Kind.UNIT, Kind.NAME, Kind.NUMBERED) for kind in kinds)
    if any("\n" in text[one.end : other.start] for one, other in pairwise(pieces)):
        return None
    named = kinds[:1] == [Kind.NAMED]  # "Ngong Road, Prestige Plaza, Nairobi"
    if Kind.OTHER in kinds or Kind.PLACE not in kinds or not (named or (Kind.UNIT in kinds and site > 1)):
        return None
    return _run(text, pieces, asked=True)


def _opens_with_name(text: str, pieces: Sequence[Piece]) -> bool:
    """ "Grace Point Pharmacy, Suite B4, …": what stands in front of a suite is who has it."""
    return len(pieces) > 1 and pieces[1].kind is Kind.UNIT and bool(_SUITE.match(text, pieces[1].start))


_SUITE = re.compile(r"(?:suite|ste|unit|shop|stall|office|room|floor|no)\b", _I)


def _reach_back(text: str, pieces: Sequence[Piece], at: int, floor: int, asked: bool) -> int:
    """The first piece: units, buildings and towns in front of the street."""
    while at > floor and _leads(text, pieces, at - 1, floor, asked):
        at -= 1
    return at


def _leads(text: str, pieces: Sequence[Piece], at: int, floor: int, asked: bool) -> bool:
    """Whether the address begins no later than at this piece, given that it goes on behind it."""
    piece, after = pieces[at], pieces[at + 1]
    words = text[piece.start : piece.end]
    if piece.kind is Kind.NAME and LEGAL_END.search(words):
        return False
    if piece.kind in (Kind.UNIT, Kind.NUMBER, Kind.NUMBERED) or (asked and piece.kind is not Kind.OTHER):
        return True
    if piece.kind in (Kind.CODE, Kind.PLACE):
        return after.kind is not Kind.STREET
    if piece.kind is Kind.OTHER and not _divided(text, piece, after):
        return False
    if "\n" in text[piece.end : after.start]:
        return False
    within = at > floor and pieces[at - 1].kind in (Kind.UNIT, Kind.NUMBER)
    if piece.kind is Kind.OTHER:
        return (asked and at == 0 and is_plain(words)) or (within and bool(TWO_WORDS.fullmatch(words)))
    unnumbered = after.kind in _STREETS and not text[after.start].isdigit() and not find_trades(words)
    return within or unnumbered or after.kind in (Kind.NAMED, Kind.NAME, Kind.CODE, Kind.PLACE)


def is_plain(words: str) -> bool:
    """ "the old boathouse" in front of a street, in an answer that is nothing but the address."""
    return len(words.split()) <= 4 and not re.search(
        r"\b(?:we|we're|it|it's|its|is|are|at|in|on|our|my|i|i'm|yes|yeah|no|not|ok|sure|so|that|and|hi|"
        r"hello|"
        r"address|sorry|"
        r"es|est|ist|son|sí|si|oui|ja|sim|claro|our)\b",
        words,
        _I,
    )


def _reach_on(text: str, pieces: Sequence[Piece], at: int, asked: bool) -> int:
    """The last piece: units, districts, the town, its postcode, the country."""
    seen_code = pieces[at].kind is Kind.CODE
    while at + 1 < len(pieces):
        piece, words = pieces[at + 1], text[pieces[at + 1].start : pieces[at + 1].end]
        gap = _divided(text, pieces[at], piece)
        if piece.kind is Kind.PLACE and country_named(words):
            return at + 1
        if not _follows(text, pieces, at + 1, seen_code, new_line="\n" in gap):
            return at + (asked and _ends_with_detail(text, pieces, at))
        seen_code = seen_code or piece.kind is Kind.CODE
        at += 1
    return at


def _follows(text: str, pieces: Sequence[Piece], at: int, seen_code: bool, new_line: bool) -> bool:
    kind = pieces[at].kind
    if kind is Kind.CODE:
        return not seen_code
    if kind is Kind.PLACE:
        return True
    if seen_code:
        if kind is Kind.NAME and not new_line and _is_country(text, pieces, at + 1):
            return True  # "37266 León, Gto., México": a region between the town and the country
        return kind in (Kind.NUMBERED, Kind.STREET, Kind.NAME) and _is_big_first(pieces, at)
    if kind in (Kind.UNIT, Kind.NUMBER):
        return True
    if kind is Kind.OTHER:
        return not new_line and _is_detail(text, pieces[at]) and _leads_to_code(text, pieces, at)
    leads_to_code = at + 1 < len(pieces) and pieces[at + 1].kind in (Kind.CODE, Kind.PLACE)
    return not new_line or leads_to_code


def _is_country(text: str, pieces: Sequence[Piece], at: int) -> bool:
    return at < len(pieces) and bool(country_named(text[pieces[at].start : pieces[at].end]))


def _is_detail(text: str, piece: Piece) -> bool:
    words = text[piece.start : piece.end]
    return bool(_DETAIL.fullmatch(words)) and not is_ordinary(words)


def _leads_to_code(text: str, pieces: Sequence[Piece], at: int) -> bool:
    """Whether the town or the postcode comes soon behind a piece, in its line."""
    for one, other in pairwise(pieces[at : at + _MOST_DETAILS + 1]):
        if "\n" in text[one.end : other.start]:
            return False
        if other.kind in (Kind.CODE, Kind.PLACE):
            return True
        if other.kind is Kind.OTHER and not _is_detail(text, other):
            return False
    return False


def _ends_with_detail(text: str, pieces: Sequence[Piece], at: int) -> bool:
    """ "Carrer de Tallers 41, baixos": the last piece of an answer, behind its street."""
    last = at + 1 == len(pieces) - 1 and not text[pieces[-1].end :].strip(" .")
    divided = "," in text[pieces[at].end : pieces[at + 1].start]
    return last and divided and pieces[at].kind in (*_STREETS, Kind.UNIT) and _is_detail(text, pieces[at + 1])


def _is_big_first(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the postcode stands first, as in Japan, so that the street comes behind it."""
    before = [piece.kind for piece in pieces[:at]]
    return not any(kind in (*_STREETS, Kind.UNIT) for kind in before) and any(
        piece.kind in (Kind.NUMBERED, Kind.STREET) for piece in pieces[at:]
    )


def _divided(text: str, one: Piece, other: Piece) -> str:
    return text[one.end : other.start].strip(" \t.")


def _run(text: str, pieces: Sequence[Piece], asked: bool) -> Run | None:
    """The address that pieces make, if they hold enough of one."""
    start, end = pieces[0].start, pieces[-1].end
    kinds = {piece.kind for piece in pieces}
    before = text[max(0, start - 60) : start]
    labelled = bool(LABEL.search(before))
    certain = asked or bool(_PLAIN_LABEL.search(before))
    street = bool(kinds & {Kind.STREET, Kind.NUMBERED, Kind.NAMED, Kind.UNIT})
    street = street or (certain and sum(piece.kind is Kind.NAME for piece in pieces) > 1)
    placed = Kind.CODE in kinds or (Kind.STREET in kinds and bool(kinds & {Kind.PLACE, Kind.NAME}))
    if not (street and (placed or certain or (labelled and Kind.STREET in kinds))):
        return None
    if "⟦" in text[start:end] or _YEAR.fullmatch(text[start:end]):
        return None
    address = read_parts(text[start:end])
    if address is None or not address.line1 or not re.search(r"[^\W\d_]", address.line1):
        return None
    return Run(start, end, address, labelled)


_YEAR = re.compile(
    r"(?:\w+ ){0,2}(?:since|in|from|est\.?|founded|opened|seit|desde|en|depuis|dal|nel|sinds|em)\s+"
    r"(?:19|20)\d\d",
    _I,
)
""" "Seit 2014": a number behind a word, and no place."""


def _with_town_before(text: str, run: Run, before: Piece | None) -> Run:
    """ "In Leipzig, Karl-Heine-Straße 55": the town stands in front of the street."""
    if (
        run.address.city
        or before is None
        or before.kind is not Kind.PLACE
        or "\n" in text[before.end : run.start]
    ):
        return run
    town = without_lead(text[before.start : before.end])
    if town.casefold() not in countries_by_city():
        return run
    address = run.address.model_copy(
        update={"city": town, "country": run.address.country or country_of_city(town)}
    )
    return run._replace(start=before.start, address=address)
