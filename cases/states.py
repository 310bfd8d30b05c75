"""The states of a case and the moves between them, exactly as the contract's table."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from cases.errors import Conflict


class State(StrEnum):
    """Where a case stands."""

    COLLECTING = "collecting"
    CHECKING = "checking"
    CHECK_FAILED = "check_failed"
    NEEDS_INFORMATION = "needs_information"
    IN_REVIEW = "in_review"
    AWAITING_SECOND_APPROVAL = "awaiting_second_approval"
    APPROVED = "approved"
    PROVISIONING = "provisioning"
    PROVISIONING_FAILED = "provisioning_failed"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    REJECTED = "rejected"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


class Mover(StrEnum):
    """Who makes a move."""

    MERCHANT = "merchant"
    REVIEWER = "reviewer"
    TEAM = "team"
    CLOCK = "clock"
    PROVISIONING = "provisioning"


class Move(NamedTuple):
    """One arrow of the table."""

    source: State
    target: State
    by: Mover
    name: str


S, M = State, Mover

MOVES: tuple[Move, ...] = (
    Move(S.COLLECTING, S.CHECKING, M.MERCHANT, "submitted"),
    Move(S.COLLECTING, S.WITHDRAWN, M.MERCHANT, "withdrawn"),
    Move(S.COLLECTING, S.EXPIRED, M.CLOCK, "deadline passed"),
    Move(S.CHECKING, S.WITHDRAWN, M.MERCHANT, "withdrawn"),
    Move(S.CHECKING, S.IN_REVIEW, M.TEAM, "all checks made"),
    Move(S.CHECKING, S.NEEDS_INFORMATION, M.TEAM, "something is owed"),
    Move(S.CHECKING, S.CHECK_FAILED, M.TEAM, "a check could not be made"),
    Move(S.CHECK_FAILED, S.CHECKING, M.CLOCK, "tried again"),
    Move(S.CHECK_FAILED, S.IN_REVIEW, M.REVIEWER, "taken as it is"),
    Move(S.NEEDS_INFORMATION, S.CHECKING, M.MERCHANT, "submitted"),
    Move(S.NEEDS_INFORMATION, S.WITHDRAWN, M.MERCHANT, "withdrawn"),
    Move(S.NEEDS_INFORMATION, S.EXPIRED, M.CLOCK, "deadline passed"),
    Move(S.IN_REVIEW, S.WITHDRAWN, M.MERCHANT, "withdrawn"),
    Move(S.IN_REVIEW, S.APPROVED, M.REVIEWER, "approved"),
    Move(S.IN_REVIEW, S.AWAITING_SECOND_APPROVAL, M.REVIEWER, "approved by the first of two"),
    Move(S.IN_REVIEW, S.REJECTED, M.REVIEWER, "declined"),
    Move(S.IN_REVIEW, S.NEEDS_INFORMATION, M.REVIEWER, "asked"),
    Move(S.IN_REVIEW, S.CHECKING, M.MERCHANT, "material change"),
    Move(S.AWAITING_SECOND_APPROVAL, S.APPROVED, M.REVIEWER, "approved by a second person"),
    Move(S.AWAITING_SECOND_APPROVAL, S.REJECTED, M.REVIEWER, "declined"),
    Move(S.AWAITING_SECOND_APPROVAL, S.CHECKING, M.MERCHANT, "material change"),
    Move(S.APPROVED, S.IN_REVIEW, M.REVIEWER, "taken back"),
    Move(S.APPROVED, S.PROVISIONING, M.PROVISIONING, "provisioning began"),
    Move(S.APPROVED, S.CHECKING, M.MERCHANT, "material change"),
    Move(S.PROVISIONING, S.ACTIVE, M.PROVISIONING, "last step done"),
    Move(S.PROVISIONING, S.PROVISIONING_FAILED, M.PROVISIONING, "a step failed for good"),
    Move(S.PROVISIONING_FAILED, S.PROVISIONING, M.REVIEWER, "resumed"),
    Move(S.PROVISIONING_FAILED, S.IN_REVIEW, M.REVIEWER, "given up and undone"),
    Move(S.ACTIVE, S.SUSPENDED, M.REVIEWER, "suspended"),
    Move(S.ACTIVE, S.CLOSED, M.REVIEWER, "closed"),
    Move(S.SUSPENDED, S.ACTIVE, M.REVIEWER, "reinstated"),
    Move(S.SUSPENDED, S.CLOSED, M.REVIEWER, "closed"),
    Move(S.REJECTED, S.IN_REVIEW, M.MERCHANT, "appealed"),
    Move(S.EXPIRED, S.COLLECTING, M.MERCHANT, "reopened"),
    Move(S.WITHDRAWN, S.COLLECTING, M.MERCHANT, "reopened"),
)

_BY_ENDS = {(move.source, move.target): move for move in MOVES}

PUBLIC: dict[State, str] = {
    S.COLLECTING: "Your turn",
    S.CHECKING: "In review",
    S.CHECK_FAILED: "In review",
    S.NEEDS_INFORMATION: "Your turn",
    S.IN_REVIEW: "In review",
    S.AWAITING_SECOND_APPROVAL: "In review",
    S.APPROVED: "Approved",
    S.PROVISIONING: "Being set up",
    S.PROVISIONING_FAILED: "Being set up",
    S.ACTIVE: "Active",
    S.SUSPENDED: "On hold",
    S.REJECTED: "Declined",
    S.EXPIRED: "Closed",
    S.WITHDRAWN: "Closed",
    S.CLOSED: "Closed",
}
"""What the merchant reads instead of the state."""


def public_words(state: State, *, rests: bool) -> str:
    """What the merchant reads; an approval that still rests (the policy's hold) is not one to them yet."""
    return PUBLIC[S.IN_REVIEW] if rests and state is S.APPROVED else PUBLIC[state]


OPEN_FOR_FACTS = frozenset(
    {S.COLLECTING, S.NEEDS_INFORMATION, S.CHECKING, S.CHECK_FAILED, S.IN_REVIEW}
    | {S.AWAITING_SECOND_APPROVAL, S.APPROVED}
)
"""States in which the application may still change."""

SUBMITTABLE = frozenset({S.COLLECTING, S.NEEDS_INFORMATION})
UNDER_REVIEW = frozenset({S.IN_REVIEW, S.AWAITING_SECOND_APPROVAL})
DECIDED = frozenset(
    {S.APPROVED, S.PROVISIONING, S.PROVISIONING_FAILED, S.ACTIVE, S.SUSPENDED, S.CLOSED, S.REJECTED}
)
WITHDRAWABLE = frozenset(m.source for m in MOVES if m.target is S.WITHDRAWN)
WAITS_FOR_MERCHANT = frozenset({S.COLLECTING, S.NEEDS_INFORMATION})


def move_between(source: State, target: State) -> Move:
    """The arrow from one state to another; raises Conflict (``not_possible_now``) if there is none."""
    move = _BY_ENDS.get((source, target))
    if move is None:
        raise Conflict(
            f"The case is {source.value}; it cannot become {target.value}.",
            code="not_possible_now",
            state=source.value,
        )
    return move
