"""A request for information as its readers see it: what was asked, how far it is, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from cases.application import DERIVED, FieldName
from cases.documents import DocumentKind
from cases.events import Event, MessageSaid
from cases.information import Answer, RequestedItem, document_key
from cases.ownership.of_case import known_parties
from cases.ownership.stated import MERCHANT
from cases.participants import PersonalField
from cases.policy import Policy
from cases.record import CaseRecord
from cases.sensitive import display
from cases.states import SUBMITTABLE, State
from desk.information_difference import ItemView, RequestView, difference
from desk.information_times import deadlines
from desk.information_words import day_in_words, item_label, reason_in_words
from desk.rights import Reader
from desk.viewing import View


class Choice(View):
    """Something that can be asked for, or a reason for it."""

    key: str
    label: str


class AskingPart(View):
    """What a reviewer may ask for and give as a reason, and the days until which they may."""

    fields: tuple[Choice, ...]
    details: tuple[Choice, ...]
    documents: tuple[Choice, ...]
    reasons: tuple[Choice, ...]
    first: date
    usual: date
    last: date


def view_request(
    reader: Reader, events: Sequence[Event], policy: Policy, names: Mapping[UUID, str]
) -> RequestView | None:
    """The latest request of the case; None where there was none."""
    record, request = reader.record, reader.record.information
    if request is None:
        return None
    answers = request.answers
    view = RequestView(
        made_at=request.at,
        due_at=request.due_at,
        due=day_in_words(request.until, "en" if reader.is_staff else record.language),
        open=not request.ended and record.state in SUBMITTABLE,
        taken_back=request.ended == "taken_back",
        answered=sum(item.key in answers for item in request.asked),
        total=len(request.asked),
        items=tuple(_item(reader, events, policy, item, answers.get(item.key)) for item in request.asked),
    )
    if not reader.is_staff:
        return view
    return view.model_copy(update=difference(reader, events, policy, names, request, view.items))


def asking_part(record: CaseRecord, policy: Policy, now: datetime) -> AskingPart:
    """What may be asked for in this case."""
    first, usual, last = deadlines(record, policy, now)
    never = {*DERIVED, FieldName.CURRENCY}
    fields = [name for name in FieldName if name in policy.taken and name not in never]
    reasons = policy.information.reasons.items()
    return AskingPart(
        fields=tuple(_choice(RequestedItem(key=name, reason="", field=name)) for name in fields),
        details=tuple(_choice(item) for item in _details(record)),
        documents=tuple(
            _choice(RequestedItem(key=document_key(kind), reason="", document=kind)) for kind in DocumentKind
        ),
        reasons=tuple(Choice(key=code, label=reason.label) for code, reason in reasons),
        first=first,
        usual=usual,
        last=last,
    )


def request_actions(reader: Reader) -> tuple[str, ...]:
    """What a reviewer may do about a request now."""
    record, request = reader.record, reader.record.information
    if not reader.judges:
        return ()
    if record.state is State.IN_REVIEW:
        return ("request",)
    is_open = request is not None and not request.ended and record.state in SUBMITTABLE
    return ("extend_request", "withdraw_request") if is_open else ()


def _choice(item: RequestedItem) -> Choice:
    return Choice(key=item.key, label=item_label(item, "en"))


def _details(record: CaseRecord) -> Iterator[RequestedItem]:
    for party in known_parties(record).values():
        if party.id != MERCHANT:
            for detail in PersonalField:
                key = f"{party.name}.{detail.value}"
                yield RequestedItem(key=key, reason="", subject=party.name, detail=detail)


def _item(
    reader: Reader, events: Sequence[Event], policy: Policy, item: RequestedItem, answer: Answer | None
) -> ItemView:
    language = "en" if reader.is_staff else reader.record.language
    text = display(item.text, reader.record.secrets, reader.clear_kinds)
    return ItemView(
        key=item.key,
        kind=_kind(item),
        label=text if item.is_question else item_label(item, language),
        why=reason_in_words(item.reason, policy, language),
        text="" if item.is_question else text,
        status=answer.how if answer else "open",
        answer=_answer(reader, events, item, answer) if answer else None,
        subject=item.subject,
        detail=item.detail,
        document=item.document,
    )


def _kind(item: RequestedItem) -> Literal["field", "detail", "document", "question"]:
    if item.field is not None:
        return "field"
    if item.detail is not None:
        return "detail"
    return "question" if item.is_question else "document"


def _answer(reader: Reader, events: Sequence[Event], item: RequestedItem, answer: Answer) -> str | None:
    """The words of a message, or why there is none; a field's own value stands elsewhere."""
    text = answer.text if answer.how == "none" else ""
    if answer.how == "given" and item.is_question:
        said = events[answer.seq - 1].body
        text = said.text if isinstance(said, MessageSaid) else ""
    return display(text, reader.record.secrets, reader.clear_kinds) or None
