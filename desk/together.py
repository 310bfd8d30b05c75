"""What reviewers do in a conversation beside speaking: notes, calls, taking over and handing back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from cases.access import Audience, Person
from cases.errors import Conflict, Forbidden, Invalid
from cases.events import (
    CallLogged,
    ConversationHandedBack,
    ConversationTakenOver,
    Event,
    NoteWritten,
    TeamAnswered,
    TeamAsked,
)
from cases.events.together import Statement
from cases.states import State
from desk.conversation import READ_BY_THE_TEAM, clean, hide
from desk.draft import DESK, Author, Draft
from desk.review import require_examiner, require_reviewer
from desk.sources import Sentence
from desk.team_answers import answer
from desk.wordbook import wordbook

LONGEST_CALL = 24 * 60
"""Minutes."""


def write_note(
    draft: Draft, person: Person, text: str, asks: Collection[UUID] = (), event_id: UUID | None = None
) -> Event:
    """Add words for colleagues alone, and ask some of them for their opinion.

    The same ``event_id`` again is the same note again: it is returned, and nothing is added.
    """
    author = require_examiner(draft, person)
    if (before := draft.event(event_id)) is not None:
        return before
    if draft.record.opened_by in asks:
        raise Forbidden("They applied themselves; please ask somebody else.")
    if not draft.record.contributors.isdisjoint(map(str, asks)):
        raise Forbidden("They filled in a part of this application; please ask somebody else.")
    hidden = hide(draft, clean(text))
    others = tuple(asked for asked in asks if asked != person.id)
    body = NoteWritten(
        text=hidden.text, secrets=hidden.secrets, dropped_cards=hidden.dropped_cards, asks=others
    )
    return draft.add(body, author, event_id=event_id)


def log_call(draft: Draft, person: Person, with_whom: str, began: datetime, minutes: int, text: str) -> Event:
    """Put a phone call on record, for staff; no fact is taken from it."""
    author = require_examiner(draft, person)
    if began > draft.now + timedelta(minutes=5):
        raise Invalid("A call that has not been yet cannot be put on record.", code="in_the_future")
    if not 0 <= minutes <= LONGEST_CALL:
        raise Invalid("Please say how many minutes it took, within a day.", code="length_not_possible")
    whom = hide(draft, clean(with_whom))
    said = hide(draft, clean(text), beside=whom.secrets)
    body = CallLogged(
        with_whom=whom.text,
        began=began,
        minutes=minutes,
        text=said.text,
        secrets={**whom.secrets, **said.secrets},
        dropped_cards=whom.dropped_cards + said.dropped_cards,
    )
    return draft.add(body, author)


def ask_team(draft: Draft, person: Person, question: str) -> Event:
    """Ask what the record says of something; the answer is for staff, and nothing is changed by it."""
    author = require_examiner(draft, person)
    hidden = hide(draft, clean(question))
    said = answer(draft.record, draft.events, draft.policy, draft.now, hidden.text)
    asked = draft.add(TeamAsked(text=hidden.text, secrets=hidden.secrets), author)
    return draft.add(TeamAnswered(question_seq=asked.seq, statements=tuple(map(_statement, said))))


def _statement(sentence: Sentence) -> Statement:
    return Statement(
        text=sentence.text,
        seqs=tuple(source.seq for source in sentence.sources if source.kind == "event"),
        checks=tuple(source.key for source in sentence.sources if source.kind == "check"),
    )


def take_over(draft: Draft, person: Person) -> bool:
    """Answer the merchant oneself: the agents are silent until it is handed back; true where that is new."""
    author = require_reviewer(draft, person)
    draft.require_state(
        READ_BY_THE_TEAM, code="not_possible_now", message="The agents do not answer in this case any more."
    )
    if draft.record.taken_over is not None and draft.record.taken_over.by == person.id:
        return False
    draft.add(ConversationTakenOver(name=person.name), author, Audience.EVERYONE)
    return True


def hand_back(draft: Draft, person: Person) -> None:
    """Let the agents answer again: they read what was said meanwhile and go on."""
    author = require_reviewer(draft, person)
    if draft.record.taken_over is None:
        raise Conflict("Nobody has taken this conversation over.", code="not_taken_over")
    _give_back(draft, author, person.name)


def hand_back_abandoned(draft: Draft) -> bool:
    """Hand back what somebody took over who has been away for the policy's time; true where that was so."""
    taken = draft.record.taken_over
    if taken is None or str(taken.by) in draft.record.present:
        return False
    last = max(event.at for event in draft.events if event.actor == str(taken.by))
    if draft.now < last + draft.policy.conversation.takeover:
        return False
    _give_back(draft, DESK, taken.name, left=True)
    draft.tell(wordbook(draft.record.language)("status.taken_over_left", name=taken.name))
    return True


def watch(draft: Draft) -> None:
    """Where whoever has taken over acted from elsewhere, or left, look after the policy's time.

    An approval hands back at once: what the merchant said is read before an account is made.
    """
    taken = draft.record.taken_over
    if taken is not None and draft.record.state is State.APPROVED:
        _give_back(draft, DESK, taken.name)
        return
    if taken is None or str(taken.by) in draft.record.present:
        return
    if any(event.actor == str(taken.by) for event in draft.new):
        draft.enqueue("hand_back", draft.policy.conversation.takeover)


def _give_back(draft: Draft, author: Author, name: str, *, left: bool = False) -> None:
    draft.add(ConversationHandedBack(name=name, left=left), author, Audience.EVERYONE)
    if draft.record.state in READ_BY_THE_TEAM:
        draft.enqueue("turn")
