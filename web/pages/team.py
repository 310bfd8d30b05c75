"""The team at a glance, for leads: who has what, what is nobody's or late, and giving it to somebody."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from cases.access import Person
from cases.errors import Invalid, OnboardError
from web.api.callers import onboard_of
from web.chat.visitor import zone_of
from web.chat.wording import clock_time
from web.pages.shell import SIGN_IN, PageRoute, page, see_other, signed_in

router = APIRouter(prefix="/team", include_in_schema=False, route_class=PageRoute)


@router.get("")
async def show(request: Request) -> Response:
    """The page; leads only."""
    person = await signed_in(request)
    if person is None:
        return see_other(f"{SIGN_IN}?next=/team")
    return await _page(request, person, told=request.query_params.get("to", "")[:100])


@router.post("")
async def assign(request: Request) -> Response:
    """Give a case to a reviewer, or to who has the fewest."""
    person = await signed_in(request)
    if person is None:
        return see_other(f"{SIGN_IN}?next=/team")
    async with request.form(max_files=0, max_fields=10) as form:
        said = {name: str(value)[:5000] for name, value in form.items()}
    try:
        case_id, to = _ids(said)
        await onboard_of(request).desk.assign(person, case_id, to, said.get("reason", ""))
    except OnboardError as error:
        return await _page(request, person, wrong=str(error), status=error.status)
    return see_other("/team?to=given")


def _ids(said: dict[str, str]) -> tuple[UUID, UUID | None]:
    try:
        return UUID(said.get("case", "")), UUID(said["to"]) if said.get("to") else None
    except ValueError:
        raise Invalid("Please reload the page.") from None


async def _page(
    request: Request, person: Person, told: str = "", wrong: str = "", status: int = 200
) -> Response:
    onboard = onboard_of(request)
    view = await onboard.team.view(person)
    zone, now = zone_of(request.cookies), onboard.desk.clock()

    def at(moment: datetime) -> str:
        return clock_time(moment, zone, now)

    late = {line.case_id for line in view.late}
    return page(
        "team",
        "en",
        status=status,
        home="/chat/",
        view=view,
        parts=(
            ("late", "Late, or raised to the leads", view.late),
            ("unassigned", "Nobody’s", [line for line in view.unassigned if line.case_id not in late]),
        ),
        at=at,
        now=now,
        told=told,
        wrong=wrong,
    )
