"""The test server speaks the protocol of OpenAI, and the team runs through its client unchanged."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from autogen_core import FunctionCall
from autogen_core.models import ChatCompletionClient, CreateResult, SystemMessage, UserMessage
from autogen_core.tools import ToolSchema

from agents.models import load_models
from tests.agents.conversation import MemoryCase
from tests.openai_server import (
    OpenAIServer,
    Reply,
    agent_of,
    always_calls,
    fails,
    instead,
    invents,
    says,
)

ASKED = [SystemMessage(content="# Agent: validator"), UserMessage(content="Go.", source="desk")]
TOOL: ToolSchema = {
    "name": "look",
    "description": "Looks.",
    "parameters": {"type": "object", "properties": {"at": {"type": "string"}}},
}


@pytest.fixture
def server() -> Iterator[OpenAIServer]:
    with OpenAIServer() as server:
        yield server


@pytest.fixture
def client(server: OpenAIServer) -> ChatCompletionClient:
    return ChatCompletionClient.load_component(server.component())


async def _stream(client: ChatCompletionClient, **given: Any) -> tuple[list[str], CreateResult]:
    pieces: list[str] = []
    async for piece in client.create_stream(ASKED, **given):
        if isinstance(piece, CreateResult):
            return pieces, piece
        pieces.append(piece)
    raise AssertionError("the stream had no end")


async def test_words_come_in_pieces_and_then_as_a_whole(
    server: OpenAIServer, client: ChatCompletionClient
) -> None:
    server.script = says("Everything is in order here.")
    pieces, result = await _stream(client)
    assert len(pieces) > 1
    assert "".join(pieces) == result.content == "Everything is in order here."
    assert (await client.create(ASKED)).content == result.content


async def test_tool_calls_arrive_whole_from_their_pieces(
    server: OpenAIServer, client: ChatCompletionClient
) -> None:
    long = {"at": "the words “as they are” " * 20}
    server.script = lambda _: Reply(calls=[("look", long), ("look", "{")])
    _, streamed = await _stream(client, tools=[TOOL])
    created = await client.create(ASKED, tools=[TOOL])
    for result in (streamed, created):
        calls = result.content
        assert isinstance(calls, list)
        assert isinstance(calls[0], FunctionCall)
        assert json.loads(calls[0].arguments) == long
        assert calls[1].arguments == "{"
        assert calls[0].id != calls[1].id
        assert result.finish_reason == "function_calls"


async def test_usage_is_told_in_both_ways(server: OpenAIServer, client: ChatCompletionClient) -> None:
    server.script = says("Fine.")
    _, streamed = await _stream(client, include_usage=True)
    created = await client.create(ASKED)
    assert streamed.usage.prompt_tokens == created.usage.prompt_tokens > 0


async def test_every_request_is_kept(server: OpenAIServer, client: ChatCompletionClient) -> None:
    server.script = says("Fine.")
    await client.create(ASKED, tools=[TOOL])
    body = server.requests[-1]
    assert agent_of(body) == "validator"
    assert body["tools"][0]["function"]["name"] == "look"
    assert body["messages"][1] == {"role": "user", "name": "desk", "content": "Go."}
    assert "Go." in server.said()


async def test_an_error_looks_like_one(server: OpenAIServer, client: ChatCompletionClient) -> None:
    server.script = fails(503)
    with pytest.raises(Exception, match="not well"):
        await client.create(ASKED)
    async with httpx.AsyncClient() as http:
        answer = await http.post(f"{server.base_url}/chat/completions", json={"model": "m", "messages": []})
    assert answer.status_code == 503


async def test_the_team_says_and_does_the_same_through_the_openai_client(
    server: OpenAIServer, tmp_path: Path
) -> None:
    models = load_models(server.write_config(tmp_path / "models.yaml"))
    direct, remote = MemoryCase(), MemoryCase(models=models)
    for text in (
        "Hello! We are Fern & Fig LLC, a flower shop.",
        "mail is hello@fernandfig.com, how long does this take?",
        "12 Market Street, Portland, OR 97204",
    ):
        assert await remote.say(text) == await direct.say(text)
    assert remote.record.application == direct.record.application
    assert remote.calls() == direct.calls()
    assert "hello@fernandfig.com" not in server.said()
    await models.close()


async def test_one_agent_can_follow_a_script_while_the_others_stay_as_they_are(
    server: OpenAIServer, tmp_path: Path
) -> None:
    server.script = instead("validator", always_calls("create_account", times=1))
    models = load_models(server.write_config(tmp_path / "models.yaml"))
    case = MemoryCase(models=models)
    assert await case.say("Hello")
    assert all(ok for _, ok, _ in case.calls())
    await models.close()


@pytest.mark.parametrize(
    "fact",
    [
        {"field": "annual_revenue", "value": 9_000_000, "message": 2, "quote": "9 million"},
        {"field": "annual_revenue", "value": 9_000_000, "message": 2, "quote": "a flower shop"},
        {"field": "merchant_name", "value": "Other LLC", "message": 2, "quote": "Fern & Fig LLC"},
        {"field": "merchant_name", "value": "Onboard", "message": 3, "quote": "business"},
        {"field": "merchant_name", "value": "Fern & Fig LLC", "message": 99, "quote": "Fern"},
        {"field": "email", "value": "⟦EMAIL_7⟧", "message": 2, "quote": "⟦EMAIL_7⟧"},
        {"field": "mcc", "value": "7995", "message": 2, "quote": "a flower shop"},
    ],
)
async def test_invented_facts_never_reach_the_application(
    server: OpenAIServer, tmp_path: Path, fact: dict[str, Any]
) -> None:
    server.script = invents(fact)
    models = load_models(server.write_config(tmp_path / "models.yaml"))
    case = MemoryCase(models=models)
    heard = await case.say("We are Fern & Fig LLC, a flower shop.")
    assert heard, "the conversation goes on"
    assert case.record.application.get(case.field(fact["field"])) is None
    await models.close()
