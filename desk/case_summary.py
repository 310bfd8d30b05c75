"""What lists know of a case without reading its log."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from cases.approval import kept_out
from cases.complaints import ComplaintState
from cases.decision import Override
from cases.languages import Language
from cases.overrides import overrides_in_force
from cases.record import CaseRecord
from cases.requirements import outstanding
from cases.sensitive import display
from desk.assignment_views import Late, SnoozeView, escalation_view, late_of, snooze_view
from desk.draft import Draft
from desk.override_views import in_words


class OverrideMark(BaseModel):
    """An override in words, and until when it is in force."""

    model_config = ConfigDict(frozen=True)

    words: str
    expires_at: datetime


class CaseSummary(BaseModel):
    """What lists show of a case without reading its log; kept encrypted beside it.

    ``barred``: the ids of those who may not give the next decision, besides who opened the case. ``snoozed``,
    ``late`` and ``escalated``: whether it was put aside, and how late its review is. ``asked``: whose second
    opinion is awaited. ``answer_by``: when the first of its open complaints has to be answered.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    name: str | None = None
    risk: str | None = None
    level: str | None = None
    country: str | None = None
    mcc: str | None = None
    missing: int = 0
    review_since: datetime | None = None
    overrides: tuple[OverrideMark, ...] = ()
    language: Language = "en"
    barred: tuple[str, ...] = ()
    snoozed: SnoozeView | None = None
    late: Late | None = None
    escalated: bool = False
    asked: tuple[UUID, ...] = ()
    answer_by: datetime | None = None
    moved_seq: int = 0


def summarize(draft: Draft) -> CaseSummary:
    """The summary of a case as the draft leaves it."""
    record = draft.record
    card, address = record.scorecard, record.application.address
    decided = {str(person) for person in (*(each.by for each in record.approvals), *kept_out(record))}
    return CaseSummary(
        name=record.application.merchant_name,
        risk=card.in_words() if card else None,
        level=card.level if card else None,
        country=address.country if address else None,
        mcc=record.application.mcc,
        missing=len(outstanding(record, draft.policy)),
        review_since=record.review_since,
        overrides=tuple(_mark(draft, override) for override in overrides_in_force(record, draft.now)),
        language=record.language,
        barred=tuple(sorted(decided | record.contributors)),
        snoozed=snooze_view(record, draft.now),
        late=late_of(record),
        escalated=escalation_view(record) is not None,
        asked=tuple(opinion.of for opinion in record.opinions),
        answer_by=_answer_by(record),
        moved_seq=record.moved_seq,
    )


def _answer_by(record: CaseRecord) -> datetime | None:
    open_ones = (each for each in record.complaints.values() if each.state is ComplaintState.OPEN)
    return min((each.answer_by for each in open_ones), default=None)


def _mark(draft: Draft, override: Override) -> OverrideMark:
    words = display(in_words(override), draft.record.secrets)
    return OverrideMark(words=words, expires_at=override.expires_at)
