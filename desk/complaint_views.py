"""Complaints as staff see them, in a case and in a list, and as their merchant does."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from cases.access import Person
from cases.complaints import ComplaintState, reference_of
from cases.errors import Forbidden
from cases.sensitive import display
from desk.case_summary import CaseSummary
from desk.complaining import day_in_words
from desk.desk import Desk
from desk.draft import Draft
from desk.people import People
from desk.rights import Reader
from desk.viewing import View
from desk.wordbook import Wordbook
from storage import complaints
from storage.complaints import ComplaintRow


class ComplaintLine(View):
    """A complaint in a list; ``name``: of the business. ``overdue``: the time for the answer is over."""

    id: UUID
    reference: str
    case_id: UUID
    name: str | None
    state: ComplaintState
    made_at: datetime
    answer_by: datetime
    overdue: bool
    owner: str | None


class ComplaintPage(View):
    """Some complaints, the most urgent first, and the cursor of the next ones."""

    complaints: tuple[ComplaintLine, ...]
    next: UUID | None


class ComplaintItem(View):
    """A complaint in its case."""

    id: UUID
    reference: str
    text: str
    state: ComplaintState
    answer_by: datetime
    overdue: bool
    owner: str | None


async def list_complaints(
    desk: Desk,
    people: People,
    person: Person,
    states: Collection[ComplaintState],
    limit: int,
    cursor: UUID | None,
) -> ComplaintPage:
    """Complaints in the states (none: in any), the most urgent first; raises Forbidden for a merchant."""
    if not person.is_staff:
        raise Forbidden("This is read by staff only.")
    async with desk.db.read() as connection:
        rows = await complaints.listed(connection, [*states], limit, cursor)
        cases = {row.case_id: await desk.log.row(connection, row.case_id) for row in rows}
    names = await people.names({row.owner for row in rows if row.owner})
    summaries = {id_: case.summary for id_, case in cases.items() if case is not None}
    return ComplaintPage(
        complaints=tuple(
            _line(row, CaseSummary.model_validate(summaries.get(row.case_id) or {}).name, names, desk.clock())
            for row in rows
        ),
        next=rows[-1].id if len(rows) == limit else None,
    )


def _line(row: ComplaintRow, name: str | None, names: Mapping[UUID, str], now: datetime) -> ComplaintLine:
    state = ComplaintState(row.state)
    return ComplaintLine(
        id=row.id,
        reference=reference_of(row.id),
        case_id=row.case_id,
        name=name,
        state=state,
        made_at=row.made_at,
        answer_by=row.answer_by,
        overdue=state is ComplaintState.OPEN and row.answer_by <= now,
        owner=names.get(row.owner) if row.owner else None,
    )


def complaint_items(reader: Reader, names: Mapping[UUID, str], now: datetime) -> tuple[ComplaintItem, ...]:
    """The complaints of a case that are not closed, the oldest first."""
    record = reader.record
    return tuple(
        ComplaintItem(
            id=each.id,
            reference=each.reference,
            text=display(each.text, record.secrets, reader.clear_kinds),
            state=each.state,
            answer_by=each.answer_by,
            overdue=each.state is ComplaintState.OPEN and each.answer_by <= now,
            owner=names.get(each.owner) if each.owner else None,
        )
        for each in record.complaints.values()
        if each.state is not ComplaintState.CLOSED
    )


def own_complaints(draft: Draft, words: Wordbook) -> Sequence[str]:
    """Where the merchant's complaints stand, a sentence each."""
    return tuple(
        words(
            f"complaint.{'late' if each.overdue else each.state}",
            reference=each.reference,
            day=day_in_words(draft, each.answer_by),
        )
        for each in draft.record.complaints.values()
    )
