"""The whole summary of a case, as one reader gets it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from cases.events import Event
from cases.policy import Policy
from desk.changes import Change, changes
from desk.event_view import speaker
from desk.overview import advice, doubts, findings, merchant
from desk.overview.advice import Advice, OwnViewPart
from desk.overview.basis import Basis
from desk.overview.findings import CheckSummary, RiskSummary
from desk.rights import Reader
from desk.sources import OnEvent, Sentence
from desk.viewing import View


class LastLook(NamedTuple):
    """How far a person had read a case when they left it."""

    seq: int
    at: datetime


class SinceLook(View):
    """What changed since the reader last looked."""

    at: datetime
    changes: tuple[Change, ...]


class SourceEvent(View):
    """An event that a sentence rests on: what it is called in the log, and who said it when."""

    seq: int
    id: UUID
    kind: str
    who: str
    at: datetime


class Overview(View):
    """A case on one screen; each sentence names what it rests on, ``events`` says where that is.

    ``since``: absent where the reader looks for the first time. ``advice`` is what is recommended; it is
    kept back while the reader owes an own view.
    """

    case_id: UUID
    version: int
    who: tuple[Sentence, ...]
    sells: tuple[Sentence, ...]
    risk: RiskSummary | None
    checks: CheckSummary
    matches: tuple[Sentence, ...]
    mismatches: tuple[Sentence, ...]
    since: SinceLook | None
    attempts: tuple[Sentence, ...]
    own_view: OwnViewPart
    advice: Advice | None
    events: tuple[SourceEvent, ...]


def overview_of(
    reader: Reader,
    events: Sequence[Event],
    policy: Policy,
    names: Mapping[UUID, str],
    now: datetime,
    last: LastLook | None = None,
) -> Overview:
    """The case as its reader among staff reads it first; ``last``: their last look, None for the first."""
    seen = [event for event in events if reader.sees(event)]
    basis = Basis(reader, seen, policy, now)
    made = Overview(
        case_id=reader.record.id,
        version=reader.record.version,
        who=tuple(merchant.who(basis)),
        sells=tuple(merchant.sells(basis)),
        risk=findings.risk(basis),
        checks=findings.checks(basis),
        matches=tuple(findings.matches(basis)),
        mismatches=tuple(doubts.mismatches(basis)),
        since=_since(basis, last),
        attempts=tuple(doubts.attempts(basis)),
        own_view=advice.own_view(basis),
        advice=advice.advice(basis),
        events=(),
    )
    named = {source.seq for each in sentences(made) for source in each.sources if isinstance(source, OnEvent)}
    return made.model_copy(update={"events": tuple(_event(e, reader, names) for e in seen if e.seq in named)})


def sentences(summary: Overview) -> Iterator[Sentence]:
    """Every sentence of a summary, in the order in which it is read."""
    yield from (*summary.who, *summary.sells)
    if summary.risk is not None:
        overridden = summary.risk.overridden
        yield from (summary.risk.headline, *([overridden] if overridden else []), *summary.risk.reasons)
    if summary.since is not None:
        yield from summary.since.changes
    found = summary.checks
    yield from (*found.open, *(each for each in (found.holding, found.evidence) if each))
    yield from (*summary.matches, *summary.mismatches, *summary.attempts)
    if summary.advice is not None:
        yield from (summary.advice.headline, *summary.advice.reasons)


def _since(basis: Basis, last: LastLook | None) -> SinceLook | None:
    if last is None:
        return None
    found = changes(basis.reader, basis.events, last.seq)
    # What is recommended shows only once the reader has made up their own mind.
    kept_back = ("recommendation",) if advice.own_view(basis).owed else ()
    shown = tuple(change for change in found if change.kind not in kept_back)
    return SinceLook(at=last.at, changes=shown) if shown else None


def _event(event: Event, reader: Reader, names: Mapping[UUID, str]) -> SourceEvent:
    who = speaker(event, reader, names)
    return SourceEvent(seq=event.seq, id=event.id, kind=event.body.kind, who=who, at=event.at)
