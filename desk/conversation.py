"""Saying, joining and leaving: what people do in a conversation."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple
from uuid import UUID

from cases.access import Audience, Person, Role, require
from cases.application import FieldName
from cases.errors import Forbidden, Invalid, TooLarge
from cases.events import (
    Event,
    InstructionFlagged,
    MessageSaid,
    NoticeShown,
    PersonJoined,
    PersonLeft,
    WordingRefused,
)
from cases.languages import Language
from cases.prohibition import is_unserved
from cases.record import CaseRecord
from cases.sensitive import drop_cards, tokenise
from cases.states import DECIDED, SUBMITTABLE, State
from desk.draft import DESK, Author, Draft, author_of, require_sight
from desk.missing import missing_besides
from desk.naming import for_merchant
from desk.notice import privacy_notice
from desk.plain_speech import LEFT_OUT, admitted, plainly
from desk.unserved import asks_for_more
from desk.wording import refusal

LONGEST_MESSAGE = 20_000
"""Characters; more is a document, not a message."""


def clean(text: str) -> str:
    """The text without control characters; raises Invalid or TooLarge if it is no message."""
    if len(text) > LONGEST_MESSAGE:
        raise TooLarge(
            f"That message has {len(text):,} characters; at most {LONGEST_MESSAGE:,} fit in one. "
            "Please send it in parts.",
            code="message_too_long",
        )
    readable = "".join(c for c in text if c in "\n\t" or (c.isprintable() or c.isspace()))
    if not readable.strip():
        raise Invalid("The message is empty.", code="empty_message")
    return readable.strip()


def say(draft: Draft, person: Person, text: str, event_id: UUID | None = None) -> Event:
    """Add a person's message; the team reads it next if it is the merchant's.

    The same ``event_id`` again is the same message again: it is returned, and nothing is added.

    Card numbers are dropped and sensitive values replaced by tokens before anything is written.
    """
    require_sight(draft, person)
    author = author_of(person, draft.record)
    if not person.has(Role.MERCHANT, Role.REVIEWER):
        raise Forbidden("Your role reads conversations; it does not write in them.")
    if (before := draft.event(event_id)) is not None:
        return before
    said = clean(text)
    hidden = hide(draft, said if author.role == "merchant" else for_merchant(said))
    body = MessageSaid(text=hidden.text, secrets=hidden.secrets, dropped_cards=hidden.dropped_cards)
    event = draft.add(body, author, Audience.EVERYONE, event_id=event_id)
    if author.role == "merchant" and is_answered_by_the_team(draft.record):
        draft.enqueue("turn")
    return event


class Hidden(NamedTuple):
    """A text fit to be written: ``secrets`` are the values of the tokens that are new in it."""

    text: str
    secrets: dict[str, str]
    dropped_cards: int


def hide(draft: Draft, text: str, beside: Mapping[str, str] | None = None) -> Hidden:
    """What a person wrote, without card numbers and with tokens for what is sensitive.

    ``beside``: new tokens of another text that is written with it.
    """
    without_cards, dropped = drop_cards(text)
    record = draft.record
    known = {**record.secrets, **(beside or {})}
    country = record.application.address.country if record.application.address else None
    found = tokenise(without_cards, known=known, asked=_open_questions(record), country=country)
    return Hidden(found.text, found.secrets, dropped)


def _open_questions(record: CaseRecord) -> tuple[FieldName, ...]:
    """What a bare number may answer: behind the last answer, a phone number may come unasked."""
    application = record.application
    is_answered = all(application.get(field) is not None for field in record.asked)
    unasked = record.asked and is_answered and application.phone is None
    return (*record.asked, FieldName.PHONE) if unasked else record.asked


READ_BY_THE_TEAM = (
    frozenset(State)
    - (DECIDED - {State.APPROVED})
    - {
        State.EXPIRED,
        State.WITHDRAWN,
        State.CLOSED,
    }
)
"""States in which an agent answers the merchant; afterwards people do."""


def is_answered_by_the_team(record: CaseRecord) -> bool:
    """Whether an agent answers the merchant: not while a person does."""
    return record.state in READ_BY_THE_TEAM and record.taken_over is None


def show_notice(draft: Draft, person: Person, language: Language) -> None:
    """Record that the privacy notice was put before the merchant, once for each version.

    On record is the language of the text, which is not the reader's where there is no such text.

    Raises Forbidden for anybody else: that staff saw it says nothing about the merchant.
    """
    author = require_merchant_of(draft, person)
    version = draft.policy.notice.version
    if draft.record.notice != version:
        text = privacy_notice(language, draft.policy.deadlines.merchant_days)
        draft.add(NoticeShown(version=version, language=text.language), author, Audience.EVERYONE)


def join(draft: Draft, person: Person) -> bool:
    """Announce that a reviewer entered; true where they were not there yet."""
    require_sight(draft, person)
    author = author_of(person, draft.record)
    if author.role != "reviewer" or author.actor in draft.record.present:
        return False
    draft.add(PersonJoined(name=person.name), author, Audience.EVERYONE)
    return True


def leave(draft: Draft, person: Person) -> bool:
    """Announce that a reviewer left; true where they had been there."""
    author = author_of(person, draft.record)
    if author.actor not in draft.record.present:
        return False
    draft.add(PersonLeft(name=person.name), author, Audience.EVERYONE)
    return True


def leave_absent(draft: Draft, here: Collection[UUID]) -> None:
    """Announce the leaving of those whom a process that died had no time to announce."""
    names = {e.actor: e.body.name for e in draft.events if isinstance(e.body, PersonJoined)}
    for actor in sorted(draft.record.present - {str(person_id) for person_id in here}):
        draft.add(PersonLeft(name=names[actor]), Author(actor, "reviewer"), Audience.EVERYONE)


def reply(
    draft: Draft,
    author: Author,
    text: str,
    asks: tuple[FieldName, ...] = (),
    phrases: tuple[str, ...] = (),
) -> str | None:
    """Add an agent's words to the merchant; returns why not where they may not be said.

    A model phrases questions and answers; a sentence about status is the desk's alone, so wording
    that carries one is kept back and put on record. So is a question to a merchant whose line of
    business is not served. Of the rest only plain words are said, or what the agent's ``phrases`` hold.
    What is missing besides is added from the record.
    """
    reason = refusal(text)
    if reason is None and is_unserved(draft.record, draft.policy) and asks_for_more(text, asks):
        reason = "their line of business is not served, so ask them for nothing but what they sell"
    if reason is not None:
        draft.add(WordingRefused(text=text[:2000], reason=reason), author)
        return reason
    plain = in_plain_words(draft, author, text[:4000], phrases)
    if plain is None:
        return LEFT_OUT
    missing = missing_besides(draft, asks)
    said = " ".join(filter(None, [plain, missing.text]))
    draft.add(MessageSaid(text=said, asks=asks, names=missing.names), author, Audience.EVERYONE)
    return None


def in_plain_words(draft: Draft, author: Author, text: str, phrases: tuple[str, ...]) -> str | None:
    """What of a model's text may be said; None where nothing is left of it, or a question would be lost.

    Once the application is with the team, where nothing but its fate is left to talk of, a model says what
    its developers wrote for it and nothing else. What was left out is put on record.
    """
    record = draft.record
    beside = admitted(record.told, record.language, phrases)
    speech = plainly(text, beside, in_phrases=record.state not in SUBMITTABLE)
    if speech.left_out:
        left_out = " ".join(speech.left_out)
        draft.add(WordingRefused(text=left_out[:2000], reason=LEFT_OUT), author)
    asked = any(sentence.endswith("?") for sentence in speech.left_out)
    return None if asked or not speech.said else speech.said


def note(draft: Draft, author: Author, text: str) -> None:
    """Add an agent's words to the team; staff read them, the merchant does not."""
    draft.add(MessageSaid(text=text[:8000]), author, Audience.STAFF)


def flag_instructions(draft: Draft, source_seq: int, quotes: list[str]) -> None:
    """Put on record that a message tried to instruct the agents or claimed a role."""
    for quote in quotes[:5]:
        flagged = InstructionFlagged(source_seq=source_seq, quote=quote[:500])
        draft.add(flagged, DESK)


def require_merchant_of(draft: Draft, person: Person) -> Author:
    """The author for something that only the merchant of the case does."""
    require_sight(draft, person)
    if draft.record.opened_by != person.id:
        raise Forbidden("Only the merchant who applies can do this.")
    require(person, Role.MERCHANT, Role.REVIEWER)
    return author_of(person, draft.record)
