"""What a model may say to a merchant at all: the plain words of taking an application in, and no others.

A list of forbidden words is never complete: there is always another way to say "you are in". So a sentence of
a model's is said only if every word of it is one that is needed to ask for an application's details and to
explain why (``vocabulary/*.yaml``), if it repeats what is on record, or if the agent's own phrases hold it.
Any other is left out, whatever the language, the alphabet or the spelling.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import yaml

from cases.application import Application, FieldName
from cases.fields.trades import TRADES
from cases.languages import LANGUAGES, Language
from desk.labels import field_label, value_in_words
from desk.status_words import DISGUISED, QUESTION
from desk.wordbook import wordbook

LEFT_OUT = "it holds words that an application is not talked about in"

_FOLDER = Path(__file__).with_name("vocabulary")
_ENDINGS: dict[Language, tuple[str, ...]] = {
    "en": ("s",),
    "es": ("s",),
    "fr": ("s", "e", "es"),
    "de": ("n", "s", "e", "en"),
}
_SENTENCE = re.compile(r"(?:(?![.!?…;؟。]+(?:\s|$))[^\n])*(?:[.!?…;؟。]+(?=\s|$)|\n|$)\s*")
_WORD = re.compile(r"[^\W_]+")
_FIGURE = re.compile(r"\d+(?:k|m|st|nd|rd|th|h|er|e|eme)?")
_BLANK = re.compile(r"\{\w+\}")
_MARKS = re.compile(r"[*`~|]+|^[ \t]*#+ *", re.MULTILINE)
"""Of Markdown: an emphasis says nothing, and a table or a heading could."""


_BEING = frozenset(
    _WORD.findall(
        "is are am was were be been being s re m es esta estan son sera fue ist sind war wird bist seid "
        "wurde est sont etes sommes suis etait"
    )
)
"""Forms of "to be" in the four languages, folded."""

_ACCOUNT = frozenset({"account", "cuenta", "compte", "konto"})
"""Fields of a bank's; what is said of them could be meant of the merchant's with us."""

_DEEPEST = 3
"""Phrases within a phrase's blank."""


class Speech(NamedTuple):
    """What is left of a text, and the sentences that were left out."""

    said: str
    left_out: tuple[str, ...]


@dataclass(frozen=True)
class Admitted:
    """What may be said beside the vocabulary, as folded words with one blank between them.

    ``values``: what the record holds and may be repeated whole. ``trade``: words of the line of business.
    ``phrases``: the agent's own, blanks open. ``naming``: words that fields are called by.
    """

    values: tuple[str, ...]
    trade: frozenset[str]
    phrases: tuple[re.Pattern[str], ...]
    naming: frozenset[str] = frozenset()


class _Vocabulary(NamedTuple):
    anywhere: frozenset[str]
    questions: frozenset[str]
    interjections: frozenset[str]
    endings: tuple[str, ...]

    def holds(self, word: str, *, asking: bool) -> bool:
        """Whether the word, or the one it is an inflected form of, may be said."""
        stems = [word, *(word.removesuffix(end) for end in self.endings if word.endswith(end))]
        known = self.questions if asking else self.anywhere
        return any(stem in known for stem in stems)


def admitted(application: Application, language: Language, wordings: Collection[str]) -> Admitted:
    """What is added to the vocabulary: the facts of a case, and the phrases of the agent that speaks."""
    labels = tuple(_fold(field_label(name, language)) for name in FieldName)
    values = {*labels, *(_fold(text) for text in _values(application, language))}
    trade = frozenset(_WORD.findall(_fold(application.business_type or ""))) & _trade_words()
    ledger = wordbook(language).area("ledger")
    reasons = tuple(f"{{item}}: {text}" for key, text in ledger.items() if key.startswith("why_"))
    longest_first = tuple(sorted(filter(None, values), key=len, reverse=True))
    words = {word for label in labels for word in label.split() if len(word) > 3}
    naming = frozenset(words | {word.removesuffix("s") for word in words}) - _ACCOUNT
    return Admitted(longest_first, trade, _patterns((*wordings, *reasons)), naming)


def plainly(text: str, beside: Admitted, *, in_phrases: bool = False) -> Speech:
    """The text without the sentences that a model may not say, and without signs that are no words.

    ``in_phrases``: nothing but the agent's own phrases may be said.
    """
    kept: list[str] = []
    left_out: list[str] = []
    for sentence in _sentences(_without_signs(text)):
        rest = sentence if _is_phrase(sentence, beside) else _without_interjection(sentence)
        if _fold(rest):
            is_said = _is_phrase(rest, beside) if in_phrases else _may_be_said(rest, beside)
            (kept if is_said else left_out).append(rest)
    return Speech("".join(kept).strip(), tuple(sentence.strip() for sentence in left_out if sentence.strip()))


def _may_be_said(sentence: str, beside: Admitted, depth: int = 0) -> bool:
    """Whether all of it is plain, in one language; a phrase may have plain words in its blanks."""
    folded = _fold(sentence)
    if not folded:
        return True
    if any(_is_plain(sentence, folded, beside, _vocabulary(language)) for language in LANGUAGES):
        return True
    return depth < _DEEPEST and _is_phrase(sentence, beside, depth)


def _is_phrase(sentence: str, beside: Admitted, depth: int = 0) -> bool:
    """Whether it is one of the agent's phrases, with plain words in its blanks."""
    matches = (phrase.fullmatch(_fold(sentence)) for phrase in beside.phrases)
    return any(
        all(_may_be_said(_as_said(part, sentence), beside, depth + 1) for part in match.groups())
        for match in matches
        if match
    )


def _as_said(part: str, sentence: str) -> str:
    """The folded words of a blank, asked where the sentence is."""
    return f"{part}?" if sentence.rstrip().endswith("?") else part


def _is_plain(sentence: str, folded: str, beside: Admitted, vocabulary: _Vocabulary) -> bool:
    asking = sentence.rstrip().endswith("?") and not DISGUISED.search(folded)
    before = _before_a_question(sentence) if asking else ""
    return _holds(folded, beside, vocabulary, asking=asking) and _holds(
        _fold(before), beside, vocabulary, asking=False
    )


def _holds(folded: str, beside: Admitted, vocabulary: _Vocabulary, *, asking: bool) -> bool:
    rest = f" {folded} "
    for value in beside.values:
        if asking or not _is_said_to_be(value, folded, beside.naming):
            rest = rest.replace(f" {value} ", "  ")
    return all(
        vocabulary.holds(word, asking=asking) or word in beside.trade or _FIGURE.fullmatch(word)
        for word in rest.split()
    )


def _is_said_to_be(value: str, text: str, naming: frozenset[str]) -> bool:
    """Whether something that is no field is said to be the value: a business may be called "Switched On"."""
    before = f" {text} ".partition(f" {value} ")[0].split()
    return not _BEING.isdisjoint(before[-3:]) and naming.isdisjoint(before)


def _before_a_question(sentence: str) -> str:
    """A clause that leads to the question, and states something."""
    before, found, asked = sentence.partition(",")
    leads = found and QUESTION.match(_fold(asked)) and not QUESTION.match(_fold(before))
    return before if leads else ""


def _without_interjection(sentence: str) -> str:
    """Without a bare yes or no at its start: to what, nobody could tell."""
    bare = _interjections().match(_unaccented(sentence))
    return sentence[bare.end() :] if bare else sentence


def _sentences(text: str) -> list[str]:
    return [match[0] for match in _SENTENCE.finditer(text) if match[0]]


def _without_signs(text: str) -> str:
    """Without emoji, characters that nobody sees, and marks of Markdown."""
    visible = "".join(c for c in text if c in "\n°" or unicodedata.category(c) not in _SIGNS)
    return _MARKS.sub("", visible)


_SIGNS = frozenset({"So", "Sk", "Cf", "Cc", "Co", "Cn", "Cs", "Zl", "Zp"})


def _fold(text: str) -> str:
    return " ".join(_WORD.findall(_unaccented(text).casefold()))


def _unaccented(text: str) -> str:
    """Without accents, sign by sign: the place of a character stays."""
    return "".join(unicodedata.normalize("NFD", c)[0] for c in text)


def _values(application: Application, language: Language) -> Iterator[str]:
    """What is on record in the words in which it may be repeated, pieces of an address each by itself."""
    for name in FieldName:
        value = application.get(name)
        if value is not None:
            yield value_in_words(name, value, currency=application.currency, language=language) or ""
    if application.address is not None:
        yield from (part for _, part in application.address if isinstance(part, str))
    yield from (owner.name for owner in application.owners or ())


@lru_cache(maxsize=1)
def _trade_words() -> frozenset[str]:
    phrases = (line.partition(": ")[2] for line in re.sub(r"\n +", " ", TRADES.strip()).splitlines())
    return frozenset(_WORD.findall(_fold(" ".join(phrases))))


@lru_cache
def _vocabulary(language: Language) -> _Vocabulary:
    read: dict[str, str] = yaml.safe_load((_FOLDER / f"{language}.yaml").read_text(encoding="utf-8"))
    words = {part: frozenset(_fold(text).split()) for part, text in read.items()}
    asked = words["anywhere"] | words["questions"] | _trade_words()
    return _Vocabulary(words["anywhere"], asked, words["interjections"], _ENDINGS[language])


@lru_cache(maxsize=1)
def _interjections() -> re.Pattern[str]:
    words = "|".join(word for language in LANGUAGES for word in sorted(_vocabulary(language).interjections))
    return re.compile(rf"(?:\W*(?:{words})\b\s*(?:[,.!;:–—-]+\s*|$))+", re.IGNORECASE)


@lru_cache(maxsize=64)
def _patterns(wordings: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """The sentences of wordings, each blank open for plain words; a bare blank says nothing by itself."""
    found: dict[str, None] = {}
    for wording in wordings:
        for sentence in _sentences(wording):
            parts = [re.escape(_fold(part)) for part in _BLANK.split(sentence)]
            found.update({" ?(.+?) ?".join(cut): None for cut in (parts, parts[1:]) if any(cut)})
    return tuple(re.compile(pattern.replace(r"\ ", " ")) for pattern in found)
