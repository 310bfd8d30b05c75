"""The summary of a case over REST, own views of it, and how they agree with what is recommended."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, status
from pydantic import BaseModel, ConfigDict, Field

from cases.own_view import View
from desk.concurrence import Concurrence, concurrence
from desk.matching import LONGEST_REASON
from desk.overview import Overview
from web.api import examples
from web.api.callers import Caller, Installation
from web.api.idempotency import IdempotentRoute
from web.api.merchants import CaseId
from web.api.refusals import refusals

router = APIRouter(tags=["Summary"], route_class=IdempotentRoute)


class OwnViewRequest(BaseModel):
    """What a reviewer makes of the case, and why in a few words."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": examples.OWN_VIEW})

    view: View
    words: Annotated[str, Field(max_length=LONGEST_REASON, description="Stays on record; staff read it.")]
    version: Annotated[int, Field(ge=1)] | None = None


class Concurrences(BaseModel):
    """Every reviewer who decided something, most decisions first."""

    reviewers: tuple[Concurrence, ...]


@router.get(
    "/api/merchants/{request_id}/summary",
    summary="The case on one screen",
    responses=refusals(401, 403, 404, 422, 429),
)
async def read_summary(person: Caller, case_id: CaseId, onboard: Installation) -> Overview:
    """What a reviewer reads first: each sentence with its sources, events (`seq`) or checks (`key`).

    Staff only. `advice` is absent while the caller owes an own view of the case.
    """
    return await onboard.views.summary(person, case_id)


@router.post(
    "/api/merchants/{request_id}/view",
    status_code=status.HTTP_201_CREATED,
    summary="Note an own view of the case",
    responses=refusals(401, 403, 404, 409, 413, 422, 429),
)
async def note_view(
    person: Caller, case_id: CaseId, noted: OwnViewRequest, onboard: Installation
) -> Overview:
    """Note what you make of the case before you read what is recommended; reviewers, under review only.

    The first view of a version counts. Answers the summary with what is recommended.
    """
    await onboard.desk.note_view(person, case_id, noted.view, noted.words, noted.version)
    return await onboard.views.summary(person, case_id)


@router.get(
    "/api/agreement",
    summary="How reviewers agree with what is recommended",
    responses=refusals(401, 403, 422, 429),
)
async def read_agreement(
    person: Caller, onboard: Installation, days: Annotated[int, Query(ge=1, le=3660)] = 90
) -> Concurrences:
    """Of the last days, for compliance: decisions as recommended, own views that differed, time taken."""
    return Concurrences(reviewers=await concurrence(onboard.desk, person, days))
