"""A case as an agent reads it: the record as plain data, sensitive values as tokens."""

from __future__ import annotations

import json

from cases.application import Address, FactValue, FieldName, Owner
from cases.asking import optional_of
from cases.events import DocumentReceived, Event, MessageSaid
from cases.prohibition import is_unserved
from cases.record import CaseRecord
from cases.requirements import outstanding
from cases.states import SUBMITTABLE
from desk.draft import Draft
from tools.confirmation import confirming_messages
from tools.hiding import is_hidden, token_of

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


def read_case(draft: Draft) -> dict[str, Json]:
    """What an agent needs to know of the case before it speaks; everything JSON."""
    record = draft.record
    return {
        "now": draft.now.isoformat(),
        "today": draft.now.date().isoformat(),
        "state": record.state.value,
        "version": record.version,
        "application": read_application(record),
        "outstanding": [name.value for name in owed_by(draft)],
        "optional": [name.value for name in _not_given(record, optional_of(record, draft.policy))],
        "absent": [name.value for name in record.absent],
        "postponed": [name.value for name in record.postponed],
        "language": record.language,
        "served": not is_unserved(record, draft.policy),
        "asked": [name.value for name in record.asked],
        "unread": [*unread_messages(draft)],
        "summary_presented": record.state in SUBMITTABLE and record.summary_hash is not None,
        "open_question": record.open_question,
        "requested": [*requested_of(record)],
        "may_confirm": bool(confirming_messages(draft)),
    }


def requested_of(record: CaseRecord) -> tuple[str, ...]:
    """What a reviewer has asked for besides fields and the merchant has not dealt with, by its keys."""
    request = record.information
    return tuple(item.key for item in request.open_items if not item.field) if request else ()


def owed_by(draft: Draft) -> tuple[FieldName, ...]:
    """What the merchant may be asked for because it is needed; nothing where they are not served."""
    unserved = is_unserved(draft.record, draft.policy)
    return () if unserved else outstanding(draft.record, draft.policy)


def as_json(data: Json) -> str:
    """One line of JSON, letters kept as they are."""
    return json.dumps(data, ensure_ascii=False)


def read_application(record: CaseRecord) -> dict[str, Json]:
    """The application's stated fields; sensitive ones as the token that stands for them.

    What a participant filled in is left out: what an agent knows it may say to the applicant.
    """
    stated = ((name, record.told.get(name)) for name in FieldName)
    return {name.value: read_value(record, name, value) for name, value in stated if value is not None}


def read_value(record: CaseRecord, name: FieldName, value: FactValue) -> Json:
    """One field's value as an agent may read it."""
    if isinstance(value, str):
        return token_of(record, name, value) if is_hidden(record, name) else value
    if isinstance(value, Address):
        return {part: text for part, text in value.model_dump().items() if text is not None}
    if isinstance(value, tuple):
        return [_read_owner(owner) for owner in value]
    return value


def unread_messages(draft: Draft) -> tuple[int, ...]:
    """The numbers of the merchant's messages, and documents with text, that no agent has read yet."""
    record = draft.record
    return tuple(
        event.seq
        for event in draft.events
        if event.seq > record.read_up_to
        and event.actor == str(record.opened_by)
        and (isinstance(event.body, MessageSaid) or is_readable(event, record))
    )


def is_readable(event: Event, record: CaseRecord) -> bool:
    """Whether an event is a document of the applicant's that is still there, with text in it."""
    body = event.body
    if not isinstance(body, DocumentReceived) or event.actor != str(record.opened_by):
        return False
    return bool(body.text) and body.document_id in record.documents


def _read_owner(owner: Owner) -> Json:
    if owner.ownership_percent is None:
        return {"name": owner.name}
    return {"name": owner.name, "ownership_percent": owner.ownership_percent}


def _not_given(record: CaseRecord, names: tuple[FieldName, ...]) -> tuple[FieldName, ...]:
    return tuple(n for n in names if record.application.get(n) is None and n not in record.absent)
