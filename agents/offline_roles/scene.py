"""What a role of the offline model has before it: its prompt, the case, the conversation, its own calls."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, cast

from autogen_core.models import (
    AssistantMessage,
    FunctionExecutionResultMessage,
    LLMMessage,
    SystemMessage,
    UserMessage,
)
from pydantic import ValidationError

from agents.briefing import SOURCE, Briefing
from agents.phrases import Phrases, parse_phrases
from cases.application import FieldName

_AGENT = re.compile(r"^# Agent: (?P<name>[a-z_]+)$", re.MULTILINE)
_NUMBERED = re.compile(r"^\[message (?P<number>\d+)\]\s?(?P<text>.*)$", re.DOTALL)
_DOCUMENT = re.compile(r"^\[document (?P<number>\d+)\][^\n]*\n(?P<lines>.*)$", re.DOTALL)
_LINE_NUMBER = re.compile(r"^\d+\| ", re.MULTILINE)
REFUSED = "Refused:"
"""How a tool's answer begins when it did not do what was asked."""


class Heard(NamedTuple):
    """A message of the merchant's side."""

    number: int
    text: str


class Called(NamedTuple):
    """A tool call of this turn, and what came of it."""

    name: str
    arguments: Mapping[str, object]
    result: str

    @property
    def ok(self) -> bool:
        """Whether the tool did what was asked."""
        return not self.result.startswith(REFUSED)


class Ask(NamedTuple):
    """A tool call to be made."""

    name: str
    arguments: Mapping[str, object]


Move = str | list[Ask]
"""What a role does next: it ends its turn with words, or calls tools."""


@dataclass(frozen=True)
class Scene:
    """Everything that a move depends on.

    ``said``: what this agent has said so far, in lower case. ``round``: how many messages of the
    merchant's there are; it picks among the variants of a phrase.
    """

    agent: str
    phrases: Phrases
    briefing: Briefing
    heard: tuple[Heard, ...]
    calls: tuple[Called, ...]
    offered: tuple[str, ...]
    said: str = ""
    round: int = 0
    documents: tuple[Heard, ...] = ()

    @property
    def spoken(self) -> bool:
        """Whether this agent has said anything yet."""
        return bool(self.said)

    @property
    def unread(self) -> tuple[Heard, ...]:
        """The merchant's messages that are new."""
        return tuple(heard for heard in self.heard if heard.number in self.briefing.unread)

    @property
    def new_documents(self) -> tuple[Heard, ...]:
        """The merchant's documents that are new."""
        return tuple(document for document in self.documents if document.number in self.briefing.unread)

    @property
    def asked(self) -> tuple[FieldName, ...]:
        """What the merchant answers: what was asked last, and after a summary nothing."""
        return self.briefing.asked

    @property
    def is_silent(self) -> bool:
        """Whether there is nothing new to answer."""
        return not any(message.text for message in self.unread)

    def called(self, *names: str) -> list[Called]:
        """The calls of these tools in this turn."""
        return [call for call in self.calls if call.name in names]

    def say(self, phrase: str, /, **values: str) -> str:
        """One of the agent's phrases; another variant in each round."""
        return self.phrases.say(phrase, self.round, **values)


def scene_of(messages: Sequence[LLMMessage], offered: Iterable[str]) -> Scene | None:
    """The scene that the messages to a model describe; None where no agent or no record is named."""
    system = "\n".join(m.content for m in messages if isinstance(m, SystemMessage))
    named = _AGENT.search(system)
    at, briefing = _last_briefing(messages)
    if named is None or briefing is None:
        return None
    agent = named["name"]
    heard = tuple(_heard(messages))
    return Scene(
        agent=agent,
        phrases=parse_phrases(system),
        briefing=briefing,
        heard=heard,
        calls=tuple(_calls(messages[at + 1 :])),
        offered=tuple(offered),
        said="\n".join(_said(messages[:at], agent)).casefold(),
        round=len(heard),
        documents=tuple(_documents(messages)),
    )


def _last_briefing(messages: Sequence[LLMMessage]) -> tuple[int, Briefing | None]:
    for at in range(len(messages) - 1, -1, -1):
        message = messages[at]
        if isinstance(message, UserMessage) and message.source == SOURCE:
            try:
                return at, Briefing.model_validate_json(_text(message))
            except ValidationError:
                continue  # a reminder, not a briefing
    return 0, None


def _said(messages: Sequence[LLMMessage], agent: str) -> Iterable[str]:
    for message in messages:
        if isinstance(message, UserMessage) and message.source == agent:
            yield _text(message)


def _heard(messages: Sequence[LLMMessage]) -> Iterable[Heard]:
    for message in messages:
        if isinstance(message, UserMessage) and message.source == "merchant":
            numbered = _NUMBERED.match(_text(message))
            if numbered:
                yield Heard(int(numbered["number"]), numbered["text"])


def _documents(messages: Sequence[LLMMessage]) -> Iterable[Heard]:
    for message in messages:
        if isinstance(message, UserMessage) and message.source == "merchant":
            document = _DOCUMENT.match(_text(message))
            if document:
                yield Heard(int(document["number"]), _LINE_NUMBER.sub("", document["lines"]))


def _calls(messages: Sequence[LLMMessage]) -> Iterable[Called]:
    asked: dict[str, tuple[str, str]] = {}
    for message in messages:
        if isinstance(message, AssistantMessage) and isinstance(message.content, list):
            asked.update({call.id: (call.name, call.arguments) for call in message.content})
        if isinstance(message, FunctionExecutionResultMessage):
            for result in message.content:
                name, arguments = asked.get(result.call_id, (result.name, "{}"))
                yield Called(name, _arguments(arguments), result.content)


def _arguments(text: str) -> Mapping[str, object]:
    given: object = json.loads(text or "{}")
    return cast("Mapping[str, object]", given) if isinstance(given, dict) else {}


def _text(message: UserMessage) -> str:
    if isinstance(message.content, str):
        return message.content
    return "\n".join(part for part in message.content if isinstance(part, str))
