"""A participant's own part of somebody else's application: the notice first, then the fields, then done.

No GET changes anything: that the notice was shown is recorded with the button below it, and nothing is
asked, or taken, before.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple, cast
from unicodedata import normalize
from urllib.parse import quote
from uuid import UUID

import pycountry
from babel import Locale
from fastapi import APIRouter, Request
from fastapi.responses import Response

from cases.access import Person
from cases.application import FieldName
from cases.errors import Conflict, Invalid, NotFound
from cases.languages import Language
from cases.participants import PersonalField
from desk.part_views import PartView
from desk.wordbook import wordbook
from web.api.callers import onboard_of
from web.composition import Onboard
from web.pages.shell import SIGN_IN, PageRoute, language_of, page, see_other, signed_in

router = APIRouter(prefix="/part", include_in_schema=False, route_class=PageRoute)

MASKED = frozenset(
    {
        PersonalField.DATE_OF_BIRTH,
        PersonalField.SOCIAL_SECURITY_NUMBER,
        PersonalField.IDENTITY_NUMBER,
        FieldName.TAX_ID,
    }
)
"""What is not to be seen while it is typed, nor sent back where it is wrong."""


class _Visit(NamedTuple):
    onboard: Onboard
    person: Person
    case_id: UUID
    language: Language

    async def part(self) -> PartView:
        """Their part as it is; raises NotFound."""
        return await self.onboard.views.part(self.person, self.case_id)

    @property
    def here(self) -> str:
        """The page's address, in its language."""
        return f"/part/{self.case_id}?lang={self.language}"


@router.get("/{case_id}")
async def show(request: Request, case_id: str) -> Response:
    """The part as it stands."""
    visit = await _visit_of(request, case_id)
    if visit is None:
        return _signed_out(request)
    return _page(visit, await visit.part(), saved="saved" in request.query_params)


@router.post("/{case_id}/notice")
async def begin(request: Request, case_id: str) -> Response:
    """Record that the notice was shown, and go on to what is asked."""
    visit = await _visit_of(request, case_id)
    if visit is None:
        return _signed_out(request)
    await visit.onboard.desk.show_part_notice(visit.person, visit.case_id, visit.language)
    return see_other(visit.here)


@router.post("/{case_id}")
async def save(request: Request, case_id: str) -> Response:
    """Keep what was entered; finish the part where that is asked for and nothing is wrong or missing."""
    visit = await _visit_of(request, case_id)
    if visit is None:
        return _signed_out(request)
    part, desk = await visit.part(), visit.onboard.desk
    async with request.form(max_files=0, max_fields=20) as form:
        sent = {name: value[:2000].strip() for name, value in form.items() if isinstance(value, str)}
    try:
        figures = {name: sent[name.value] for name in part.figures if sent.get(name.value)}
        details = {field: sent[field.value] for field in part.details if sent.get(field.value)}
        await desk.fill_part(visit.person, visit.case_id, figures, details)
        if "finish" not in sent:
            return see_other(f"{visit.here}&saved=1")
        if "declared" not in sent:
            return _page(visit, await visit.part(), sent, {"declared": "tick"}, status=422)
        await desk.finish_part(visit.person, visit.case_id, visit.language)
    except (Invalid, Conflict) as error:
        return _page(visit, await visit.part(), sent, _wrong(error), status=error.status)
    return see_other(visit.here)


async def _visit_of(request: Request, case_id: str) -> _Visit | None:
    """Who asks for which part; None where nobody is signed in, NotFound for no id."""
    person = await signed_in(request)
    if person is None:
        return None
    try:
        return _Visit(onboard_of(request), person, UUID(case_id), language_of(request))
    except ValueError:
        raise NotFound("There is no such case.") from None


def _wrong(error: Invalid | Conflict) -> dict[str, str]:
    """Which fields are wrong or missing, by the words that say so."""
    wrong = cast("list[dict[str, str]]", error.details.get("errors", []))
    missing = cast("list[str]", error.details.get("missing", []))
    return {each["field"]: f"wrong_{each['field']}" for each in wrong} | dict.fromkeys(missing, "missing")


@lru_cache
def countries(language: Language) -> list[tuple[str, str]]:
    """Every country's code (ISO 3166-1 alpha-2) and name, in the order of an index."""
    names = cast("Mapping[str, str]", Locale(language).territories)
    named = [(country.alpha_2, names.get(country.alpha_2, country.name)) for country in pycountry.countries]
    return sorted(named, key=lambda pair: normalize("NFKD", pair[1]).casefold())


def _signed_out(request: Request) -> Response:
    """Most have no password, and a letter with a link instead."""
    language = language_of(request)
    words = wordbook(language)
    return page(
        "told",
        language,
        status=401,
        title=words("part.title"),
        lines=[words("part.signed_out")],
        picture="",
        action="",
        button="",
        link=f"{SIGN_IN}?next=/part/{quote(request.path_params['case_id'])}",
        link_text=words("start.sign_in"),
    )


def _page(
    visit: _Visit,
    part: PartView,
    sent: dict[str, str] | None = None,
    errors: dict[str, str] | None = None,
    *,
    saved: bool = False,
    status: int = 200,
) -> Response:
    asked = [*part.details, *part.figures]
    return page(
        "part",
        visit.language,
        status=status,
        part=part,
        business=part.business or wordbook(visit.language)("part.business_unknown"),
        asked=[field.value for field in asked],
        masked={field.value for field in asked if field in MASKED},
        countries=countries(visit.language),
        sent=sent or {},
        errors=errors or {},
        saved=saved,
    )
