"""Whether the sentences of a summary rest on what they name, worked out from the log alone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cases.access import Person
from cases.application import FieldName
from cases.events import AbsenceDeclared, CategoryConfirmed, Event, FactOffered, FactRecorded
from cases.sensitive import display
from desk.changes import Change
from desk.labels import value_in_words
from desk.overview import Overview
from desk.overview.overview import sentences
from desk.rights import Reader, reader
from desk.sources import OnCheck, OnEvent, Sentence, Source
from tests.desk.cast import Case

READ = FactRecorded | AbsenceDeclared | FactOffered | CategoryConfirmed


def every_sentence_is_borne_out(case: Case, by: Person, made: Overview) -> None:
    """Each source is there for the reader, and holds the figures and the quotes that the sentence states."""
    who = reader(by, case.record)
    shown = {mark.seq for mark in made.events}
    for sentence in sentences(made):
        for source in sentence.sources:
            _is_there(case, who, source)
            assert isinstance(source, OnCheck) or source.seq in shown
        if sentence in (made.checks.holding, made.checks.evidence) or _is_counted(sentence):
            figures = re.findall(r"\d+", sentence.text) or ["1"]
            assert sum(map(int, figures)) == len(sentence.sources), sentence
        else:
            _says_it(sentence, "\n".join(_held(case, who, sentence.sources)))


def _is_counted(sentence: Sentence) -> bool:
    """Whether its figure says how many sources there are."""
    return isinstance(sentence, Change) and sentence.kind in ("message", "note", "check") and not sentence.key


def _is_there(case: Case, who: Reader, source: Source) -> None:
    if isinstance(source, OnCheck):
        assert source.key in case.record.checks
        return
    event = case.events[source.seq - 1]
    assert event.seq == source.seq
    assert who.sees(event)
    if source.field is not None:
        assert any(_reads(event, source, found) for found in case.events), source


def _reads(source: Event, named: OnEvent, found: Event) -> bool:
    """Whether the field that the source is named for was read there, and that is on record."""
    body = found.body
    if isinstance(body, CategoryConfirmed):
        return found.seq == source.seq and named.field is FieldName.MCC
    return isinstance(body, READ) and (body.source_seq, body.field) == (source.seq, named.field)


def _held(case: Case, who: Reader, sources: Iterable[Source]) -> Iterable[str]:
    """What the sources say, as the reader reads it: also the values that were read from them."""
    record = case.record
    for source in sources:
        if isinstance(source, OnCheck):
            check = record.checks[source.key]
            yield check.model_dump_json()
            yield from (f"{round(match.score * 100)}" for match in check.matches)
            continue
        event = case.events[source.seq - 1]
        yield display(event.body.model_dump_json(), record.secrets, who.clear_kinds)
        for found in case.events:
            body = found.body
            if isinstance(body, FactRecorded | FactOffered) and body.source_seq == source.seq:
                words = value_in_words(
                    body.field, body.value, currency=record.application.currency, clear=who.clear_fields
                )
                yield words or ""


def _says_it(sentence: Sentence, held: str) -> None:
    held = held.replace('\\"', '"')
    bare = held.replace(",", "")
    for figure in re.findall(r"\d[\d,.]*\d|\d", sentence.text):
        plain = figure.replace(",", "")
        assert plain in bare or plain.rstrip("0").rstrip(".") in bare, (sentence.text, figure, held)
    for quote in re.findall(r"“([^”]*)”", sentence.text):
        assert quote in held, (sentence.text, quote)
