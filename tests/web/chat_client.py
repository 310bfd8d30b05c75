"""Somebody who talks to the chat without a browser: over HTTP and over its socket, politely or not."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import uuid4

import httpx
import socketio

from tests.newcomers import PASSWORD

PATIENCE = 20.0


async def sign_in(url: str, email: str, password: str = PASSWORD, root: str = "/chat") -> httpx.Response:
    """What a program gets that signs in; ``root``: where the chat is mounted."""
    async with httpx.AsyncClient(base_url=url, timeout=PATIENCE) as http:
        return await http.post(f"{root}/login", data={"username": email, "password": password})


async def cookie_of(url: str, email: str, password: str = PASSWORD, root: str = "/chat") -> str:
    """The Cookie header of somebody who has signed in."""
    answer = await sign_in(url, email, password, root)
    assert answer.status_code == 200, answer.text
    return "; ".join(f"{name}={value}" for name, value in answer.cookies.items())


async def thread_of(url: str, cookie: str, case: str) -> str:
    """The thread of somebody's window onto a case, which they open."""
    async with httpx.AsyncClient(base_url=url, headers={"Cookie": cookie}, timeout=PATIENCE) as http:
        window = await http.get(f"/chat/case/{case}")
    return window.headers["location"].rpartition("/")[2]


class ChatSocket:
    """One connection to the chat, with every event that came over it."""

    def __init__(self) -> None:
        self.client = socketio.AsyncClient(reconnection=False)
        self.events: list[tuple[str, Any]] = []
        self._news = asyncio.Event()
        self.client.on("*", self._keep)

    async def _keep(self, event: str, *data: Any) -> None:
        self.events.append((event, data[0] if data else None))
        self._news.set()

    async def emit(self, event: str, data: Any = None) -> None:
        """Send an event."""
        await self.client.emit(event, data)

    async def say(self, text: str, to: str | None = None) -> str:
        """Send a message as Chainlit's page does (``to``: whom, as staff choose); returns its id."""
        message_id = str(uuid4())
        message = {"id": message_id, "output": text, "command": to}
        await self.emit("client_message", {"message": message})
        return message_id

    async def until(self, event: str, about: str = "") -> Any:
        """The data of the first such event (that holds the text), waited for."""
        async with asyncio.timeout(PATIENCE):
            while True:
                for name, data in self.events:
                    if name == event and about in str(data):
                        return data
                self._news.clear()
                await self._news.wait()

    def heard(self) -> str:
        """Everything that came."""
        return str(self.events)


@asynccontextmanager
async def connected(url: str, cookie: str, root: str = "/chat", **auth: Any) -> AsyncIterator[ChatSocket]:
    """A connection of a window; ``auth``: what the window says of itself besides."""
    socket = ChatSocket()
    said = {"sessionId": str(uuid4()), "clientType": "webapp", "threadId": "", **auth}
    await socket.client.connect(
        url,
        headers={"Cookie": cookie},
        auth=said,
        socketio_path=f"{root}/ws/socket.io",
        transports=["websocket"],
    )
    try:
        await socket.emit("connection_successful")
        yield socket
    finally:
        await socket.client.disconnect()
