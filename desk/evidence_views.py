"""Evidence as staff see it: how well each fact is known and by what, and the checks made elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from cases.access import Role
from cases.evidence import Evidence, contradictions, evidence_of, facts_of, standing
from cases.evidence_gaps import Gap, evidence_gaps
from cases.evidence_level import EvidenceLevel
from cases.policy import Policy
from cases.record import CaseRecord
from cases.sensitive import display
from cases.verification import DOCUMENTARY, Method, Result, Verification
from desk.document_views import shown_name
from desk.evidence_words import LEVELS, METHODS, RESULTS, fact_label, result_in_words
from desk.labels import AGENTS, check_label
from desk.rights import Reader
from desk.viewing import View
from desk.wordbook import wordbook


class FactView(View):
    """How well one fact is known. ``step``: its place on the ladder of four; ``source`` in a sentence.

    ``against``: what checks made elsewhere found that does not match. ``gap``: why it is not yet at its
    level, ``needs`` being the level that the policy asks for.
    """

    key: str
    label: str
    level: EvidenceLevel
    words: str
    step: int
    source: str
    by: str
    at: datetime
    against: tuple[str, ...]
    needs: str | None
    gap: str | None


class VerificationView(View):
    """A check made elsewhere; ``stands``: it is the last of its kind about a value that is still there."""

    about: tuple[str, ...]
    method: Method
    method_words: str
    result: Result
    result_words: str
    source: str
    reference: str
    comment: str
    by: str
    made_at: datetime
    expires_on: date | None
    document_id: UUID | None
    document_name: str | None
    stands: bool


class WayView(View):
    """A way of checking that can be recorded; ``on_document``: it is made on a document of the case."""

    code: Method
    label: str
    on_document: bool


class ResultView(View):
    """What can have come of a check."""

    code: Result
    label: str


class EvidencePart(View):
    """All of it. ``may_record``: whether the reader may add a check; ``seen``: the case's last event."""

    facts: tuple[FactView, ...]
    checks: tuple[VerificationView, ...]
    ways: tuple[WayView, ...]
    results: tuple[ResultView, ...]
    may_record: bool
    seen: int


def evidence_part(reader: Reader, policy: Policy, names: Mapping[UUID, str], today: date) -> EvidencePart:
    """What is known how well; for readers who read the case from the inside only."""
    record = reader.record
    risk = record.scorecard.level if record.scorecard else None
    gaps = {gap.key: gap for gap in evidence_gaps(record, policy, risk, today)}
    return EvidencePart(
        facts=tuple(_fact(record, key, gaps.get(key), names, today) for key in facts_of(record)),
        checks=tuple(_check(record, each, names) for each in reversed(record.verifications)),
        ways=tuple(WayView(code=m, label=METHODS[m], on_document=m in DOCUMENTARY) for m in Method),
        results=tuple(ResultView(code=result, label=label) for result, label in RESULTS.items()),
        may_record=reader.person.has(Role.REVIEWER, Role.COMPLIANCE),
        seen=record.last_seq,
    )


def _fact(record: CaseRecord, key: str, gap: Gap | None, names: Mapping[UUID, str], today: date) -> FactView:
    found = evidence_of(record, key, today)
    if found is None:
        raise ValueError(f"{key} is not there")
    return FactView(
        key=key,
        label=fact_label(record, key),
        level=found.level,
        words=LEVELS[found.level],
        step=found.level.step,
        source=display(_source(found), record.secrets),
        by=_name(found.by, names),
        at=found.at,
        against=tuple(_against(record, each, names) for each in contradictions(record, key)),
        needs=LEVELS[gap.needs] if gap else None,
        gap=gap.text if gap else None,
    )


def _source(found: Evidence) -> str:
    match found.level:
        case EvidenceLevel.STATED if found.source == "document":
            return "Taken over from a document that cannot be used"
        case EvidenceLevel.STATED:
            return wordbook("en")(f"card.how_{found.source}")
        case EvidenceLevel.WELL_FORMED:
            return f"Passes the check “{check_label(found.source)}”; nobody was asked"
        case EvidenceLevel.DOCUMENTED:
            return f"Document “{found.source}”"
        case EvidenceLevel.VERIFIED:
            return ", ".join(filter(None, [found.source, found.reference]))


def _against(record: CaseRecord, each: Verification, names: Mapping[UUID, str]) -> str:
    source = display(each.source, record.secrets)
    said = f"{METHODS[each.method]}: {result_in_words(each.method, each.result).lower()}"
    return f"{said} ({source}, {_name(each.by, names)})"


def _check(record: CaseRecord, each: Verification, names: Mapping[UUID, str]) -> VerificationView:
    paper = record.documents.get(each.document_id) if each.document_id else None
    return VerificationView(
        about=tuple(fact_label(record, key) for key in each.about),
        method=each.method,
        method_words=METHODS[each.method],
        result=each.result,
        result_words=result_in_words(each.method, each.result),
        source=display(each.source, record.secrets),
        reference=display(each.reference, record.secrets),
        comment=display(each.comment, record.secrets),
        by=_name(each.by, names),
        made_at=each.made_at,
        expires_on=each.expires_on,
        document_id=each.document_id,
        document_name=shown_name(record, paper) if paper else None,
        stands=any(each in standing(record, key) for key in each.about),
    )


def _name(actor: str, names: Mapping[UUID, str]) -> str:
    """A person by their name, an agent by what it is called."""
    if actor in AGENTS:
        return AGENTS[actor]
    return names.get(UUID(actor), "Somebody")
