"""The merchant category code over REST: which fit, and which one a reviewer says holds."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from desk.categorising import LONGEST_REASON
from desk.category_views import CategoryPart
from web.api import examples
from web.api.callers import Caller, Installation
from web.api.idempotency import IdempotentRoute
from web.api.merchants import CaseId
from web.api.refusals import refusals

router = APIRouter(
    prefix="/api/merchants/{request_id}/category", tags=["Category"], route_class=IdempotentRoute
)


class CategoryRequest(BaseModel):
    """The category that holds (ISO 18245), and why. With ``version``, only for that version."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": examples.CATEGORY})

    code: Annotated[str, Field(pattern=r"^\d{4}$")]
    reason: Annotated[str, Field(max_length=LONGEST_REASON, description="Stays on record; staff read it.")]
    version: Annotated[int, Field(ge=1)] | None = None


@router.post("", summary="Confirm the category", responses=refusals(401, 403, 404, 409, 413, 422, 429))
async def confirm_category(
    person: Caller, case_id: CaseId, asked: CategoryRequest, onboard: Installation
) -> CategoryPart:
    """Say which merchant category code holds; rules and score go by it from then on.

    Reviewers only, in review, never about one's own application. The code that the application has already
    changes no version; another one is a material change: everything is checked again as a new version.
    """
    await onboard.desk.confirm_category(person, case_id, asked.code, asked.reason, asked.version)
    return await onboard.views.category(person, case_id)
