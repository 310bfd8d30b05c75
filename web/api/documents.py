"""Documents over REST: send, list, download, take back, refuse."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query, Request, Response, status
from pydantic import BaseModel, ConfigDict, Field

from cases.documents import DocumentKind, RefusalCode
from cases.errors import NotFound
from desk.document_views import DocumentView
from desk.documents import LONGEST_COMMENT
from desk.views import Papers
from tools.documents.kinds import ACCEPTED
from tools.documents.reception import attach, receive
from web.api.callers import Caller, Installation
from web.api.idempotency import IdempotentRoute, derived_id
from web.api.merchants import CaseId
from web.api.refusals import refusals
from web.downloads import download
from web.receiving import read_sent

router = APIRouter(prefix="/api/merchants/{request_id}", tags=["Documents"], route_class=IdempotentRoute)

_FILE = {"type": "string", "format": "binary"}
_FORM = {
    "type": "object",
    "required": ["file"],
    "properties": {"file": _FILE, "kind": {"type": "string", "enum": [kind.value for kind in DocumentKind]}},
}
BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {"schema": _FORM},
            **{media_type: {"schema": _FILE} for media_type in ACCEPTED},
        },
    }
}


def _document_id(
    document_id: Annotated[
        str, Path(description="The id of the document.", json_schema_extra={"format": "uuid"})
    ],
) -> UUID:
    try:
        return UUID(document_id)
    except ValueError:
        raise NotFound("There is no such document.") from None


DocumentId = Annotated[UUID, Depends(_document_id)]


class Refusal(BaseModel):
    """Why a document cannot be used; the merchant reads the comment."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"reason": "blurred", "comment": "The stamp cannot be read."}]},
    )

    reason: RefusalCode
    comment: Annotated[str, Field(max_length=LONGEST_COMMENT)] = ""


@router.post(
    "/documents",
    status_code=status.HTTP_201_CREATED,
    summary="Send a document",
    responses=refusals(401, 403, 404, 409, 413, 422, 429),
    openapi_extra=BODY,
)
async def send(
    request: Request,
    person: Caller,
    case_id: CaseId,
    onboard: Installation,
    name: Annotated[str, Query(max_length=300, description="The file's name, for a bare body.")] = "",
    kind: Annotated[DocumentKind, Query(description="What it shows, for a bare body.")] = DocumentKind.OTHER,
) -> DocumentView:
    """Send a PDF, JPEG, PNG or HEIC file of at most 10 MB, as a form or as the bare body.

    The type is found by the content alone; a name or `Content-Type` that says something else is
    refused. A picture is kept without what a camera wrote into it. What a PDF says is offered to the
    merchant, who takes it over or leaves it.
    """
    document = await receive(
        onboard.desk,
        onboard.inspector,
        person,
        case_id,
        lambda: read_sent(request, name, kind),
        derived_id(request, "document"),
    )
    papers = await onboard.views.papers(person, case_id, "en")
    return next(each for each in papers.documents if each.id == document.id)


@router.post(
    "/attachments",
    status_code=status.HTTP_201_CREATED,
    summary="Attach a file that only staff see",
    responses=refusals(401, 403, 404, 409, 413, 422, 429),
    openapi_extra=BODY,
)
async def attach_for_staff(
    request: Request,
    person: Caller,
    case_id: CaseId,
    onboard: Installation,
    name: Annotated[str, Query(max_length=300, description="The file's name, for a bare body.")] = "",
    kind: Annotated[DocumentKind, Query(description="What it shows, for a bare body.")] = DocumentKind.OTHER,
) -> DocumentView:
    """Attach what backs a check made elsewhere, such as a register's answer. Reviewers and compliance only.

    The file is looked into as every document is. The merchant sees nothing of it.
    """
    document = await attach(
        onboard.desk,
        onboard.inspector,
        person,
        case_id,
        lambda: read_sent(request, name, kind),
        derived_id(request, "attachment"),
    )
    papers = await onboard.views.papers(person, case_id, "en")
    return next(each for each in papers.documents if each.id == document.id)


@router.get("/documents", summary="List the documents", responses=refusals(401, 404, 422, 429))
async def list_documents(person: Caller, case_id: CaseId, onboard: Installation) -> Papers:
    """The documents that the caller may see, and what was read from them and waits for the merchant."""
    return await onboard.views.papers(person, case_id, "en")


@router.get(
    "/documents/{document_id}",
    summary="Download a document",
    response_class=Response,
    responses={
        200: {"content": {media_type: {"schema": _FILE} for media_type in ACCEPTED}},
        **refusals(401, 404, 422, 429),
    },
)
async def read_document(
    person: Caller, case_id: CaseId, document_id: DocumentId, onboard: Installation
) -> Response:
    """The document as an attachment."""
    return download(await onboard.views.document(person, case_id, document_id))


@router.delete(
    "/documents/{document_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    summary="Take a document back",
    responses=refusals(401, 403, 404, 409, 422, 429),
)
async def remove(person: Caller, case_id: CaseId, document_id: DocumentId, onboard: Installation) -> None:
    """Take a document back that has not been handed in yet; it is erased."""
    await onboard.desk.remove_document(person, case_id, document_id)


@router.post(
    "/documents/{document_id}/refuse",
    summary="Refuse a document",
    responses=refusals(401, 403, 404, 409, 413, 422, 429),
)
async def refuse(
    person: Caller, case_id: CaseId, document_id: DocumentId, refusal: Refusal, onboard: Installation
) -> DocumentView:
    """Mark a document as unusable; its sender reads why. Reviewers only."""
    await onboard.desk.refuse_document(person, case_id, document_id, refusal.reason, refusal.comment)
    papers = await onboard.views.papers(person, case_id, "en")
    return next(each for each in papers.documents if each.id == document_id)
