"""Going on later or on another device: a picture for a telephone's camera, or a letter."""

from __future__ import annotations

from base64 import b64encode
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Request
from fastapi.responses import Response

from cases.errors import Forbidden, NotFound
from cases.languages import Language
from desk.links import LIFETIMES, LinkBody, LinkKind, Links
from desk.promises import moment
from desk.wordbook import wordbook
from notices.pictures import qr_code
from web.chat.visitor import zone_of
from web.composition import continue_letters
from web.pages.form import Visit, visit_of
from web.pages.shell import PageRoute, page
from web.pages.start import TooMany, require_rate

router = APIRouter(prefix="/device", include_in_schema=False, route_class=PageRoute)


class _Place(NamedTuple):
    """Somebody of the merchant's side and where they go on; ``applies``: it is their own application."""

    visit: Visit
    language: Language
    leads_to: Literal["talk", "upload", "part"]
    applies: bool


@router.get("/{case_id}")
async def show(request: Request, case_id: str) -> Response:
    """What there is to choose from. Nothing changes."""
    return _page(await _place(request, case_id))


@router.post("/{case_id}/code")
async def show_code(request: Request, case_id: str) -> Response:
    """A link as a picture, good once and for minutes."""
    place = await _place(request, case_id)
    onboard, person, words = place.visit.onboard, place.visit.person, wordbook(place.language)
    if not person.enters_by_link:
        raise Forbidden(words("link.device_staff"))
    body = LinkBody(email=person.email, name=person.name, language=place.language, leads_to=place.leads_to)
    links, case = Links(onboard.desk), place.visit.case_id
    secret = await links.make(LinkKind.DEVICE, body, person_id=person.id, case_id=case)
    now, zone = onboard.desk.clock(), zone_of(request.cookies)
    known = zone if isinstance(zone, ZoneInfo) else None
    ends = moment(now + LIFETIMES[LinkKind.DEVICE], now, known, place.language)
    return _page(place, url=f"{onboard.settings.public_url}/link/{secret}", ends=ends)


@router.post("/{case_id}/letter")
async def send_letter(request: Request, case_id: str) -> Response:
    """A letter with a link, to the mailbox of the account."""
    place = await _place(request, case_id)
    try:
        require_rate(request, place.visit.person.email, place.language)
    except TooMany as error:
        return _page(place, wrong=str(error), status=error.status)
    await continue_letters(place.visit.onboard).send(place.visit.person, place.visit.case_id)
    return _page(place, told=wordbook(place.language)("link.continue_sent"))


async def _place(request: Request, case_id: str) -> _Place:
    """Raises NotFound for who does not see the case from the merchant's side."""
    visit = await visit_of(request, case_id)
    papers = await visit.onboard.views.papers(visit.person, visit.case_id)
    if papers.inside:
        raise NotFound("There is no such case.")
    applies = await _applies(visit)
    if request.query_params.get("to") == "upload":
        return _Place(visit, papers.language, "upload", applies)
    return _Place(visit, papers.language, "talk" if applies else "part", applies)


async def _applies(visit: Visit) -> bool:
    try:
        await visit.onboard.desk.expect_letter(visit.person, visit.case_id)
    except (NotFound, Forbidden):
        return False
    return True


def _page(
    place: _Place, *, url: str = "", ends: str = "", told: str = "", wrong: str = "", status: int = 200
) -> Response:
    case_id = place.visit.case_id
    back = {"talk": f"/chat/case/{case_id}", "upload": f"/upload/{case_id}", "part": f"/part/{case_id}"}
    return page(
        "device",
        place.language,
        status=status,
        case_id=case_id,
        to="?to=upload" if place.leads_to == "upload" else "",
        back=back[place.leads_to],
        applies=place.applies,
        email=place.visit.person.email,
        picture=f"data:image/png;base64,{b64encode(qr_code(url)).decode()}" if url else "",
        url=url,
        ends=ends,
        told=told,
        wrong=wrong,
    )
