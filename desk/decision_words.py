"""What was decided, and what became of it, as the log says it."""

from __future__ import annotations

from babel.dates import format_date

from cases.decision import Conditions
from cases.events import (
    AccountReviewDue,
    AccountReviewed,
    AppealMade,
    Body,
    DecisionLinkUsed,
    DecisionMade,
    DeclineLetterMailed,
    DeclineLetterWritten,
    GrantMade,
    GrantVoided,
    SecondLookDrawn,
    SecondLookRecorded,
)
from cases.record import CaseRecord
from desk.condition_words import conditions_in_short


def decision_words(body: Body, record: CaseRecord) -> str:
    """The event in a sentence, which may hold tokens; empty for one of another area."""
    match body:
        case DecisionMade():
            made = body.decision
            word = "Approved" if made.approved else "Declined"
            parts = (f"{word} by {made.by_name}.", _conditions(made.conditions, record), made.comments)
            return " ".join(filter(None, (*parts, *made.overrides)))
        case DecisionLinkUsed():
            return "It was decided on the page that the letter's link opens."
        case AppealMade(text=text):
            return text
        case DeclineLetterWritten():
            return "The letter about the decision was written."
        case DeclineLetterMailed():
            return "The letter about the decision went out by mail."
        case SecondLookDrawn():
            word = "A second look" if body.is_chosen else "No second look"
            return f"{word} at this decision: {body.number:,} was drawn, and {body.below:,} is the bound."
        case SecondLookRecorded():
            word = "agrees with" if body.agrees else "disagrees with"
            return f"Second look: {body.by_name} {word} the decision. {body.reason}"
        case GrantMade():
            made_for = f"A grant was made for version {body.grant.version}."
            return " ".join(filter(None, (made_for, _conditions(body.grant.conditions, record))))
        case GrantVoided():
            return f"The grant was voided: {body.reason}."
        case AccountReviewDue():
            return "The account is to be looked at again today, as its approval says."
        case AccountReviewed(next_on=day, reason=reason):
            again = f" The next look is on {format_date(day, 'd MMM y', locale='en')}." if day else ""
            return f"The account was looked at again.{again} {reason}"
        case _:
            return ""


def _conditions(conditions: Conditions, record: CaseRecord) -> str:
    stated = conditions_in_short(conditions, record.application.currency or "")
    return f"Conditions: {'; '.join(stated)}." if stated else ""
