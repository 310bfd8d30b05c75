"""Evidence over REST: how well each fact is known, and checks that were made elsewhere."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request, status
from pydantic import BaseModel

from cases.verification import VerificationReport
from desk.evidence_views import EvidencePart
from web.api import examples
from web.api.callers import Caller, Installation
from web.api.idempotency import IdempotentRoute, derived_id
from web.api.merchants import CaseId
from web.api.refusals import refusals

router = APIRouter(prefix="/api/merchants/{request_id}", tags=["Evidence"], route_class=IdempotentRoute)


class Recorded(BaseModel):
    """The check is in the log."""

    event_id: UUID


@router.get("/evidence", summary="How well each fact is known", responses=refusals(401, 403, 404, 422, 429))
async def read_evidence(person: Caller, case_id: CaseId, onboard: Installation) -> EvidencePart:
    """Of each fact its level (stated, well-formed, documented, verified), by what, by whom and since when.

    Staff only. The keys of the facts are what a recorded check is `about`.
    """
    return await onboard.views.evidence(person, case_id)


@router.post(
    "/verifications",
    status_code=status.HTTP_201_CREATED,
    summary="Record a check that was made elsewhere",
    responses=refusals(401, 403, 404, 409, 413, 422, 429),
    openapi_extra=examples.body(examples.REPORT),
)
async def record(
    request: Request, person: Caller, case_id: CaseId, report: VerificationReport, onboard: Installation
) -> Recorded:
    """Record a registry search, a call, a MATCH inquiry, a document that was looked at.

    The merchant sees nothing of it. Reviewers and compliance only, and never in an application of their
    own. A later check of the same facts by the same method corrects an earlier one, which stays on record.
    What did not match is never evidence.
    """
    event_id = derived_id(request, "verification")
    event = await onboard.desk.record_check(person, case_id, report, event_id)
    return Recorded(event_id=event.id)
