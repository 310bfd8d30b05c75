"""One case as a line of a list, for one reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from cases.access import Person, reads_as_staff
from cases.assignment import Lease
from cases.languages import Language
from cases.policy import Policy
from cases.review_time import due_at
from cases.states import OPEN_FOR_FACTS, State, public_words
from desk.assignment_views import Late, SnoozeView
from desk.case_summary import CaseSummary
from storage.records import CaseRow

Mark = Literal["asked", "complaint", "escalated", "watched"]
"""What somebody's eye is to fall on: their second opinion is asked for, a complaint is open, it was raised to
the leads, or it has moved since they looked and they watch it."""


class CaseLine(BaseModel):
    """One case in a list; ``state`` to ``overrides``, and all from ``needs_look`` on, are for staff.

    ``needs_look``: decided, and a later screening found something; it waits since then. ``held_until``: the
    end of the lease of whose case it is; none while it waits for others. ``updated_at``: to a merchant whose
    application can change no more, when it moved last: not when staff wrote something among themselves.
    ``answer_by``: when an open complaint has to be answered.
    """

    model_config = ConfigDict(frozen=True)

    case_id: UUID
    name: str | None
    public_state: str
    state: State | None
    risk: str | None
    level: str | None
    overrides: tuple[str, ...]
    country: str | None
    mcc: str | None
    missing: int
    language: Language
    opened_at: datetime
    updated_at: datetime
    waiting_since: datetime
    needs_look: bool
    assignee: str | None
    assignee_id: UUID | None
    held_until: datetime | None
    snoozed: SnoozeView | None
    due: datetime | None
    late: Late | None
    marks: tuple[Mark, ...]
    answer_by: datetime | None


@dataclass(frozen=True, slots=True)
class Listed:
    """A case as lists know it; ``look_since``: decided, and to be looked at again since then.

    ``lease``: of whose case it is, and whether it has ``lapsed``. ``seen_seq``: up to which event whoever
    reads the list has seen it, where they watch it.
    """

    row: CaseRow
    state: State
    summary: CaseSummary
    due: datetime | None
    look_since: datetime | None = None
    lease: Lease | None = None
    lapsed: bool = False
    seen_seq: int | None = None

    @property
    def holder(self) -> UUID | None:
        """Whose it is."""
        return None if self.lapsed else self.row.assignee

    @property
    def waiting_since(self) -> datetime:
        """Since when it stands as it does."""
        return self.look_since or self.row.waiting_since or self.row.opened_at

    def held(self, lease: Lease, now: datetime) -> Listed:
        """The same with the lease on it, which may have run out."""
        return replace(self, lease=lease, lapsed=lease.until is not None and lease.until <= now)

    def marks(self, person: Person) -> tuple[Mark, ...]:
        """What is marked on it for somebody; nothing for whom it is no work."""
        if not reads_as_staff(person, self.row.opened_by):
            return ()
        summary = self.summary
        holds: dict[Mark, bool] = {
            "asked": person.id in summary.asked,
            "complaint": summary.answer_by is not None,
            "escalated": summary.escalated,
            "watched": self.seen_seq is not None and self.seen_seq < summary.moved_seq,
        }
        return tuple(mark for mark, is_there in holds.items() if is_there)

    def sleeps(self, now: datetime) -> SnoozeView | None:
        """What it was put aside for; None where its time is up."""
        until = self.summary.snoozed.until if self.summary.snoozed else None
        return None if until is not None and until <= now else self.summary.snoozed


def listed(row: CaseRow, policy: Policy, look_since: datetime | None = None) -> Listed:
    """The case of a row."""
    summary = CaseSummary.model_validate(row.summary or {})
    state = State(row.state)
    due = due_at(state, summary.level, summary.review_since, policy)
    return Listed(row, state, summary, due, look_since)


def line_of(
    person: Person, case: Listed, names: Mapping[UUID, str], policy: Policy, now: datetime
) -> CaseLine:
    """The case as the person reads it in a list; ``names``: of people, by their ids."""
    row, summary = case.row, case.summary
    staff = reads_as_staff(person, row.opened_by)
    moved_at = row.waiting_since or row.opened_at
    rests = now < moved_at + policy.deadlines.hold
    return CaseLine(
        case_id=row.id,
        name=summary.name,
        public_state=public_words(case.state, rests=rests),
        state=case.state if staff else None,
        risk=summary.risk if staff else None,
        level=summary.level if staff else None,
        overrides=tuple(each.words for each in summary.overrides if staff and now < each.expires_at),
        country=summary.country if staff else None,
        mcc=summary.mcc if staff else None,
        missing=summary.missing,
        language=summary.language,
        opened_at=row.opened_at,
        updated_at=row.updated_at if staff or case.state in OPEN_FOR_FACTS else moved_at,
        waiting_since=case.waiting_since,
        needs_look=staff and case.look_since is not None,
        assignee=names.get(case.holder) if staff and case.holder else None,
        assignee_id=case.holder if staff else None,
        held_until=case.lease.until if staff and case.holder and case.lease else None,
        snoozed=case.sleeps(now) if staff else None,
        due=case.due if staff else None,
        late=summary.late if staff else None,
        marks=case.marks(person),
        answer_by=summary.answer_by if staff else None,
    )
