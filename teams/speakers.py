"""Who speaks next: a plain function of the record, without a model call."""

from __future__ import annotations

from cases.record import CaseRecord
from cases.states import WAITS_FOR_MERCHANT, State
from desk.conversation import is_answered_by_the_team

CHECKERS = ("preprocessor", "validator", "risk_analyst")
"""Each takes a turn between a submission and the review."""


def next_speaker(record: CaseRecord) -> str | None:
    """The agent whose turn it is; None where the case waits for a person.

    While a person has taken the conversation over, only those speak who do not speak to the merchant.
    """
    answers = is_answered_by_the_team(record)
    if record.has_unread and answers:
        return "preprocessor"
    if record.state is State.CHECKING:
        due = CHECKERS if answers else CHECKERS[1:]
        return next((n for n in due if not record.spoke_since(n, record.submitted_seq)), None)
    if answers and _returned_to_merchant(record) and not record.spoke_since("preprocessor", record.moved_seq):
        return "preprocessor"
    return None


def is_checked(record: CaseRecord) -> bool:
    """Whether every checker has spoken, and nothing is left to read."""
    return record.state is State.CHECKING and next_speaker(record) is None


def _returned_to_merchant(record: CaseRecord) -> bool:
    """Whether the case came back to its merchant without a question of a reviewer's."""
    came_back = record.state in WAITS_FOR_MERCHANT and record.moved_seq > 0
    return came_back and record.open_question is None
