"""Choosing among the values that were said for a field: the strongest, and of equals the last."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from agents.reading.heard import Heard
from agents.reading.passages import Sentence
from cases.application import FactValue, FieldName

CORRECTION = re.compile(
    r"\b(?:sorry|oops|correction|correct(?:ed|ly| (?:one|number|figure|address|email|name) is)|actually|"
    r"i meant|we meant|meant to (?:say|write)|typo|scrap that|make that|rather|"
    r"instead|change (?:that|it|this)|changed|update|updated|not\s+\S{1,20}\s*(?:$|[,.])|wait|no wait|"
    r"my mistake|mistake|wrong|wrote|misspoke|mixed up|strike that|let me correct|to be (?:exact|precise)|"
    r"perdón|perdona|corrección|corrijo|me equivoqué|en realidad|mejor dicho|quise decir|cambio|pardon|"
    r"désolée?|correction|en fait|je corrige|plutôt|je me suis trompée?|erreur|"
    r"entschuldigung|korrektur|korrigiere|tatsächlich|eigentlich|stimmt nicht|vertippt|falsch|ich meinte|"
    r"besser gesagt|sondern|desculpe?|correção|corrigindo|na verdade|me enganei|aliás|quis dizer|"
    r"scusa\w*|correzione|correggo|in realtà|anzi|ho sbagliato|volevo dire|sorry|correctie|eigenlijk|"
    r"ik bedoel\w*|fout)\b",
    re.IGNORECASE,
)
"""Words with which people take back what they said."""


@dataclass(frozen=True)
class Candidate:
    """A value at a place of the conversation; the higher the tier the plainer it was said."""

    value: FactValue
    sentence: Sentence
    start: int
    end: int
    tier: int

    def heard(self, field: FieldName) -> Heard:
        """The fact, with the words from ``start`` to ``end`` of its message as the quote."""
        return Heard(field, self.value, self.sentence.message[self.start : self.end], self.sentence.seq)


def in_sentence(value: FactValue, sentence: Sentence, tier: int) -> Candidate:
    """A candidate whose quote is its whole sentence."""
    return Candidate(value, sentence, sentence.start, sentence.end, tier)


def last_of_best(candidates: Iterable[Candidate]) -> Candidate | None:
    """The last one among those of the highest tier."""
    ranked = list(candidates)
    best = max((candidate.tier for candidate in ranked), default=None)
    return next((c for c in reversed(ranked) if c.tier == best), None)


def first_unless_corrected(candidates: Iterable[Candidate]) -> Candidate | None:
    """The first of the highest tier, or the last one that a word of correction introduces."""
    ranked = list(candidates)
    corrected = [c for c in ranked[1:] if CORRECTION.search(c.sentence.text)]
    if corrected:
        return corrected[-1]
    best = max((candidate.tier for candidate in ranked), default=None)
    return next((c for c in ranked if c.tier == best), None)
