"""What may come in over Chainlit's socket: a window opens, a message, a window closes. Nothing else."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated, Literal, cast
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import structlog
from chainlit import socket as chainlit_socket
from chainlit.server import sio
from chainlit.session import WebsocketSession
from pydantic import BaseModel, StringConstraints, ValidationError
from socketio.exceptions import ConnectionRefusedError as Refused

from cases.errors import OnboardError
from cases.languages import region_of
from web.chat import windows
from web.chat.buckets import Buckets
from web.chat.context import current
from web.chat.room import ROOM
from web.chat.visitor import read_cookies, visit_of, zone_of
from web.chat.window_language import language_of_window
from web.failures import describe

log = structlog.get_logger(__name__)

Environ = dict[str, object]
SessionId = Annotated[str, StringConstraints(pattern=r"^[0-9a-zA-Z-]{8,64}$")]

CALLS = Buckets(burst=120, per_second=5)
"""Events that one socket may send; a person's messages have a stricter limit of their own."""


class _Opening(BaseModel):
    """What a window says of itself when it connects; whatever else it says is not read."""

    sessionId: SessionId  # noqa: N815 (Chainlit's name)
    clientType: Literal["webapp"]  # noqa: N815
    threadId: str = ""  # noqa: N815


class _Said(BaseModel):
    id: UUID
    output: str
    command: str | None = None


class _Payload(BaseModel):
    message: _Said


def close_all_but_ours() -> None:
    """Take every event handler of Chainlit's away and put those in that are let through."""
    handlers: dict[str, Callable[..., Awaitable[object]]] = {
        "connect": connect,
        "disconnect": _calmly(disconnect),
        "connection_successful": _calmly(opened),
        "clear_session": chainlit_socket.clean_session,  # pyright: ignore[reportUnknownMemberType]
        "client_message": _calmly(said),
    }
    sio.handlers["/"] = handlers  # pyright: ignore[reportUnknownMemberType]


def _calmly(handler: Callable[..., Awaitable[None]]) -> Callable[..., Awaitable[None]]:
    """The handler, whose unexpected end is logged without anybody's words in it."""

    async def run(*given: object) -> None:
        try:
            await handler(*given)
        except Exception as error:  # noqa: BLE001 (the last resort: a traceback would quote messages)
            log.error("socket_event_failed", exception=describe(error))

    return run


async def connect(sid: str, environ: Environ, auth: object) -> bool:
    """Let a window of somebody who is signed in connect, onto a thread of their own or none."""
    cookies = read_cookies(str(environ.get("HTTP_COOKIE", "")))
    visit = await visit_of(cookies)
    try:
        opening = _Opening.model_validate(auth)
    except ValidationError:
        raise Refused("malformed") from None
    if visit is None:
        raise Refused("authentication failed")
    thread_id = opening.threadId or _thread_of_page(environ)
    try:
        if thread_id:
            await current().views.case_of_thread(visit.person, thread_id)
    except OnboardError:
        # As if it did not exist: nobody learns which threads there are, nor names their own.
        thread_id = str(uuid4())
    checked = {"sessionId": opening.sessionId, "clientType": "webapp", "threadId": thread_id}
    await chainlit_socket.connect(sid, environ, cast(chainlit_socket.WebSocketSessionAuth, checked))
    session = WebsocketSession.require(sid)
    languages = str(environ.get("HTTP_ACCEPT_LANGUAGE", ""))
    ROOM.seats.take(
        session,
        visit.person.id,
        visit.since,
        zone_of(cookies),
        language_of_window(cookies, languages),
        region_of(languages),
    )
    return True


def _thread_of_page(environ: Environ) -> str:
    """The thread that the page is about: a slow window connects before it has read its own address."""
    referrer = urlsplit(str(environ.get("HTTP_REFERER", "")))
    before, _, thread_id = referrer.path.rpartition("/thread/")
    return thread_id if before == ROOM.root else ""


async def disconnect(sid: str, *reason: object) -> None:
    """A connection is gone."""
    del reason
    session = WebsocketSession.get(sid)
    if session is not None:
        await ROOM.leave(session.id)
        await chainlit_socket.disconnect(sid)  # pyright: ignore[reportUnknownMemberType]


async def opened(sid: str) -> None:
    """A window is ready, for the first time or after a lost connection."""
    if seat := _seat(sid):
        await windows.open_window(seat)


async def said(sid: str, payload: object) -> None:
    """Somebody sent a message."""
    seat = _seat(sid)
    try:
        message = _Payload.model_validate(payload).message
    except ValidationError:
        return
    if seat is not None:
        await windows.hear(seat, str(message.id), message.output, message.command or "")


def _seat(sid: str) -> windows.Seat | None:
    session = WebsocketSession.get(sid)
    if session is None or not CALLS.take(session.id):
        return None
    return ROOM.seats.of(session.id)
