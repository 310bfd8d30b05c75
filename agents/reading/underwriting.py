"""How a merchant sells, from their words: taken out first, so that no amount of it is read as revenue."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from agents.reading.choice import CORRECTION
from agents.reading.heard import Absent, Heard, Reading, Said
from agents.reading.passages import listen
from agents.reading.scope import clause_at, clauses
from cases.application import CHARGED, NONE_IS_SAID, UNDERWRITING, Application, FactValue, FieldName
from cases.errors import Invalid
from cases.fields import says_none
from cases.fields.legal_form import find_forms
from cases.fields.money import YEAR, find_amounts
from cases.fields.underwriting import WORDS, parse_words
from cases.fields.underwriting.charges import find_charges
from cases.fields.underwriting.dealings import find_dealings
from cases.fields.underwriting.delivery import find_delays
from cases.fields.underwriting.online import find_shares

F = FieldName
_OF_MONEY = (F.ANNUAL_REVENUE, F.CURRENCY)
_OF_ANY_WORDS = (F.MERCHANT_NAME, F.BUSINESS_TYPE)
_TOKEN = re.compile(r"⟦[^⟧]*⟧")


@dataclass(frozen=True)
class Underwriting:
    """What was told of how the merchant sells, and the messages without those words (as long as before)."""

    facts: tuple[Heard, ...]
    absent: tuple[Absent, ...]
    rest: tuple[Said, ...]


@dataclass(frozen=True)
class _Piece:
    """Words of a sentence (places in it) that tell a field; None: that there is none.

    ``bare``: they tell it only because it was asked for.
    """

    start: int
    end: int
    name: FieldName
    value: FactValue | None
    bare: bool = False


def without_questions(said: Sequence[Said]) -> tuple[Said, ...]:
    """The messages as if nobody had asked how the merchant sells."""
    return tuple(
        replace(one, asked=tuple(name for name in one.asked if name not in UNDERWRITING)) for one in said
    )


def read_underwriting(
    said: Sequence[Said], fields: Collection[FieldName], other: Reading, known: Application
) -> Underwriting:
    """What the messages tell of the given fields of ``UNDERWRITING``, and what is left of them.

    ``other``: what they state besides; the words of that are no bare answer to a question about this.
    """
    facts: dict[FieldName, Heard] = {}
    absent: dict[FieldName, Absent] = {}
    rest: list[Said] = []
    for one in said:
        text = one.text
        for piece in _pieces(one, fields, _elsewhere(one, other, known)):
            quote = one.text[piece.start : piece.end]
            if piece.value is None:
                absent[piece.name] = Absent(piece.name, quote, one.seq)
            else:
                facts[piece.name] = Heard(piece.name, piece.value, quote, one.seq)
            if _is_taken_out(piece, quote):
                text = text[: piece.start] + " " * len(quote) + text[piece.end :]
        rest.append(replace(one, text=text))
    gaps = tuple(gap for name, gap in absent.items() if name not in facts)
    return Underwriting(tuple(facts.values()), gaps, without_questions(rest))


def restored(fact: Heard, said: Sequence[Said], rest: Sequence[Said]) -> Heard:
    """A fact that was read from what was left of a message, with the words as the message has them."""
    for whole, left in zip(said, rest, strict=True):
        if whole.seq == fact.message_seq and fact.quote not in whole.text:
            at = left.text.find(fact.quote)
            return replace(fact, quote=whole.text[at : at + len(fact.quote)])
    return fact


def _elsewhere(said: Said, other: Reading, known: Application) -> tuple[tuple[int, int], ...]:
    """Where a message states something else.

    Of money only the words beside it tell what it is, and any words can be read as a name or a trade.
    """
    unsure = (*_OF_MONEY, *(name for name in _OF_ANY_WORDS if known.get(name) is not None))
    told = [fact for fact in other.facts if fact.field not in unsure]
    quotes = (one.quote for one in (*told, *other.absent) if one.message_seq == said.seq)
    return tuple((at, at + len(quote)) for quote in quotes if (at := said.text.find(quote)) >= 0)


def _is_taken_out(piece: _Piece, quote: str) -> bool:
    """Figures are, or they would be read as others; words are where they answer and hold no amount."""
    if piece.name is F.LEGAL_FORM or piece.name in WORDS:
        return piece.bare and not any(a.currency or a.scaled for a in find_amounts(quote))
    return True


def _pieces(
    said: Said, fields: Collection[FieldName], elsewhere: Sequence[tuple[int, int]]
) -> Iterator[_Piece]:
    """What a message tells, with places in it; each field once as far as bare answers go."""
    asked = tuple(name for name in said.asked if name in fields)
    told: set[FieldName] = set()
    sentences = listen([said]).sentences
    for sentence in sentences:
        text = _TOKEN.sub(lambda token: "□" * len(token[0]), sentence.text)
        if text.rstrip().endswith("?"):
            continue
        ours = (piece for piece in _told(text, asked) if piece.name in fields and _is_own(text, piece, asked))
        if CORRECTION.search(said.text):
            ours = (piece for piece in ours if not _may_be_of_a_year(text, piece))
        spans = [(low - sentence.start, high - sentence.start) for low, high in elsewhere]
        found = [
            p for p in ours if not (p.bare and any(p.start < high and low < p.end for low, high in spans))
        ]
        told.update(piece.name for piece in found)
        open_names = tuple(name for name in asked if name not in told)
        alone = len(sentences) == 1 and not elsewhere and "□" not in text
        found += _bare(text, found, asked, open_names, alone=alone)
        told.update(piece.name for piece in found)
        for piece in found:
            yield replace(piece, start=sentence.start + piece.start, end=sentence.start + piece.end)


def _may_be_of_a_year(text: str, piece: _Piece) -> bool:
    """Whether a bare amount may as well put the revenue right that was told before."""
    periods = {amount.period for amount in find_amounts(text[piece.start : piece.end])}
    return piece.bare and piece.name in CHARGED and periods <= {None, YEAR}


def _told(text: str, asked: tuple[FieldName, ...]) -> Iterator[_Piece]:
    """What a sentence tells by words of its own, or in figures that answer."""
    for charge in find_charges(text, asked):
        yield _Piece(charge.start, charge.end, charge.name, charge.value, not charge.cued)
    clear = find_shares(text, asked=False)
    for share in clear or find_shares(text, asked=_may_be_bare(F.ONLINE_SHARE, asked, text)):
        yield _Piece(share.start, share.end, F.ONLINE_SHARE, share.value, not clear)
    told = find_delays(text, asked=False)
    for delay in told or find_delays(text, asked=F.DELIVERY_DAYS in asked):
        yield _Piece(delay.start, delay.end, F.DELIVERY_DAYS, delay.days, not told)
    ours = find_forms(text, asked=False)
    for form in ours or find_forms(text, asked=F.LEGAL_FORM in asked):
        yield _Piece(form.start, form.end, F.LEGAL_FORM, form.value, not ours)
    for line in find_dealings(text, asked):
        whole = asked == (line.name,) and line.value and line.name is not F.FORMER_PROCESSOR
        start, end, words = (0, len(text), text) if whole else (line.start, line.end, line.value)
        yield _Piece(start, end, line.name, _line(line.name, words), line.name in asked)


def _may_be_bare(name: FieldName, asked: tuple[FieldName, ...], text: str) -> bool:
    """Whether bare words may answer it: it was asked, and a plain no would be no answer to another."""
    return name in asked and not (says_none(text) and set(asked).intersection(NONE_IS_SAID))


def _line(name: FieldName, words: str | None) -> str | None:
    try:
        return None if words is None else parse_words(name, words)
    except Invalid:
        return None


def _bare(
    text: str,
    told: Sequence[_Piece],
    asked: tuple[FieldName, ...],
    open_names: tuple[FieldName, ...],
    *,
    alone: bool,
) -> Iterator[_Piece]:
    """An answer in words that are about nothing by themselves: a no, or the line that was asked for.

    ``alone``: whether the message is this one sentence and states nothing else.
    """
    none = [name for name in open_names if name in NONE_IS_SAID]
    if none and says_none(text):
        yield from (_Piece(0, len(text), name, None, True) for name in none)
    elif len(none) == 1 and (no := _no_beside(text, told)):
        yield _Piece(*no, none[0], None, True)
    elif alone and open_names == asked and len(asked) == 1 and asked[0] in WORDS and not told:
        line = _line(asked[0], text)
        if line is not None:
            yield _Piece(0, len(text), asked[0], line, True)


def _no_beside(text: str, told: Sequence[_Piece]) -> tuple[int, int] | None:
    """The part of a sentence that is a plain no, beside what it tells: "Stripe until now, never"."""
    for match in re.finditer(r"[^,.;!\n]+", text):
        is_told = any(piece.start < match.end() and match.start() < piece.end for piece in told)
        if not is_told and says_none(match[0]):
            return match.span()
    return None


_CUSTOMERS = re.compile(r"\b(?:customers?|clients?|guests?|kund\w+|clientes?)\b", re.IGNORECASE)


def _is_own(text: str, piece: _Piece, asked: tuple[FieldName, ...]) -> bool:
    """Whether it is about the merchant, and so; what customers spend is, what a neighbour takes is not."""
    clause = clause_at(clauses(text), piece.start)
    of_others = clause.others and not _CUSTOMERS.search(text)
    unsure = clause.hypothetical and piece.name in CHARGED and piece.name not in asked
    return not (of_others or unsure)
