"""Asking for a person, and telling the merchant where their application stands."""

from __future__ import annotations

from cases.access import Audience, Person
from cases.errors import Ungrounded
from cases.events import MessageSaid, PersonRequested
from cases.policy import Policy
from cases.prohibition import is_unserved
from cases.record import CaseRecord
from cases.requirements import outstanding
from cases.states import SUBMITTABLE, State
from cases.wishes import asks_for_person
from desk.conversation import require_merchant_of
from desk.draft import Author, Draft
from desk.information_words import open_text
from desk.labels import fields_in_words
from desk.promises import answer_by, moment, zone_of
from desk.unserved import still_unserved
from desk.wanted import is_wanted, wanted
from desk.wordbook import wordbook

_BEING_SET_UP = frozenset({State.APPROVED, State.PROVISIONING, State.PROVISIONING_FAILED})
_WITH_TEAM = frozenset({State.CHECKING, State.CHECK_FAILED, State.IN_REVIEW, State.AWAITING_SECOND_APPROVAL})


def request_person(draft: Draft, person: Person) -> None:
    """Note that the merchant asked for a person by a button; raises Forbidden for anybody else."""
    _request(draft, require_merchant_of(draft, person), None)


def request_person_in_words(draft: Draft, author: Author, source_seq: int, quote: str) -> None:
    """Note that the merchant's words ask for a person; raises Ungrounded where they do not."""
    said = draft.source(source_seq)
    if not quote.strip() or quote not in said.text:
        raise Ungrounded(f"Message {source_seq} does not contain these words.")
    if not asks_for_person(quote):
        raise Ungrounded("These words do not ask for a person.")
    _request(draft, author, source_seq)


def tell_standing(draft: Draft) -> str:
    """Tell the merchant whose turn it is, since when and by when, and what is wanted besides."""
    told = standing(draft)
    if told and (more := wanted(draft)):
        told = f"{told}\n{more}"
    draft.tell(told)
    return told


def standing(draft: Draft) -> str:
    """Whose turn it is, as the record has it; empty for a case that is over or runs."""
    record, words = draft.record, wordbook(draft.record.language)
    if is_unserved(record, draft.policy):
        return still_unserved(draft)
    if record.state in SUBMITTABLE:
        return _their_turn(record, draft.policy)
    if record.state in _BEING_SET_UP:
        hidden = draft.policy.deadlines.hold and record.state is State.APPROVED
        return _with_team(draft) if hidden else words("status.being_set_up")
    return _with_team(draft) if record.state in _WITH_TEAM else ""


def _request(draft: Draft, author: Author, source_seq: int | None) -> None:
    if _waits_for_person(draft):
        return
    draft.add(PersonRequested(source_seq=source_seq), author, Audience.EVERYONE)
    zone = zone_of(draft.record)
    by = moment(answer_by(draft.now, draft.policy, zone), draft.now, zone, draft.record.language)
    draft.tell(wordbook(draft.record.language)("status.person_requested", when=by))


def _waits_for_person(draft: Draft) -> bool:
    """Whether a person was asked for and none has written since, or one answers anyway."""
    if draft.record.taken_over is not None:
        return True
    asked = draft.record.person_requested_seq
    later = draft.events[asked:] if asked else []
    return bool(asked) and not any(
        isinstance(event.body, MessageSaid) and event.role in ("reviewer", "compliance") for event in later
    )


def _their_turn(record: CaseRecord, policy: Policy) -> str:
    words = wordbook(record.language)
    if (request := record.information) and request.open_items:
        return open_text(record, policy, "still_asked")
    owed = outstanding(record, policy)
    if owed:
        come_later = record.postponed.keys() >= set(owed)
        key = "status.missing" if come_later else "status.your_turn"
        return words(key, items=fields_in_words(owed, record.language))
    return words("status.your_turn_answer" if record.open_question else "status.your_turn_confirm")


def _with_team(draft: Draft) -> str:
    record, zone = draft.record, zone_of(draft.record)
    submitted = next((e.at for e in draft.events if e.id == record.submission), record.opened_at)
    by = answer_by(submitted, draft.policy, zone)
    if by < draft.now:
        by = answer_by(draft.now, draft.policy, zone)
    words = wordbook(record.language)
    told = words(
        "status.with_team",
        since=moment(submitted, draft.now, zone, record.language),
        when=moment(by, draft.now, zone, record.language),
    )
    return told if is_wanted(draft) else f"{told} {words('status.nothing_needed')}"
