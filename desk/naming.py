"""How words name a colleague: @ and a name, in what staff write for staff and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import normalize
from uuid import UUID

from cases.errors import Invalid

_NAMED = re.compile(r"(?<![\w.@])@([\w.+-]*\w)")


class Colleague(NamedTuple):
    """Somebody to ask; ``handle``: what stands before the @ of their e-mail address."""

    id: UUID
    name: str
    handle: str

    def leads(self, words: str) -> int:
        """How many letters at the beginning of the words name them: by address, first or whole name."""
        first, *others = normalize("NFC", self.name).split() or [self.handle]
        forms = ((self.handle,), (first,), (".".join((first, *others)),), (first, *others))
        patterns = (r"\s+".join(map(re.escape, form)) + r"(?!\w)" for form in forms)
        found = (re.match(pattern, words, re.IGNORECASE) for pattern in patterns)
        return max((match.end() for match in found if match), default=0)


def names_somebody(text: str) -> bool:
    """Whether a text has an @ before a word, which is not that of an e-mail address."""
    return _NAMED.search(text) is not None


def asked_in(text: str, known: Sequence[Colleague]) -> tuple[UUID, ...]:
    """Those whom a text names; raises Invalid for a name that nobody has, or several."""
    composed = normalize("NFC", text)
    named = _NAMED.finditer(composed)
    return tuple(dict.fromkeys(_one(composed[at.start(1) :], at[1], known).id for at in named))


def mention_of(colleague: Colleague, known: Sequence[Colleague]) -> str | None:
    """What behind an @ names this one of the known and nobody else: the name, else the address's."""
    return next(
        (form for form in (colleague.name, colleague.handle) if _is_only(form, colleague, known)), None
    )


def for_merchant(text: str) -> str:
    """The words of staff that a merchant is going to read; raises Invalid where they call a colleague."""
    if named := _NAMED.search(text):
        raise Invalid(
            f"“@{named[1]}” calls a colleague, and the merchant would read this. "
            "Write it as a private note, or leave the @ out.",
            code="names_a_colleague",
        )
    return text


def _one(words: str, word: str, known: Sequence[Colleague]) -> Colleague:
    """Who is named where the words begin, of which the first is ``word``: who has most of it, as a whole."""
    lengths = {each: each.leads(words) for each in known}
    longest = max(lengths.values(), default=0)
    if longest < len(word):
        raise Invalid(f"There is no colleague @{word}. Without the @ it is a word like any other.")
    called = [each for each, length in lengths.items() if length == longest]
    exactly = [each for each in called if each.handle.casefold() == words[:longest].casefold()]
    found = exactly or called
    if len(found) > 1:
        handles = " or ".join(f"@{each.handle}" for each in found)
        raise Invalid(
            f"Several colleagues are called {words[:longest]}: please write {handles}.", code="several"
        )
    return found[0]


def _is_only(form: str, colleague: Colleague, known: Sequence[Colleague]) -> bool:
    try:
        return asked_in(f"@{form}", known) == (colleague.id,)
    except Invalid:
        return False
