"""The team over REST: what each reviewer has, for leads; and being out of office, for everybody."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from cases.access import Person, Role, require
from cases.assignment import Absence
from desk.team import AwayView, TeamView
from web.api import examples
from web.api.callers import Caller, Installation
from web.api.idempotency import IdempotentRoute
from web.api.refusals import refusals
from web.composition import Onboard

router = APIRouter(prefix="/api/team", tags=["Assignment"], route_class=IdempotentRoute)

Email = Annotated[str, Field(max_length=254)]


class Away(BaseModel):
    """The days on which somebody is out of office, both included; absent `email`: the caller."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": examples.AWAY})

    email: Email | None = None
    first_day: date
    last_day: date
    deputy: Email | None = None


class Back(BaseModel):
    """Somebody is here on all days; absent `email`: the caller."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": examples.BACK})

    email: Email | None = None


class Absent(BaseModel):
    """When somebody is out of office, if they are."""

    away: AwayView | None


@router.get("", summary="The team at a glance", responses=refusals(401, 403, 429))
async def read_team(person: Caller, onboard: Installation) -> TeamView:
    """Every reviewer with what they have, the cases that are nobody's, and those that are late; leads only.

    A lead is whoever has the role `compliance`.
    """
    return await onboard.team.view(person)


@router.post(
    "/away", summary="Say that somebody is out of office", responses=refusals(401, 403, 404, 413, 422, 429)
)
async def go_away(person: Caller, asked: Away, onboard: Installation) -> Absent:
    """Reviewers say it of themselves, leads of anybody; what waits for them falls back at once."""
    whose = await _whose(onboard, person, asked.email)
    deputy = await onboard.people.by_email(asked.deputy) if asked.deputy else None
    absence = Absence(asked.first_day, asked.last_day, deputy.id if deputy else None)
    await onboard.desk.set_away(person, whose, absence)
    return Absent(away=await onboard.team.away(whose))


@router.post("/back", summary="Say that somebody is here", responses=refusals(401, 403, 404, 413, 422, 429))
async def come_back(person: Caller, asked: Back, onboard: Installation) -> Absent:
    """Take back what was said of being out of office."""
    whose = await _whose(onboard, person, asked.email)
    await onboard.desk.set_away(person, whose, None)
    return Absent(away=None)


async def _whose(onboard: Onboard, person: Person, email: str | None) -> Person:
    require(person, Role.REVIEWER, Role.COMPLIANCE)
    return await onboard.people.by_email(email) if email else person
