"""Taking a document in: what the desk allows is looked into, and what is sound is handed to the desk."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import PurePath
from uuid import UUID

from cases.access import Person
from cases.documents import Document, DocumentKind
from cases.errors import Invalid, TooLarge
from desk.desk import Desk
from desk.documents import Paper
from desk.wordbook import wordbook
from tools.documents.flaws import Flaw, Flawed
from tools.documents.inspection import Inspector
from tools.documents.kinds import JPEG, PDF, PNG

ENDING = {PDF: "pdf", JPEG: "jpg", PNG: "png"}


@dataclass(frozen=True)
class Sent:
    """A file as it came in; ``claimed`` is the media type that it was sent under."""

    name: str
    kind: DocumentKind
    claimed: str
    content: bytes


async def receive(
    desk: Desk,
    inspector: Inspector,
    person: Person,
    case_id: UUID,
    read: Callable[[], Awaitable[Sent]],
    document_id: UUID,
) -> Document:
    """Keep a document, or nothing of it; raises what ``refusal`` makes, or the desk's own refusals.

    Where the person may not send one, it is not even read.
    """
    await desk.expect_document(person, case_id)
    paper = await _inspect(inspector, await read())
    return await desk.receive_document(person, case_id, paper, document_id)


async def attach(
    desk: Desk,
    inspector: Inspector,
    person: Person,
    case_id: UUID,
    read: Callable[[], Awaitable[Sent]],
    document_id: UUID,
) -> Document:
    """Keep a file that only staff see, looked into as every document is; raises what ``receive`` does."""
    await desk.expect_attachment(person, case_id)
    paper = await _inspect(inspector, await read())
    return await desk.attach_document(person, case_id, paper, document_id)


async def _inspect(inspector: Inspector, sent: Sent) -> Paper:
    try:
        inspected = await inspector.inspect(sent.content, sent.name, sent.claimed)
    except Flawed as error:
        raise refusal(error.flaw) from None
    return Paper(
        name=_named(sent.name or sent.kind.value, inspected.media_type),
        kind=sent.kind,
        media_type=inspected.media_type,
        content=inspected.content,
        sha256=hashlib.sha256(inspected.content).hexdigest(),
        pages=inspected.pages,
        text=inspected.text,
    )


def _named(name: str, media_type: str) -> str:
    """The name with the ending of what is kept, so that it opens after a download."""
    return f"{PurePath(name).stem}.{ENDING[media_type]}"


def refusal(flaw: Flaw) -> Invalid | TooLarge:
    """The refusal of a file with a flaw, which says what to do; its code begins with ``document_``."""
    kind = TooLarge if flaw is Flaw.TOO_LARGE else Invalid
    return kind(wordbook("en")(f"document.flaw_{flaw.value}"), code=f"document_{flaw.value}")
