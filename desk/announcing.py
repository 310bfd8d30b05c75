"""What of a change is told, and written with it: public states to partners, alerts and notices to staff."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Literal, NamedTuple
from uuid import UUID, uuid4

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from cases.access import Role
from cases.events import (
    Body,
    CaseAssigned,
    CaseEscalated,
    ComplaintMade,
    ComplaintOverdue,
    Event,
    GrantMade,
    NoteWritten,
    ReviewOverdue,
    ReviewWarned,
    SecondLookDrawn,
    SecondLookRecorded,
    StateMoved,
)
from cases.notifications import APPROVERS, Occasion
from cases.resolutions import needs_look
from cases.states import PUBLIC, State
from desk.draft import Draft
from storage import tables
from storage.watches import watchers_of

Channel = Literal["webhook", "alert", "notice", "mail", "apprise", "letter"]
"""A notice is spread over the people whom it is for, each by mail or Apprise as they chose."""

STATE_CHANGED = "case.state"
"""The type of every webhook."""

ALERTS: dict[State, str] = {
    State.IN_REVIEW: "review_waits",
    State.AWAITING_SECOND_APPROVAL: "second_approval_waits",
    State.PROVISIONING_FAILED: "provisioning_failed",
    State.CHECK_FAILED: "check_failed",
}
"""The states that somebody is called for."""

LOOK, GIVEN_UP, LETTER_GIVEN_UP = "account_needs_look", "delivery_given_up", "letter_given_up"
DISAGREES = "second_look_disagrees"

ASKED: dict[State, Occasion] = {
    State.IN_REVIEW: Occasion.CASE_WAITS,
    State.AWAITING_SECOND_APPROVAL: Occasion.SECOND_APPROVAL,
}
"""The states in which somebody is asked to decide."""

Whom = UUID | Role | Literal["approvers"]

CALLS: dict[type[Body], str] = {
    ReviewWarned: "review_due_soon",
    ReviewOverdue: "review_overdue",
    CaseEscalated: "case_escalated",
    ComplaintMade: "complaint_made",
    ComplaintOverdue: "complaint_overdue",
}
"""What else somebody is called for."""


class Notice(NamedTuple):
    """One thing that is to be told; ``public_state`` for partners alone, ``whom`` for people by name."""

    channel: Channel
    kind: str
    version: int
    at: datetime
    public_state: str | None = None
    whom: str = ""


def notice(draft: Draft, occasion: Occasion, *whom: Whom, by: str = "") -> Iterator[Notice]:
    """What people are told by name; nobody of what they did themselves (``by``: who did it)."""
    for each in whom:
        if str(each) != by:
            yield Notice("notice", occasion.value, draft.record.version, draft.now, whom=str(each))


async def announce(tx: AsyncConnection, draft: Draft) -> None:
    """Write down what the draft's changes are told as, for whom: a receiver of each delivery its own row."""
    notices = [*notices_of(draft), *await _to_watchers(tx, draft)]
    if not notices:
        return
    webhooks = await _webhooks(tx)
    for each in notices:
        for target in webhooks if each.channel == "webhook" else [each.whom]:
            await tx.execute(insert(tables.deliveries).values(row_of(draft.record.id, each, target)))


def notices_of(draft: Draft) -> Iterator[Notice]:
    """What is told of the draft's changes, in their order."""
    for event in draft.new:
        yield from _alerts(draft, event)
        yield from _by_name(draft, event)
    if needs_look(draft.record) and not (draft.base and needs_look(draft.before)):
        yield Notice("alert", LOOK, draft.record.version, draft.now)


def _whom_it_concerns(draft: Draft, body: Body) -> Whom:
    """Who is told that a review is late: whose case it is, and the leads where it is raised or nobody's."""
    raised = isinstance(body, CaseEscalated)
    return Role.COMPLIANCE if raised or draft.record.assignee is None else draft.record.assignee


async def _to_watchers(tx: AsyncConnection, draft: Draft) -> list[Notice]:
    """What those who watch the case are told of its moves."""
    moves = [event for event in draft.new if isinstance(event.body, StateMoved)]
    if not moves:
        return []
    watchers = await watchers_of(tx, draft.record.id)
    return list(notice(draft, Occasion.WATCHED, *watchers, by=moves[-1].actor))


def _alerts(draft: Draft, event: Event) -> Iterator[Notice]:
    """What partners and the addresses of the company are told of an event."""
    version = draft.record.version
    match event.body:
        case StateMoved(source=source, target=target, version=version):
            for state in _told(source, target, rested=_rested(draft, event.seq)):
                yield Notice("webhook", STATE_CHANGED, version, event.at, state)
            if target in ALERTS:
                yield Notice("alert", ALERTS[target], version, event.at)
        case SecondLookRecorded(agrees=False):
            yield Notice("alert", DISAGREES, version, event.at)
        case body if type(body) in CALLS:
            yield Notice("alert", CALLS[type(body)], version, event.at)
        case _:
            return


def _by_name(draft: Draft, event: Event) -> Iterator[Notice]:
    """What people are told of an event."""
    match event.body:
        case StateMoved(target=target) if target in ASKED:
            yield from notice(draft, ASKED[target], APPROVERS)
        case CaseAssigned(to=to) if not _asks(draft):
            yield from notice(draft, Occasion.ASSIGNED, to, by=event.actor)
        case NoteWritten(asks=asks):
            yield from notice(draft, Occasion.MENTIONED, *asks, by=event.actor)
        case ReviewWarned() | ReviewOverdue() | CaseEscalated():
            yield from notice(draft, Occasion.DUE, _whom_it_concerns(draft, event.body))
        case SecondLookDrawn(is_chosen=True):
            yield from notice(draft, Occasion.SECOND_LOOK, Role.REVIEWER)
        case ComplaintMade():
            yield from notice(draft, Occasion.COMPLAINT, Role.REVIEWER)
        case ComplaintOverdue(complaint_id=complaint_id):
            owner = draft.record.complaints[complaint_id].owner
            yield from notice(draft, Occasion.COMPLAINT, owner or Role.REVIEWER)
        case _:
            return


def _asks(draft: Draft) -> bool:
    """Whether somebody is asked to decide anyway: then being given the case is no news besides."""
    return any(isinstance(event.body, StateMoved) and event.body.target in ASKED for event in draft.new)


def _told(source: State, target: State, *, rested: bool) -> list[str]:
    """The public states that a move is told as: none where the public one stays the same.

    An approval that rests first (the policy's hold) is told when the set-up begins, and not at all
    where it is taken back.
    """
    before, after = PUBLIC[source], PUBLIC[target]
    if rested and target is State.APPROVED:
        return []
    if rested and source is State.APPROVED:
        return [before, after] if target is State.PROVISIONING else []
    return [] if after == before else [after]


def _rested(draft: Draft, seq: int) -> bool:
    """Whether the approval that the event at ``seq`` moves to, or from, was held back at first."""
    for event in reversed(draft.events[:seq]):
        if isinstance(event.body, GrantMade):
            return event.body.grant.not_before > event.at
    return False


async def _webhooks(tx: AsyncConnection) -> list[str]:
    webhooks = tables.webhooks
    found = await tx.execute(select(webhooks.c.id).where(webhooks.c.removed_at.is_(None)))
    return [str(webhook) for webhook in found.scalars()]


def row_of(case_id: UUID | None, notice: Notice, target: str) -> dict[str, object]:
    """The row of a delivery; its id stays the same however often it is tried."""
    return {
        "id": uuid4(),
        "channel": notice.channel,
        "target": target,
        "case_id": case_id,
        "kind": notice.kind,
        "public_state": notice.public_state,
        "version": notice.version,
        "at": notice.at,
        "due_at": notice.at,
        "attempt": 0,
        "attempts_before": 0,
    }
