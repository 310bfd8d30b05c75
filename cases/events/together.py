"""What staff say to each other beside a conversation, and who leads it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from cases.events.body import EventBody


class NoteWritten(EventBody):
    """A person wrote something for colleagues alone; ``asks``: whose second opinion is wanted."""

    kind: Literal["note.written"] = "note.written"
    text: str
    secrets: Mapping[str, str] = {}
    dropped_cards: int = 0
    asks: tuple[UUID, ...] = ()


class CallLogged(EventBody):
    """A phone call: with whom, when it began, how many minutes it took, and what was said."""

    kind: Literal["call.logged"] = "call.logged"
    with_whom: str
    began: datetime
    minutes: int
    text: str
    secrets: Mapping[str, str] = {}
    dropped_cards: int = 0


class TeamAsked(EventBody):
    """Somebody on staff asked what the record says of something."""

    kind: Literal["team.asked"] = "team.asked"
    text: str
    secrets: Mapping[str, str] = {}


class Statement(BaseModel):
    """A sentence of an answer, and the events (by seq) and the checks that it rests on."""

    model_config = ConfigDict(frozen=True)

    text: str
    seqs: tuple[int, ...] = ()
    checks: tuple[str, ...] = ()


class TeamAnswered(EventBody):
    """What the record says to a question; nothing where it says nothing."""

    kind: Literal["team.answered"] = "team.answered"
    question_seq: int
    statements: tuple[Statement, ...]


class ConversationTakenOver(EventBody):
    """A person answers the merchant from now on; the agents are silent."""

    kind: Literal["conversation.taken_over"] = "conversation.taken_over"
    name: str


class ConversationHandedBack(EventBody):
    """The agents answer again; ``left``: whoever had taken over stayed away for too long."""

    kind: Literal["conversation.handed_back"] = "conversation.handed_back"
    name: str
    left: bool = False
