"""The team's memory: the conversation as the log tells it, with tokens for what is sensitive."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from autogen_agentchat.messages import TextMessage

from cases.access import Audience
from cases.events import DocumentReceived, Event, MessageSaid, QuestionAsked, RequestMade, RequestReceived
from cases.record import CaseRecord
from tools.reading import is_readable

LATEST = 200
"""Messages that a run is handed at most, the latest ones; the record says the rest."""


def recall(events: Iterable[Event], record: CaseRecord) -> Sequence[TextMessage]:
    """What was said in the case, oldest first, as messages for a group chat.

    The merchant's, and their documents, carry the number by which a fact names its source.
    """
    messages = [message for event in events if (message := _message(event, record)) is not None]
    return messages[-LATEST:]


def _message(event: Event, record: CaseRecord) -> TextMessage | None:
    body = event.body
    if _is_private(event):
        return None
    if event.actor == str(record.opened_by) and isinstance(body, MessageSaid | RequestReceived):
        return TextMessage(content=f"[message {event.seq}] {body.text}", source="merchant")
    if isinstance(body, DocumentReceived) and is_readable(event, record):
        return TextMessage(content=_document(event.seq, body, record), source="merchant")
    if isinstance(body, RequestMade):
        return TextMessage(content=f"A reviewer asks the merchant: {body.text}", source="person")
    if isinstance(body, QuestionAsked):
        content = f"A reviewer asks the merchant: {body.text} (because: {body.reason})"
        return TextMessage(content=content, source="person")
    if isinstance(body, MessageSaid) and body.text:
        return TextMessage(content=body.text, source=_source(event))
    return None


def _is_private(event: Event) -> bool:
    """Whether a person wrote it for colleagues: what a model reads, a merchant may ask it to repeat."""
    return event.role not in ("agent", "desk") and event.audience is not Audience.EVERYONE


def _document(seq: int, body: DocumentReceived, record: CaseRecord) -> str:
    """A document with numbered lines; of one that was read before only what it is."""
    title = f"[document {seq}] {body.document_kind.value}"
    if seq <= record.read_up_to:
        return f"{title} (read before)"
    lines = (f"{number}| {line}" for number, line in enumerate(body.text.splitlines(), 1))
    return "\n".join([title, *lines])


def _source(event: Event) -> str:
    if event.role == "agent":
        return event.actor
    return "status" if event.role == "desk" else "person"
