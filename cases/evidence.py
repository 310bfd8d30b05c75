"""How well each fact of a case is known: stated, well-formed, documented, or verified elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from cases.application import DERIVED, FactValue, FieldName
from cases.documents import Document
from cases.evidence_level import EvidenceLevel
from cases.participants import PersonalField
from cases.record import CaseRecord
from cases.verification import DOCUMENTARY, INQUIRIES, Method, Result, Verification, digest_of


class Evidence(NamedTuple):
    """The strongest thing that speaks for a fact's present value; ``by``: a person's id or an agent.

    Source and reference by level: how it was said, and the event; the check's key; the document's name and
    id; the source that confirmed it, and what it is called there.
    """

    level: EvidenceLevel
    source: str
    reference: str
    by: str
    at: datetime


def facts_of(record: CaseRecord) -> tuple[str, ...]:
    """The keys of all facts that are there: fields that somebody stated, then details of people."""
    fields = [name for name in FieldName if name not in DERIVED and record.application.get(name) is not None]
    return (*(name.value for name in fields), *(f"{who}.{detail.value}" for who, detail in record.details))


def keys_of(record: CaseRecord, name: FieldName | PersonalField) -> tuple[str, ...]:
    """The facts that a name stands for, as far as they are there: one field, or a detail of everybody."""
    return tuple(key for key in facts_of(record) if key == name.value or key.endswith(f".{name.value}"))


def value_of(record: CaseRecord, key: str) -> FactValue | None:
    """The present value of a fact; None where it is not there."""
    if key not in facts_of(record):
        return None
    subject, dot, name = key.rpartition(".")
    if dot:
        return record.details[subject, PersonalField(name)].value
    return record.application.get(FieldName(name))


def fact_words(key: str) -> str:
    """A fact as a reason names it, without its value; a person's detail with their name."""
    who, _, name = key.rpartition(".")
    words = name.replace("_", " ")
    return f"{words} of {who.title()}" if who else words


def evidence_of(record: CaseRecord, key: str, today: date) -> Evidence | None:
    """The strongest evidence that stands for a fact on that day; None where the fact is not there."""
    value = value_of(record, key)
    if value is None:
        return None
    found = (
        _verified(record, key, today),
        _documented(record, key),
        _well_formed(record, key, digest_of(value)),
    )
    return next((each for each in found if each is not None), _stated(record, key))


def standing(record: CaseRecord, key: str) -> tuple[Verification, ...]:
    """The checks made elsewhere of a fact's present value: of each method the last, which corrects others."""
    value = value_of(record, key)
    if value is None:
        return ()
    digest = digest_of(value)
    last: dict[Method, Verification] = {}
    for each in record.verifications:
        if each.about.get(key) == digest:
            last[each.method] = each
    return tuple(last.values())


def contradictions(record: CaseRecord, key: str) -> tuple[Verification, ...]:
    """The standing checks that found something else than was stated."""
    return tuple(each for each in standing(record, key) if each.result is Result.NOT_CONFIRMED)


def _verified(record: CaseRecord, key: str, today: date) -> Evidence | None:
    """What an independent source confirmed, as long as none denies it."""
    found = standing(record, key)
    if any(each.result is Result.NOT_CONFIRMED for each in found):
        return None
    good = [
        each
        for each in found
        if each.result is Result.CONFIRMED
        and each.method not in DOCUMENTARY | INQUIRIES
        and each.counts_on(today)
    ]
    if not good:
        return None
    best = max(good, key=lambda each: each.made_at)
    return Evidence(EvidenceLevel.VERIFIED, best.source, best.reference, best.by, best.made_at)


def _documented(record: CaseRecord, key: str) -> Evidence | None:
    document = next(_documents_for(record, key), None)
    if document is None:
        return None
    by, at, paper = document
    return Evidence(EvidenceLevel.DOCUMENTED, paper.name, str(paper.id), by, at)


def _documents_for(record: CaseRecord, key: str) -> Iterator[tuple[str, datetime, Document]]:
    """The usable documents that a reviewer tied to a fact, or that it was read from; who did, and when."""
    for each in standing(record, key):
        if each.method in DOCUMENTARY and each.result is Result.CONFIRMED:
            paper = _usable(record, each.document_id)
            if paper is not None:
                yield each.by, each.made_at, paper
    where = record.provenance.get(FieldName(key)) if "." not in key else None
    if where is not None and where.certainty == "document":
        for paper in record.documents.values():
            if paper.seq == where.source_seq and paper.refused is None:
                yield where.by, where.at, paper


def _usable(record: CaseRecord, document_id: UUID | None) -> Document | None:
    paper = record.documents.get(document_id) if document_id else None
    return paper if paper is not None and paper.refused is None else None


def _well_formed(record: CaseRecord, key: str, digest: str) -> Evidence | None:
    """The checks of the team's that held of just this value, where none failed."""
    made = [
        (check, each)
        for (name, check), each in record.examined.items()
        if name == key and each.digest == digest
    ]
    if not made or not all(each.held for _, each in made):
        return None
    check, last = max(made, key=lambda one: one[1].at)
    return Evidence(EvidenceLevel.WELL_FORMED, check, "", last.by, last.at)


def _stated(record: CaseRecord, key: str) -> Evidence:
    subject, dot, name = key.rpartition(".")
    if dot:
        detail = record.details[subject, PersonalField(name)]
        return Evidence(EvidenceLevel.STATED, "entered", "", detail.by, detail.at)
    where = record.provenance[FieldName(name)]
    return Evidence(EvidenceLevel.STATED, where.certainty, str(where.source_seq), where.by, where.at)
