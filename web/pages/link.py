"""Opening a one-time link: looking changes nothing, the button uses it up (mail scanners only look)."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated
from uuid import UUID, uuid5

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from cases.access import Person, Role
from desk.links import Link, LinkKind, LinkRefused, Links
from desk.wordbook import wordbook
from web.api.callers import onboard_of
from web.chat.entry import let_in
from web.composition import Onboard
from web.pages.post import Post
from web.pages.shell import PageRoute, language_of, page
from web.pages.start import require_rate

router = APIRouter(prefix="/link", include_in_schema=False, route_class=PageRoute)

Installation = Annotated[Onboard, Depends(onboard_of)]


@router.api_route("/{secret}", methods=["GET", "HEAD"])
async def look(secret: str, onboard: Installation) -> Response:
    """One button. Nothing changes."""
    link = await Links(onboard.desk).look(secret)
    return page(
        "link",
        link.body.language,
        secret=secret,
        may_choose=link.body.leads_to == "talk" and link.kind is not LinkKind.REOPEN,
        reopens=link.kind is LinkKind.REOPEN,
        asked_by=link.body.asked_by,
        note=link.body.note,
    )


@router.post("/{secret}")
async def use(secret: str, request: Request, onboard: Installation) -> Response:
    """Sign its reader in, and lead them to where the link leads.

    What follows from a link comes before it is used up, and can be done twice without harm: one that a
    killed process left half done works again.
    """
    links = Links(onboard.desk)
    link = await _as_chosen(await links.look(secret), request)
    person = await _reader(onboard, link)
    if link.kind is LinkKind.REOPEN and link.case_id:
        await _reopen(onboard, person, link.case_id)
    where = _destination(link, link.case_id) if link.case_id else await _going_on(onboard, link, person)
    await links.use(link)
    return await let_in(request, person, where)


@router.post("/{secret}/renew")
async def renew(secret: str, request: Request, onboard: Installation) -> Response:
    """Send another link in the place of one that is used up or over, to the same mailbox."""
    link = await Links(onboard.desk).renewable(secret)
    if link is None:
        raise LinkRefused("unknown")
    language = language_of(request)
    require_rate(request, link.body.email, language)
    await _send_another(onboard, link)
    words = wordbook(language)
    return page(
        "told",
        language,
        title=words("link.renewed_title"),
        lines=[words("link.renewed_text")],
        picture="",
        action="",
        button="",
        link="/start",
        link_text=words("link.home"),
    )


async def _send_another(onboard: Onboard, link: Link) -> None:
    post = Post(onboard)
    if link.kind is LinkKind.PART and link.case_id is not None:
        await post.send_part(await _reader(onboard, link), link.case_id, link.body.language)
        return
    if link.kind is LinkKind.INVITATION and not link.is_used:
        await post.send_link(link.kind, link.body, created_by=link.created_by)
        return
    kind = LinkKind.CONTINUE if link.case_id else LinkKind.START
    kind = link.kind if link.kind is LinkKind.REOPEN else kind
    await post.send_link(kind, link.body, case_id=link.case_id)


async def _reopen(onboard: Onboard, person: Person, case_id: UUID) -> None:
    """Open an application again that was closed as incomplete; where it is open, nothing happens."""
    if (await onboard.views.status(person, case_id)).public_state == "Closed":
        await onboard.desk.reopen(person, case_id)


async def _as_chosen(link: Link, request: Request) -> Link:
    """The link, leading to the form where its reader would rather fill that in than talk."""
    async with request.form(max_files=0, max_fields=2) as form:
        by_form = form.get("how") == "form"
    if not by_form or link.body.leads_to != "talk":
        return link
    return replace(link, body=link.body.model_copy(update={"leads_to": "form"}))


async def _reader(onboard: Onboard, link: Link) -> Person:
    """The account of who reads the mailbox, made where there is none. No link signs staff in."""
    if link.person_id is not None:
        person = await onboard.people.person(link.person_id)
    else:
        person = await onboard.people.of_mailbox(link.body.email, link.body.name or None)
    if person.roles != MERCHANT_ONLY:
        raise LinkRefused("unknown")
    return person


async def _going_on(onboard: Onboard, link: Link, person: Person) -> str:
    """Where the person goes on: with their own application, else with a part of another's, else anew."""
    open_ones = [line for line in (await onboard.views.cases(person)).cases if line.public_state in _GOES_ON]
    if open_ones:
        return _destination(link, open_ones[0].case_id)
    if link.kind is not LinkKind.INVITATION and (parts := await onboard.views.parts(person)):
        return _part(link, parts[0])
    case_id = uuid5(link.id, "case")
    await onboard.desk.begin(person, case_id, link.body.email, link.body.language)
    return _destination(link, case_id)


MERCHANT_ONLY = frozenset({Role.MERCHANT})

_GOES_ON = frozenset({"Your turn", "In review", "Approved", "Being set up"})


def _destination(link: Link, case_id: UUID) -> str:
    match link.body.leads_to:
        case "talk":
            return f"/chat/case/{case_id}"
        case "form":
            return f"/form/{case_id}"
        case "upload":
            return f"/upload/{case_id}"
        case "part":
            return _part(link, case_id)


def _part(link: Link, case_id: UUID) -> str:
    return f"/part/{case_id}?lang={link.body.language}"
