"""Decided cases as they were when they were decided, judged again under another policy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from pydantic import BaseModel, ConfigDict, computed_field

from cases.approval import bars, takes_two
from cases.decision import Decision
from cases.events import DecisionMade, Event, StateMoved
from cases.policy import Policy
from cases.record import CaseRecord
from cases.replay import replay
from cases.requirements import outstanding
from cases.states import DECIDED
from desk.desk import Desk
from desk.history import logs_since
from tools.rechecking import judge_again

APPROVE, LOOK_CLOSELY = "approve", "look closely"

PRIVACY = "data_privacy"


class Judged(BaseModel):
    """How a case was judged, by which it can be compared."""

    model_config = ConfigDict(frozen=True)

    level: str
    score: float
    recommendation: str
    codes: tuple[str, ...]


class Simulated(BaseModel):
    """A decided case and what another policy would have made of it; nothing in it tells whose it is.

    ``barred_by``: checks that would have barred the approval. ``second_approval``: whether one person
    approved what would have taken two. ``owed``: what would still have been asked for before the review.
    """

    model_config = ConfigDict(frozen=True)

    case_id: UUID
    decided_at: datetime
    approved: bool
    before: Judged
    after: Judged
    barred_by: tuple[str, ...] = ()
    second_approval: bool = False
    owed: tuple[str, ...] = ()

    @computed_field
    @property
    def changes(self) -> tuple[str, ...]:
        """What would have been other, in words."""
        told = (
            f"{self.after.level} instead of {self.before.level} risk" if COUNTED["level"](self) else "",
            f"recommended: {self.after.recommendation}" if COUNTED["recommendation"](self) else "",
            f"barred by {', '.join(self.barred_by)}" if self.barred_by else "",
            "a second approval" if self.second_approval else "",
            f"not in review without {', '.join(self.owed)}" if self.owed else "",
        )
        return tuple(filter(None, told))


COUNTED: dict[str, Callable[[Simulated], bool]] = {
    "level": lambda case: case.before.level != case.after.level,
    "recommendation": lambda case: case.before.recommendation != case.after.recommendation,
    "barred": lambda case: bool(case.barred_by),
    "second_approval": lambda case: case.second_approval,
    "incomplete": lambda case: bool(case.owed),
}
"""What is counted over all cases."""


class Simulation(NamedTuple):
    """All cases that were decided, and how many could not be read."""

    cases: tuple[Simulated, ...]
    unreadable: int

    def counts(self) -> dict[str, int]:
        """How many cases would have been other, by what."""
        return {name: sum(map(counts, self.cases)) for name, counts in COUNTED.items()}


class _Decided(NamedTuple):
    """A case just before it was decided, and the decision; ``approvals``: how many there then were."""

    record: CaseRecord
    decision: Decision
    approvals: int


async def simulate_all(desk: Desk, policy: Policy, since: datetime) -> Simulation:
    """Every case that was decided since then, the latest opened first; reads, and writes nothing."""
    found: list[Simulated] = []
    unreadable = 0
    async for events in logs_since(desk, since):
        if events is None:
            unreadable += 1
        elif simulated := simulate(events, policy, since):
            found.append(simulated)
    return Simulation(tuple(found), unreadable)


def simulate(events: Sequence[Event], policy: Policy, since: datetime) -> Simulated | None:
    """The case under the policy; None where it was not decided since then.

    What was asked outside, such as the watch lists, is taken from the record as it was.
    """
    decided = _last_decision(events, since)
    if decided is None:
        return None
    was, decision, approvals = decided
    again = judge_again(_shown_the_notice(was, policy), policy, decision.at.date())
    before, after = _judged(was), _judged(again)
    if before is None or after is None:
        return None
    return Simulated(
        case_id=was.id,
        decided_at=decision.at,
        approved=decision.approved,
        before=before,
        after=after,
        barred_by=bars(again, policy, decision.at) if decision.approved else (),
        second_approval=decision.approved and approvals < 2 and takes_two(again, policy, decision.at),
        owed=tuple(name.value for name in outstanding(again, policy)),
    )


def _last_decision(events: Sequence[Event], since: datetime) -> _Decided | None:
    """The decision that settled the case last, where it was made since then; the first of two does not."""
    for place in reversed(range(len(events))):
        body = events[place].body
        if isinstance(body, DecisionMade) and _settled(events[place + 1 :]):
            if body.decision.at < since:
                return None
            after = replay(events[: place + 1])
            return _Decided(replay(events[:place]), body.decision, len(after.approvals))
    return None


def _settled(later: Sequence[Event]) -> bool:
    moves = (event.body.target for event in later if isinstance(event.body, StateMoved))
    return next(moves, None) in DECIDED


def _shown_the_notice(record: CaseRecord, policy: Policy) -> CaseRecord:
    """The record with the policy's version of the notice where that of its time was shown."""
    privacy = record.checks.get(PRIVACY)
    return replace(record, notice=policy.notice.version) if privacy and privacy.holds else record


def _judged(record: CaseRecord) -> Judged | None:
    card, advice = record.scorecard, record.recommendation
    if card is None or advice is None:
        return None
    recommended = APPROVE if advice.approve else LOOK_CLOSELY
    return Judged(level=card.level, score=card.score, recommendation=recommended, codes=advice.codes)
