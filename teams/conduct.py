"""How the assistant conducted itself: what it asked needlessly, and how it left the merchant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from agents.extraction_score import Ending, was_stated
from cases.access import Audience
from cases.application import FieldName
from cases.events import Event, MessageSaid
from cases.prohibition import is_unserved
from cases.record import CaseRecord
from cases.replay import apply, replay
from cases.requirements import outstanding
from cases.states import SUBMITTABLE
from desk import sentences
from desk.draft import Draft
from desk.labels import fields_in_words


def put_by_the_file(field: FieldName) -> str:
    """The question that a conversation brings along for its next message, not the assistant's own."""
    return f"What is your {field.value.replace('_', ' ')}?"


def questions(draft: Draft) -> Iterator[tuple[CaseRecord, MessageSaid]]:
    """Each message with which the assistant asks for something, and the record as it was then."""
    record = replay(draft.events[:1])
    for event in draft.events[1:]:
        if isinstance(event.body, MessageSaid) and event.body.asks and not _is_put(event.body):
            yield record, event.body
        record = apply(record, event)


def asked_though_told(draft: Draft) -> int:
    """How many items were asked for that were on record then."""
    count = 0
    for record, question in questions(draft):
        settled = set(question.asks) - set(outstanding(record, draft.policy))
        count += sum(record.application.get(name) is not None or name in record.absent for name in settled)
    return count


def asked_again(draft: Draft) -> int:
    """How many items were asked for that had been asked for before."""
    asked, count = set[FieldName](), 0
    for _, question in questions(draft):
        count += len(asked.intersection(question.asks))
        asked.update(question.asks)
    return count


def asked_though_expected(draft: Draft, said: Sequence[str], expect: Mapping[str, object]) -> int:
    """How many items were asked for whose expected value stood in the merchant's words until then.

    ``said``: the merchant's messages as they wrote them, without tokens.
    """
    count, merchant = 0, str(draft.record.opened_by)
    for record, question in questions(draft):
        heard = sum(
            isinstance(event.body, MessageSaid) and event.actor == merchant
            for event in draft.events[: record.last_seq]
        )
        words = "\n".join(said[:heard])
        missed = (name for name in question.asks if record.application.get(name) is None)
        count += sum(was_stated(name.value, expect.get(name.value), words) for name in missed)
    return count


def ending(draft: Draft) -> Ending:
    """How the last words to the merchant leave them."""
    record, policy = draft.record, draft.policy
    last = list(_last_words(draft))
    said = "\n".join(body.text for _, body in last).casefold()
    if is_unserved(record, policy):
        return Ending.UNSERVED if any(event.role == "desk" for event, _ in last) else Ending.OPEN
    owed = outstanding(record, policy)
    if not owed:
        return Ending.COMPLETE if _may_confirm(draft, said) else Ending.OPEN
    asked = {name for _, body in last for name in body.asks}
    named = (name in asked or _name_of(name, record) in said for name in owed)
    return Ending.MISSING_TOLD if all(named) else Ending.OPEN


def _is_put(body: MessageSaid) -> bool:
    return body.text == put_by_the_file(body.asks[0])


def _last_words(draft: Draft) -> Iterator[tuple[Event, MessageSaid]]:
    for event in draft.events[draft.record.last_heard :]:
        if isinstance(event.body, MessageSaid) and event.audience is Audience.EVERYONE:
            yield event, event.body


def _may_confirm(draft: Draft, said: str) -> bool:
    """Whether the merchant has the summary before them, or was told that it comes next."""
    record = draft.record
    if record.state not in SUBMITTABLE:
        return True
    if record.summary_hash == draft.policy.application_hash(record.application, record.parties):
        return True
    told = (sentences.to_confirm(record.language, beside_others=beside) for beside in (True, False))
    return any(sentence.casefold() in said for sentence in told)


def _name_of(name: FieldName, record: CaseRecord) -> str:
    return fields_in_words([name], record.language).casefold()
