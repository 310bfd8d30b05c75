"""Whose case it is, over REST: take it on, give it back or to somebody, put it aside, watch it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from cases.events.assignment import WakesOn
from desk.assignment_views import AssignmentView
from desk.matching import LONGEST_REASON
from web.api import examples
from web.api.callers import Caller, Installation
from web.api.idempotency import IdempotentRoute
from web.api.merchants import CaseId
from web.api.refusals import refusals

router = APIRouter(prefix="/api/merchants/{request_id}", tags=["Assignment"], route_class=IdempotentRoute)

Reason = Annotated[str, Field(max_length=LONGEST_REASON, description="Stays on record; staff read it.")]
REFUSALS = refusals(401, 403, 404, 409, 413, 422, 429)


class Given(BaseModel):
    """To whom the case is given: a reviewer's e-mail address; absent, who has the fewest open cases."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": examples.GIVEN})

    to: Annotated[str, Field(max_length=254)] | None = None
    reason: Reason = ""


class Returned(BaseModel):
    """Why it is given back, if there is anything to say."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": examples.RETURNED})

    reason: Reason = ""


class Snoozed(BaseModel):
    """Until when the case is put aside, or until what happens, or whichever comes first."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": examples.SNOOZED})

    until: AwareDatetime | None = None
    on: WakesOn | None = None
    reason: Reason


@router.post("/claim", summary="Take a case on", responses=REFUSALS)
async def claim(person: Caller, case_id: CaseId, onboard: Installation) -> AssignmentView:
    """Take the case on: 409 `claimed`, with who has it and until when, while a colleague does.

    The lease goes on with everything that you do in the case, and falls back when you go. Any reviewer
    may decide without it.
    """
    await onboard.desk.claim(person, case_id)
    return await onboard.views.assignment(person, case_id)


@router.post("/release", summary="Give a case back", responses=REFUSALS)
async def release(person: Caller, case_id: CaseId, asked: Returned, onboard: Installation) -> AssignmentView:
    """Give your case back to all."""
    await onboard.desk.release(person, case_id, asked.reason)
    return await onboard.views.assignment(person, case_id)


@router.post("/assign", summary="Give a case to a reviewer", responses=REFUSALS)
async def assign(person: Caller, case_id: CaseId, asked: Given, onboard: Installation) -> AssignmentView:
    """Give a case to somebody who may review it and is not away.

    Your own, or one that is nobody's; leads (role `compliance`) anybody's. Taking it from somebody needs a
    reason.
    """
    # Nobody learns here who has an account before they may see the case.
    await onboard.views.assignment(person, case_id)
    to = (await onboard.people.by_email(asked.to)).id if asked.to else None
    await onboard.desk.assign(person, case_id, to, asked.reason)
    return await onboard.views.assignment(person, case_id)


@router.post("/snooze", summary="Put a case aside", responses=REFUSALS)
async def snooze(person: Caller, case_id: CaseId, asked: Snoozed, onboard: Installation) -> AssignmentView:
    """Put a case aside for 60 days at most; it wakes by itself, and its due time goes on running."""
    await onboard.desk.snooze(person, case_id, asked.reason, asked.until, asked.on)
    return await onboard.views.assignment(person, case_id)


@router.post("/wake", summary="Take a case up again", responses=REFUSALS)
async def wake(person: Caller, case_id: CaseId, onboard: Installation) -> AssignmentView:
    """Take a case up again that was put aside."""
    await onboard.desk.wake(person, case_id)
    return await onboard.views.assignment(person, case_id)


@router.post("/watch", summary="Watch a case", responses=REFUSALS)
async def watch(person: Caller, case_id: CaseId, onboard: Installation) -> AssignmentView:
    """Be told, and see in the queue, when the state of the case moves; reviewers and compliance.

    Asked for again it says that the caller has seen it as it is now.
    """
    await onboard.desk.watch(person, case_id)
    return await onboard.views.assignment(person, case_id)


@router.post("/unwatch", summary="Stop watching a case", responses=REFUSALS)
async def unwatch(person: Caller, case_id: CaseId, onboard: Installation) -> AssignmentView:
    """Be told no more of the case."""
    await onboard.desk.unwatch(person, case_id)
    return await onboard.views.assignment(person, case_id)
