"""Deciding by the link of a letter: looking changes nothing, signing in comes first, the button decides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response
from pydantic import ValidationError

from cases.access import Person
from cases.decision import Verdict
from cases.errors import Conflict, Forbidden, Invalid
from desk.brief import brief_of
from desk.decision_links import DecisionLink, DecisionLinkRefused, DecisionLinks
from web.api.callers import onboard_of
from web.composition import Onboard
from web.pages.robots import is_robot
from web.pages.shell import SIGN_IN, PageRoute, page, signed_in
from web.stated_conditions import NAMES, read_conditions

router = APIRouter(prefix="/decide", include_in_schema=False, route_class=PageRoute)

Installation = Annotated[Onboard, Depends(onboard_of)]

MOST = 60
"""Fields of the form, one for each reason to decline among them."""

DECIDED = {
    "onboarding_triggered": ("Approved", "The account is being set up."),
    "awaiting_second_approval": ("Approved", "A second person has to approve as well."),
    "rejected": ("Declined", "The merchant is told."),
}


@router.api_route("/{token}", methods=["GET", "HEAD"])
async def look(token: str, request: Request, onboard: Installation) -> Response:
    """The case and the form for who it was sent to; a sign-in before. Nothing changes."""
    links, person = DecisionLinks(onboard.desk), await signed_in(request)
    if person is None and is_robot(request):
        raise DecisionLinkRefused("robot")
    link = await links.look(token)
    if person is None:
        return await _ask_for_sign_in(links, link, token)
    await links.require_open(link, person)
    return await _page(onboard, person, link, token)


@router.post("/{token}")
async def decide(token: str, request: Request, onboard: Installation) -> Response:
    """Decide, as anywhere else, on the version that the link is for; the link is used up with it."""
    links, person = DecisionLinks(onboard.desk), await signed_in(request)
    link = await links.look(token)
    if person is None:
        return await _ask_for_sign_in(links, link, token, status=401)
    await links.require_open(link, person)
    said = await _read(request)
    try:
        verdict = _verdict(said, link.version)
        outcome = await onboard.desk.decide_by_link(person, link.case_id, link.id, verdict)
    except (Conflict, Forbidden, Invalid) as error:
        # Somebody may have been quicker since it was looked at.
        await links.look(token)
        await links.require_open(link, person)
        return await _page(onboard, person, link, token, said, str(error), error.status)
    title, text = DECIDED[outcome]
    return page("decide_done", "en", title=title, text=text, case_id=link.case_id)


async def _ask_for_sign_in(
    links: DecisionLinks, link: DecisionLink, token: str, status: int = 200
) -> Response:
    """Less than the letter says, whoever looks."""
    brief = brief_of(await links.draft(link), personal=False)
    sign_in = f"{SIGN_IN}?next=/decide/{token}"
    return page("decide_sign_in", "en", status=status, brief=brief, sign_in=sign_in)


async def _page(
    onboard: Onboard,
    person: Person,
    link: DecisionLink,
    token: str,
    said: Mapping[str, str] | None = None,
    error: str = "",
    status: int = 200,
) -> Response:
    card = await onboard.views.card(person, link.case_id)
    if card.staff is None:
        raise DecisionLinkRefused("not_yours")
    brief = brief_of(await DecisionLinks(onboard.desk).draft(link), personal=True)
    return page(
        "decide",
        "en",
        status=status,
        token=token,
        card=card,
        brief=brief,
        staff=card.staff,
        said=said or {},
        error=error,
    )


async def _read(request: Request) -> dict[str, str]:
    """What the form says; a reason to decline is a field ``reason:CODE``."""
    async with request.form(max_files=0, max_fields=MOST) as form:
        return {name: str(value)[:5000] for name, value in form.items()}


def _verdict(said: Mapping[str, str], version: int) -> Verdict:
    """The verdict that the form says; raises Invalid."""
    if said.get("verdict") not in ("approve", "decline"):
        raise Invalid("Please approve or decline.")
    if "sure" not in said:
        raise Invalid("Please say that you have looked at it.")
    approved = said["verdict"] == "approve"
    reasons = tuple(name.partition(":")[2] for name in said if name.startswith("reason:"))
    if not approved and not reasons:
        raise Invalid("Please pick at least one reason to decline.")
    conditions = read_conditions({name: said.get(name, "").strip() for name in NAMES} if approved else {})
    try:
        return Verdict(
            approved=approved,
            version=version,
            comments=said.get("comments", "").strip(),
            reasons=() if approved else reasons,
            conditions=conditions,
        )
    except ValidationError:
        raise Invalid("A comment has at most 4,000 characters.") from None
