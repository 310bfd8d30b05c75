"""The letter to a declined merchant over REST: to be read, and to be foreseen."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from desk.decline_views import Foreseen, foresee, letter_file
from web.api.callers import Caller, Installation
from web.api.merchants import CaseId
from web.api.refusals import refusals
from web.downloads import download

router = APIRouter(prefix="/api/merchants/{request_id}/notice", tags=["Applications"])

Codes = Annotated[tuple[str, ...], Query(description="The codes of the reasons; may be repeated.")]


@router.get(
    "",
    summary="The letter about a decline",
    response_class=Response,
    responses={
        200: {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}},
        **refusals(401, 404, 422, 429),
    },
)
async def read_notice(person: Caller, case_id: CaseId, onboard: Installation) -> Response:
    """The letter as it went to the merchant, a PDF in their language; 404 while there is none."""
    return download(await letter_file(onboard.desk, person, case_id))


@router.get(
    "/preview", summary="What a decline would tell the merchant", responses=refusals(401, 403, 404, 422, 429)
)
async def preview_notice(
    person: Caller, case_id: CaseId, onboard: Installation, reason: Codes = ()
) -> Foreseen:
    """Exactly what the merchant would read if the case were declined for these reasons.

    For reviewers and compliance.
    """
    return await foresee(onboard.desk, person, case_id, reason)
