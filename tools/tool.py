"""A thing that agents can do; every call is checked, run and put on record here."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from cases.errors import OnboardError, Unavailable
from cases.events import ToolCalled
from desk.checking import record_tool_call
from desk.turn import Turn, TurnStale
from tools.hiding import hide

LARGEST = 100_000
"""Characters of arguments; the longest honest call repeats a message of 20,000."""

KEPT = 8_000
"""Characters of arguments, and of the result, that go on record."""


class NoArguments(BaseModel):
    """For tools that take nothing."""

    model_config = ConfigDict(extra="forbid")


Arguments = TypeVar("Arguments", bound=BaseModel)


@dataclass(frozen=True)
class Tool(Generic[Arguments]):
    """One thing that an agent can do; ``description`` is the text that the model reads."""

    name: str
    description: str
    arguments: type[Arguments]
    run: Callable[[Turn, Arguments], Awaitable[str]]

    async def use(self, turn: Turn, arguments_json: str) -> str:
        """Check the arguments and run; raises ValidationError or OnboardError."""
        arguments = self.arguments.model_validate_json(arguments_json or "{}")
        return await self.run(turn, arguments)


Caller = Literal["model", "team"]


async def call(
    tool: Tool[Arguments], turn: Turn, arguments_json: str, by: Caller = "model"
) -> tuple[str, bool]:
    """Run a tool for an agent and put the call on record; returns what the model reads, and success.

    Whatever is wrong with the call comes back as a readable refusal. Only a case that moved under
    the turn (TurnStale) and a database that cannot be used (Unavailable) are raised.
    """
    began = time.monotonic()
    text, ok = await _attempt(tool, turn, arguments_json)
    shown = hide(text, turn.draft.record)
    _record(turn, tool.name, arguments_json, shown, ok, by, time.monotonic() - began)
    return shown, ok


def unknown_tool(turn: Turn, name: str, arguments_json: str) -> str:
    """Put on record that an agent called a tool that it does not have; returns what the model reads."""
    text = f"Refused: you have no tool called {name[:100]!r}."
    _record(turn, name[:100], arguments_json, text, False, "model", 0.0)
    return text


async def _attempt(tool: Tool[Arguments], turn: Turn, arguments_json: str) -> tuple[str, bool]:
    if len(arguments_json) > LARGEST:
        return f"Refused: the arguments are longer than {LARGEST:,} characters.", False
    try:
        return await tool.use(turn, arguments_json), True
    except (TurnStale, Unavailable):
        raise
    except ValidationError as error:
        return f"Refused: {describe(error)}. Call {tool.name} again with this put right.", False
    except OnboardError as error:
        return f"Refused: {error}", False


def describe(error: ValidationError) -> str:
    """What is wrong with the arguments, in one line and without their values."""
    problems = error.errors(include_url=False, include_input=False, include_context=False)
    lines = [
        ": ".join(part for part in (".".join(map(str, p["loc"])), p["msg"]) if part) for p in problems[:3]
    ]
    return "; ".join(lines)[:500]


def _record(turn: Turn, name: str, arguments: str, result: str, ok: bool, by: Caller, seconds: float) -> None:
    body = ToolCalled(
        name=name,
        arguments=_cut(hide(arguments[:LARGEST], turn.draft.record)),
        result=_cut(result),
        ok=ok,
        by=by,
        seconds=round(seconds, 4),
    )
    record_tool_call(turn.draft, turn.author, body)


def _cut(text: str) -> str:
    return text if len(text) <= KEPT else f"{text[:KEPT]}… ({len(text):,} characters)"
