"""Check your answers: everything once more, three statements, and the act that is "submit"."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from cases.attestation import Declaration
from cases.errors import Conflict, Invalid
from desk.agreement import agreement
from desk.wordbook import wordbook
from web.api.callers import onboard_of
from web.pages.form import Visit, visit_of
from web.pages.shell import PageRoute, language_of, page, see_other

router = APIRouter(include_in_schema=False, route_class=PageRoute)


@router.get("/check/{case_id}")
async def show(request: Request, case_id: str) -> Response:
    """The answers as they stand."""
    return await _page(await visit_of(request, case_id))


@router.post("/check/{case_id}")
async def submit(request: Request, case_id: str) -> Response:
    """Submit what was shown, with the declaration; shown again where it has changed meanwhile."""
    visit = await visit_of(request, case_id)
    async with request.form(max_files=0, max_fields=20) as form:
        sent = {name: value for name, value in form.items() if isinstance(value, str)}
    declaration = Declaration(
        authority="authority" in sent,
        ownership_complete="ownership" in sent,
        agreement="agreement" in sent,
        application_hash=sent.get("application_hash", ""),
        agreement_hash=sent.get("agreement_hash", ""),
    )
    address = request.client.host if request.client else None
    try:
        await visit.onboard.desk.submit(visit.person, visit.case_id, declaration, address=address)
    except (Conflict, Invalid) as error:
        return await _page(visit, str(error), error.status)
    return see_other(f"/chat/case/{visit.case_id}")


@router.get("/agreement")
async def show_agreement(request: Request) -> Response:
    """The merchant agreement."""
    language = language_of(request)
    shown, words = agreement(language), wordbook(language)
    version = onboard_of(request).desk.policy.agreement.version
    return page(
        "agreement",
        language,
        agreement=shown,
        title=words("check.agreement", version=version),
        only_english=words("check.only_english") if shown.language != language else "",
    )


async def _page(visit: Visit, wrong: str = "", status: int = 200) -> Response:
    answers = await visit.onboard.views.answers(visit.person, visit.case_id)
    return page(
        "check",
        answers.language,
        status=status,
        answers=answers,
        agreement=agreement(answers.language),
        version=visit.onboard.desk.policy.agreement.version,
        wrong=wrong,
    )
