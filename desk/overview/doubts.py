"""What does not fit together, and attempts to instruct the agents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cases.application import DERIVED, FactValue, FieldName
from cases.duplicates import TraitKind
from cases.events import FactOffered, FactRecorded, InstructionFlagged
from cases.evidence import contradictions, facts_of
from desk.document_views import shown_name
from desk.evidence_words import METHODS, fact_label
from desk.labels import FIELDS, TRAITS, value_in_words
from desk.offers import says_the_same
from desk.overview.basis import Basis
from desk.sources import OnCheck, OnEvent, Sentence, each_once


def mismatches(basis: Basis) -> Iterator[Sentence]:
    """What sources, documents, other applications or the merchant themself say otherwise."""
    yield from _denied(basis)
    yield from _in_documents(basis)
    yield from _in_other_cases(basis)
    yield from _told_otherwise(basis)


def _denied(basis: Basis) -> Iterator[Sentence]:
    for key in facts_of(basis.record):
        source = basis.on_fact(key)
        for each in contradictions(basis.record, key):
            where = basis.shown(each.source)
            text = (
                f"{fact_label(basis.record, key)}: {METHODS[each.method].lower()} does not match ({where})."
            )
            told = (source,) if source else ()
            yield Sentence(text=text, sources=each_once(OnEvent(seq=each.seq), *told))


def _in_documents(basis: Basis) -> Iterator[Sentence]:
    """Also where the merchant has left the document's value."""
    papers = {paper.seq: paper for paper in basis.record.documents.values() if paper.refused is None}
    for _, offer in basis.of(FactOffered):
        told, source = basis.record.application.get(offer.field), basis.on_field(offer.field)
        paper = papers.get(offer.source_seq)
        if paper is None or source is None or told is None or says_the_same(told, offer.value):
            continue
        name, value = shown_name(basis.record, paper), _shown(basis, offer.field, offer.value)
        text = f"{FIELDS[offer.field]}: “{name}” says {value}, the merchant says {basis.value(offer.field)}."
        yield Sentence(text=text, sources=(OnEvent(seq=offer.source_seq, field=offer.field), source))


def _in_other_cases(basis: Basis) -> Iterator[Sentence]:
    """Those that have the same in common are told in one sentence; the check leads to each of them."""
    for check in basis.record.checks.values():
        alike = Counter(
            (other.own, ", ".join(TRAITS[kind] for kind in TraitKind if kind in other.kinds))
            for other in check.duplicates
        )
        for (own, shared), count in alike.items():
            text = f"{_others(count, own=own)} the same {shared}."
            yield Sentence(text=text, sources=(OnCheck(key=check.key),))


def _others(count: int, *, own: bool) -> str:
    if count == 1:
        return f"{'The same' if own else 'Another'} person's application has"
    return f"{count} applications of {'the same person' if own else 'other people'} have"


def _told_otherwise(basis: Basis) -> Iterator[Sentence]:
    """What the merchant themself told first, where that was something else in a material field."""
    first: dict[FieldName, tuple[OnEvent, FactValue]] = {}
    for _, fact in reversed([*basis.of(FactRecorded)]):
        if fact.value is not None and fact.certainty not in ("assumed", "worked_out"):
            first.setdefault(fact.field, (OnEvent(seq=fact.source_seq, field=fact.field), fact.value))
    for name, (source, value) in first.items():
        now, told = basis.record.application.get(name), basis.on_field(name)
        is_material = name in basis.policy.material and name not in DERIVED
        if is_material and now is not None and told is not None and now != value:
            text = f"{FIELDS[name]}: first {_shown(basis, name, value)}, now {basis.value(name)}."
            yield Sentence(text=text, sources=each_once(source, told))


def _shown(basis: Basis, name: FieldName, value: FactValue) -> str | None:
    currency = basis.record.application.currency
    return value_in_words(name, value, currency=currency, clear=basis.reader.clear_fields)


def attempts(basis: Basis) -> Iterator[Sentence]:
    """Attempts to instruct the agents, quoted, oldest first."""
    for seq, flagged in reversed([*basis.of(InstructionFlagged)]):
        quote = basis.shown(flagged.quote)
        yield Sentence(text=f"“{quote}”", sources=(OnEvent(seq=flagged.source_seq), OnEvent(seq=seq)))
