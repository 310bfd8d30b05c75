"""What becomes of an account over REST: suspend it, reinstate it, look at it again, close it."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from desk.matching import LONGEST_REASON
from web.api.callers import Caller, Installation
from web.api.idempotency import IdempotentRoute
from web.api.merchants import CaseId, Stands, stands
from web.api.refusals import refusals

router = APIRouter(prefix="/api/merchants/{request_id}", tags=["Accounts"], route_class=IdempotentRoute)


class Grounds(BaseModel):
    """Why; it stays on record, and the merchant does not read it."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"reason": "A new potential match."}]}
    )

    reason: Annotated[str, Field(max_length=LONGEST_REASON)]


@router.post(
    "/suspend", summary="Put an account on hold", responses=refusals(401, 403, 404, 409, 413, 422, 429)
)
async def suspend(person: Caller, case_id: CaseId, grounds: Grounds, onboard: Installation) -> Stands:
    """Suspend an active account; reviewers and compliance. The merchant reads "On hold"."""
    await onboard.desk.suspend(person, case_id, grounds.reason)
    return await stands(onboard, person, case_id)


@router.post(
    "/reinstate",
    summary="Take a suspended account up again",
    responses=refusals(401, 403, 404, 409, 413, 422, 429),
)
async def reinstate(person: Caller, case_id: CaseId, grounds: Grounds, onboard: Installation) -> Stands:
    """Reinstate a suspended account; not while a potential match is open or a sanctions match confirmed."""
    await onboard.desk.reinstate(person, case_id, grounds.reason)
    return await stands(onboard, person, case_id)


class Look(Grounds):
    """What the look came to, and the day (UTC) of the next one where there is to be one."""

    next_on: date | None = None


@router.post(
    "/look",
    summary="Record that an account was looked at again",
    responses=refusals(401, 403, 404, 409, 413, 422, 429),
)
async def look_again(person: Caller, case_id: CaseId, look: Look, onboard: Installation) -> Stands:
    """Record a look at an active or suspended account, as the review date of its approval asks for."""
    await onboard.desk.look_again(person, case_id, look.reason, look.next_on)
    return await stands(onboard, person, case_id)


@router.post("/close", summary="Close an account", responses=refusals(401, 403, 404, 409, 413, 422, 429))
async def close(person: Caller, case_id: CaseId, grounds: Grounds, onboard: Installation) -> Stands:
    """Close an active or suspended account, for good."""
    await onboard.desk.close(person, case_id, grounds.reason)
    return await stands(onboard, person, case_id)
