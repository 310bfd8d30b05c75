"""Chainlit set up for us: its callbacks, its closed doors, its secret."""

from __future__ import annotations

import hashlib
import hmac
import logging
import os

import chainlit as cl
from chainlit.auth import ensure_jwt_secret
from chainlit.config import config, load_module
from chainlit.server import app as chainlit_app
from chainlit.types import ThreadDict
from chainlit.user import User
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from web.chat import ROOT, sockets
from web.chat.context import current
from web.chat.gate import Gate
from web.chat.room import ROOM
from web.chat.routes import Routes
from web.chat.threads import Threads


def mount(api: FastAPI, path: str) -> None:
    """Mount Chainlit with the project's ``app.py`` under a path.

    Chainlit's own ``mount_chainlit`` besides puts a middleware in front that the gate replaces.
    """
    os.environ["CHAINLIT_ROOT_PATH"] = path
    target = str(ROOT / "app.py")
    config.run.module_name = target
    load_module(target)
    ensure_jwt_secret()
    api.mount(path, chainlit_app)


def register() -> None:
    """Tell Chainlit how people sign in and what they open, and put the gate before its routes."""
    root = os.environ.get("CHAINLIT_ROOT_PATH", "").rstrip("/")
    ROOM.root = root
    cl.data_layer(Threads)
    cl.password_auth_callback(_sign_in_is_ours)  # pyright: ignore[reportUnknownMemberType]
    cl.on_chat_start(_opened_by_windows)  # pyright: ignore[reportUnknownMemberType]
    cl.on_chat_resume(_opened_by_windows)  # pyright: ignore[reportUnknownMemberType]
    config.ui.default_theme = None
    logging.getLogger("chainlit").addFilter(_is_worth_logging)
    sockets.close_all_but_ours()
    chainlit_app.add_exception_handler(RequestValidationError, _not_understood)
    chainlit_app.add_middleware(Gate, routes=Routes(root).listed(), public_url=_public_url)


def share_secret(secret: str) -> None:
    """Sign the chat's sessions with a secret of their own, derived from the installation's."""
    derived = hmac.digest(secret.encode(), b"chat session", hashlib.sha256).hex()
    os.environ["CHAINLIT_AUTH_SECRET"] = derived


async def _sign_in_is_ours(username: str, password: str) -> User | None:
    """Never called: our own route answers, but Chainlit asks for a sign-in only if it knows a callback."""
    del username, password


async def _opened_by_windows(thread: ThreadDict | None = None) -> None:
    """Never called: ``windows`` opens conversations, but Chainlit offers to only if it knows a callback."""
    del thread


async def _not_understood(request: Request, error: Exception) -> Response:
    """In the place of FastAPI's answer, which repeats what was sent, and fails where that is no text."""
    del request, error
    return JSONResponse({"detail": "That could not be read."}, status_code=422)


def _is_worth_logging(record: logging.LogRecord) -> bool:
    """Chainlit says at every page that chainlit.md is not translated."""
    return not record.getMessage().startswith("Translated markdown file")


def _public_url() -> str:
    return current().settings.public_url
