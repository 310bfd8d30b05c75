"""A real HTTP server on the loopback that answers what its script says, and keeps what it was sent."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Answer:
    """One answer; status None closes the connection without a word, ``once`` keeps it waiting until then."""

    status: int | None = 200
    body: object = field(default_factory=dict[str, object])
    headers: tuple[str, ...] = ()
    once: asyncio.Event | None = None


@dataclass
class Request:
    """One request as it arrived."""

    path: str
    headers: dict[str, str]
    body: Any
    raw: bytes = b""


@dataclass
class ScriptedServer:
    """Serves the script in order, the last answer for ever."""

    script: list[Answer]
    url: str = ""
    requests: list[Request] = field(default_factory=list[Request])
    arrived: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def received(self, number: int) -> list[Request]:
        """The requests, once there are that many."""
        async with self.arrived:
            await self.arrived.wait_for(lambda: len(self.requests) >= number)
        return self.requests

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            request = await _read(reader)
            async with self.arrived:
                self.requests.append(request)
                self.arrived.notify_all()
            answer = self.script.pop(0) if len(self.script) > 1 else self.script[0]
            if answer.once is not None:
                await answer.once.wait()
            if answer.status is not None:
                writer.write(_write(answer))
                await writer.drain()
        finally:
            writer.close()


@asynccontextmanager
async def serving(*script: Answer) -> AsyncGenerator[ScriptedServer]:
    scripted = ScriptedServer(list(script))
    server = await asyncio.start_server(scripted.serve, "127.0.0.1", 0)
    scripted.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    async with server:
        yield scripted


async def _read(reader: asyncio.StreamReader) -> Request:
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    first, *lines = head.strip().split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Request(first.split()[1], headers, json.loads(body) if body else None, body)


def _write(answer: Answer) -> bytes:
    body = answer.body if isinstance(answer.body, bytes) else json.dumps(answer.body).encode()
    lines = [
        f"HTTP/1.1 {answer.status} Scripted",
        f"Content-Length: {len(body)}",
        "Connection: close",
        *answer.headers,
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body
