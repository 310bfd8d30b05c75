"""Making the account: only under a grant, step by step, each step on record by itself."""

from __future__ import annotations

from typing import Literal

from cases.access import Person
from cases.decision import Grant
from cases.errors import Conflict, Forbidden, Invalid
from cases.events import MerchantIdReplaced, ProvisioningBegun, ProvisioningGivenUp, StepRecorded
from cases.resolutions import is_barred
from cases.states import State
from desk import sentences
from desk.approval_terms import schedule_review
from desk.draft import DESK, Author, Draft
from desk.review import require_reviewer, tell_of_approval

STEPS = ("accounts/create", "dashboard/configure", "welcome/send", "accounts/activate")
"""The provisioning services in the order in which they are called."""


def begin(draft: Draft, author: Author, merchant_id: str) -> Grant:
    """Use up the grant and begin; raises Forbidden where there is none that covers this application."""
    grant = usable_grant(draft)
    if draft.record.state is State.APPROVED:
        if draft.policy.deadlines.hold and draft.record.decision:
            tell_of_approval(draft, draft.record.decision.by_name)
        draft.move(State.PROVISIONING, author)
        draft.add(ProvisioningBegun(grant_id=grant.id, merchant_id=merchant_id), author)
    return grant


def rename(draft: Draft, author: Author, merchant_id: str) -> None:
    """Go on under another merchant id, since the first is somebody else's; not once an account exists."""
    usable_grant(draft)
    _require_in_turn(draft, STEPS[0], "done")
    draft.add(MerchantIdReplaced(merchant_id=merchant_id), author)


def usable_grant(draft: Draft) -> Grant:
    """The grant that provisioning runs under now; raises Forbidden where there is none.

    Nothing that anybody says makes one: only a reviewer's decision does.
    """
    record = draft.record
    if record.grant is None or record.state not in (State.APPROVED, State.PROVISIONING):
        raise Forbidden("There is no grant: no reviewer has approved this application.", code="no_grant")
    if is_barred(record):
        raise Forbidden("A sanctions match is confirmed: no account can be made.", code="no_grant")
    digest = draft.policy.application_hash(record.application, record.parties)
    if record.grant.submission not in (None, record.submission):
        raise Forbidden("The grant belongs to another submission of this application.", code="no_grant")
    if record.grant_used:
        return record.grant
    refusal = record.grant.refusal(version=record.version, application_hash=digest, now=draft.now)
    if refusal:
        raise Forbidden(f"No account can be made: {refusal}.", code="no_grant")
    return record.grant


def next_step(draft: Draft) -> str | None:
    """The first step that is not done yet; None when all are."""
    steps = draft.record.steps
    return next((s for s in STEPS if s not in steps or steps[s].status != "done"), None)


def last_step_done(draft: Draft) -> str | None:
    """The last step that is done and not undone; None where none is."""
    steps = draft.record.steps
    return next((s for s in reversed(STEPS) if s in steps and steps[s].status == "done"), None)


def record_step(
    draft: Draft,
    author: Author,
    step: str,
    status: Literal["done", "failed", "undone"],
    *,
    attempts: int,
    detail: str = "",
) -> None:
    """Record how a step ended; the last one done makes the account active.

    Raises Conflict for a step that is not the next one, and for undoing what nobody gave up or what is
    not the last: undoing goes in reverse.
    """
    _require_in_turn(draft, step, status)
    body = StepRecorded(step=step, status=status, attempts=attempts, detail=detail)
    draft.add(body, author)
    merchant_id = draft.record.merchant_id or ""
    if status == "done":
        draft.tell(sentences.on_step(step, merchant_id, draft.record.language))
    if status == "failed":
        draft.move(State.PROVISIONING_FAILED, DESK)
    elif status == "done" and next_step(draft) is None:
        draft.move(State.ACTIVE, DESK)
        draft.tell(sentences.on_active(merchant_id, draft.record.language))
        schedule_review(draft)


def resume(draft: Draft, person: Person) -> None:
    """Go on with a provisioning that failed, at the step that failed."""
    author = require_reviewer(draft, person)
    _require_failed(draft, "There is no failed set-up to go on with.")
    if is_barred(draft.record):
        raise Conflict(
            "A sanctions match is confirmed: this set-up can only be given up.", code="checks_outstanding"
        )
    draft.move(State.PROVISIONING, author)
    draft.enqueue("provision")


def stop(draft: Draft) -> None:
    """End a set-up that must not go on; a person gives it up, which undoes it."""
    step = next_step(draft)
    if step is not None:
        record_step(draft, DESK, step, "failed", attempts=0, detail="The approval does not hold any more.")


def give_up(draft: Draft, person: Person) -> None:
    """Undo a provisioning that failed, in reverse; the case is reviewed again once it is undone."""
    author = require_reviewer(draft, person)
    _require_failed(draft, "There is no failed set-up to give up.")
    draft.add(ProvisioningGivenUp(), author)
    draft.enqueue("undo")


def finish_undo(draft: Draft) -> None:
    """Return a case whose set-up was undone to its reviewers; raises Conflict while an account is left."""
    account = draft.record.steps.get(STEPS[0])
    if not draft.record.given_up or (account is not None and account.status == "done"):
        raise Conflict("The set-up is not undone yet.", code="not_possible_now")
    draft.move(State.IN_REVIEW, DESK)
    # What the merchant wrote meanwhile has waited to be read.
    draft.enqueue("turn")


def _require_failed(draft: Draft, message: str) -> None:
    draft.require_state({State.PROVISIONING_FAILED}, code="not_possible_now", message=message)
    if draft.record.given_up:
        raise Conflict("This set-up was given up; it is being undone.", code="not_possible_now")


def _require_in_turn(draft: Draft, step: str, status: Literal["done", "failed", "undone"]) -> None:
    if step not in STEPS:
        raise Invalid(f"There is no step {step!r}. Known: {', '.join(STEPS)}.", code="unknown_step")
    record = draft.record
    if status == "undone":
        given_up = record.state is State.PROVISIONING_FAILED and record.given_up
        in_turn = given_up and step == last_step_done(draft)
    else:
        in_turn = record.state is State.PROVISIONING and step == next_step(draft)
    if not in_turn:
        raise Conflict(f"{step} cannot be {status} now.", code="not_possible_now")
