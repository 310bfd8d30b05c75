"""A message in the stretches that an address can stand in, each in the pieces of addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cases.fields.address_pieces import Piece, divide

_I = re.IGNORECASE
_MOST_PIECES = 400
"""Nobody writes more between two full stops; a bound on the work that a hostile text makes."""

_BREAK = re.compile(
    r"[.!?]+(?=\s|$)|:\s|⟦[^⟧\n]{0,40}⟧|\n\s*\n|"
    r"\((?![A-Z]{2}\)|[^\W\d_]{3,24}\)|\d{4,6}\)|\d{4} ?[A-Z]{2}\))|https?:\S*|www\.\S*|"
    r"\s[—–]\s(?!\d)|[\"“”]"
)
_ABBREVIATION_WORDS = """
    st co no nr nos n mt ft av ave dr sta ste rd str blvd blk bldg conj apto ap apt esc num núm dpto of int lt
    fl rm cl ctra pol urb gral edif res cnr opp ph ln sq pl hwy pkwy ct bd gen col sgt rev prof hl c d p s bv
    rod bât bat rés imm dcha izq pta avda pza plz bvd rte chem imp ap ed quadra qd bl cj tr v.le hs edf
    ind pg ul os sk
"""
_ABBREVIATIONS = frozenset(_ABBREVIATION_WORDS.split())
"""What is written short in addresses, with a full stop that ends no sentence."""


def blocks(text: str) -> Iterator[list[Piece]]:
    """The pieces between full stops, colons, blank lines and links, placed in the whole text."""
    for start, end in _stretches(text):
        found = divide(text[start:end])[:_MOST_PIECES]
        yield [Piece(piece.start + start, piece.end + start, piece.kind) for piece in found]


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for match in _BREAK.finditer(text):
        if match[0] == "." and _is_abbreviated(text, match.start()):
            continue
        if match.start() > at:
            yield at, match.start()
        at = match.end()
    if at < len(text):
        yield at, len(text)


_BEFORE_A_NUMBER = re.compile(r"(?<!\w)[^\W\d_][^\W\d_A-Z]{1,2}\.\s\d$")
""" "Cra. 15", but not "TX. 15 years" and not "9TT. 22 Beech Road"."""


def _is_abbreviated(text: str, at: int) -> bool:
    word = re.search(r"[^\W\d_]+$|(?<=, )\d{1,2}$", text[max(0, at - 20) : at])
    if word is None or not text[at + 1 :].strip():
        return False
    is_new_sentence = re.match(r"\.\s+(?:we|our|i|it|the)\b", text[at : at + 12], _I)
    short = word[0].casefold()
    numbered = _BEFORE_A_NUMBER.search(text[max(0, at - 4) : at + 3])
    return not is_new_sentence and (
        bool(numbered)
        or len(short) == 1
        or short.isdigit()
        or short in _ABBREVIATIONS
        or short.endswith("str")
    )
