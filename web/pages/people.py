"""Others on the merchant's side, as the applicant sees them: who was asked for which part, done or not."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Request
from fastapi.responses import Response
from pydantic import BaseModel, StringConstraints

from cases.access import Person
from cases.errors import Invalid, NotFound, OnboardError
from cases.languages import known_language
from cases.participants import Part
from desk.part_views import Helper, Helpers
from desk.wordbook import wordbook
from web.pages.form import Visit, visit_of
from web.pages.post import Post
from web.pages.shell import PageRoute, page, see_other
from web.pages.start import require_rate

router = APIRouter(prefix="/people", include_in_schema=False, route_class=PageRoute)

Text = Annotated[str, StringConstraints(strip_whitespace=True)]


class _Invitation(BaseModel):
    """What the form says."""

    name: Text = ""
    email: Text = ""
    part: str = Part.CO_OWNER.value
    lang: str = ""


@router.get("/{case_id}")
async def show(request: Request, case_id: str) -> Response:
    """The list, and the form; ``?name=`` fills the name in."""
    visit = await visit_of(request, case_id)
    helpers = await _helpers(visit)
    asked = request.query_params
    return _page(helpers, _Invitation(name=asked.get("name", "")[:100]), told=_told(helpers, request))


@router.post("/{case_id}")
async def invite(request: Request, case_id: str) -> Response:
    """Ask somebody for a part, by a letter with a link that is theirs alone."""
    visit = await visit_of(request, case_id)
    helpers = await _helpers(visit)
    async with request.form(max_files=0, max_fields=10) as form:
        sent = _Invitation.model_validate({key: str(value)[:254] for key, value in form.items()})
    language = known_language(sent.lang) or helpers.language
    try:
        require_rate(request, sent.email, helpers.language)
        invited = await _reach(visit, helpers, sent)
        await visit.onboard.desk.invite(visit.person, visit.case_id, invited, sent.name, Part(sent.part))
        await Post(visit.onboard).send_part(invited, visit.case_id, language)
    except OnboardError as error:
        return _page(await _helpers(visit), sent, wrong=str(error), status=error.status)
    return see_other(f"/people/{visit.case_id}?sent={invited.id}")


@router.post("/{case_id}/{person_id}/again")
async def send_again(request: Request, case_id: str, person_id: str) -> Response:
    """Send a new link in the place of the one before."""
    visit = await visit_of(request, case_id)
    helpers = await _helpers(visit)
    helper = _invited(helpers, person_id)
    person = await visit.onboard.people.person(helper.person_id)
    try:
        require_rate(request, person.email, helpers.language)
        await Post(visit.onboard).send_part(person, visit.case_id, helpers.language)
    except OnboardError as error:
        return _page(helpers, _Invitation(), wrong=str(error), status=error.status)
    return see_other(f"/people/{visit.case_id}?sent={helper.person_id}")


@router.post("/{case_id}/{person_id}/remove")
async def take_back(request: Request, case_id: str, person_id: str) -> Response:
    """Take an invitation back."""
    visit = await visit_of(request, case_id)
    helper = _invited(await _helpers(visit), person_id)
    await visit.onboard.desk.remove_participant(visit.person, visit.case_id, helper.person_id)
    return see_other(f"/people/{visit.case_id}?removed=1")


async def _helpers(visit: Visit) -> Helpers:
    return await visit.onboard.views.helpers(visit.person, visit.case_id)


async def _reach(visit: Visit, helpers: Helpers, sent: _Invitation) -> Person:
    """Whose mailbox it is; an account is made for them only where they can be invited."""
    if not helpers.may_invite or sent.part not in {part.value for part in Part}:
        raise Invalid(wordbook(helpers.language)("part.closed"))
    if len(sent.name) < 2:
        raise Invalid(wordbook(helpers.language)("part.bad_name"))
    try:
        return await visit.onboard.people.of_mailbox(sent.email, sent.name)
    except (Invalid, NotFound):
        raise Invalid(wordbook(helpers.language)("part.bad_address")) from None


def _invited(helpers: Helpers, person_id: str) -> Helper:
    for helper in helpers.invited:
        if str(helper.person_id) == person_id:
            return helper
    raise NotFound("There is no such invitation.")


def _told(helpers: Helpers, request: Request) -> str:
    """What came of what was just done."""
    words, asked = wordbook(helpers.language), request.query_params
    names = {str(helper.person_id): helper.name for helper in helpers.invited}
    if (name := names.get(asked.get("sent", ""))) is not None:
        return words("part.sent", name=name)
    return words("part.removed") if "removed" in asked else ""


def _page(
    helpers: Helpers, invitation: _Invitation, *, told: str = "", wrong: str = "", status: int = 200
) -> Response:
    return page(
        "people",
        helpers.language,
        status=status,
        helpers=helpers,
        invitation=invitation,
        parts=[part.value for part in Part],
        told=told,
        wrong=wrong,
    )
