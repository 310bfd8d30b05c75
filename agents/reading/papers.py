"""Reading a document: what stands behind a label and is the business's own, line by line.

A message is the merchant speaking; a document speaks of several people, so nothing is read from it that
is not labelled, and nothing that stands with somebody else's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from rapidfuzz import fuzz

from agents.reading.conversation import read
from agents.reading.heard import Heard, Said
from agents.reading.instructions import is_instruction
from agents.reading.paper_labels import Label, is_labelled, label_of, names_another
from cases.application import Application, FieldName

ALIKE = 80
"""Percent from which two names count as one business's (legal forms and further words aside)."""

MOST_BELOW = 3
"""Lines below a label that its value may run over."""

_DIRECT = frozenset({FieldName.MERCHANT_NAME, FieldName.BUSINESS_TYPE, FieldName.BUSINESS_LICENSE})
_NUMBER = re.compile(r"⟦[A-Z_]+_\d+⟧|(?=[^\s]*\d)[A-Za-z0-9][A-Za-z0-9/.\- ]{1,28}[A-Za-z0-9]")
_LONGEST_VALUE = 120


@dataclass(frozen=True)
class Entry:
    """A labelled line with what runs on below it; ``party`` counts the businesses that the paper names."""

    label: Label
    line: str
    below: tuple[str, ...]
    party: int

    @property
    def value(self) -> str:
        """What stands behind the label, or in the next line where nothing does."""
        return self._behind or (self.below[0].strip() if self.below else "")

    @property
    def names(self) -> bool:
        """Whether it says what a business is called."""
        return FieldName.MERCHANT_NAME in self.label.fields and bool(self.value)

    @property
    def rest(self) -> str:
        """What stands below the value."""
        return "\n".join(self.below if self._behind else self.below[1:])

    @property
    def _behind(self) -> str:
        return self.line[self.label.value_at :].strip()


def read_paper(text: str, seq: int, *, today: date, application: Application) -> tuple[Heard, ...]:
    """The facts about the merchant's business in a document's tokenised text, each once."""
    entries = list(_entries(text.splitlines()))
    taken: dict[FieldName, Heard] = {}
    for entry in _of_the_merchant(entries, text, application.merchant_name):
        for fact in _read(entry, seq, today, application):
            taken.setdefault(fact.field, fact)
    return tuple(taken.values())


def _entries(lines: list[str]) -> Iterator[Entry]:
    """The labelled lines that speak of a business of the paper, not of who issued it or deals with it."""
    party, of_another = 0, False
    for at, line in enumerate(lines):
        label = label_of(line)
        if label is None or is_instruction(line):
            of_another = of_another or names_another(line)
            continue
        if label.own:
            of_another = False
            party += FieldName.MERCHANT_NAME in label.fields
        if not of_another:
            yield Entry(label, line, tuple(_below(lines[at + 1 : at + 1 + MOST_BELOW])), party)


def _below(lines: list[str]) -> Iterator[str]:
    for line in lines:
        if is_labelled(line) or label_of(line) or names_another(line) or is_instruction(line):
            return
        yield line


def _of_the_merchant(entries: list[Entry], text: str, known: str | None) -> list[Entry]:
    """The entries of the business that applies: the one of its name, or the only one that there is.

    Where the paper names one business, and that is called otherwise than the merchant told, its name
    alone is read: whether it is the same business is theirs to say first.
    """
    names = [entry for entry in entries if entry.names]
    if known is None:
        first = names[0].party if names else 0
        return [entry for entry in entries if entry.party in (0, first)]
    if not names:
        return entries if any(_alike(line, known) for line in text.splitlines()) else []
    same = {entry.party for entry in names if _alike(entry.value, known)}
    if same:
        return [e for e in entries if e.party in same or (e.party == 0 and len(names) == 1)]
    return [replace(entry, below=()) for entry in names] if len(names) == 1 else []


def _alike(one: str, other: str) -> bool:
    return fuzz.token_set_ratio(one.casefold(), other.casefold()) >= ALIKE


def _read(entry: Entry, seq: int, today: date, application: Application) -> Iterator[Heard]:
    field = entry.label.fields[0]
    if field in _DIRECT and (value := _direct(field, entry.value)):
        yield Heard(field, value, entry.value, seq)
    for text, fields, asked in _readings(entry):
        heard = read([Said(seq, text, asked)], today=today, application=application).facts
        if found := [fact for fact in heard if fact.field in fields]:
            yield from found
            return


def _readings(entry: Entry) -> Iterator[tuple[str, tuple[FieldName, ...], tuple[FieldName, ...]]]:
    """The texts in which an entry's values are looked for, with the fields and what they answer."""
    fields = entry.label.fields
    if FieldName.MERCHANT_NAME in fields:
        # Below a name stands its address.
        yield entry.rest, (FieldName.ADDRESS,), ()
    if fields[0] in _DIRECT:
        return
    if fields == (FieldName.ADDRESS,) and entry.below:
        yield "\n".join([entry.line, *entry.below]), fields, ()
    yield entry.line, fields, ()
    yield entry.value, fields, fields[:1]


def _direct(field: FieldName, value: str) -> str | None:
    value = value.strip(" .,;–-")
    if field is FieldName.BUSINESS_LICENSE:
        number = _NUMBER.match(value)
        return number[0].strip() if number else None
    is_text = 2 <= len(value) <= _LONGEST_VALUE and any(c.isalpha() for c in value) and "⟦" not in value
    return value if is_text else None
