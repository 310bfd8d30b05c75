"""What the record says to a question of staff's: every sentence with what it rests on, no other made."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from cases.access import Person, Role
from cases.application import FieldName
from cases.checks import Check
from cases.events import Event, StateMoved
from cases.evidence import facts_of
from cases.policy import Policy
from cases.record import CaseRecord
from desk.changes.found import in_a_word
from desk.evidence_views import FactView, evidence_part
from desk.labels import FIELDS, check_label
from desk.overview import doubts, findings, merchant
from desk.overview.basis import Basis
from desk.rights import Reader
from desk.sources import OnCheck, OnEvent, Sentence, each_once

ANYBODY = Person(UUID(int=0), "", "", frozenset({Role.ANALYST}))
"""With whose rights the record is read: what is answered is on record for all staff."""

MOST = 8
"""Sentences in one answer."""

_AS_GOOD = 0.6
"""The share of the best topic's likeness from which another one is answered as well."""

_NAMES_NOTHING = frozenset(
    ["and", "are", "by", "check", "for", "has", "in", "is", "it", "not", "of", "on", "the", "to", "valid"]
).union(["verified", "well", "who", "known", "enough", "complete"])
"""Words of labels that say nothing of what a question is about."""


class Topic(NamedTuple):
    """Something that can be asked about: the words that name it, and what the record says of it."""

    words: frozenset[str]
    say: Callable[[], Iterable[Sentence]]


def answer(
    record: CaseRecord, events: Sequence[Event], policy: Policy, now: datetime, question: str
) -> tuple[Sentence, ...]:
    """The sentences of the record that a question is about; none where it is about nothing on record.

    What is recommended is not among them: a reviewer may owe a view of their own first.
    """
    reader = Reader(ANYBODY, record)
    basis = Basis(reader, [event for event in events if reader.sees(event)], policy, now)
    said = (sentence for topic in _asked(question, [*_topics(basis)]) for sentence in topic.say())
    return tuple({sentence.text: sentence for sentence in said}.values())[:MOST]


def _asked(question: str, topics: list[Topic]) -> list[Topic]:
    """The topics that a question names, the likeliest first; a word counts by how few topics share it."""
    asked = _stems(question) - _NAMES_NOTHING
    shared = Counter(word for topic in topics for word in topic.words)
    alike = {id(topic): sum(1 / shared[word] for word in topic.words & asked) for topic in topics}
    best = max(alike.values(), default=0)
    named = [topic for topic in topics if alike[id(topic)] and alike[id(topic)] >= _AS_GOOD * best]
    return sorted(named, key=lambda topic: -alike[id(topic)])


def _topics(basis: Basis) -> Iterator[Topic]:
    for check in basis.record.checks.values():
        yield Topic(_stems(check_label(check.key), check.key), lambda check=check: _on_check(basis, check))
    today = basis.now.date()
    for fact in evidence_part(basis.reader, basis.policy, {}, today).facts:
        yield Topic(_stems(fact.label, fact.key), lambda fact=fact: _on_fact(basis, fact))
    for name in basis.record.absent:
        yield Topic(_stems(FIELDS[name], name.value), lambda name=name: _on_absent(basis, name))
    listed = _stems("screening sanction watch list match likeness pep")
    doubted = _stems("mismatch differ doubt contradict contradiction wrong")
    yield Topic(_stems("risk risky score scored points level"), lambda: _on_risk(basis))
    yield Topic(listed, lambda: findings.matches(basis))
    yield Topic(_stems("owner behind ubo company merchant"), lambda: merchant.who(basis))
    yield Topic(_stems("sell goods trade category mcc"), lambda: merchant.sells(basis))
    yield Topic(doubted, lambda: doubts.mismatches(basis))
    yield Topic(_stems("instruct attempt manipulate trick inject"), lambda: doubts.attempts(basis))
    yield Topic(_stems("state status waiting stands moved stuck"), lambda: _on_state(basis))


def _on_check(basis: Basis, check: Check) -> Iterator[Sentence]:
    """How the check ended, and how well the fact is known that it is about."""
    source = OnCheck(key=check.key)
    yield Sentence(text=f"{check_label(check.key)}: {in_a_word(check)}. {check.reason}", sources=(source,))
    for found in check.findings:
        if found.text.rstrip(".") not in check.reason:
            yield Sentence(text=found.text, sources=(source,))
    if check.field is not None and check.field.value in facts_of(basis.record):
        facts = evidence_part(basis.reader, basis.policy, {}, basis.now.date()).facts
        yield from (s for fact in facts if fact.key == check.field.value for s in _on_fact(basis, fact))


def _on_fact(basis: Basis, fact: FactView) -> Iterator[Sentence]:
    source = basis.on_fact(fact.key)
    if source is None:
        return
    value = basis.value(FieldName(fact.key)) if "." not in fact.key else None
    known = f"{fact.words.lower()} ({fact.source})"
    yield Sentence(text=f"{fact.label}: {f'{value}, ' if value else ''}{known}.", sources=(source,))
    if fact.gap:
        yield Sentence(text=fact.gap, sources=each_once(source, *_if_made(basis, "evidence_level")))
    for against in fact.against:
        yield Sentence(text=f"{fact.label}: {against}.", sources=(source,))


def _on_absent(basis: Basis, name: FieldName) -> Iterator[Sentence]:
    if (source := basis.on_field(name)) is not None:
        yield Sentence(text=f"{FIELDS[name]}: the merchant says that there is none.", sources=(source,))


def _on_risk(basis: Basis) -> Iterator[Sentence]:
    if (scored := findings.risk(basis)) is not None:
        yield scored.headline
        if scored.overridden:
            yield scored.overridden
        yield from scored.reasons


def _on_state(basis: Basis) -> Iterator[Sentence]:
    moved = next(basis.of(StateMoved), None)
    if moved is not None:
        where = moved[1].target.value.replace("_", " ")
        text = f"The case is {where}: {moved[1].reason}."
        yield Sentence(text=text, sources=(OnEvent(seq=moved[0]),))


def _if_made(basis: Basis, key: str) -> Iterator[OnCheck]:
    if key in basis.record.checks:
        yield OnCheck(key=key)


def _stems(*texts: str) -> frozenset[str]:
    """The words of a text without regard to case, plural and the two spellings of a licence."""
    words = re.findall(r"[a-z]+", " ".join(texts).casefold().replace("license", "licence").replace("_", " "))
    return frozenset(word[:-1] if len(word) > 3 and word.endswith("s") else word for word in words)
