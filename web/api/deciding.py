"""What follows a decision over REST: taking an approval back."""

from __future__ import annotations

from fastapi import APIRouter

from web.api.callers import Caller, Installation
from web.api.idempotency import IdempotentRoute
from web.api.merchants import CaseId, Stands, stands
from web.api.refusals import refusals

router = APIRouter(prefix="/api/merchants/{request_id}", tags=["Deciding"], route_class=IdempotentRoute)


@router.post("/take-back", summary="Take an approval back", responses=refusals(401, 403, 404, 409, 422, 429))
async def take_back(person: Caller, case_id: CaseId, onboard: Installation) -> Stands:
    """Take an approval back before the account is being made: the case is in review again.

    While the approval rests (the policy's hold), the merchant does not hear of it.
    """
    await onboard.desk.take_back(person, case_id)
    return await stands(onboard, person, case_id)
