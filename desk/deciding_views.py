"""What staff see of deciding: what was decided and by whom, and what an approval may carry."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from cases.appeals import decliners
from cases.approval import bars, kept_out
from cases.decision import Conditions, Decision
from cases.policy import Policy
from cases.record import CaseRecord
from cases.sensitive import display
from cases.states import UNDER_REVIEW, State
from cases.terms import terms_of
from desk.condition_words import conditions_in_short, currency_of
from desk.declining import letter_of
from desk.labels import check_label
from desk.rights import Reader
from desk.second_look_views import SecondLookItem, second_looks_of
from desk.viewing import View


class DecisionItem(View):
    """What somebody decided; ``conditions`` in short words."""

    approved: bool
    by: str
    at: datetime
    reasons: tuple[str, ...]
    comments: str
    conditions: tuple[str, ...]
    overrides: tuple[str, ...]


class AppealItem(View):
    """What the merchant says against a decline, and the decline itself."""

    text: str
    at: datetime
    declined: DecisionItem


class TermsPart(View):
    """What the policy proposes and demands of an approval, and why; amounts in ``currency``."""

    currency: str
    proposed: Conditions
    demanded: Conditions
    rules: tuple[str, ...]
    earliest: date


class DecidingPart(View):
    """The decisions that stand, the first approval of two among them, and what may be decided.

    ``letter``: whether the letter about the decline can be read.
    ``rests_until``: until when an approval can be taken back before anybody hears of it.
    ``review_due``: whether the account is to be looked at again now.
    ``bars``: the checks that bar an approval until they hold or are overridden.
    """

    decisions: tuple[DecisionItem, ...]
    letter: bool
    appeals: tuple[AppealItem, ...]
    second_looks: tuple[SecondLookItem, ...]
    awaits_second_look: bool
    terms: TermsPart
    rests_until: datetime | None
    review_due: bool
    kept_out: str | None
    bars: tuple[str, ...]


def deciding_part(reader: Reader, policy: Policy, now: datetime) -> DecidingPart:
    """The part as it is now; ``kept_out``: why the reader does not decide here."""
    record = reader.record
    return DecidingPart(
        decisions=tuple(_item(record, made, policy) for made in decisions_of(record)),
        letter=letter_of(record) is not None,
        appeals=tuple(
            AppealItem(
                text=display(made.text, record.secrets),
                at=made.at,
                declined=_item(record, made.declined, policy),
            )
            for made in record.appeals
        ),
        second_looks=second_looks_of(record),
        awaits_second_look=record.drawn is not None,
        terms=_terms(record, policy, now.date()),
        rests_until=_rests_until(record, now),
        review_due=record.review_is_due,
        kept_out=_kept_out(reader),
        bars=tuple(check_label(key) for key in bars(record, policy, now)),
    )


def decisions_of(record: CaseRecord) -> tuple[Decision, ...]:
    """The decisions that stand, in their order."""
    if record.decision is None or record.decision.approved:
        return record.approvals
    return (record.decision,)


def _item(record: CaseRecord, made: Decision, policy: Policy) -> DecisionItem:
    return DecisionItem(
        approved=made.approved,
        by=made.by_name,
        at=made.at,
        reasons=tuple(_label(code, policy) for code in made.reasons),
        comments=display(made.comments, record.secrets),
        conditions=conditions_in_short(made.conditions, currency_of(record, policy)),
        overrides=tuple(display(words, record.secrets) for words in made.overrides),
    )


def _kept_out(reader: Reader) -> str | None:
    record, me = reader.record, reader.person.id
    if record.state not in UNDER_REVIEW or me not in kept_out(record):
        return None
    if me in decliners(record):
        return "You declined this application. Somebody else decides about the appeal."
    return "You raised this case to the leads. Somebody else decides it."


def _label(code: str, policy: Policy) -> str:
    known = policy.decline_reasons.get(code)
    return known.label if known else code


def _terms(record: CaseRecord, policy: Policy, today: date) -> TermsPart:
    terms = terms_of(record, policy, today)
    return TermsPart(
        currency=currency_of(record, policy),
        proposed=terms.proposed,
        demanded=terms.demanded,
        rules=terms.rules,
        earliest=today + timedelta(days=1),
    )


def _rests_until(record: CaseRecord, now: datetime) -> datetime | None:
    grant = record.grant
    if grant is None or record.state is not State.APPROVED or now >= grant.not_before:
        return None
    return grant.not_before
