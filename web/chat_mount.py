"""Mounts the chat into a FastAPI application."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from web.chat.chainlit_app import mount, share_secret
from web.chat.context import ChatContext, use
from web.chat.room import ROOM
from web.pages.privacy import privacy_page

PATH = "/chat"


def mount_chat(api: FastAPI, context: ChatContext) -> None:
    """Serve the chat under ``/chat`` and the privacy notice under ``/privacy``.

    Once in a process: Chainlit is one application. The lifespan of ``api`` calls ``close_chat``.
    """
    use(context)
    share_secret(context.desk.keyring.auth_secret)
    mount(api, PATH)

    @api.get("/privacy", include_in_schema=False)
    async def privacy(request: Request) -> Response:  # pyright: ignore[reportUnusedFunction]
        """The privacy notice."""
        return privacy_page(request, context.desk.policy, PATH)


async def close_chat() -> None:
    """Stop telling windows what is new, and announce that everybody left."""
    await ROOM.stop()
