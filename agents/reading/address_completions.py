"""What completes a street that was said before: its town, its postcode."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agents.reading.address_blocks import blocks
from agents.reading.address_runs import TWO_WORDS, Run, is_plain
from cases.application import Address
from cases.fields.address import read_parts
from cases.fields.address_kinds import Kind
from cases.fields.address_pieces import Piece
from cases.fields.localities import is_known_place, read_locality
from cases.fields.places import country_named


def find_completion(text: str, asked: bool) -> Run | None:
    """A postcode or a town that completes a street: "woodbridge, ip12 1bx", or "34000" in an answer."""
    for pieces in blocks(text):
        for at, piece in enumerate(pieces):
            words = text[piece.start : piece.end]
            if piece.kind is Kind.CODE and (run := _completing(text, pieces, at, asked)):
                return run
            alone = len(pieces) == 1 and text.strip(" .!") == words.strip(" .")
            if asked and alone and piece.kind in (Kind.PLACE, Kind.NAME) and (address := read_parts(words)):
                return Run(piece.start, piece.end, _as_town(address, words), labelled=False)
    return None


def _as_town(address: Address, words: str) -> Address:
    return address if address.city or address.country else Address(city=words.strip(" ."))


def _completing(text: str, pieces: Sequence[Piece], at: int, asked: bool) -> Run | None:
    first = last = at
    locality = read_locality(text[pieces[at].start : pieces[at].end]) or {}
    if at and "city" not in locality:
        town = at - 1 - (at > 1 and bool(country_named(text[pieces[at - 1].start : pieces[at - 1].end])))
        before = text[pieces[town].start : pieces[town].end]
        plain = pieces[town].kind in (Kind.PLACE, Kind.NAME) or (
            pieces[town].kind is Kind.OTHER and TWO_WORDS.fullmatch(before)
        )
        first = town if plain and is_plain(before) else at
    while last + 1 < len(pieces) and pieces[last + 1].kind is Kind.PLACE:
        last += 1
    start, end = pieces[first].start, pieces[last].end
    code = locality.get("postal_code", "")
    told = locality.get("city", text[pieces[first].start : pieces[first].end] if first < at else "")
    plain_number = re.fullmatch(r"[\d ]+", code) is not None
    if plain_number and not ((asked and code.isdigit()) or "region" in locality or is_known_place(told)):
        return None
    if first == last == at and "city" not in locality:
        return Run(start, end, Address(postal_code=code, region=locality.get("region")), labelled=False)
    address = read_parts(text[start:end])
    return Run(start, end, address, labelled=False) if address and not address.line1 else None
