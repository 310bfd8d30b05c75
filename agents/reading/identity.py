"""What the business is called, by the ways in which people introduce it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz import fuzz

from agents.reading.choice import CORRECTION, Candidate
from agents.reading.heard import Heard
from agents.reading.name_answers import answered_name
from agents.reading.name_signs import (
    has_business_word,
    is_apposed,
    is_business_name,
    is_several_words,
    opens_a_sentence,
)
from agents.reading.name_spans import NAME_AT, clean, cut, name_span
from agents.reading.name_words import (
    ALSO_TRADES,
    BUSINESS,
    CALLED,
    GREETING,
    INTRO,
    LABEL,
    LEGAL_END,
    LEGALLY,
    PERSON_CALLED,
    THE_BUSINESS_IS,
    WE_ARE,
)
from agents.reading.passages import Sentence, Talk
from agents.reading.scope import clause_at, clauses
from cases.application import FieldName
from cases.fields.mcc import find_trades
from cases.fields.names import find_names
from cases.fields.wording import words_of

_I = re.IGNORECASE
_ALIKE = 75
"""Of 100: from here on two spellings are of one name."""


class _Place(NamedTuple):
    """Where a name may begin, how plainly that is said, and whether it may be in lower case."""

    start: int
    tier: int
    casual: bool = False


def read_name(talk: Talk, known: str | None = None) -> Heard | None:
    """The merchant's name: the plainest statement, the first of equals, or what a correction says.

    Where one is ``known`` from earlier messages, only a plain statement takes its place, or another
    spelling of it in a message that corrects.
    """
    found = [c for sentence in talk.sentences for c in _names(sentence)]
    respelled = [c for c in found if known is not None and _respells(c, known)]
    if known is not None and not respelled:
        found = [c for c in found if c.tier >= 4]
    if not found:
        return None
    corrected = respelled or [
        c
        for c in found
        if c.tier >= 4 and CORRECTION.search(c.sentence.text) and c.sentence.order > found[0].sentence.order
    ]
    best = max(c.tier for c in found)
    chosen = corrected[-1] if corrected else next(c for c in found if c.tier == best)
    return _with_form(chosen, found).heard(FieldName.MERCHANT_NAME)


def _with_form(chosen: Candidate, found: list[Candidate]) -> Candidate:
    """ "Paddington Paws" is "Paddington Paws Pty Ltd" under the mail: the name with its legal form."""
    name = words_of(str(chosen.value))
    longer = (c for c in found if words_of(str(c.value))[: len(name)] == name and _has_form(c))
    return chosen if _has_form(chosen) else next(longer, chosen)


def _has_form(candidate: Candidate) -> bool:
    return bool(LEGAL_END.search(str(candidate.value)))


def _respells(candidate: Candidate, known: str) -> bool:
    alike = fuzz.ratio(str(candidate.value).casefold(), known.casefold())
    return (
        alike >= _ALIKE
        and not set(words_of(str(candidate.value))) <= set(words_of(known))
        and bool(CORRECTION.search(candidate.sentence.message))
    )


def _names(sentence: Sentence) -> Iterator[Candidate]:
    text = sentence.text
    asked = FieldName.MERCHANT_NAME in sentence.asked
    parts = clauses(text)
    if asked and (span := answered_name(sentence)):
        yield _candidate(sentence, span, 5)
    for place in _places(sentence):
        clause = clause_at(parts, min(place.start, max(len(text) - 1, 0)))
        before = clauses(text[: place.start])[-1:]  # "Zur Alten Kelter" is not what was
        if clause.others or any(part.hypothetical or part.former for part in before):
            continue
        if sentence.asked and not asked and place.tier < 4:
            continue
        if _WAS.search(text[: place.start]):
            continue
        span = name_span(text, place.start, place.casual)
        after = sentence.message[sentence.start + span[1] :][:120] if span else ""
        if span and is_business_name(text, *span, place.tier, after):
            yield _candidate(sentence, span, 6 if _is_new(text, place.start, span[1]) else place.tier)
            yield from _taken_back(sentence, span[1])
    yield from _apart(sentence)


def _taken_back(sentence: Sentence, at: int) -> Iterator[Candidate]:
    """The name that takes another's place in the same sentence: "called Blue Door, sorry, Green Door"."""
    if sorry := _SORRY.match(sentence.text, at):
        span = name_span(sentence.text, sorry.end(), False)
        if span and is_business_name(sentence.text, *span, 4):
            yield _candidate(sentence, span, 7)


def _is_new(text: str, start: int, end: int) -> bool:
    """Whether the name is told as the one that took another's place: "it is now …", "c'est … maintenant"."""
    before = text[:start]
    return bool(
        _NOW.search(before[-24:])
        or (_NOW_BEHIND.match(text[end:]) and (_RENAMED.search(before) or CORRECTION.search(before)))
    )


_NOW = re.compile(
    r"\b(?:(?:it|this|name) is now|it's now|now called|now named|ahora|maintenant|jetzt)\s$", _I
)
_SORRY = re.compile(
    r"\W+(?:(?:no|wait|oh|ah)\W+){0,2}(?:sorry|i mean|i meant|rather|make that|correction|pardon|perdón|digo|"
    r"désolée?|entschuldigung|ich meine|beziehungsweise|scusa\w*|anzi|desculpe?|aliás|excuus)\W+"
    r"(?:it's |it is |c'est |es |das ist |è |é )?",
    _I,
)
_RENAMED = re.compile(r"\b(?:chang\w+|rename\w*|nom|name|nombre|nome|naam)\b", _I)
_NOW_BEHIND = re.compile(r"\s(?:now|maintenant|désormais|jetzt|nun|ahora|agora|adesso|ora|nu)\b", _I)


def _candidate(sentence: Sentence, span: tuple[int, int], tier: int) -> Candidate:
    written = sentence.text[slice(*span)]
    at = sentence.start + span[0]
    return Candidate(clean(written), sentence, at, at + len(written.rstrip()), tier)


def _places(sentence: Sentence) -> Iterator[_Place]:
    """Where in a sentence a name may begin."""
    text = sentence.text
    if label := LABEL.match(text):
        yield _Place(label.end(), 6, casual=True)
        return
    lower = not re.search(r"\b[A-ZÀ-Þ]\w", text[1:])
    for match in CALLED.finditer(text):
        if not PERSON_CALLED.search(text[: match.end()]):
            plainly = re.search(r"called|calld|named|llama|appelle|heißt|chama|chiama|heet", match[0], _I)
            yield _Place(match.end(), 5, casual=lower or bool(plainly))
    for match in THE_BUSINESS_IS.finditer(text):
        yield _Place(match.end(), 5 if "called" in match[0] else 4)
    greeting = GREETING.match(text)
    begin = greeting.end() if greeting else 0
    yield from _introduced(text, lower)
    if colon := re.match(r"[^:\n]{2,30}:\s", text[begin:]):
        yield _Place(begin + colon.end(), 2)
    if lower and re.match(r"[\w'’&.\-]+(?: [\w'’&.\-]+){0,4} here\b", text[begin:]):
        yield _Place(begin, 3, casual=True)
    if opens_a_sentence(sentence, begin):
        yield _Place(begin, 3)
    yield _Place(begin, 2, casual=lower)


def _introduced(text: str, lower: bool) -> Iterator[_Place]:
    """Behind "we are", "hier ist die", also with the trade between: "somos el restaurante …"."""
    for match in INTRO.finditer(text):
        plural = WE_ARE.match(match[0])
        span = name_span(text, match.end(), False)
        several = plural and span and is_several_words(text[slice(*span)])
        ends = span and re.match(r"[.!?,]|$|\s(?:in|at|from|based|en|à|in|aus)\b", text[span[1] :])
        yield _Place(match.end(), 4 if several and ends else 3, casual=lower)
        yield from _behind_trade(text, match.end())
    greeting = GREETING.match(text)
    yield from _behind_trade(text, greeting.end() if greeting else 0)


def _behind_trade(text: str, at: int) -> Iterator[_Place]:
    """ "koffiebar De Derde Kop", "l'auto-école Pédale Douce": a trade in lower case, then the name."""
    for trade in find_trades(text[at : at + 60])[:1]:
        follows = re.match(r"(?: en ligne| online)?\s[\"“«„]?(?=(?:l['’])?[A-ZÀ-Þ])", text[at + trade.end :])
        lead = text[at : at + trade.start]
        if follows and text[at + trade.start].islower() and _LEAD.fullmatch(lead):
            yield _Place(at + trade.end + follows.end(), 4)


_LEAD = re.compile(
    r"(?:j'ai |on a |nous avons |tengo |tenemos |wir haben |ho |ik heb |i have |we have )?"
    r"(?:\w+ )?(?:(?:\w+|l['’])[ ’']?)?",
    _I,
)
"""What may stand before a trade that a name follows."""


def _after_trade(sentence: Sentence) -> Iterator[Candidate]:
    """ "our family butchers, Prendergast Meats", "My practice, Fischer Dermatology PA, is at …"."""
    text = sentence.text
    places = [(trade.start, trade.end) for trade in find_trades(text)]
    places += [match.span() for match in re.finditer(rf"\b{BUSINESS}\b", text, _I)]
    for trade_start, trade_end in places:
        before = text[max(0, trade_start - 40) : trade_start]
        comma = _COMMA.match(text[trade_end:])
        if comma is None or not _HELD.search(before):
            continue
        span = name_span(text, trade_end + comma.end(), False)
        if span and is_business_name(text, *span, 4) and _ENDED.match(text[span[1] - 1 :]):
            yield _candidate(sentence, span, 3)


_HELD = re.compile(
    r"\b(?:our|my|for|an?|we(?:'re| are) the|"
    r"nuestr[oa]|mi|un[ae]?|une|notre|mon|ma|unser\w*|mein\w*|eine?n?|noss[oa]|"
    r"minha|meu|uma?|do|sell|make|run|offer|"
    r"nostr[oa]|mi[ao]|uno|onze|mijn|een)\s(?:[\w-]+\s){0,2}$",
    _I,
)
_COMMA = re.compile(
    r"[^,.;:!?\d]{0,30}(?:[,:]|\s[-–—])\s"
    r"(?:(?:the|la|el|le|der|die|das|a|o|il|de|het) |l['’])?[\"“«„]?(?=[A-ZÀ-Þ])"
)
_ENDED = re.compile(r".(?:[,.!\n]|$|(?<=\.)\s|\s(?:in|at|from|en|à|a|em|bei|aus)\b|\s[-–—(])")
_OWNING = re.compile(
    r"\b(?:own\w*|sharehold\w*|gesellschafter\w*|soci\w*|associ\w*|stake|belongs to|holds|inhaber|"
    r"held by|invest\w*|formerly|previously|old|worked (?:at|for)|accountants?|supplier|landlord|"
    r"vermieter\w*|"
    r"lieferant\w*|großhändler\w*|proveedor\w*|casero|arrendador\w*|fournisseur\w*|bailleur\w*|"
    r"propriétaire|"
    r"fornecedor\w*|senhorio|fornitore|leverancier|verhuurder|wholesaler is|distributor is|insurer|"
    r"franchisor|"
    r"bank|employer|client|customer|competitor)\b",
    _I,
)
_IS_THE_NAME = re.compile(
    r"\sis what (?:we're|we are|it's) called|\sis (?:the|our) (?:trading |business |company )?name\b"
)


_WAS = re.compile(r"\b(?:it|name|that|we) (?:was|were|used to be)(?: called| named)?\s$", _I)
"""Before a name that is no longer the business's."""


def _apart(sentence: Sentence) -> Iterator[Candidate]:
    """A name with a legal form that stands by itself: under a mail, or in an apposition."""
    text = sentence.text
    parts = clauses(text)
    for span in _rows(text):
        value, after = clean(text[slice(*span)]), text[span[1] :]
        clause = clause_at(parts, span[0])
        shares = re.match(r"\W{0,3}\s*\(?\d{1,3}(?:[.,]\d+)?\s?(?:%|percent)?", after)
        if (
            clause.others
            or clause.former
            or shares
            or _WAS.search(text[: span[0]])
            or _OWNING.search(text[: span[0]][-60:])
        ):
            continue
        if LEGAL_END.search(value) and is_several_words(value) and _is_registered(text, span):
            yield _candidate(sentence, span, 6)
        elif LEGAL_END.search(value) and is_several_words(value):
            yield _candidate(sentence, span, 4 if sentence.in_signature else 1)
        elif _stands_alone(sentence, span) and has_business_word(value):
            yield _candidate(sentence, span, 3)
        elif _IS_THE_NAME.match(after):
            yield _candidate(sentence, span, 4)
        elif is_apposed(after, value):
            yield _candidate(sentence, span, 2)
    yield from _after_trade(sentence)


def _is_registered(text: str, span: tuple[int, int]) -> bool:
    """Whether it is said to be the name in the register: "legal name: X Ltd", "X Ltd t/as Y"."""
    after = text[span[1] :]
    told = LEGALLY.search(text[: span[0]][-40:]) and not _USE_ANOTHER.search(after)
    return bool(told or ALSO_TRADES.match(after))


_USE_ANOTHER = re.compile(r"\b(?:but|so)\b.*\b(?:use|call|trade|known)\b", _I)
"""Behind the name in the register: the wish to go by another."""


def _stands_alone(sentence: Sentence, span: tuple[int, int]) -> bool:
    """In a line of its own under a mail, or last: "We board dogs and cats - Cwm Farm Kennels & Cattery"."""
    text = sentence.text
    if not is_several_words(text[slice(*span)]) or text[span[1] :].strip(" .!"):
        return False
    if sentence.in_signature and span[0] == 0:
        return True
    return sentence.order <= 1 and bool(re.search(r"\s[-–—]\s$", text[: span[0]]))


def _rows(text: str) -> Iterator[tuple[int, int]]:
    """Rows of capitalised words, and words in lower case before "ltd", "gmbh" …"""
    for name in find_names(text):
        if match := NAME_AT.match(text, name.start):
            yield match.start("name"), cut(text, match.start("name"), match.end("name"))
    if not re.search(r"[A-ZÀ-Þ]", text):
        for match in _LOWER_WITH_FORM.finditer(text):
            yield match.span()


_LOWER_WITH_FORM = re.compile(
    r"(?<![\w@'’])(?:(?!(?:is|are|we|re|our|the|called|name|company|and we|at|for|its|it's|it|this|of|from|"
    r"im|i'm|my)\b)"
    r"[\w&'’.\-]{1,40}\s){1,5}(?:ltd|limited|llc|inc|plc|llp|gmbh|sarl|pty ltd|pte ltd|b\.?v)\b"
)
