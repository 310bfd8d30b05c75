"""Looking at an account again on the day that its approval set for it."""

from __future__ import annotations

from datetime import date

from cases.access import Person
from cases.errors import Invalid
from cases.events import AccountReviewDue, AccountReviewed
from cases.states import State
from desk.approval_terms import schedule_review
from desk.draft import Draft
from desk.matching import reason_of
from desk.review import require_examiner

OPEN_ACCOUNTS = frozenset({State.ACTIVE, State.SUSPENDED})


def note_due(draft: Draft) -> None:
    """Put on record that the day has come; nothing where it has not, or was put off."""
    record = draft.record
    day = record.review_on
    has_come = day is not None and day <= draft.now.date()
    if day and has_come and record.state in OPEN_ACCOUNTS and not record.review_is_due:
        draft.add(AccountReviewDue(due_on=day))


def look_again(draft: Draft, person: Person, reason: str, next_on: date | None = None) -> None:
    """Record that a person looked at the account again, and when it is looked at next.

    Raises Conflict ``not_possible_now`` without an account, Invalid for a day that is not later than today.
    """
    author = require_examiner(draft, person)
    draft.require_state(OPEN_ACCOUNTS, code="not_possible_now", message="There is no account to look at.")
    if next_on is not None and next_on <= draft.now.date():
        raise Invalid("The next look is on a later day.", code="conditions_not_possible")
    why = reason_of(draft, reason)
    draft.add(AccountReviewed(next_on=next_on, reason=why.text, secrets=why.secrets), author)
    schedule_review(draft)
