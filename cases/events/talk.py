"""What is said in a case, who is there to hear it, and what is shown of the company's side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from cases.application import FieldName
from cases.events.body import EventBody
from cases.languages import Language


class CaseOpened(EventBody):
    """A merchant began."""

    kind: Literal["case.opened"] = "case.opened"
    door: Literal["chat", "api", "cli"]


class NoticeShown(EventBody):
    """The privacy notice was shown, or accepted through the API caller's token."""

    kind: Literal["notice.shown"] = "notice.shown"
    version: str
    language: str


class LocaleNoted(EventBody):
    """The language and the time zone (IANA name) in which the merchant is written to."""

    kind: Literal["locale.noted"] = "locale.noted"
    language: Language
    time_zone: str | None = None


class MessageSaid(EventBody):
    """Somebody said something. ``text`` holds tokens in the place of the sensitive values in ``secrets``.

    ``asks``: the fields that the message asks the merchant for. ``names``: the few that it says are
    still missing, where it asks for nothing. ``dropped_cards``: how many payment
    card numbers were taken out before this was written.
    """

    kind: Literal["message.said"] = "message.said"
    text: str
    secrets: Mapping[str, str] = {}
    asks: tuple[FieldName, ...] = ()
    names: tuple[FieldName, ...] = ()
    dropped_cards: int = 0

    @property
    def awaits(self) -> tuple[FieldName, ...]:
        """The fields that a bare answer to it would be about."""
        return self.asks or self.names


class InstructionFlagged(EventBody):
    """A message tried to instruct the agents or claimed a role; nothing came of it."""

    kind: Literal["instruction.flagged"] = "instruction.flagged"
    source_seq: int
    quote: str


class PersonRequested(EventBody):
    """The merchant asked for a person; ``source_seq`` is the message, None where it was a button."""

    kind: Literal["person.requested"] = "person.requested"
    source_seq: int | None = None


class PersonJoined(EventBody):
    """Somebody from the company entered the conversation."""

    kind: Literal["person.joined"] = "person.joined"
    name: str


class PersonLeft(EventBody):
    """Somebody from the company left the conversation."""

    kind: Literal["person.left"] = "person.left"
    name: str


class WordingRefused(EventBody):
    """A model's words were kept from the merchant."""

    kind: Literal["wording.refused"] = "wording.refused"
    text: str
    reason: str


class LetterSent(EventBody):
    """A letter with a link to go on with was sent to the mailbox of the merchant's account.

    ``about``: that they may go on, or a reviewer's request for information.
    """

    kind: Literal["letter.sent"] = "letter.sent"
    about: Literal["pause", "request"] = "pause"
