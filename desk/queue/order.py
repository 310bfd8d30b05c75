"""In which order cases are worked through."""

from __future__ import annotations

from math import inf
from typing import NamedTuple

from cases.states import UNDER_REVIEW, WAITS_FOR_MERCHANT, State
from desk.case_lines import Listed

STUCK = frozenset({State.CHECK_FAILED, State.PROVISIONING_FAILED})
"""Where the work itself has stopped, and goes on when a person says how."""

RUNNING = frozenset({State.CHECKING, State.APPROVED, State.PROVISIONING})

_RISKIEST_FIRST = {"high": 0, "medium": 1, "low": 2, None: 3}


class Urgency(NamedTuple):
    """What an order goes by, the smallest first; two cases never have the same."""

    turn: int
    due: float
    risk: int
    since: float
    case_id: str


def waits_for_us(case: Listed) -> bool:
    """Whether a person of the company has to do something, a decided case to be looked at included.

    What was put aside waits until it wakes, unless somebody complains: that is answered in any state.
    """
    if case.summary.answer_by is not None:
        return True
    if case.summary.snoozed is not None:
        return False
    return case.look_since is not None or case.state in UNDER_REVIEW | STUCK


def urgency(case: Listed) -> Urgency:
    """First what waits for us, by when it is due and how risky it is; last what is over, the latest first.

    What has stopped, or has to be looked at again, is due from the moment on that it did.
    """
    since = case.waiting_since.timestamp()
    risk = _RISKIEST_FIRST.get(case.summary.level, len(_RISKIEST_FIRST))
    case_id = str(case.row.id)
    if waits_for_us(case):
        return Urgency(0, _due(case), risk, since, case_id)
    if case.summary.snoozed is not None or case.state in WAITS_FOR_MERCHANT | RUNNING:
        return Urgency(1, inf, 0, since, case_id)
    return Urgency(2, inf, 0, -since, case_id)


def _due(case: Listed) -> float:
    complaint = case.summary.answer_by
    return min(_review_due(case), complaint.timestamp() if complaint else inf)


def _review_due(case: Listed) -> float:
    if case.due is not None:
        return case.due.timestamp()
    at_once = case.state in STUCK or (case.look_since is not None and case.state not in UNDER_REVIEW)
    return case.waiting_since.timestamp() if at_once else inf
