"""Which of a model's words may reach the merchant: none that speak of status or outcome (design, rule 1)."""

from __future__ import annotations

import re
import unicodedata
from itertools import chain

from desk.status_words import ALWAYS, DISGUISED, PATTERNS, QUESTION, UNLESS_ASKED

_LOOKALIKES = str.maketrans(
    {
        "0": "o",
        "1": "i",
        "3": "e",
        "4": "a",
        "5": "s",
        "7": "t",
        "@": "a",
        "$": "s",
        "!": "i",
        "|": "l",
        "а": "a",
        "е": "e",
        "о": "o",
        "р": "p",
        "с": "c",
        "х": "x",
        "у": "y",
        "і": "i",
        "ѕ": "s",
        "ԁ": "d",
        "ν": "v",
        "ο": "o",
        "α": "a",
        "ρ": "p",
        "ε": "e",
        "τ": "t",
        "ι": "i",
        "к": "k",
        "т": "t",
        "в": "b",
    }
)

_TOO_MUCH = re.compile(r"https?://|www\.|<[a-z/!]|javascript:|\]\(", re.IGNORECASE)
_MERCHANT_ID = re.compile(r"merch[\W_]*[0-9a-f]*\d", re.IGNORECASE)


_SPELT_OUT = re.compile(r"(?<![^\W\d_])(?:[^\W\d_][\W_]{1,3}){4,}[^\W\d_](?![^\W\d_])")
"""Five letters or more, each by itself."""

_SENTENCE = re.compile(r"[^.!?¿¡\n؟？。！…;]+[.!?\n؟？。！…;]*")


def refusal(text: str) -> str | None:
    """Why the wording may not be said to a merchant; None where it may.

    Compared after folding accents, look-alike characters, spaces and punctuation, so that
    "A P P R 0 V E D" is found as well. A plain question about the business ("Are you authorised by
    a regulator?") may hold words that a statement may not. A name that holds such a word is
    refused with the rest: the caller then says the prompt's own phrase, which names no outcome.
    """
    if not text.strip():
        return "it is empty"
    if _TOO_MUCH.search(text):
        return "it holds a link or markup"
    if _MERCHANT_ID.search(text):
        return "it names a merchant id, which only the desk does"
    visible = "".join(c for c in text if unicodedata.category(c) != "Cf")
    if _SPELT_OUT.search(visible):
        return "it spells a word out letter by letter"
    if any(_mixes_alphabets(word) for word in visible.split()):
        return "it mixes letters of several alphabets in one word"
    found = _find(visible)
    return None if found is None else f"it speaks of status or outcome ({found}…), which only the desk does"


def _find(text: str) -> str | None:
    statements = [said for sentence in _sentences(text) for said in _stated(sentence)]
    everything, said = _letters(text), _letters(" ".join(statements))
    stems = chain(
        (stem for stem in _ALWAYS if stem in everything),
        (stem for stem in _UNLESS_ASKED if stem in said),
        (match[0] for line in map(_words, statements) for p in PATTERNS if (match := p.search(line))),
    )
    return next(stems, None)


def _sentences(text: str) -> list[str]:
    return [match[0] for match in _SENTENCE.finditer(text)]


def _stated(sentence: str) -> list[str]:
    """What the sentence says: of a plain question only what stands before it, else all."""
    words = _words(sentence)
    question = QUESTION.match(words) if sentence.rstrip().endswith(("?", "؟", "？")) else None
    if question is None or DISGUISED.search(words):
        return [sentence]
    before = question["before"]
    return [before] if before and not QUESTION.match(before) else []


def _letters(text: str) -> str:
    return "".join(c for c in _fold(text) if c.isalpha())


def _words(text: str) -> str:
    """Folded words with one blank between them; a colon and a comma are kept for telling clauses apart."""
    joined = re.sub(r"['’`´]|[!|](?!\w)", "", text)
    kept = "".join(c if c.isalpha() or c in ":," else " " for c in _fold(joined))
    return " ".join(kept.split())


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_LOOKALIKES)
    return "".join(c for c in plain if not unicodedata.combining(c))


def _mixes_alphabets(word: str) -> bool:
    names = {
        unicodedata.name(c, "").partition(" ")[0] for c in unicodedata.normalize("NFKC", word) if c.isalpha()
    }
    return "LATIN" in names and not names.isdisjoint(("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC"))


_ALWAYS = tuple(map(_letters, ALWAYS))
_UNLESS_ASKED = tuple(map(_letters, UNLESS_ASKED))
