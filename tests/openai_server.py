"""An OpenAI-compatible chat-completions server on loopback: scriptable, streaming, and it remembers.

    with OpenAIServer(says("Hello")) as server:
        models_yaml = server.component()   # for ONBOARD_MODEL_CONFIG

A script takes the request's JSON and returns a ``Reply``: words, or tool calls. ``offline`` puts the
offline model behind the server, so that the whole app can run through the OpenAI client.
"""

from __future__ import annotations

import asyncio
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self, cast

import uvicorn
import yaml
from autogen_core import FunctionCall
from autogen_core.models import (
    AssistantMessage,
    FunctionExecutionResult,
    FunctionExecutionResultMessage,
    LLMMessage,
    SystemMessage,
    UserMessage,
)
from autogen_core.tools import ToolSchema
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse

from agents.offline import OfflineChatCompletionClient

Body = dict[str, Any]


@dataclass(frozen=True)
class Reply:
    """What the model answers: ``text``, or calls of tools by name with arguments (or raw JSON)."""

    text: str = ""
    calls: Sequence[tuple[str, Mapping[str, Any] | str]] = ()
    status: int = 200


Script = Callable[[Body], Reply]


def says(text: str) -> Script:
    """Says the same whatever it is asked, and calls no tool."""
    return lambda _: Reply(text)


def always_calls(name: str, arguments: Mapping[str, Any] | str = "{}", times: int = 0) -> Script:
    """Asks for one tool again and again; with ``times``, only so often within a turn, then "Done."."""

    def script(body: Body) -> Reply:
        made = sum(1 for message in _turn(body) if message["role"] == "assistant")
        return Reply("Done.") if times and made >= times else Reply(calls=[(name, arguments)])

    return script


def invents(*facts: Mapping[str, Any]) -> Script:
    """The preprocessor records these facts whatever was said, once a turn; the others are offline."""
    return instead("preprocessor", always_calls("record_facts", {"facts": list(facts)}, times=1))


def instead(agent: str, script: Script) -> Script:
    """One agent follows a script; the others are played by the offline model."""
    return lambda body: script(body) if agent_of(body) == agent else offline(body)


def fails(status: int = 500) -> Script:
    """Answers with an error."""
    return lambda _: Reply(status=status)


def offline(body: Body) -> Reply:
    """Plays every role by the rules of the offline model."""
    tools = [cast("ToolSchema", tool["function"]) for tool in body.get("tools", [])]
    client = OfflineChatCompletionClient()
    result = asyncio.run(client.create(_messages(body), tools=tools))
    if isinstance(result.content, str):
        return Reply(result.content)
    return Reply(calls=[(call.name, call.arguments) for call in result.content])


def agent_of(body: Body) -> str:
    """Which agent a request speaks for."""
    system = next((m["content"] for m in body["messages"] if m["role"] in ("system", "developer")), "")
    first = str(system).partition("\n")[0]
    return first.removeprefix("# Agent: ").strip()


@dataclass
class OpenAIServer:
    """Serves a script on a free port of 127.0.0.1 while the block lasts; ``requests`` keeps each body."""

    script: Script = offline
    requests: list[Body] = field(default_factory=list[Body])
    port: int = 0

    @property
    def base_url(self) -> str:
        """Where a client's ``base_url`` points."""
        return f"http://127.0.0.1:{self.port}/v1"

    def component(self, model: str = "test-model") -> Body:
        """An AutoGen component of the OpenAI client for this server."""
        return {
            "provider": "autogen_ext.models.openai.OpenAIChatCompletionClient",
            "config": {
                "model": model,
                "api_key": "not-a-key",
                "base_url": self.base_url,
                "max_retries": 0,
                "model_info": {
                    "vision": False,
                    "function_calling": True,
                    "json_output": True,
                    "structured_output": False,
                    "family": "unknown",
                },
            },
        }

    def write_config(self, path: Path) -> Path:
        """A model configuration file for this server."""
        path.write_text(yaml.safe_dump(self.component()), encoding="utf-8")
        return path

    def said(self) -> str:
        """Every request so far as one text, to search in."""
        return "\n".join(json.dumps(body, ensure_ascii=False) for body in self.requests)

    def __enter__(self) -> Self:
        self._socket = socket.socket()
        self._socket.bind(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        config = uvicorn.Config(_app(self), log_level="warning", lifespan="off")
        self._server = uvicorn.Server(config)
        run = self._server.run
        self._thread = threading.Thread(target=run, args=([self._socket],), daemon=True)
        self._thread.start()
        while not self._server.started:
            if not self._thread.is_alive():
                raise RuntimeError("the server did not start")
            time.sleep(0.005)
        return self

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join(timeout=10)
        self._socket.close()


def _app(server: OpenAIServer) -> FastAPI:
    app = FastAPI()

    # pyright cannot see that FastAPI uses the function
    @app.post("/v1/chat/completions")
    async def complete(request: Request) -> Response:  # pyright: ignore[reportUnusedFunction]
        body: Body = await request.json()
        server.requests.append(body)
        reply = await asyncio.to_thread(server.script, body)
        if reply.status != 200:
            error = {"message": "the model is not well", "type": "server_error", "code": None}
            return JSONResponse({"error": error}, status_code=reply.status)
        if body.get("stream"):
            return StreamingResponse(_stream(body, reply), media_type="text/event-stream")
        return JSONResponse(_whole(body, reply))

    return app


def _whole(body: Body, reply: Reply) -> Body:
    message: Body = {"role": "assistant", "content": reply.text or None}
    if reply.calls:
        message["tool_calls"] = [_call(body, at, call) for at, call in enumerate(reply.calls)]
    choice = {"index": 0, "message": message, "finish_reason": _reason(reply), "logprobs": None}
    return {**_envelope(body, "chat.completion"), "choices": [choice], "usage": _usage(body, reply)}


def _stream(body: Body, reply: Reply) -> Iterator[str]:
    envelope = _envelope(body, "chat.completion.chunk")

    def chunk(delta: Body, reason: str | None = None) -> str:
        choice = {"index": 0, "delta": delta, "finish_reason": reason, "logprobs": None}
        return _event({**envelope, "choices": [choice]})

    yield chunk({"role": "assistant", "content": ""})
    for piece in _pieces(reply.text, 8):
        yield chunk({"content": piece})
    for at, call in enumerate(reply.calls):
        whole = _call(body, at, call)
        arguments = whole["function"]["arguments"]
        head = {**whole, "index": at, "function": {"name": whole["function"]["name"], "arguments": ""}}
        yield chunk({"tool_calls": [head]})
        for piece in _pieces(arguments, 40):
            yield chunk({"tool_calls": [{"index": at, "function": {"arguments": piece}}]})
    yield chunk({}, _reason(reply))
    if body.get("stream_options", {}).get("include_usage"):
        yield _event({**envelope, "choices": [], "usage": _usage(body, reply)})
    yield "data: [DONE]\n\n"


def _pieces(text: str, size: int) -> Iterator[str]:
    """The text in pieces as a model streams it; larger ones where there would be thousands."""
    size = max(size, len(text) // 200)
    return (text[start : start + size] for start in range(0, len(text), size))


def _event(data: Body) -> str:
    return f"data: {json.dumps(data, ensure_ascii=False)}\n\n"


def _envelope(body: Body, kind: str) -> Body:
    made = len(body["messages"])
    return {"id": f"chatcmpl-{made}", "object": kind, "created": 0, "model": body["model"]}


def _call(body: Body, at: int, call: tuple[str, Mapping[str, Any] | str]) -> Body:
    name, arguments = call
    raw = arguments if isinstance(arguments, str) else json.dumps(arguments, ensure_ascii=False)
    number = f"call_{len(body['messages'])}_{at}"
    return {"id": number, "type": "function", "function": {"name": name, "arguments": raw}}


def _reason(reply: Reply) -> str:
    return "tool_calls" if reply.calls else "stop"


def _usage(body: Body, reply: Reply) -> Body:
    asked = len(json.dumps(body["messages"])) // 4
    answered = len(reply.text) // 4 + len(reply.calls) * 10
    return {
        "prompt_tokens": asked,
        "completion_tokens": answered,
        "total_tokens": asked + answered,
    }


def _turn(body: Body) -> list[Body]:
    """The messages since the last word from outside: the briefing, and what the model did since."""
    messages: list[Body] = body["messages"]
    last = max((at for at, message in enumerate(messages) if message["role"] == "user"), default=0)
    return messages[last:]


def _messages(body: Body) -> list[LLMMessage]:
    read: list[LLMMessage] = []
    names: dict[str, str] = {}
    for message in body["messages"]:
        content = str(message.get("content") or "")
        match message["role"]:
            case "system" | "developer":
                read.append(SystemMessage(content=content))
            case "user":
                read.append(UserMessage(content=content, source=message.get("name", "user")))
            case "assistant":
                calls = [
                    FunctionCall(c["id"], c["function"]["arguments"], c["function"]["name"])
                    for c in message.get("tool_calls", [])
                ]
                names |= {call.id: call.name for call in calls}
                read.append(AssistantMessage(content=calls or content, source="assistant"))
            case _:
                number = message["tool_call_id"]
                result = FunctionExecutionResult(content=content, name=names.get(number, ""), call_id=number)
                read.append(FunctionExecutionResultMessage(content=[result]))
    return read
