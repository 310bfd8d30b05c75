"""``chainlit run app.py``: the chat without the REST API, with its own desk, team and background work."""

from __future__ import annotations

from contextlib import AsyncExitStack

import chainlit as cl

from storage.settings import load_settings
from web.chat.chainlit_app import share_secret
from web.chat.context import ChatContext, use
from web.chat.room import ROOM
from web.demo import ensure_demo_accounts
from web.running import Process


def stand_alone() -> None:
    """Build everything from the settings; it runs from Chainlit's start to its end."""
    settings = load_settings()
    process = Process(settings)
    parts = process.onboard
    use(ChatContext(parts.desk, parts.people, parts.views, parts.queue, parts.feed, settings))
    share_secret(parts.desk.keyring.auth_secret)
    running = AsyncExitStack()

    async def start() -> None:
        await running.enter_async_context(process.running())
        if settings.demo:
            await ensure_demo_accounts(parts.people, settings.data_dir)

    async def stop() -> None:
        await ROOM.stop()
        await running.aclose()

    cl.on_app_startup(start)  # pyright: ignore[reportUnknownMemberType]
    cl.on_app_shutdown(stop)  # pyright: ignore[reportUnknownMemberType]
