"""The letter about a decline, to be downloaded from the card."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from cases.errors import NotFound
from desk.decline_views import letter_file
from web.api.callers import onboard_of
from web.downloads import download
from web.pages.shell import HOME, SIGN_IN, PageRoute, see_other, signed_in

router = APIRouter(prefix="/notice", include_in_schema=False, route_class=PageRoute)


@router.get("/{case_id}")
async def hand_out(request: Request, case_id: str) -> Response:
    """The letter as a file; home for who may not read it, and while there is none."""
    person = await signed_in(request)
    if person is None:
        return see_other(SIGN_IN)
    try:
        return download(await letter_file(onboard_of(request).desk, person, UUID(case_id)))
    except (NotFound, ValueError):
        return see_other(HOME)
