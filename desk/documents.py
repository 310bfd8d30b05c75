"""Documents: sent from the merchant's side, taken back, found unusable; or attached for staff alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from uuid import UUID

from cases.access import Audience, Person, Role, reads_as_staff, require
from cases.asking import documents_of
from cases.documents import MOST, MOST_ATTACHED, Document, DocumentKind, RefusalCode
from cases.errors import Conflict, Forbidden, Invalid, NotFound
from cases.events import (
    DocumentReceived,
    DocumentRefused,
    DocumentRemoved,
)
from cases.record import CaseRecord
from cases.sensitive import drop_cards, tokenise
from cases.states import OPEN_FOR_FACTS, SUBMITTABLE, UNDER_REVIEW
from desk.conversation import READ_BY_THE_TEAM, Hidden, hide, require_merchant_of
from desk.draft import Author, Draft, require_sight
from desk.naming import for_merchant
from desk.review import require_examiner
from desk.wordbook import Wordbook, wordbook

LONGEST_TEXT = 20_000
"""Characters that are kept of what can be read in a document."""

LONGEST_NAME = 80
LONGEST_COMMENT = 500


@dataclass(frozen=True)
class Paper:
    """A document that was looked into and can be kept; ``name`` is what its sender calls it."""

    name: str
    kind: DocumentKind
    media_type: str
    content: bytes
    sha256: str
    pages: int = 1
    text: str = ""


def require_sendable(draft: Draft, person: Person) -> Author:
    """The author of a document; raises NotFound, Forbidden or Conflict where none may be sent."""
    author = _sender(draft, person)
    closed = wordbook(draft.record.language)("document.closed")
    draft.require_state(OPEN_FOR_FACTS, code="not_possible_now", message=closed)
    if len(_usable(draft.record, internal=False)) >= MOST:
        raise Conflict(wordbook(draft.record.language)("document.too_many"), code="too_many_documents")
    return author


def require_attachable(draft: Draft, person: Person) -> Author:
    """The author of a file for staff alone; raises NotFound, Forbidden or Conflict where there is none."""
    author = require_examiner(draft, person)
    if len(_usable(draft.record, internal=True)) >= MOST_ATTACHED:
        message = f"There are {MOST_ATTACHED} files for the team already; refuse one that is not needed."
        raise Conflict(message, code="too_many_documents")
    return author


def receive(draft: Draft, person: Person, paper: Paper, document_id: UUID) -> Document:
    """Keep a document; the team reads it next if it is the applicant's and has text.

    The same ``document_id`` or the same file again is the same document again: it is returned, and
    nothing is added.
    """
    if (known := _known(draft.record, person, paper, document_id)) is not None:
        return known
    author = require_sendable(draft, person)
    own = author.role == "merchant"
    received = _received(draft, paper, document_id, paper.text)
    draft.files[document_id] = paper.content
    _add(draft, received, author, None if own else person.id)
    if own:
        words = wordbook(draft.record.language)
        draft.tell(words("document.told_received", name=received.name))
        if received.text and draft.record.state in READ_BY_THE_TEAM:
            draft.enqueue("turn")
    return draft.record.documents[document_id]


def attach(draft: Draft, person: Person, paper: Paper, document_id: UUID) -> Document:
    """Keep a file that only staff see, such as a register's answer; what it says is offered to nobody.

    The same ``document_id`` or the same file again is the same document again, as with ``receive``.
    """
    if (known := _known(draft.record, person, paper, document_id)) is not None:
        return known
    author = require_attachable(draft, person)
    draft.files[document_id] = paper.content
    draft.add(_received(draft, paper, document_id, text=""), author)
    return draft.record.documents[document_id]


def remove(draft: Draft, person: Person, document_id: UUID) -> None:
    """Take a document back that is not submitted yet; raises NotFound, Conflict."""
    author = _sender(draft, person)
    document = find(draft.record, person, document_id)
    if document.by != str(person.id) or not is_unsubmitted(draft.record, document):
        raise Conflict("This document can no longer be removed.", code="not_possible_now")
    own = author.role == "merchant"
    _add(draft, DocumentRemoved(document_id=document_id), author, None if own else person.id)


def refuse(draft: Draft, person: Person, document_id: UUID, reason: RefusalCode, comment: str = "") -> None:
    """Mark a document as unusable and tell its sender why; nothing else of the case changes."""
    require_sight(draft, person)
    require(person, Role.REVIEWER)
    if not reads_as_staff(person, draft.record.opened_by):
        raise Forbidden("Nobody judges documents of an application of their own.")
    document = find(draft.record, person, document_id)
    if document.refused is not None:
        raise Conflict("This document is refused already.", code="not_possible_now")
    if reason is RefusalCode.OTHER and not comment.strip():
        raise Invalid("Please say what is wrong with the document.", code="comment_needed")
    if len(comment) > LONGEST_COMMENT:
        raise Invalid(f"A comment has at most {LONGEST_COMMENT} characters.", code="invalid")
    words = " ".join(comment.split())
    said = hide(draft, words if document.internal else for_merchant(words))
    refused = DocumentRefused(document_id=document_id, reason=reason, comment=said.text, secrets=said.secrets)
    if document.internal:
        draft.add(refused, Author(str(person.id), "reviewer"))
        return
    own = document.by == str(draft.record.opened_by)
    _add(draft, refused, Author(str(person.id), "reviewer"), None if own else UUID(document.by))
    if own:
        book = wordbook(draft.record.language)
        draft.tell(book("document.told_refused", name=document.name, reason=why(book, reason, said.text)))


def find(record: CaseRecord, person: Person, document_id: UUID) -> Document:
    """A document that the person may see; raises NotFound."""
    seen = {document.id: document for document in visible(record, person)}
    if document_id not in seen:
        raise NotFound("There is no such document.")
    return seen[document_id]


def visible(record: CaseRecord, person: Person) -> tuple[Document, ...]:
    """The documents that a person may see: all for staff, for anybody else those that they sent."""
    staff = reads_as_staff(person, record.opened_by)
    return tuple(d for d in record.documents.values() if staff or d.by == str(person.id))


def is_unsubmitted(record: CaseRecord, document: Document) -> bool:
    """Whether a document may still be taken back: usable, and no application was handed in with it."""
    is_new = document.seq > record.submitted_seq
    return record.state in SUBMITTABLE and document.refused is None and is_new


def why(words: Wordbook, reason: RefusalCode, comment: str) -> str:
    """Why a document cannot be used, as its sender reads it."""
    sentence = words(f"document.reason_{reason.value}")
    return f"{sentence} {words('document.reviewer_says', comment=comment)}" if comment else sentence


def document_at(record: CaseRecord, seq: int) -> Document:
    """The document that was received at ``seq``; raises NotFound for one that was removed."""
    for document in record.documents.values():
        if document.seq == seq:
            return document
    raise NotFound("There is no such document.")


def sanitise(name: str) -> str:
    """A file's name without folders and signs that mean something to a system or a page."""
    last = PurePath(name.replace("\\", "/")).name
    plain = "".join(c if c.isprintable() and c not in "<>:\"|?*&;%$`'" else " " for c in last)
    stem, dot, ending = " ".join(plain.split()).strip(". ").rpartition(".")
    return f"{(stem or ending)[:LONGEST_NAME]}{dot if stem else ''}{ending[:5] if stem else ''}" or "document"


def _usable(record: CaseRecord, *, internal: bool) -> list[Document]:
    return [d for d in record.documents.values() if d.refused is None and d.internal is internal]


def _known(record: CaseRecord, person: Person, paper: Paper, document_id: UUID) -> Document | None:
    """The same document, where the person sent it before."""
    for known in record.documents.values():
        is_same = known.id == document_id or (known.sha256 == paper.sha256 and known.refused is None)
        if is_same and known.by == str(person.id):
            return known
    return None


def _received(draft: Draft, paper: Paper, document_id: UUID, text: str) -> DocumentReceived:
    name = hide(draft, sanitise(paper.name))
    readable = _hide_text(draft, text[:LONGEST_TEXT], name)
    return DocumentReceived(
        document_id=document_id,
        document_kind=paper.kind,
        name=name.text,
        media_type=paper.media_type,
        size=len(paper.content),
        sha256=paper.sha256,
        pages=paper.pages,
        text=readable.text,
        secrets={**name.secrets, **readable.secrets},
    )


def _sender(draft: Draft, person: Person) -> Author:
    if person.id in draft.record.participants:
        return Author(str(person.id), "participant")
    return require_merchant_of(draft, person)


def _add(
    draft: Draft,
    body: DocumentReceived | DocumentRefused | DocumentRemoved,
    author: Author,
    only: UUID | None,
) -> None:
    """Add an event for everyone, or for one participant (and staff) only."""
    draft.add(body, author, Audience.PARTICIPANT if only else Audience.EVERYONE, only)
    if draft.record.state in UNDER_REVIEW and documents_of(draft.record, draft.policy):
        draft.enqueue("reassess")  # what was missing may be there now


def _hide_text(draft: Draft, text: str, beside: Hidden) -> Hidden:
    """A document's text with tokens; unlike a message it answers no question."""
    without_cards, dropped = drop_cards(text)
    address = draft.record.application.address
    known = {**draft.record.secrets, **beside.secrets}
    found = tokenise(without_cards, known=known, country=address.country if address else None)
    return Hidden(found.text, found.secrets, dropped)
