"""Checks made elsewhere: a registry search, a call, a bank's letter, recorded with source and result.

The team's own checks of a submitted application are another thing: see ``desk/checking.py``.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from cases.access import Person
from cases.errors import Conflict, Invalid
from cases.events import CheckMade, Event, FactRecorded, PersonalDetailEntered, VerificationRecorded
from cases.evidence import facts_of
from cases.participants import subject_of
from cases.sensitive import Kind, kind_of
from cases.verification import DOCUMENTARY, METHOD_OF, Method, VerificationReport
from cases.verified import check_key, verification_check
from desk.conversation import Hidden, hide
from desk.documents import find
from desk.draft import Author, Draft
from desk.review import require_examiner

AHEAD = timedelta(minutes=5)
"""How far a clock elsewhere may be before ours."""


def record_verification(
    draft: Draft, person: Person, report: VerificationReport, event_id: UUID | None = None
) -> Event:
    """Record a check that a person made elsewhere; a later one of the same facts in the same way corrects it.

    Raises Forbidden for one's own application, Invalid for what is not there or cannot be, NotFound for an
    unknown document, Conflict ``stale_facts`` where a fact has changed since it was seen.
    """
    author = require_examiner(draft, person)
    if (before := draft.event(event_id)) is not None:
        return before
    _require_there(draft, report)
    _require_unchanged(draft, report)
    _require_dates(draft, report)
    _require_document(draft, person, report)
    draft.enqueue("reassess")
    return record_answer(draft, author, report, event_id)


def record_answer(
    draft: Draft, author: Author, report: VerificationReport, event_id: UUID | None = None
) -> Event:
    """Record what a source answered about facts that are there; nothing that it names stays in clear."""
    source = hide(draft, report.source)
    comment = hide(draft, report.comment, beside=source.secrets)
    reference = _hide_reference(draft, report.reference, {**source.secrets, **comment.secrets})
    body = VerificationRecorded(
        about=report.about,
        method=report.method,
        source=source.text,
        result=report.result,
        reference=reference.text,
        comment=comment.text,
        document_id=report.document_id,
        made_at=report.made_at or draft.now,
        expires_on=report.expires_on,
        secrets={**source.secrets, **comment.secrets, **reference.secrets},
    )
    event = draft.add(body, author, event_id=event_id)
    _judge_again(draft, report.method)
    return event


def _judge_again(draft: Draft, method: Method) -> None:
    """Make the check anew, where the team has made it, that asks for just this kind of verification."""
    record, today = draft.record, draft.now.date()
    for kind, rule in draft.policy.verification.items():
        key = check_key(kind)
        again = verification_check(record, kind, rule, today)
        if METHOD_OF[kind] is method and key in record.checks and again != record.checks[key]:
            draft.add(CheckMade(check=again))


def _hide_reference(draft: Draft, text: str, beside: dict[str, str]) -> Hidden:
    """A reference with tokens for what is known or has a telling form; a bare number is the reference."""
    hidden = hide(draft, text, beside)
    numbers = {token: value for token, value in hidden.secrets.items() if kind_of(token) is Kind.NUMBER}
    shown = hidden.text
    for token, value in numbers.items():
        shown = shown.replace(token, value)
    secrets = {token: value for token, value in hidden.secrets.items() if token not in numbers}
    return Hidden(shown, secrets, hidden.dropped_cards)


def _require_there(draft: Draft, report: VerificationReport) -> None:
    there = facts_of(draft.record)
    missing = next((key for key in report.about if key not in there), None)
    if missing is not None:
        raise Invalid(f"There is no {missing!r} in this application to be checked.", code="no_such_fact")


def _require_unchanged(draft: Draft, report: VerificationReport) -> None:
    if report.seen is None:
        return
    changed = {_key(event) for event in draft.events[report.seen :]} & set(report.about)
    if changed:
        message = "What you checked has changed meanwhile. Please look at it again."
        raise Conflict(message, code="stale_facts", about=sorted(filter(None, changed)))


def _key(event: Event) -> str | None:
    match event.body:
        case FactRecorded(field=name):
            return name.value
        case PersonalDetailEntered(subject=subject, field=name):
            return f"{subject_of(subject)}.{name.value}"
        case _:
            return None


def _require_dates(draft: Draft, report: VerificationReport) -> None:
    made: datetime = report.made_at or draft.now
    if made > draft.now + AHEAD:
        raise Invalid("A check cannot have been made in the future.", code="made_in_future")
    if report.expires_on is not None and report.expires_on < made.date():
        raise Invalid("A check cannot run out before it was made.", code="expires_before_made")


def _require_document(draft: Draft, person: Person, report: VerificationReport) -> None:
    if report.document_id is None and report.method in DOCUMENTARY:
        raise Invalid("Please say on which document this was checked.", code="document_needed")
    if report.document_id is not None:
        document = find(draft.record, person, report.document_id)
        if document.refused is not None:
            raise Invalid("This document was refused and proves nothing.", code="document_refused")
