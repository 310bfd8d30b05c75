"""What the team writes while it checks, and where the case goes from there."""

from __future__ import annotations

from datetime import timedelta

from cases.checks import Check, CheckStatus, Compliance, Recommendation, Scorecard
from cases.errors import Conflict
from cases.events import (
    ApplicationChanged,
    ApplicationSubmitted,
    CheckMade,
    ComplianceAssessed,
    RecommendationMade,
    RiskScored,
    StateMoved,
    ToolCalled,
    TurnCompleted,
    TurnFailed,
)
from cases.requirements import outstanding
from cases.states import State
from desk import sentences
from desk.draft import DESK, Author, Draft
from desk.wanted import tell_wanted


def record_check(draft: Draft, author: Author, check: Check) -> None:
    """Record how a check ended."""
    require_checking(draft)
    draft.add(CheckMade(check=check), author)


def record_score(draft: Draft, author: Author, scorecard: Scorecard) -> None:
    """Record the risk scorecard."""
    require_checking(draft)
    draft.add(RiskScored(scorecard=scorecard), author)


def record_compliance(draft: Draft, author: Author, compliance: Compliance) -> None:
    """Record the compliance checks."""
    require_checking(draft)
    draft.add(ComplianceAssessed(compliance=compliance), author)


def record_recommendation(draft: Draft, author: Author, recommendation: Recommendation) -> None:
    """Record what the checks suggest to the reviewer."""
    require_checking(draft)
    draft.add(RecommendationMade(recommendation=recommendation), author)


def revise(draft: Draft, made: Check | Scorecard | Compliance | Recommendation) -> None:
    """Record what was worked out anew after the case was checked; the same is not written twice."""
    record = draft.record
    match made:
        case Check() if made != record.checks.get(made.key):
            draft.add(CheckMade(check=made))
        case Scorecard() if made != record.scorecard:
            draft.add(RiskScored(scorecard=made))
        case Compliance() if made != record.compliance:
            draft.add(ComplianceAssessed(compliance=made))
        case Recommendation() if made != record.recommendation:
            draft.add(RecommendationMade(recommendation=made))
        case _:
            return


def record_tool_call(draft: Draft, author: Author, call: ToolCalled) -> None:
    """Record that a tool was called, and what came of it."""
    draft.add(call, author)


def complete_turn(draft: Draft, author: Author, read_up_to: int) -> None:
    """Note that the agent has read everything up to an event and is done."""
    # What was said while the turn ran stands behind what it had before it, and is still unread.
    draft.add(TurnCompleted(read_up_to=min(read_up_to, draft.base)), author)


def fail_turn(draft: Draft, reason: str, attempt: int) -> None:
    """Note that a run could not be finished and is tried again; a merchant who waits is told once."""
    draft.add(TurnFailed(reason=reason, attempt=attempt), DESK)
    if attempt == APOLOGY_AT and draft.record.has_unread:
        draft.tell(sentences.on_delay(draft.record.language))


APOLOGY_AT = 2
"""The failed try after which a merchant is told that the answer takes longer."""


def send_back_incomplete(draft: Draft, author: Author) -> bool:
    """Return a submitted case to its merchant where something is owed; true where that was so."""
    if draft.record.state is not State.CHECKING or not outstanding(draft.record, draft.policy):
        return False
    draft.move(State.NEEDS_INFORMATION, author)
    return True


def conclude(draft: Draft) -> None:
    """Move a checked case on: to review, or to be tried again where a check could not be made.

    Raises Conflict (``checks_outstanding``) while the team has not made them all.
    """
    require_checking(draft)
    record = draft.record
    if record.scorecard is None or record.compliance is None or record.recommendation is None:
        raise Conflict("The checks are not all made.", code="checks_outstanding")
    broken = [c for c in draft.record.checks.values() if c.status is CheckStatus.ERROR]
    if broken:
        draft.move(State.CHECK_FAILED, DESK)
        draft.enqueue("recheck", after=_rest(draft))
    else:
        draft.move(State.IN_REVIEW, DESK)
        tell_wanted(draft)


def recheck(draft: Draft) -> bool:
    """Try the checks of a case again that could not be made; true where there was such a case."""
    if draft.record.state is not State.CHECK_FAILED:
        return False
    draft.move(State.CHECKING, DESK)
    draft.enqueue("turn")
    return True


RECHECK_AFTER = timedelta(minutes=1)
"""How long a failed check rests before the first new try; each further one doubles it."""

LONGEST_REST = timedelta(hours=1)


def _rest(draft: Draft) -> timedelta:
    """The rest before the next try, by how often the checks of this version have failed already."""
    failures = 0
    for event in reversed(draft.events):
        if isinstance(event.body, ApplicationSubmitted | ApplicationChanged):
            break
        failures += isinstance(event.body, StateMoved) and event.body.target is State.CHECK_FAILED
    return min(RECHECK_AFTER * 2 ** min(failures - 1, 10), LONGEST_REST)


def require_checking(draft: Draft) -> None:
    """Raise Conflict unless the team is checking the case."""
    draft.require_state({State.CHECKING}, code="not_possible_now", message="The case is not being checked.")
