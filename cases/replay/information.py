"""Requests for information, and what of them is answered by what is told, entered and sent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cases.documents import DocumentKind
from cases.events import (
    AbsenceDeclared,
    ApplicationSubmitted,
    DocumentReceived,
    DocumentRefused,
    DocumentRemoved,
    Event,
    FactRecorded,
    PersonalDetailEntered,
    RequestExtended,
    RequestItemAnswered,
    RequestItemWithdrawn,
    RequestMade,
    RequestNoted,
    RequestReminded,
    RequestWithdrawn,
)
from cases.information import Answer, InformationRequest, RequestedItem, is_about
from cases.record import CaseRecord
from cases.replay.pieces import without


def fold(record: CaseRecord, event: Event) -> CaseRecord | None:
    """The record after an event of this area; None for one of another."""
    body, request = event.body, record.information
    if isinstance(body, RequestMade):
        return _begin(record, event, body)
    if isinstance(body, RequestNoted):
        return replace(record, secrets={**record.secrets, **body.secrets})
    if request is None:
        return None
    match body:
        case RequestItemAnswered():
            answer = Answer(body.how, body.source_seq or event.seq, event.at, body.text)
            answered = replace(request, answers={**request.answers, body.key: answer})
            return replace(record, information=answered, secrets={**record.secrets, **body.secrets})
        case RequestItemWithdrawn():
            fewer = replace(request, withdrawn=request.withdrawn | {body.key})
            return replace(record, information=fewer)
        case RequestExtended():
            return replace(record, information=replace(request, until=body.until, due_at=body.due_at))
        case RequestReminded():
            return replace(record, information=replace(request, reminded_at=event.at))
        case RequestWithdrawn():
            ended = replace(request, ended="taken_back")
            return replace(record, information=ended, open_question=None)
        case _:
            return None


def _begin(record: CaseRecord, event: Event, body: RequestMade) -> CaseRecord:
    made = InformationRequest(
        seq=event.seq,
        at=event.at,
        by=event.actor,
        text=body.text,
        items=body.items,
        until=body.until,
        due_at=body.due_at,
    )
    secrets = {**record.secrets, **body.secrets}
    return replace(record, information=made, open_question=body.text, asked=(), secrets=secrets)


def tick(record: CaseRecord, event: Event) -> CaseRecord:
    """The record with the items of an open request answered, or open again, that the event is about."""
    request = record.information
    if request is None or request.ended:
        return record
    match event.body:
        case ApplicationSubmitted():
            return replace(record, information=replace(request, ended="answered"))
        case DocumentRemoved(document_id=lost) | DocumentRefused(document_id=lost):
            return replace(record, information=_open_again(request, str(lost)))
        case _:
            answer = Answer("given", event.seq, event.at, _rests_on(event))
            keys = {item.key for item in _answered_by(record, request, event)}
            answers = {**request.answers, **dict.fromkeys(keys, answer)}
            return replace(record, information=replace(request, answers=answers)) if keys else record


def _rests_on(event: Event) -> str:
    return str(event.body.document_id) if isinstance(event.body, DocumentReceived) else ""


def _answered_by(record: CaseRecord, request: InformationRequest, event: Event) -> Iterator[RequestedItem]:
    match event.body:
        case FactRecorded(field=name) | AbsenceDeclared(field=name):
            yield from (item for item in request.asked if item.field is name)
        case PersonalDetailEntered(subject=subject, field=detail):
            yield from (item for item in request.asked if is_about(item, subject, detail))
        case DocumentReceived(document_id=id_, document_kind=kind) if not record.documents[id_].internal:
            yield from _by_document(request, kind)
        case _:
            return


def _by_document(request: InformationRequest, kind: DocumentKind) -> Iterator[RequestedItem]:
    """Of its kind; one that nobody said the kind of, where one document is waited for."""
    yield from (item for item in request.asked if item.document is kind)
    waited_for = [item for item in request.open_items if item.document]
    if kind is DocumentKind.OTHER and len(waited_for) == 1:
        yield waited_for[0]


def _open_again(request: InformationRequest, lost: str) -> InformationRequest:
    """Without the answers that a document gave that is there no more, or cannot be used."""
    for key, answer in request.answers.items():
        if answer.text == lost and answer.how == "given":
            request = replace(request, answers=without(request.answers, key))
    return request
