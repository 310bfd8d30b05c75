"""Inviting a merchant: for reviewers, who see here what became of their invitations."""

from __future__ import annotations

from typing import Annotated, NamedTuple
from uuid import UUID

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response
from pydantic import BaseModel, StringConstraints

from cases.access import Person
from cases.errors import NotFound, OnboardError
from cases.languages import known_language
from desk.invitations import Invitation, Invitations
from desk.links import LinkBody, LinkKind
from web.api.callers import onboard_of
from web.chat.visitor import zone_of
from web.chat.wording import clock_time
from web.composition import Onboard
from web.pages.post import Post
from web.pages.shell import SIGN_IN, PageRoute, page, see_other, signed_in
from web.pages.start import checked_email, checked_name, require_rate

router = APIRouter(prefix="/invite", include_in_schema=False, route_class=PageRoute)

Text = Annotated[str, StringConstraints(strip_whitespace=True)]
TOLD = {
    "sent": "The invitation is on its way.",
    "again": "The letter was sent again; the link in the one before has ended.",
    "taken_back": "The invitation is taken back; its link no longer works.",
}


class _Asked(BaseModel):
    """What the form says."""

    name: Text = ""
    email: Text = ""
    lang: str = "en"
    business: Text = ""
    note: Text = ""


class _Desk(NamedTuple):
    """A reviewer before the invitations."""

    request: Request
    onboard: Onboard
    person: Person
    invitations: Invitations


@router.get("")
async def show(request: Request) -> Response:
    """The form and the list."""
    return await _page(await _desk(request), _Asked(), told=TOLD.get(request.query_params.get("told", "")))


@router.post("")
async def invite(request: Request) -> Response:
    """Send an invitation."""
    desk = await _desk(request)
    async with request.form(max_files=0, max_fields=10) as form:
        asked = _Asked.model_validate({key: str(value)[:500] for key, value in form.items()})
    try:
        body = LinkBody(
            email=checked_email(asked.email, "en"),
            name=checked_name(asked.name, "en"),
            language=known_language(asked.lang) or "en",
            asked_by=desk.person.name,
            business=asked.business[:100],
            note=asked.note,
        )
        await _send(desk, body)
    except OnboardError as error:
        return await _page(desk, asked, wrong=str(error), status=error.status)
    return see_other("/invite?told=sent")


@router.post("/{invitation_id}/again")
async def send_again(request: Request, invitation_id: str) -> Response:
    """Send the letter again, with a new link."""
    desk = await _desk(request)
    body = (await desk.invitations.find(desk.person, _id(invitation_id))).body
    await _send(desk, body.model_copy(update={"asked_by": desk.person.name}))
    return see_other("/invite?told=again")


@router.post("/{invitation_id}/take-back")
async def take_back(request: Request, invitation_id: str) -> Response:
    """End an invitation that nobody has accepted."""
    desk = await _desk(request)
    await desk.invitations.take_back(desk.person, _id(invitation_id))
    return see_other("/invite?told=taken_back")


async def _desk(request: Request) -> _Desk:
    person = await signed_in(request)
    if person is None:
        raise HTTPException(303, headers={"Location": SIGN_IN})
    onboard = onboard_of(request)
    return _Desk(request, onboard, person, Invitations(onboard.desk, onboard.people))


async def _send(desk: _Desk, body: LinkBody) -> None:
    await desk.invitations.expect(desk.person, body.email)
    require_rate(desk.request, body.email, "en")
    await Post(desk.onboard).send_link(LinkKind.INVITATION, body, created_by=desk.person.id)


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound("There is no such invitation.") from None


async def _page(
    desk: _Desk, asked: _Asked, *, told: str | None = None, wrong: str = "", status: int = 200
) -> Response:
    listed = await desk.invitations.list(desk.person)
    return page(
        "invite",
        "en",
        status=status,
        asked=asked,
        invitations=[(each, _when(desk, each)) for each in listed],
        told=told or "",
        wrong=wrong,
    )


STATES = {"open": "Open", "used": "Accepted", "expired": "Expired", "taken_back": "Taken back"}


def _when(desk: _Desk, invitation: Invitation) -> str:
    zone, now = zone_of(desk.request.cookies), desk.onboard.desk.clock()
    sent = clock_time(invitation.sent_at, zone, now)
    by = f" by {invitation.by}" if invitation.by else ""
    until = (
        f" · good until {clock_time(invitation.expires_at, zone, now)}" if invitation.state == "open" else ""
    )
    return f"{STATES[invitation.state]} · sent {sent}{by}{until}"
