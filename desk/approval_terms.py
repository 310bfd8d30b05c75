"""Which conditions an approval may carry, and which it has to."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from functools import reduce

from cases.decision import Conditions, Verdict
from cases.errors import Invalid
from cases.terms import NONE, terms_of
from desk.condition_words import conditions_in_short, currency_of
from desk.draft import Draft


def require_possible(draft: Draft, verdict: Verdict) -> None:
    """Raise Invalid for conditions that nobody can keep, or that are milder than the policy demands.

    Codes ``conditions_not_possible`` and ``conditions_demanded``. What the first of two approvals carries
    counts for the second.
    """
    conditions = verdict.conditions
    if not verdict.approved:
        if conditions != NONE:
            raise Invalid("Only an approval has conditions.", code="conditions_not_possible")
        return
    if conditions.review_on is not None and conditions.review_on <= draft.now.date():
        raise Invalid("The account is looked at again on a later day.", code="conditions_not_possible")
    _require_demanded(draft, conditions)


def schedule_review(draft: Draft) -> None:
    """Have the case wake on the day on which its account is looked at again, where one is set."""
    if draft.record.review_on is not None:
        begins = datetime.combine(draft.record.review_on, time.min, UTC)
        draft.enqueue("review_date", after=max(begins - draft.now, timedelta()))


def _require_demanded(draft: Draft, conditions: Conditions) -> None:
    record, policy = draft.record, draft.policy
    carried = reduce(Conditions.with_those_of, (each.conditions for each in record.approvals), conditions)
    demanded = terms_of(record, policy, draft.now.date()).demanded
    if not carried.are_as_strict_as(demanded):
        needed = "; ".join(conditions_in_short(demanded, currency_of(record, policy)))
        raise Invalid(f"The policy asks for these conditions at least. {needed}.", code="conditions_demanded")
