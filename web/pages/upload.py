"""Sending documents: a page for phone and desk, which works without a script as well."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated, NamedTuple, NoReturn
from uuid import UUID, uuid4

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import JSONResponse, Response

from cases.access import Person
from cases.application import FieldName
from cases.documents import DocumentKind, RefusalCode
from cases.errors import Invalid, NotFound, OnboardError
from desk.views import Papers
from desk.wordbook import Wordbook, wordbook
from tools.documents.flaws import Flaw
from tools.documents.reception import attach, receive
from web.api.callers import onboard_of
from web.composition import Onboard
from web.downloads import download
from web.pages.shell import HEADERS, HOME, SIGN_IN, PageRoute, page, see_other, signed_in
from web.receiving import read_sent

router = APIRouter(prefix="/upload", include_in_schema=False, route_class=PageRoute)


class Visit(NamedTuple):
    """A request of somebody who is signed in, about the documents of one case."""

    request: Request
    onboard: Onboard
    person: Person
    case_id: UUID


async def _visit(request: Request, case_id: str) -> Visit:
    person = await signed_in(request)
    if person is None:
        _go(SIGN_IN)
    try:
        return Visit(request, onboard_of(request), person, UUID(case_id))
    except ValueError:
        _go(HOME)


Visiting = Annotated[Visit, Depends(_visit)]


@router.get("/{case_id}")
async def show(visit: Visiting) -> Response:
    """The page; home for who may not see the case. ``?kind=`` chooses what it is to show."""
    try:
        return _page(visit, await _papers(visit), chosen=visit.request.query_params.get("kind", ""))
    except NotFound:
        _go(HOME)


@router.post("/{case_id}")
async def send(visit: Visiting) -> Response:
    """Take one document in."""
    desk, inspector = visit.onboard.desk, visit.onboard.inspector

    async def act() -> str:
        document = await receive(
            desk, inspector, visit.person, visit.case_id, lambda: read_sent(visit.request), uuid4()
        )
        papers = await _papers(visit)
        name = next(each.name for each in papers.documents if each.id == document.id)
        return wordbook(papers.language)("document.sent_ok", name=name)

    return await _answer(visit, act)


@router.post("/{case_id}/attachments")
async def attach_for_staff(visit: Visiting) -> Response:
    """Take in a file that only staff see; a script reads its id."""
    desk, inspector, document_id = visit.onboard.desk, visit.onboard.inspector, uuid4()

    async def act() -> str:
        kept = await attach(
            desk, inspector, visit.person, visit.case_id, lambda: read_sent(visit.request), document_id
        )
        return str(kept.id)

    return await _answer(visit, act)


@router.post("/{case_id}/offers")
async def settle(visit: Visiting) -> Response:
    """Take over what was read from a document, or leave it."""
    desk, form = visit.onboard.desk, await _fields(visit.request)

    async def act() -> None:
        try:
            name, source_seq = FieldName(form.get("field", "")), int(form.get("source", ""))
        except ValueError:
            raise Invalid("There is no such offer.") from None
        do = desk.accept_offer if form.get("take") == "1" else desk.decline_offer
        await do(visit.person, visit.case_id, name, source_seq)

    return await _answer(visit, act)


@router.get("/{case_id}/{document_id}")
async def hand_out(visit: Visiting, document_id: str) -> Response:
    """A document as a file."""
    views = visit.onboard.views
    try:
        return download(await views.document(visit.person, visit.case_id, _document_id(document_id)))
    except NotFound:
        _go(HOME)


@router.post("/{case_id}/{document_id}/remove")
async def remove(visit: Visiting, document_id: str) -> Response:
    """Take a document back."""

    async def act() -> None:
        await visit.onboard.desk.remove_document(visit.person, visit.case_id, _document_id(document_id))

    return await _answer(visit, act)


@router.post("/{case_id}/{document_id}/refuse")
async def refuse(visit: Visiting, document_id: str) -> Response:
    """Mark a document as unusable."""
    desk, form = visit.onboard.desk, await _fields(visit.request)

    async def act() -> None:
        try:
            reason = RefusalCode(form.get("reason", ""))
        except ValueError:
            raise Invalid("There is no such reason.") from None
        comment = form.get("comment", "")
        await desk.refuse_document(visit.person, visit.case_id, _document_id(document_id), reason, comment)

    return await _answer(visit, act)


async def _answer(visit: Visit, act: Callable[[], Awaitable[str | None]]) -> Response:
    """Do it, and show the page; to a script, what it says and the list as it is now."""
    refused: OnboardError | None = None
    told: str | None = None
    try:
        told = await act()
    except NotFound:
        _go(HOME)
    except OnboardError as error:
        refused = error
    papers = await _papers(visit)
    if refused is not None:
        told = _in_words(refused, wordbook(papers.language))
    status = refused.status if refused else 200
    if "application/json" in visit.request.headers.get("accept", ""):
        drawn = _draw("upload_papers", visit, papers).body
        return JSONResponse({"told": told, "papers": bytes(drawn).decode()}, status, headers=HEADERS)
    if refused is None:
        return see_other(f"/upload/{visit.case_id}")
    return _page(visit, papers, told or "", status)


async def _papers(visit: Visit) -> Papers:
    return await visit.onboard.views.papers(visit.person, visit.case_id)


def _page(visit: Visit, papers: Papers, wrong: str = "", status: int = 200, *, chosen: str = "") -> Response:
    kinds = [kind.value for kind in DocumentKind]
    back = f"/part/{visit.case_id}" if papers.beside else f"/chat/case/{visit.case_id}"
    return _draw("upload", visit, papers, status, wrong=wrong, kinds=kinds, back=back, chosen=chosen)


def _draw(template: str, visit: Visit, papers: Papers, status: int = 200, **values: object) -> Response:
    reasons = [reason.value for reason in RefusalCode]
    more = {"case_id": visit.case_id, "papers": papers, "reasons": reasons, **values}
    return page(template, papers.language, status=status, **more)


def _in_words(error: OnboardError, words: Wordbook) -> str:
    """The refusal in the page's language; what is the desk's own is in it already."""
    flaw = error.code.removeprefix("document_")
    is_flaw = error.code.startswith("document_") and flaw in {known.value for known in Flaw}
    return words(f"document.flaw_{flaw}") if is_flaw else str(error)


async def _fields(request: Request) -> dict[str, str]:
    async with request.form(max_files=0, max_fields=10) as form:
        return {name: value for name, value in form.items() if isinstance(value, str)}


def _document_id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound("There is no such document.") from None


def _go(where: str) -> NoReturn:
    raise HTTPException(303, headers={"Location": where})
