"""What of a change is told outside: public states to partners, alerts to staff; written with the change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Literal, NamedTuple
from uuid import UUID, uuid4

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from cases.events import GrantMade, StateMoved
from cases.resolutions import needs_look
from cases.states import PUBLIC, State
from desk.draft import Draft
from storage import tables

Channel = Literal["webhook", "alert"]

STATE_CHANGED = "case.state"
"""The type of every webhook."""

ALERTS: dict[State, str] = {
    State.IN_REVIEW: "review_waits",
    State.AWAITING_SECOND_APPROVAL: "second_approval_waits",
    State.PROVISIONING_FAILED: "provisioning_failed",
    State.CHECK_FAILED: "check_failed",
}
"""The states that somebody is called for."""

LOOK, GIVEN_UP = "account_needs_look", "delivery_given_up"


class Notice(NamedTuple):
    """One thing that is to be told; ``public_state`` for partners alone."""

    channel: Channel
    kind: str
    version: int
    at: datetime
    public_state: str | None = None


async def announce(tx: AsyncConnection, draft: Draft) -> None:
    """Write down what the draft's changes are told as, for whom: a receiver of each delivery its own row."""
    notices = list(notices_of(draft))
    if not notices:
        return
    webhooks = await _webhooks(tx)
    for notice in notices:
        for target in webhooks if notice.channel == "webhook" else [""]:
            await tx.execute(insert(tables.deliveries).values(row_of(draft.record.id, notice, target)))


def notices_of(draft: Draft) -> Iterator[Notice]:
    """What is told of the draft's changes, in their order."""
    for event in draft.new:
        match event.body:
            case StateMoved(source=source, target=target, version=version):
                for state in _told(source, target, rested=_rested(draft, event.seq)):
                    yield Notice("webhook", STATE_CHANGED, version, event.at, state)
                if target in ALERTS:
                    yield Notice("alert", ALERTS[target], version, event.at)
            case _:
                continue
    if needs_look(draft.record) and not (draft.base and needs_look(draft.before)):
        yield Notice("alert", LOOK, draft.record.version, draft.now)


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


def row_of(case_id: UUID, notice: Notice, target: str) -> dict[str, object]:
    """The row of a delivery; its id stays the same however often it is tried."""
    return {
        **notice._asdict(),
        "id": uuid4(),
        "target": target,
        "case_id": case_id,
        "due_at": notice.at,
        "attempt": 0,
        "attempts_before": 0,
    }
