"""A merchant who left half-way: when they are sent a link to go on with, and how often."""

from __future__ import annotations

from datetime import timedelta
from typing import Literal

from cases.access import Audience
from cases.events import (
    CaseOpened,
    Event,
    LetterSent,
    LocaleNoted,
    NoticeShown,
    ReminderAsked,
    RequestReminded,
    StateMoved,
)
from cases.states import WAITS_FOR_MERCHANT
from desk.draft import Author, Draft

About = Literal["pause", "request"]

AT_MOST_EVERY = timedelta(days=1)

_LETTERS = (LetterSent, ReminderAsked)

UNASKED = (LetterSent, LocaleNoted, NoticeShown)
"""What a window does by itself: whoever only looks has not come back yet."""


def watch(draft: Draft) -> None:
    """Where the merchant acted or got their turn back, have it looked at after the policy's pause."""
    pause, opened = draft.policy.deadlines.pause, draft.events[0].body
    talks = isinstance(opened, CaseOpened) and opened.door == "chat"
    if pause and talks and any(_begins_pause(draft, event) for event in draft.new):
        draft.enqueue("remind", pause)


def due(draft: Draft) -> Event | None:
    """The event with which a pause began that is long enough for a letter; None where none is due.

    A reminder that somebody asked for is due at once.
    """
    if draft.record.state not in WAITS_FOR_MERCHANT:
        return None
    last = next((event for event in reversed(draft.events) if isinstance(event.body, _LETTERS)), None)
    if last is not None and isinstance(last.body, ReminderAsked):
        return last
    began = next(event for event in reversed(draft.events) if _begins_pause(draft, event))
    sent = [event for event in draft.events if isinstance(event.body, LetterSent | RequestReminded)]
    if draft.now < began.at + draft.policy.deadlines.pause:
        return None
    if sent and (sent[-1].seq > began.seq or draft.now < sent[-1].at + AT_MOST_EVERY):
        return None
    return began


def written_lately(draft: Draft) -> bool:
    """Whether the merchant was written to within a day, or is about to be."""
    asked = (event for event in draft.events if isinstance(event.body, _LETTERS))
    return any(draft.now < event.at + AT_MOST_EVERY for event in asked)


def note_letter(draft: Draft, author: Author, about: About = "pause") -> None:
    """Record that a link to go on with went to the merchant's mailbox."""
    draft.add(LetterSent(about=about), author, Audience.EVERYONE)


def was_written_to(draft: Draft, since: int) -> bool:
    """Whether a letter about a request went to the merchant's mailbox after an event."""
    bodies = (event.body for event in draft.events[since:])
    return any(isinstance(body, LetterSent) and body.about == "request" for body in bodies)


def _begins_pause(draft: Draft, event: Event) -> bool:
    if isinstance(event.body, StateMoved):
        return event.body.target in WAITS_FOR_MERCHANT
    return event.actor == str(draft.record.opened_by) and not isinstance(event.body, UNASKED)
