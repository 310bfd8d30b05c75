"""Applications over REST: apply, ask how it stands, decide, say, submit, withdraw, read."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query, Request, status
from pydantic import BaseModel, ConfigDict, Field

from cases.decision import Comment, Conditions, Verdict
from cases.errors import NotFound
from desk.request import MerchantRequest
from desk.status import CaseStatus
from desk.views import Transcript
from web.api import examples
from web.api.callers import Caller, Installation
from web.api.idempotency import IdempotentRoute, derived_id
from web.api.refusals import refusals


def _case_id(
    request_id: Annotated[
        str,
        Path(description="The request_id of the application.", json_schema_extra={"format": "uuid"}),
    ],
) -> UUID:
    """What is no id at all is a case that nobody knows."""
    try:
        return UUID(request_id)
    except ValueError:
        raise NotFound("There is no such case.") from None


CaseId = Annotated[UUID, Depends(_case_id)]

router = APIRouter(prefix="/api/merchants", tags=["Applications"], route_class=IdempotentRoute)


class Accepted(BaseModel):
    """The application is in."""

    request_id: UUID
    status: Literal["processing"] = "processing"


class Ruling(BaseModel):
    """A reviewer's decision. With ``version``, it holds only for that version of the application.

    An approval may carry conditions: a cap a month in whole units of the application's currency, a rolling
    reserve in percent, a delay of payouts in days, and the day on which the account is looked at again.
    """

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": examples.RULING})

    request_id: UUID
    approved: Annotated[bool, Field(strict=True)]
    comments: Comment = ""
    version: Annotated[int, Field(ge=1)] | None = None
    reasons: tuple[Annotated[str, Field(max_length=60)], ...] = ()
    conditions: Conditions = Conditions()

    def verdict(self) -> Verdict:
        """What the desk is told."""
        return Verdict.model_validate(self.model_dump(exclude={"request_id"}))


class Ruled(BaseModel):
    """What follows from the decision."""

    status: Literal["onboarding_triggered", "rejected", "awaiting_second_approval"]


class Words(BaseModel):
    """A message."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": examples.WORDS})

    text: str


class Said(BaseModel):
    """The message is in the log."""

    event_id: UUID


class Stands(BaseModel):
    """Where the application stands now, as its merchant reads it."""

    request_id: UUID
    public_state: str


@router.post(
    "/onboard",
    status_code=status.HTTP_202_ACCEPTED,
    summary="Hand in a whole application",
    responses=refusals(401, 403, 413, 422, 429),
    openapi_extra=examples.body(examples.APPLICATION),
)
async def onboard(
    request: Request, person: Caller, application: MerchantRequest, onboard: Installation
) -> Accepted:
    """Open a case with everything in one request and submit it.

    Whatever the policy needs and is missing makes the case `needs_information`.
    """
    case_id = derived_id(request, "case")
    return Accepted(request_id=await onboard.desk.apply(person, application, "api", case_id))


@router.post(
    "/approve",
    summary="Approve or decline",
    responses=refusals(401, 403, 404, 409, 413, 422, 429),
)
async def approve(person: Caller, ruling: Ruling, onboard: Installation) -> Ruled:
    """Decide about an application; reviewers only, and never about one's own."""
    outcome = await onboard.desk.decide(person, ruling.request_id, ruling.verdict())
    return Ruled.model_validate({"status": outcome})


@router.get(
    "/{request_id}",
    summary="How an application stands",
    response_model_exclude_unset=True,
    responses=refusals(401, 404, 422, 429),
)
async def read_status(person: Caller, case_id: CaseId, onboard: Installation) -> CaseStatus:
    """Everything that the caller may see of the application; the rest is absent, not null."""
    return await onboard.views.status(person, case_id)


@router.post(
    "/{request_id}/messages",
    status_code=status.HTTP_202_ACCEPTED,
    summary="Say something in the conversation",
    responses=refusals(401, 403, 404, 413, 422, 429),
)
async def say(request: Request, person: Caller, case_id: CaseId, words: Words, onboard: Installation) -> Said:
    """Add a message; the agents read the merchant's and answer in the transcript."""
    event_id = derived_id(request, "message")
    event = await onboard.desk.say(person, case_id, words.text, event_id)
    return Said(event_id=event.id)


@router.post(
    "/{request_id}/submit",
    status_code=status.HTTP_202_ACCEPTED,
    summary="Confirm the summary",
    responses=refusals(401, 403, 404, 409, 422, 429),
)
async def submit(request: Request, person: Caller, case_id: CaseId, onboard: Installation) -> Stands:
    """Confirm everything as it stands: the application goes to be checked.

    Under the caller's agreement with us it declares that they may act for the business, that all owners
    are named, and that the merchant agreement holds.
    """
    address = request.client.host if request.client else None
    await onboard.desk.submit(person, case_id, how="api", address=address)
    return await stands(onboard, person, case_id)


@router.post(
    "/{request_id}/withdraw",
    summary="Take the application back",
    responses=refusals(401, 403, 404, 409, 422, 429),
)
async def withdraw(person: Caller, case_id: CaseId, onboard: Installation) -> Stands:
    """Take the application back; it can be reopened later."""
    await onboard.desk.withdraw(person, case_id)
    return await stands(onboard, person, case_id)


class Objection(BaseModel):
    """Why a declined application should be looked at again."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": examples.OBJECTION})

    reasons: str


@router.post(
    "/{request_id}/appeal",
    summary="Appeal against a decline",
    responses=refusals(401, 403, 404, 409, 413, 422, 429),
)
async def appeal(person: Caller, case_id: CaseId, objection: Objection, onboard: Installation) -> Stands:
    """Have a declined application reviewed again by somebody else; its merchant only, once for each decline.

    Until the day that the decline names; 409 `too_late` afterwards.
    """
    await onboard.desk.appeal(person, case_id, objection.reasons)
    return await stands(onboard, person, case_id)


@router.get(
    "/{request_id}/transcript",
    summary="Read the conversation",
    responses=refusals(401, 404, 422, 429),
)
async def read_transcript(
    person: Caller,
    case_id: CaseId,
    onboard: Installation,
    after: Annotated[int, Query(ge=0, le=2**62, description="Events behind this `seq`.")] = 0,
    limit: Annotated[int, Query(ge=1, le=1000)] = 200,
) -> Transcript:
    """The events that the caller may see, in order; `next` is the `after` of the next page."""
    return await onboard.views.transcript(person, case_id, after, limit)


async def stands(onboard: Installation, person: Caller, case_id: UUID) -> Stands:
    """Where the application stands now."""
    status = await onboard.views.status(person, case_id)
    return Stands(request_id=case_id, public_state=status.public_state)
