"""An agent's tools as AutoGen sees them: each call runs within the agent's turn and goes on record."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, cast

from autogen_core import CancellationToken
from autogen_core.tools import (
    ParametersSchema,
    TextResultContent,
    ToolResult,
    ToolSchema,
    Workbench,
)

from desk.turn import Turn
from tools.catalogue import Tool, call, unknown_tool
from tools.tool import Caller

MOST_CALLS = 40
"""Calls in one turn; a model that wants more runs in a circle."""


class Toolbox(Workbench):
    """The tools of one agent in one turn. One call at a time, whatever the model asks for at once."""

    def __init__(self, tools: Sequence[Tool[Any]], turn: Turn) -> None:
        self._tools = {tool.name: tool for tool in tools}
        self._turn = turn
        self._one_at_a_time = asyncio.Lock()
        self.begin()

    def begin(self) -> None:
        """Start afresh with the agent's next turn."""
        self._calls = 0
        self.succeeded: set[str] = set()
        self.failure: Exception | None = None

    async def list_tools(self) -> list[ToolSchema]:
        """What the model is told of the tools."""
        return [schema_of(tool) for tool in self._tools.values()]

    async def call_tool(
        self,
        name: str,
        arguments: Mapping[str, Any] | None = None,
        cancellation_token: CancellationToken | None = None,  # noqa: ARG002
        call_id: str | None = None,  # noqa: ARG002
    ) -> ToolResult:
        """Run a call of the model's.

        What breaks the turn is kept in ``failure`` and not raised: AutoGen 0.7.5 waits for ever
        when a tool raises (its stream is never ended).
        """
        try:
            text, ok = await self.run(name, json.dumps(arguments or {}, ensure_ascii=False))
        except Exception as error:  # noqa: BLE001 - raised again by the agent, see above
            self.failure = error
            text, ok = "The turn has been ended.", False
        return ToolResult(name=name, result=[TextResultContent(content=text)], is_error=not ok)

    async def run(self, name: str, arguments: str, by: Caller = "model") -> tuple[str, bool]:
        """Run one tool; returns what it says, and whether it did what was asked."""
        async with self._one_at_a_time:
            if self.failure is not None:
                return "The turn has been ended.", False
            self._calls += by == "model"
            if self._calls > MOST_CALLS and by == "model":
                return "Refused: that were enough calls for one turn. End it now.", False
            text, ok = await call(self._tools[name], self._turn, arguments, by)
            if ok:
                self.succeeded.add(name)
            return text, ok

    def has(self, name: str) -> bool:
        """Whether the agent has the tool."""
        return name in self._tools

    def note_unusable(self, name: str, arguments: str) -> None:
        """Put a call on record that AutoGen answers itself: an unknown tool, or broken JSON."""
        self._calls += 1
        if self._calls <= MOST_CALLS:
            unknown_tool(self._turn, name, arguments)

    async def start(self) -> None:
        """Nothing to open."""

    async def stop(self) -> None:
        """Nothing to close."""

    async def reset(self) -> None:
        """Nothing to forget: a toolbox lives for one turn."""

    async def save_state(self) -> Mapping[str, Any]:
        """Nothing to keep: the log has it."""
        return {}

    async def load_state(self, state: Mapping[str, Any]) -> None:
        """Nothing to take up."""


@cache
def schema_of(tool: Tool[Any]) -> ToolSchema:
    """A tool's arguments as JSON schema, without references (some servers do not follow them)."""
    schema = tool.arguments.model_json_schema()
    flat = _inline(schema, schema.get("$defs", {}))
    parameters = ParametersSchema(
        type="object",
        properties=flat.get("properties", {}),
        required=flat.get("required", []),
        additionalProperties=False,
    )
    return ToolSchema(name=tool.name, description=tool.description, parameters=parameters)


def _inline(part: Any, definitions: Mapping[str, Any]) -> Any:
    if isinstance(part, list):
        return [_inline(item, definitions) for item in cast("list[Any]", part)]
    if not isinstance(part, dict):
        return part
    given = cast("dict[str, Any]", part)
    if "$ref" in given:
        return _inline(definitions[given["$ref"].rsplit("/", 1)[1]], definitions)
    return {key: _inline(value, definitions) for key, value in given.items() if key != "$defs"}
