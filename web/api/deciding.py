"""What follows a decision over REST: taking an approval back, second looks; and before it, the leads."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from desk.matching import LONGEST_REASON
from desk.second_look_views import SecondLookLine
from web.api.accounts import Grounds
from web.api.callers import Caller, Installation
from web.api.idempotency import IdempotentRoute
from web.api.merchants import CaseId, Stands, stands
from web.api.refusals import refusals

router = APIRouter(prefix="/api", tags=["Deciding"], route_class=IdempotentRoute)


class SecondLook(BaseModel):
    """Whether one would have decided the same, and why; staff read it."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"agrees": False, "reason": "The licence is of another town."}]},
    )

    agrees: Annotated[bool, Field(strict=True)]
    reason: Annotated[str, Field(max_length=LONGEST_REASON)]


class SecondLooks(BaseModel):
    """The decisions that wait for a second look, the longest first."""

    second_looks: tuple[SecondLookLine, ...]


@router.post(
    "/merchants/{request_id}/take-back",
    summary="Take an approval back",
    responses=refusals(401, 403, 404, 409, 422, 429),
)
async def take_back(person: Caller, case_id: CaseId, onboard: Installation) -> Stands:
    """Take an approval back before the account is being made: the case is in review again.

    While the approval rests (the policy's hold), the merchant does not hear of it.
    """
    await onboard.desk.take_back(person, case_id)
    return await stands(onboard, person, case_id)


@router.post(
    "/merchants/{request_id}/escalate",
    summary="Raise a case to the leads",
    responses=refusals(401, 403, 404, 409, 413, 422, 429),
)
async def escalate(person: Caller, case_id: CaseId, grounds: Grounds, onboard: Installation) -> Stands:
    """Raise a case that one would rather not decide: it stays in review, and somebody else decides it."""
    await onboard.desk.escalate(person, case_id, grounds.reason)
    return await stands(onboard, person, case_id)


@router.get("/second-looks", summary="Decisions drawn for a second look", responses=refusals(401, 403, 429))
async def list_second_looks(person: Caller, onboard: Installation) -> SecondLooks:
    """A share of the decisions is drawn at random when they are made; these nobody has looked at yet."""
    return SecondLooks(second_looks=await onboard.views.second_looks(person))


@router.post(
    "/merchants/{request_id}/second-look",
    summary="Have a second look at a decision",
    responses=refusals(401, 403, 404, 409, 413, 422, 429),
)
async def record_second_look(
    person: Caller, case_id: CaseId, look: SecondLook, onboard: Installation
) -> Stands:
    """Say whether one would have decided the same; reviewers and compliance, never who decided.

    The decision stands either way; 409 `no_second_look` where none is waited for.
    """
    await onboard.desk.record_second_look(person, case_id, look.reason, agrees=look.agrees)
    return await stands(onboard, person, case_id)
