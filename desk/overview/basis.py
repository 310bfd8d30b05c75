"""What the sentences of a summary are made from, and how they find what they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, TypeVar

from cases.application import FieldName
from cases.checks import Ground
from cases.events import Body, CategoryConfirmed, Event, PersonalDetailEntered
from cases.participants import subject_of
from cases.policy import Policy
from cases.record import CaseRecord
from cases.screening import SCREENING
from cases.sensitive import display
from desk.labels import value_in_words
from desk.rights import Reader
from desk.sources import OnCheck, OnEvent, Sentence, Source, each_once

B = TypeVar("B", bound=Body)


_FIELDS = frozenset(name.value for name in FieldName)


class Piece(NamedTuple):
    """Part of a sentence, and what it rests on."""

    text: str
    source: Source


@dataclass(frozen=True)
class Basis:
    """A case before one reader; ``events``: those that they see."""

    reader: Reader
    events: Sequence[Event]
    policy: Policy
    now: datetime

    @property
    def record(self) -> CaseRecord:
        """The case."""
        return self.reader.record

    def of(self, kind: type[B]) -> Iterator[tuple[int, B]]:
        """What happened of one kind, newest first, with its seq."""
        return ((event.seq, event.body) for event in reversed(self.events) if isinstance(event.body, kind))

    def on_field(self, name: FieldName) -> OnEvent | None:
        """The words that a field was read from, or in which somebody said that there is none."""
        record = self.record
        if name is FieldName.MCC and record.category is not None:
            return next((OnEvent(seq=seq, field=name) for seq, _ in self.of(CategoryConfirmed)), None)
        where = record.provenance.get(name) or record.absent.get(name)
        return where and OnEvent(seq=where.source_seq, field=name)

    def value(self, name: FieldName) -> str | None:
        """A field's value as the reader reads it."""
        application = self.record.application
        clear = self.reader.clear_fields
        return value_in_words(name, application.get(name), currency=application.currency, clear=clear)

    def piece(self, name: FieldName, words: str = "{}") -> Iterator[Piece]:
        """A field's value within some words; nothing where it is not known, or not by whom."""
        value, source = self.value(name), self.on_field(name)
        if value is not None and source is not None:
            yield Piece(words.format(value), source)

    def on_detail(self, key: str) -> OnEvent | None:
        """Where a person's detail (``<person>.<detail>``) was entered."""
        subject, _, name = key.rpartition(".")
        entered = self.of(PersonalDetailEntered)
        found = (seq for seq, b in entered if (subject_of(b.subject), b.field.value) == (subject, name))
        return next((OnEvent(seq=seq) for seq in found), None)

    def on_fact(self, key: str) -> OnEvent | None:
        """Where a fact was told: a field, or a person's detail."""
        return self.on_detail(key) if "." in key else self.on_field(FieldName(key))

    def on_grounds(self, grounds: Iterable[Ground]) -> Iterator[Source]:
        """What stated grounds are in the log and among the checks."""
        for ground in grounds:
            found = self._on_ground(ground)
            if found is not None:
                yield found

    def _on_ground(self, ground: Ground) -> Source | None:
        if ground.kind in ("check", "match"):
            key = SCREENING if ground.kind == "match" else ground.key
            return OnCheck(key=key) if key in self.record.checks else None
        known = ground.kind == "person" or ground.key in _FIELDS
        return self.on_fact(ground.key) if known else None

    def shown(self, text: str) -> str:
        """A text with what is sensitive in it masked."""
        return display(text, self.record.secrets, self.reader.clear_kinds)


def in_one(pieces: Iterable[Piece], before: str = "", between: str = ", ") -> Iterator[Sentence]:
    """The pieces as one sentence; nothing where there are none."""
    found = [*pieces]
    if found:
        text = before + between.join(piece.text for piece in found)
        sources = each_once(*(piece.source for piece in found))
        yield Sentence(
            text=f"{text[:1].upper()}{text[1:]}{'' if text.endswith('.') else '.'}", sources=sources
        )
