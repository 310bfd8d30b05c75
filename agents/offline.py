"""The offline model: a chat-completion client that plays each role by rules, without any network."""

from __future__ import annotations

import json
import math
import re
from collections.abc import AsyncGenerator, Mapping, Sequence
from typing import Any, Literal, Self

from autogen_core import CancellationToken, Component, FunctionCall
from autogen_core.models import (
    ChatCompletionClient,
    CreateResult,
    LLMMessage,
    ModelCapabilities,  # pyright: ignore[reportDeprecated] - the base class asks for it
    ModelInfo,
    RequestUsage,
)
from autogen_core.tools import Tool, ToolSchema
from pydantic import BaseModel, ConfigDict

from agents.offline_roles import NO_PART, play
from agents.offline_roles.scene import Ask, Move, scene_of

CONTEXT = 1_000_000
"""Tokens that fit in; the rules read only what is new, so this is a formality."""

_WORDS = re.compile(r"\s*\S+\s*")


class OfflineConfig(BaseModel):
    """There is nothing to configure: the wording is in the prompt files."""

    model_config = ConfigDict(extra="forbid")


class OfflineChatCompletionClient(ChatCompletionClient, Component[OfflineConfig]):
    """Plays the agent that the system message names, through the tools that it is handed.

    Keeps nothing between calls but the count of tokens.
    """

    component_type = "model"
    component_config_schema = OfflineConfig
    component_provider_override = "agents.offline.OfflineChatCompletionClient"

    def __init__(self) -> None:
        self._total = RequestUsage(prompt_tokens=0, completion_tokens=0)
        self._last = RequestUsage(prompt_tokens=0, completion_tokens=0)

    async def create(
        self,
        messages: Sequence[LLMMessage],
        *,
        tools: Sequence[Tool | ToolSchema] = (),
        tool_choice: Tool | Literal["auto", "required", "none"] = "auto",
        json_output: bool | type[BaseModel] | None = None,  # noqa: ARG002
        extra_create_args: Mapping[str, Any] = {},  # noqa: ARG002
        cancellation_token: CancellationToken | None = None,  # noqa: ARG002
    ) -> CreateResult:
        """The next move of the role."""
        offered = [] if tool_choice == "none" else [_name(tool) for tool in tools]
        move = self.move(messages, offered)
        made = sum(1 for message in messages if message.type == "AssistantMessage")
        content = move if isinstance(move, str) else [_call(a, made, n) for n, a in enumerate(move)]
        usage = RequestUsage(
            prompt_tokens=self.count_tokens(messages, tools=tools),
            completion_tokens=_tokens(str(content)),
        )
        self._count(usage)
        return CreateResult(
            finish_reason="stop" if isinstance(content, str) else "function_calls",
            content=content,
            usage=usage,
            cached=False,
        )

    def move(self, messages: Sequence[LLMMessage], offered: Sequence[str]) -> Move:
        """What the role does next with the tools that it is offered."""
        scene = scene_of(messages, offered)
        return play(scene) if scene is not None else NO_PART

    async def create_stream(
        self,
        messages: Sequence[LLMMessage],
        *,
        tools: Sequence[Tool | ToolSchema] = (),
        tool_choice: Tool | Literal["auto", "required", "none"] = "auto",
        json_output: bool | type[BaseModel] | None = None,
        extra_create_args: Mapping[str, Any] = {},
        cancellation_token: CancellationToken | None = None,
    ) -> AsyncGenerator[str | CreateResult, None]:
        """The words of the next move one by one, then the whole."""
        result = await self.create(
            messages,
            tools=tools,
            tool_choice=tool_choice,
            json_output=json_output,
            extra_create_args=extra_create_args,
            cancellation_token=cancellation_token,
        )
        if isinstance(result.content, str):
            for word in _WORDS.findall(result.content):
                yield word
        yield result

    async def close(self) -> None:
        """Nothing is open."""

    def actual_usage(self) -> RequestUsage:
        """Tokens of the last call."""
        return self._last

    def total_usage(self) -> RequestUsage:
        """Tokens of all calls so far."""
        return self._total

    def count_tokens(self, messages: Sequence[LLMMessage], *, tools: Sequence[Tool | ToolSchema] = ()) -> int:
        """About how many tokens a language model would count."""
        described = [tool if isinstance(tool, dict) else tool.schema for tool in tools]
        return sum(_tokens(str(message.content)) for message in messages) + sum(
            _tokens(json.dumps(schema)) for schema in described
        )

    def remaining_tokens(
        self, messages: Sequence[LLMMessage], *, tools: Sequence[Tool | ToolSchema] = ()
    ) -> int:
        """How many more would fit."""
        return CONTEXT - self.count_tokens(messages, tools=tools)

    @property
    def capabilities(self) -> ModelCapabilities:  # pyright: ignore[reportDeprecated]
        """What AutoGen asked for before ``model_info``."""
        return {"vision": False, "function_calling": True, "json_output": False}

    @property
    def model_info(self) -> ModelInfo:
        """What the client can do."""
        return ModelInfo(
            vision=False,
            function_calling=True,
            json_output=False,
            structured_output=False,
            family="offline",
            multiple_system_messages=True,
        )

    def _count(self, usage: RequestUsage) -> None:
        self._last = usage
        self._total = RequestUsage(
            prompt_tokens=self._total.prompt_tokens + usage.prompt_tokens,
            completion_tokens=self._total.completion_tokens + usage.completion_tokens,
        )

    def _to_config(self) -> OfflineConfig:
        return OfflineConfig()

    @classmethod
    def _from_config(cls, config: OfflineConfig) -> Self:  # noqa: ARG003
        return cls()


def _name(tool: Tool | ToolSchema) -> str:
    return tool["name"] if isinstance(tool, dict) else tool.name


def _call(ask: Ask, made: int, at: int) -> FunctionCall:
    arguments = json.dumps(ask.arguments, ensure_ascii=False)
    return FunctionCall(id=f"call_{made}_{at}", name=ask.name, arguments=arguments)


def _tokens(text: str) -> int:
    return math.ceil(len(text) / 4)
