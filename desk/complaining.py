"""Complaints: made by a merchant or recorded by staff, seen to, answered and closed."""

from __future__ import annotations

from datetime import datetime, time
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from babel.dates import format_date

from cases.access import Audience, Person
from cases.business_calendar import business_day
from cases.complaints import Complaint, ComplaintState, Outcome, reference_of
from cases.errors import Conflict, NotFound
from cases.events import (
    ComplaintAnswered,
    ComplaintClosed,
    ComplaintMade,
    ComplaintOverdue,
    ComplaintTaken,
)
from desk.conversation import clean, hide, require_merchant_of
from desk.draft import Draft
from desk.naming import for_merchant
from desk.review import require_examiner
from desk.wordbook import wordbook

WRITE_OF_COMPLAINTS = "write_of_complaints"
"""The work of writing to the merchant's mailbox how their complaints stand."""


def complain(draft: Draft, person: Person, text: str, complaint_id: UUID | None = None) -> Complaint:
    """Put a complaint on record, in any state of the case; nothing of the application changes.

    Whoever applies is told by when it is answered, by mail too. One with a known id was sent twice and is
    not made again.
    """
    theirs = draft.record.opened_by == person.id
    author = require_merchant_of(draft, person) if theirs else require_examiner(draft, person)
    made_as = complaint_id or uuid4()
    if made_as in draft.record.complaints:
        return draft.record.complaints[made_as]
    hidden = hide(draft, clean(text))
    address = draft.record.application.address
    terms = draft.policy.complaints.terms_in(address.country if address else None)
    body = ComplaintMade(
        complaint_id=made_as,
        text=hidden.text,
        secrets=hidden.secrets,
        dropped_cards=hidden.dropped_cards,
        answer_by=_end_of(draft, terms.answer_days),
        source=terms.source,
    )
    draft.add(body, author, Audience.EVERYONE if theirs else Audience.STAFF)
    draft.tell(
        wordbook(draft.record.language)(
            "complaint.received", reference=reference_of(made_as), day=day_in_words(draft, body.answer_by)
        )
    )
    draft.enqueue("complaints", after=body.answer_by - draft.now)
    draft.enqueue(WRITE_OF_COMPLAINTS)
    return draft.record.complaints[made_as]


def take(draft: Draft, person: Person, complaint_id: UUID) -> None:
    """See to a complaint from now on."""
    author = require_examiner(draft, person)
    if _open(draft, complaint_id).owner != person.id:
        draft.add(ComplaintTaken(complaint_id=complaint_id, name=person.name), author)


def answer(draft: Draft, person: Person, complaint_id: UUID, text: str) -> None:
    """Answer a complaint; the merchant reads it in the conversation, and is told by mail that it is there."""
    author = require_examiner(draft, person)
    _open(draft, complaint_id)
    hidden = hide(draft, for_merchant(clean(text)))
    body = ComplaintAnswered(
        complaint_id=complaint_id,
        text=hidden.text,
        secrets=hidden.secrets,
        dropped_cards=hidden.dropped_cards,
    )
    draft.add(body, author, Audience.EVERYONE)
    draft.enqueue(WRITE_OF_COMPLAINTS)


def close(draft: Draft, person: Person, complaint_id: UUID, outcome: Outcome, reason: str) -> None:
    """End a complaint that was answered, or withdrawn by whoever made it."""
    author = require_examiner(draft, person)
    state = _open(draft, complaint_id).state
    if state is ComplaintState.OPEN and outcome is not Outcome.WITHDRAWN:
        raise Conflict("It has to be answered first.", code="not_answered")
    why = hide(draft, clean(reason))
    body = ComplaintClosed(complaint_id=complaint_id, outcome=outcome, reason=why.text, secrets=why.secrets)
    draft.add(body, author)


def note_overdue(draft: Draft) -> int:
    """Put on record which complaints were not answered in time, and tell the merchant; returns how many."""
    late = [
        each
        for each in draft.record.complaints.values()
        if each.state is ComplaintState.OPEN and not each.overdue and each.answer_by <= draft.now
    ]
    for each in late:
        draft.add(ComplaintOverdue(complaint_id=each.id))
        draft.tell(wordbook(draft.record.language)("complaint.late", reference=each.reference))
        draft.enqueue(WRITE_OF_COMPLAINTS)
    return len(late)


def day_in_words(draft: Draft, at: datetime) -> str:
    """The day by which a complaint is answered, as its merchant reads it."""
    return format_date(at.astimezone(_zone(draft)).date(), "long", locale=draft.record.language)


def _open(draft: Draft, complaint_id: UUID) -> Complaint:
    known = draft.record.complaints.get(complaint_id)
    if known is None:
        raise NotFound("There is no such complaint.")
    if known.state is ComplaintState.CLOSED:
        raise Conflict("This complaint is closed.", code="not_possible_now")
    return known


def _end_of(draft: Draft, days: int) -> datetime:
    """The end of a business day, so many from today."""
    zone = _zone(draft)
    day = business_day(draft.now.astimezone(zone).date(), days, draft.policy.calendar)
    return datetime.combine(day, time(23, 59), zone).astimezone(draft.now.tzinfo)


def _zone(draft: Draft) -> ZoneInfo:
    """The company's own."""
    return ZoneInfo(draft.policy.calendar.zone if draft.policy.calendar else "UTC")
