"""Overrides over REST: a reviewer's word against a check or the risk score, and taking it back."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from cases.checks import RiskLevel
from desk.matching import LONGEST_REASON
from desk.override_views import OverrideView
from web.api import examples
from web.api.callers import Caller, Installation
from web.api.idempotency import IdempotentRoute
from web.api.merchants import CaseId
from web.api.refusals import refusals

router = APIRouter(
    prefix="/api/merchants/{request_id}/overrides", tags=["Overrides"], route_class=IdempotentRoute
)

Subject = Annotated[str, Field(max_length=100, description="`risk`, or the key of a check.")]
Reason = Annotated[str, Field(max_length=LONGEST_REASON, description="Stays on record; staff read it.")]


class OverrideRequest(BaseModel):
    """A check, or the risk with the level that holds instead, overridden until the end of a day (UTC)."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": examples.OVERRIDE})

    subject: Subject
    reason: Reason
    until: date
    level: RiskLevel | None = None
    version: Annotated[int, Field(ge=1)] | None = None


class Withdrawal(BaseModel):
    """An override that is taken back."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": examples.WITHDRAWAL})

    subject: Subject
    reason: Reason


class Overrides(BaseModel):
    """The overrides of the application as they now stand; `lapsed` says why one is not in force any more."""

    overrides: tuple[OverrideView, ...]


@router.post(
    "", summary="Override a check or the risk", responses=refusals(401, 403, 404, 409, 413, 422, 429)
)
async def override(
    person: Caller, case_id: CaseId, asked: OverrideRequest, onboard: Installation
) -> Overrides:
    """Record why a check that does not hold need not bar an approval, or which level of risk holds instead.

    Reviewers and compliance, under review, never about one's own application. What was found stays on
    record; the override is of this version and of what was found, and ends by itself. Where the policy
    asks for a second approval at any level, an overridden risk needs one. With ``version``, it holds only
    for that version of the application.
    """
    await onboard.desk.override(person, case_id, **asked.model_dump())
    return Overrides(overrides=await onboard.views.overrides(person, case_id))


@router.post(
    "/withdraw", summary="Take an override back", responses=refusals(401, 403, 404, 409, 413, 422, 429)
)
async def withdraw(person: Caller, case_id: CaseId, asked: Withdrawal, onboard: Installation) -> Overrides:
    """Take an override back that is in force; the reason stays on record beside it."""
    await onboard.desk.withdraw_override(person, case_id, asked.subject, asked.reason)
    return Overrides(overrides=await onboard.views.overrides(person, case_id))
