"""The merchant's own acts: begin, confirm, take back, reopen."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from cases.access import Audience, Person
from cases.attestation import Attestation, Declaration
from cases.errors import Conflict, Invalid
from cases.events import ApplicationSubmitted, SummaryPresented
from cases.requirements import ESSENTIAL
from cases.states import SUBMITTABLE, WAITS_FOR_MERCHANT, WITHDRAWABLE, State
from desk import facts
from desk.agreement import agreement
from desk.conversation import require_merchant_of
from desk.draft import DESK, Author, Draft
from desk.information_answers import open_request, renew, require_answered
from desk.labels import FIELDS
from desk.wordbook import wordbook

WRITE_OF_EXPIRY = "write_of_expiry"
"""The work that writes to a merchant whose application was closed as incomplete."""

How = Literal["page", "words", "api"]
"""How a submission was declared: see ``Attestation``."""


def present_summary(draft: Draft, author: Author) -> None:
    """Note that the merchant is shown everything and asked to confirm it."""
    draft.require_state(SUBMITTABLE, code="not_possible_now", message="There is nothing to confirm just now.")
    require_answered(draft)
    facts.assume_currency(draft, author)
    digest = draft.policy.application_hash(draft.record.application, draft.record.parties)
    draft.add(SummaryPresented(application_hash=digest), author)


def submit(
    draft: Draft,
    person: Person,
    declaration: Declaration | None = None,
    *,
    how: How = "api",
    address: str | None = None,
) -> None:
    """Confirm the summary: the case goes to be checked.

    With a declaration (the page of the answers) it holds only for what that page showed: raises
    Invalid where a box is not ticked, Conflict ``changed`` where the application is another by now.
    """
    author = require_merchant_of(draft, person)
    if declaration is not None:
        _require_declared(draft, declaration)
        how = "page"
    confirm(draft, author, source_seq=None, how=how, address=address)


def confirm(
    draft: Draft,
    author: Author,
    source_seq: int | None,
    *,
    how: How = "words",
    address: str | None = None,
) -> None:
    """Confirm on behalf of the merchant, whose words at ``source_seq`` say so (None: a button)."""
    draft.require_state(SUBMITTABLE, code="not_possible_now", message="This application is already with us.")
    require_answered(draft)
    record = draft.record
    missing = [FIELDS[name].lower() for name in ESSENTIAL if record.application.get(name) is None]
    if missing:
        needed = " and ".join(missing)
        raise Conflict(f"Before you can submit, we need: {needed}.", code="incomplete")
    facts.assume_currency(draft, author)
    digest = draft.policy.application_hash(draft.record.application, draft.record.parties)
    changed = record.version_hash is not None and record.version_hash != digest
    version = record.version + 1 if changed else record.version
    submitted = ApplicationSubmitted(
        version=version,
        application_hash=digest,
        source_seq=source_seq,
        attestation=_attest(draft, how, address),
    )
    draft.add(submitted, author, Audience.EVERYONE)
    draft.move(State.CHECKING, author)
    draft.enqueue("turn")


def _require_declared(draft: Draft, declaration: Declaration) -> None:
    if not (declaration.authority and declaration.ownership_complete and declaration.agreement):
        words = wordbook(draft.record.language)
        raise Invalid(words("check.tick_all"), code="not_declared")
    now = draft.policy.application_hash(draft.record.told, draft.record.parties)
    text = agreement(draft.record.language).digest
    if (declaration.application_hash, declaration.agreement_hash) != (now, text):
        words = wordbook(draft.record.language)
        raise Conflict(words("check.changed"), code="changed")


def _attest(draft: Draft, how: How, address: str | None) -> Attestation:
    shown = agreement(draft.record.language)
    return Attestation(
        authority=True,
        ownership_complete=True,
        agreement_version=draft.policy.agreement.version,
        agreement_hash=shown.digest,
        language=shown.language,
        how=how,
        address=address,
    )


def withdraw(draft: Draft, person: Person) -> None:
    """Take the application back."""
    author = require_merchant_of(draft, person)
    draft.require_state(
        WITHDRAWABLE,
        code="not_possible_now",
        message="This application can no longer be taken back.",
    )
    draft.move(State.WITHDRAWN, author)


def reopen(draft: Draft, person: Person) -> None:
    """Go on with an application that was taken back or had lapsed."""
    author = require_merchant_of(draft, person)
    draft.move(State.COLLECTING, author)
    renew(draft)
    draft.enqueue("turn")


def expire(draft: Draft) -> bool:
    """Close a case whose merchant has not answered in time; true where that was so."""
    if draft.record.state not in WAITS_FOR_MERCHANT or draft.now < _lapses_at(draft):
        return False
    draft.move(State.EXPIRED, DESK)
    draft.enqueue(WRITE_OF_EXPIRY)
    return True


def _lapses_at(draft: Draft) -> datetime:
    """By the deadline of a request for information; else so long after the merchant's last word."""
    record = draft.record
    if (request := open_request(draft)) and request.open_items:
        return request.due_at
    since = record.state_since or record.opened_at
    last_word = draft.events[record.last_heard - 1].at if record.last_heard else since
    return max(since, last_word) + timedelta(days=draft.policy.deadlines.merchant_days)
