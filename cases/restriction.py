"""Lines of business that are served with more evidence, or registered with the card schemes first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from cases.application import Application, FieldName
from cases.documents import DocumentKind
from cases.policy import Policy
from cases.policy.business import Level, ListedLine
from cases.prohibition import says
from cases.record import CaseRecord


class Restriction(NamedTuple):
    """A listed line that a business is in; ``by``: the code or the word that tells it, in a sentence."""

    kind: Literal["restricted", "registration"]
    key: str
    line: ListedLine
    by: str


def restriction_of(record: CaseRecord, policy: Policy) -> tuple[Restriction, ...]:
    """The policy's restricted and registration lines that the case's line of business falls under."""
    application = record.application
    restricted = _lines(application, policy.restricted)
    registered = _lines(application, policy.registration)
    return (
        *(Restriction("restricted", key, line, by) for key, line, by in restricted),
        *(Restriction("registration", key, line, by) for key, line, by in registered),
    )


def tier_floor(record: CaseRecord, policy: Policy) -> Level:
    """The risk level that the case does not get below for its line of business."""
    floors = {found.line.tier_floor for found in restriction_of(record, policy)}
    if "high" in floors:
        return "high"
    return "medium" if "medium" in floors else "low"


def missing_evidence(
    record: CaseRecord, found: Restriction
) -> tuple[tuple[FieldName, ...], tuple[DocumentKind, ...]]:
    """Of what a line needs: the fields that have no value, and the kinds of document that are not there."""
    there = kinds_there(record)
    fields = tuple(name for name in found.line.needed if not _is_told(record, name))
    return fields, tuple(kind for kind in found.line.documents if kind not in there)


def kinds_there(record: CaseRecord) -> frozenset[DocumentKind]:
    """The kinds of the documents that were sent and can be used."""
    return frozenset(paper.kind for paper in record.documents.values() if paper.refused is None)


def _is_told(record: CaseRecord, name: FieldName) -> bool:
    """A licence that there is none of is not there; that there are no subscriptions is an answer."""
    if record.application.get(name) is not None:
        return True
    return name in record.absent and name is not FieldName.BUSINESS_LICENSE


def _lines(
    application: Application, lines: Mapping[str, ListedLine]
) -> Iterator[tuple[str, ListedLine, str]]:
    for key, line in lines.items():
        if by := _why(application, line):
            yield key, line, by


def _why(application: Application, line: ListedLine) -> str | None:
    if application.mcc in line.mcc:
        return f"category {application.mcc}"
    stated = application.business_type or ""
    word = next((word for word in line.words if says(stated, word)), None)
    return None if word is None else f"“{word.strip('*')}”"
