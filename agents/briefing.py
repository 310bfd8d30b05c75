"""What an agent is told about the case beside the conversation: the desk's record, as JSON with tokens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime

from pydantic import BaseModel, ConfigDict, JsonValue

from agents.duties import duties
from cases.application import UNDERWRITING, Application, FieldName
from cases.asking import optional_of, required_of
from cases.events import MessageSaid
from cases.languages import Language
from cases.prohibition import is_unserved
from cases.states import State
from desk.draft import Draft
from desk.promises import hours_in_words
from desk.wordbook import wordbook
from tools.reading import read_case

SOURCE = "desk"
"""The source of the message that carries a briefing."""


class Briefing(BaseModel):
    """The case as an agent may know it. ``application`` holds tokens for sensitive values.

    ``unread``: numbers of the merchant's messages that no agent has read. ``worth_asking``: optional
    fields that nobody has asked for. ``times_asked``: how often each was asked for. ``why``: for what
    can be asked, the reason in the merchant's language. ``underwriting``: which of the fields that not
    every policy takes this one does. ``served``: whether the line of business is one
    that the policy serves. ``requested``: what a reviewer
    asked for besides fields. ``may_confirm``: whether the unread messages confirm the summary.
    ``must_call``: for each entry, one of its tools has to be called.
    """

    model_config = ConfigDict(extra="ignore")

    now: datetime
    today: date
    state: State
    version: int = 1
    application: dict[str, JsonValue] = {}
    outstanding: tuple[FieldName, ...] = ()
    absent: tuple[FieldName, ...] = ()
    postponed: tuple[FieldName, ...] = ()
    asked: tuple[FieldName, ...] = ()
    times_asked: dict[FieldName, int] = {}
    why: dict[FieldName, str] = {}
    underwriting: tuple[FieldName, ...] = ()
    language: Language = "en"
    served: bool = True
    answer_hours: int = 24
    worth_asking: tuple[FieldName, ...] = ()
    unread: tuple[int, ...] = ()
    summary_presented: bool = False
    may_confirm: bool = False
    open_question: str | None = None
    requested: tuple[str, ...] = ()
    must_call: tuple[tuple[str, ...], ...] = ()

    def known(self) -> Application:
        """The application as far as it is known."""
        return Application.model_validate(self.application)


def brief(draft: Draft, agent: str) -> Briefing:
    """The briefing of one agent on the case as the draft has it."""
    digest = draft.policy.application_hash(draft.record.application, draft.record.parties)
    return Briefing.model_validate(
        {
            **read_case(draft),
            "worth_asking": _worth_asking(draft),
            "times_asked": _times_asked(draft),
            "underwriting": [name for name in UNDERWRITING if name in draft.policy.taken],
            "why": _why(draft) if agent == "preprocessor" else {},
            "answer_hours": hours_in_words(draft.policy),
            "summary_presented": draft.record.summary_hash == digest,
            "must_call": duties(draft, agent),
        }
    )


def _times_asked(draft: Draft) -> Mapping[FieldName, int]:
    bodies = (event.body for event in draft.events)
    return Counter(name for body in bodies if isinstance(body, MessageSaid) for name in body.asks)


def _why(draft: Draft) -> Mapping[FieldName, str]:
    words = wordbook(draft.record.language)
    asked = (*required_of(draft.record, draft.policy), *optional_of(draft.record, draft.policy))
    return {name: words(f"ledger.why_{name.value}") for name in asked}


def _worth_asking(draft: Draft) -> tuple[FieldName, ...]:
    if is_unserved(draft.record, draft.policy):
        return ()
    record, asked = draft.record, _times_asked(draft)
    return tuple(
        name
        for name in optional_of(draft.record, draft.policy)
        if record.application.get(name) is None and name not in record.absent and name not in asked
    )
