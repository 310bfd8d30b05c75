"""Whether the process is up, and whether it can work; both open."""

from __future__ import annotations

from typing import Literal, cast

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from cases.errors import OnboardError
from web.api.callers import Installation
from web.api.problems import problem
from web.running import Process

router = APIRouter(tags=["Health"])


class Up(BaseModel):
    """The process answers."""

    status: Literal["ok"] = "ok"


@router.get("/health", summary="Is the process up?")
async def health() -> Up:
    """Always `ok` from a process that answers."""
    return Up()


@router.get(
    "/ready",
    summary="Can it work?",
    response_model=Up,
    responses={503: {"description": "The database or the background work cannot be used."}},
)
async def ready(request: Request, onboard: Installation) -> Up | JSONResponse:
    """`ok` when the database can be read and background work is running."""
    process = cast("Process", request.app.state.process)
    if not process.worker.is_running:
        return problem(503, "unavailable", "Background work is not running.")
    try:
        await onboard.feed.last_position()
    except OnboardError as error:
        return problem(503, "unavailable", str(error))
    return Up()
