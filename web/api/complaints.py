"""Complaints over REST: made, listed, seen to, answered, closed."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, status
from pydantic import BaseModel, ConfigDict, Field

from cases.complaints import ComplaintState, Outcome
from desk.complaint_views import ComplaintPage
from desk.matching import LONGEST_REASON
from web.api.callers import Caller, Installation
from web.api.idempotency import IdempotentRoute, derived_id
from web.api.merchants import CaseId, Words
from web.api.refusals import refusals

router = APIRouter(tags=["Complaints"], route_class=IdempotentRoute)

OF_CASE = "/api/merchants/{request_id}/complaints"


class Received(BaseModel):
    """The complaint is on record."""

    id: UUID
    reference: str
    answer_by: datetime


class Closing(BaseModel):
    """How a complaint ended, and why; the merchant does not read the reason."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"outcome": "upheld", "reason": "We were late, and said so."}]},
    )

    outcome: Outcome
    reason: Annotated[str, Field(max_length=LONGEST_REASON)]


class Done(BaseModel):
    """What was asked for is done."""

    id: UUID


@router.get(
    "/api/complaints", summary="Complaints, the most urgent first", responses=refusals(401, 403, 422, 429)
)
async def read_complaints(
    person: Caller,
    onboard: Installation,
    state: Annotated[list[ComplaintState] | None, Query(description="May be repeated.")] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    cursor: UUID | None = None,
) -> ComplaintPage:
    """Complaints of all cases, for staff; `next` is the `cursor` of the next page."""
    return await onboard.views.complaints(person, state or (), limit, cursor)


@router.post(
    OF_CASE,
    status_code=status.HTTP_201_CREATED,
    summary="Complain",
    responses=refusals(401, 403, 404, 413, 422, 429),
)
async def complain(
    request: Request, person: Caller, case_id: CaseId, words: Words, onboard: Installation
) -> Received:
    """Make a complaint about one's own application, or record one as staff; in any state of the case.

    The merchant is told at once, in the conversation and by mail, under which reference, and by when it is
    answered. It changes nothing about the application.
    """
    made = await onboard.desk.complain(person, case_id, words.text, derived_id(request, "complaint"))
    return Received(id=made.id, reference=made.reference, answer_by=made.answer_by)


@router.post(
    OF_CASE + "/{complaint_id}/take",
    summary="See to a complaint",
    responses=refusals(401, 403, 404, 409, 422, 429),
)
async def take(person: Caller, case_id: CaseId, complaint_id: UUID, onboard: Installation) -> Done:
    """See to a complaint from now on; reviewers and compliance."""
    await onboard.desk.take_complaint(person, case_id, complaint_id)
    return Done(id=complaint_id)


@router.post(
    OF_CASE + "/{complaint_id}/answer",
    summary="Answer a complaint",
    responses=refusals(401, 403, 404, 409, 413, 422, 429),
)
async def answer(
    person: Caller, case_id: CaseId, complaint_id: UUID, words: Words, onboard: Installation
) -> Done:
    """Answer a complaint; the merchant reads it in the conversation, and is told by mail that it is there.

    Reviewers and compliance.
    """
    await onboard.desk.answer_complaint(person, case_id, complaint_id, words.text)
    return Done(id=complaint_id)


@router.post(
    OF_CASE + "/{complaint_id}/close",
    summary="Close a complaint",
    responses=refusals(401, 403, 404, 409, 413, 422, 429),
)
async def close(
    person: Caller, case_id: CaseId, complaint_id: UUID, closing: Closing, onboard: Installation
) -> Done:
    """End a complaint that was answered, or withdrawn by whoever made it; reviewers and compliance."""
    await onboard.desk.close_complaint(person, case_id, complaint_id, closing.outcome, closing.reason)
    return Done(id=complaint_id)
