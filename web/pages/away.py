"""Out of office: the days on which a reviewer is away, and who stands in for them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from cases.access import Person, Role
from cases.assignment import Absence, today
from cases.errors import Forbidden, Invalid, OnboardError
from web.api.callers import onboard_of
from web.pages.shell import SIGN_IN, PageRoute, page, see_other, signed_in

router = APIRouter(prefix="/away", include_in_schema=False, route_class=PageRoute)


@router.get("")
async def show(request: Request) -> Response:
    """The form, with what is set."""
    person = await signed_in(request)
    return await _page(request, person) if person else see_other(f"{SIGN_IN}?next=/away")


@router.post("")
async def save(request: Request) -> Response:
    """Be away on those days, or (``back``) on none."""
    person = await signed_in(request)
    if person is None:
        return see_other(f"{SIGN_IN}?next=/away")
    async with request.form(max_files=0, max_fields=10) as form:
        said = {name: str(value)[:100] for name, value in form.items()}
    try:
        absence = None if "back" in said else _read(said)
        await onboard_of(request).desk.set_away(person, person, absence)
    except OnboardError as error:
        return await _page(request, person, said, str(error), error.status)
    return see_other(f"/away?told={'back' if absence is None else 'away'}")


def _read(said: dict[str, str]) -> Absence:
    try:
        deputy = UUID(said["deputy"]) if said.get("deputy") else None
        return Absence(date.fromisoformat(said["first"]), date.fromisoformat(said["last"]), deputy)
    except (KeyError, ValueError):
        raise Invalid("Please give the first and the last day.") from None


async def _page(
    request: Request, person: Person, said: dict[str, str] | None = None, wrong: str = "", status: int = 200
) -> Response:
    if not person.has(Role.REVIEWER):
        raise Forbidden("Only reviewers have cases that somebody stands in for.")
    onboard = onboard_of(request)
    day = today(onboard.desk.clock(), onboard.desk.policy).isoformat()
    return page(
        "away",
        "en",
        status=status,
        home="/chat/",
        away=await onboard.team.away(person),
        colleagues=await onboard.team.colleagues(person),
        said={"first": day, "last": "", "deputy": "", **(said or {})},
        told=request.query_params.get("told", ""),
        wrong=wrong,
    )
