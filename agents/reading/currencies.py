"""The currency of the revenue, or one that is named beside money the merchant speaks of."""

from __future__ import annotations

import re

from agents.reading.choice import Candidate
from agents.reading.heard import Heard
from agents.reading.money import REVENUE
from agents.reading.passages import Sentence, Talk
from agents.reading.scope import clause_at, clauses
from cases.application import FieldName
from cases.fields.currency import find_marks, settle
from cases.fields.money import Amount

_I = re.IGNORECASE


def read_currency(
    talk: Talk, revenue: tuple[Candidate, Amount] | None, country: str | None, awaited: bool = False
) -> Heard | None:
    """The currency: that of the revenue, or else one that is named beside money the merchant speaks of.

    ``awaited``: a revenue was said before, without it.
    """
    if revenue and (heard := _of_amount(*revenue, country)):
        return heard
    for sentence in reversed(talk.sentences):
        if revenue is None and not awaited and FieldName.CURRENCY not in sentence.asked:
            continue
        parts = clauses(sentence.text)
        for mark in reversed(find_marks(sentence.text)):
            code = settle(mark.name, country)
            holds = clause_at(parts, mark.start).holds
            if code and holds and _about_revenue(sentence, revenue):
                return Heard(FieldName.CURRENCY, code, sentence.text, sentence.seq)
    return None


def _of_amount(candidate: Candidate, amount: Amount, country: str | None) -> Heard | None:
    sentence = candidate.sentence
    marks = [amount.currency] if amount.currency else find_marks(sentence.text)
    code = next((code for mark in marks if (code := settle(mark.name, country))), None)
    return Heard(FieldName.CURRENCY, code, sentence.text, sentence.seq) if code else None


def _about_revenue(sentence: Sentence, revenue: tuple[Candidate, Amount] | None) -> bool:
    if FieldName.CURRENCY in sentence.asked or FieldName.ANNUAL_REVENUE in sentence.asked:
        return True
    if len(sentence.text.split()) <= 3:
        return True
    same_message = revenue is not None and revenue[0].sentence.seq == sentence.seq
    words = REVENUE.search(sentence.text) or re.search(
        r"\bcurrency\b|\bmoneda\b|\bdevise\b|\bwährung\b|\bmoeda\b|\bvaluta\b", sentence.text, _I
    )
    return same_message or bool(words)
