"""What one is told, and how, over REST: each person chooses for themselves."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from cases.notifications import Occasion, Way
from desk.notifying import Choices
from desk.own_address import LONGEST, shown
from web.api.callers import Caller, Installation
from web.api.refusals import refusals
from web.telling import notifications

router = APIRouter(prefix="/api/notifications", tags=["Notifications"])


class Chosen(BaseModel):
    """How one is told of each thing; ``address`` is one's own address without what is secret in it."""

    ways: dict[Occasion, Way]
    address: str | None


class Choosing(BaseModel):
    """What is to be otherwise: what is not named stays. An empty ``address`` is forgotten.

    The address is as Apprise writes it, of a service of the internet: slack://…, ntfys://host/topic, ….
    """

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"ways": {"watched": "nothing", "due": "mail"}}]},
    )

    ways: dict[Occasion, Way] = Field(default_factory=dict[Occasion, Way])
    address: Annotated[str, Field(max_length=LONGEST)] | None = None


@router.get("", summary="What one is told, and how", responses=refusals(401, 403, 429))
async def read(person: Caller, onboard: Installation) -> Chosen:
    """The caller's own choices; staff only."""
    told = notifications(onboard.desk, onboard.people, onboard.settings)
    return _chosen(await told.choices(person))


@router.put("", summary="Choose what one is told, and how", responses=refusals(401, 403, 413, 422, 429))
async def choose(person: Caller, choosing: Choosing, onboard: Installation) -> Chosen:
    """Choose for oneself, as on the account page."""
    told = notifications(onboard.desk, onboard.people, onboard.settings)
    return _chosen(await told.choose(person, choosing.ways, choosing.address))


def _chosen(choices: Choices) -> Chosen:
    return Chosen(ways=dict(choices.ways), address=shown(choices.address))
