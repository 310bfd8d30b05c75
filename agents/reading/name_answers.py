"""The name in an answer to "what is the business called?", which may be in any case and of any words."""

from __future__ import annotations

import re

from agents.reading.name_signs import is_business_name, is_plain_word
from agents.reading.name_spans import name_span
from agents.reading.passages import Sentence
from cases.fields.address_kinds import Kind
from cases.fields.address_pieces import divide
from cases.fields.mcc import find_trades
from cases.fields.names import is_word_of_a_name
from cases.fields.streets import STREET

_I = re.IGNORECASE
_ADDRESS_BEGINS = (Kind.STREET, Kind.NUMBERED, Kind.NAMED, Kind.UNIT, Kind.NUMBER, Kind.CODE)
_LONGEST = 8
"""Words; a longer sentence is no bare answer."""

_FILLER = re.compile(
    r"^\W*(?:(?:it'?s|it is|its|that'?s|that would be|we'?re|we are|sure|ok|okay|yes|yep|oh|um|uh|"
    r"sorry|the name is|"
    r"our name is|name is|name'?s|called|it'?s called|we are called|we'?re called|registered as|"
    r"se llama|es|"
    r"c'est|das ist|wir heißen|é|è|het is|just|so|well|hm+|no|nee|nein|non)[\s,:]+){1,5}",
    _I,
)
_STATES_OTHER = re.compile(
    r"⟦|[€£$₦₹¥%]|\d{3}|^\s*[\w .-]{2,20}:\s|"
    r"\b(?:owns?|owners?|holds?|years?|yrs|since|turnover|revenue|revnue|address|adress|adres|phone|"
    r"tel|e-?mail|emial|"
    r"website|licen[cs]e|umsatz|seit|adresse|inhaber\w*|gesellschafter|facturamos|dirección|socios?|"
    r"depuis|associés?|"
    r"chiffre|telefon|telefono|teléfono|steuer\w*|we (?:sell|do|make|have|run|want)|i (?:sell|do|make|"
    r"have|run|want|"
    r"don'?t)|percent|half|thousand|mine|outright|bye|goodbye|alone|jaar|años|ans|jahre|anni|anos|"
    r"is the site|"
    r"insta\w*|million|grand|don'?t know|not sure|later|question|what|why|how)\b",
    _I,
)
_ANSWER_ENDS = re.compile(
    r"[,.;!?(\n](?=\s|$)|\s[-–—]\s|\s(?:in|at|near|from|but|with|we|it'?s|its|which|that'?s|that is|as|"
    r"because|i|please)\s",
    _I,
)


def answered_name(sentence: Sentence) -> tuple[int, int] | None:
    """Where in the first words of an answer the name stands; None where they say something else."""
    text = sentence.text
    if not _is_first(sentence):
        return None
    if _STATES_OTHER.search(text):
        return _before_other_answers(text)
    filler = _FILLER.match(text)
    start = filler.end() if filler else 0
    span = name_span(text, start, True)
    if span is None or not is_business_name(text, *span, 5):
        return None
    ends = _ANSWER_ENDS.search(text, span[1])
    end = ends.start() if ends else len(text.rstrip(" .!"))
    rest = text[span[1] : end].split()
    if len(rest) <= 4 and re.match(r"\s", text[span[1] : end] or " "):
        span = span[0], max(end, span[1])
    words = text[slice(*span)].split()
    if STREET.search(text[slice(*span)]):
        return None
    plain = len(words) == 1 and not is_word_of_a_name(re.sub(r"\W|\d", "", words[0]) or "x")
    return None if plain or len(words) > _LONGEST else span


def _before_other_answers(text: str) -> tuple[int, int] | None:
    """ "Lune Books, 8 Pier Road, Salem 97301": the name stands first where the address was asked for, too."""
    filler = _FILLER.match(text)
    start = filler.end() if filler else 0
    first, *others = divide(text[start:])
    if not others or first.kind not in (Kind.NAME, Kind.OTHER) or others[0].kind not in _ADDRESS_BEGINS:
        return None
    span = start + first.start, start + first.end
    words = text[slice(*span)]
    is_trade = any(trade.end - trade.start == len(words) for trade in find_trades(words))
    divided = text[span[1] : start + others[0].start].strip() == ","
    divided = divided and not is_plain_word(text[: span[1]].strip(), 5)
    if is_trade or not divided or _STATES_OTHER.search(words) or len(words.split()) > _LONGEST:
        return None
    return span if is_business_name(text, *span, 5) else None


def _is_first(sentence: Sentence) -> bool:
    """Whether nothing but a word or two stands before it in its message."""
    return len(sentence.message[: sentence.start].split()) <= 2
