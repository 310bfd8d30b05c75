"""What a request for information brought: each thing before and after, with where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Literal
from uuid import UUID

from cases.application import FieldName
from cases.documents import DocumentKind
from cases.events import Event, RequestNoted
from cases.information import Answer, InformationRequest, RequestedItem
from cases.participants import PersonalField, subject_of
from cases.policy import Policy
from cases.record import CaseRecord
from cases.replay import replay
from cases.sensitive import display
from desk.labels import check_label, value_in_words
from desk.origins import Origin, origins_of
from desk.rights import Reader
from desk.viewing import View
from desk.wordbook import wordbook


class ItemView(View):
    """One thing that is asked for; ``status``: open, given, confirmed or none.

    ``answer``: the words that answer it, or why there is none. For staff ``reason``, the value ``before``
    and ``after``, and the ``source`` of the latter.
    """

    key: str
    kind: Literal["field", "detail", "document", "question"]
    label: str
    why: str
    text: str
    status: str
    answer: str | None
    subject: str | None = None
    detail: PersonalField | None = None
    document: DocumentKind | None = None
    reason: str | None = None
    before: str | None = None
    after: str | None = None
    source: str | None = None


class CheckChange(View):
    """A check that ended otherwise than when the request was made."""

    key: str
    label: str
    before: str | None
    after: str
    reason: str


class RequestView(View):
    """The latest request; ``open``: whether it waits for its answers. The last three are for staff."""

    made_at: datetime
    due_at: datetime
    due: str
    open: bool
    taken_back: bool
    answered: int
    total: int
    items: tuple[ItemView, ...]
    by: str | None = None
    note: str | None = None
    checks: tuple[CheckChange, ...] = ()


Changed = dict[str, str | None]


def difference(
    reader: Reader,
    events: Sequence[Event],
    policy: Policy,
    names: Mapping[UUID, str],
    request: InformationRequest,
    items: Sequence[ItemView],
) -> dict[str, object]:
    """What staff read besides: who asked and why, before and after, and the checks that ended otherwise."""
    before = replay(events[: request.seq])
    origins = origins_of(reader, events, names, wordbook("en"))
    known = policy.information.reasons
    return {
        "items": tuple(
            view.model_copy(
                update={
                    "reason": known[item.reason].label if item.reason in known else item.reason,
                    **_changed(reader, before, item, request.answers.get(item.key), origins),
                }
            )
            for item, view in zip(request.asked, items, strict=True)
        ),
        "by": names.get(UUID(request.by)),
        "note": _note(reader, events, request),
        "checks": tuple(_checks(before, reader.record)),
    }


def _note(reader: Reader, events: Sequence[Event], request: InformationRequest) -> str | None:
    noted = (event.body.note for event in events[request.seq :] if isinstance(event.body, RequestNoted))
    return next((display(note, reader.record.secrets) for note in noted), None)


def _changed(
    reader: Reader,
    before: CaseRecord,
    item: RequestedItem,
    answer: Answer | None,
    origins: Mapping[FieldName, Origin],
) -> Changed:
    record = reader.record
    if item.field is not None:
        origin = origins.get(item.field) if answer and answer.how == "given" else None
        return {
            "before": _value(reader, before, item.field),
            "after": _value(reader, record, item.field) if answer else None,
            "source": f"{origin.who}, {origin.how.lower()}" if origin else None,
        }
    if item.detail is not None:
        key = (subject_of(item.subject or ""), item.detail)
        was, now = ("entered" if key in each.details else None for each in (before, record))
        return {"before": was, "after": now if answer else None}
    if item.document is not None and answer and answer.how == "given":
        sent = [paper for paper in record.documents.values() if paper.seq == answer.seq]
        return {"after": ", ".join(display(paper.name, record.secrets) for paper in sent) or None}
    return {}


def _value(reader: Reader, record: CaseRecord, name: FieldName) -> str | None:
    currency, clear = record.application.currency, reader.clear_fields
    value = value_in_words(name, record.application.get(name), currency=currency, clear=clear)
    return "there is none" if value is None and name in record.absent else value


def _checks(before: CaseRecord, now: CaseRecord) -> Iterator[CheckChange]:
    """Checks that are made again and end otherwise; none while they are not made yet."""
    for key, check in now.checks.items():
        was = before.checks.get(key)
        if was is None or was.status is not check.status:
            yield CheckChange(
                key=key,
                label=check_label(key),
                before=was.status.value if was else None,
                after=check.status.value,
                reason=check.reason,
            )
