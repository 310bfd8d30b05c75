"""Stands before every route of Chainlit's: what is not listed here is closed, and who is out stays out."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.chat.page import security_policy
from web.chat.visitor import person_of
from web.chat.window_language import ask_in_our_language
from web.cookies import secure_cookies

OPEN = re.compile(
    r"GET /(assets|public)/[\w./-]{1,160}|GET /(favicon|logo)|GET /auth/config"
    r"|GET /project/translations|POST /logout"
)
"""Chainlit's routes that anybody may use."""

SIGNED_IN = re.compile(
    r"GET /(user|project/settings)|POST /project/threads|(GET|POST|WEBSOCKET) /ws/socket\.io/?"
)
"""Chainlit's routes for people who are signed in; web/chat/sockets.py says what a socket may do."""

_IN_A_LANGUAGE = frozenset({"GET /project/translations", "GET /project/settings"})

LARGEST_BODY = 262_144
"""Bytes of a request's body."""

_FOR_EVER = re.compile(r"/assets/[\w.-]+-[\w-]{8}\.\w+")


class Gate:
    """ASGI middleware; ``routes`` are our own, which come before Chainlit's.

    It finds out who is asking, once (``scope["person"]``), takes the session away from those who
    may not use their account, refuses other origins, and puts the security headers on every answer.
    """

    def __init__(self, app: ASGIApp, routes: list[BaseRoute], public_url: Callable[[], str]) -> None:
        self._app = app
        self._routes = routes
        self._public_url = public_url

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through, answer it, or refuse it."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        wanted = _wanted(scope)
        scope["person"] = None
        if not OPEN.fullmatch(wanted):
            await self._identify(scope)
        if wanted in _IN_A_LANGUAGE:
            ask_in_our_language(scope)
        target = self._refuse(scope) or self._find(scope, wanted)
        await target(scope, receive, self._with_headers(wanted, send))

    async def _identify(self, scope: Scope) -> None:
        scope["person"] = await person_of(HTTPConnection(scope).cookies)
        if scope["person"] is None:
            secret = (b"cookie", b"authorization")
            scope["headers"] = [pair for pair in scope["headers"] if pair[0] not in secret]

    def _refuse(self, scope: Scope) -> ASGIApp | None:
        headers = Headers(scope=scope)
        changes = scope["type"] == "websocket" or scope["method"] not in ("GET", "HEAD", "OPTIONS")
        origin = headers.get("origin")
        if changes and origin is not None and not self._is_ours(origin, headers.get("host", "")):
            return _refusal(scope, 403, "This page may not be used from another site.")
        length = headers.get("content-length", "0")
        if "transfer-encoding" in headers:
            return _refusal(scope, 411, "The length has to be said beforehand.")
        if not length.isdigit() or int(length) > LARGEST_BODY:
            return _refusal(scope, 413, "That is too much at once.")
        return None

    def _is_ours(self, origin: str, host: str) -> bool:
        return urlsplit(origin).netloc in (host, urlsplit(self._public_url()).netloc)

    def _find(self, scope: Scope, wanted: str) -> ASGIApp:
        for route in self._routes:
            match, more = route.matches(scope)
            if match is Match.FULL:
                scope.update(more)
                return route.handle
        if OPEN.fullmatch(wanted):
            return self._app
        if not SIGNED_IN.fullmatch(wanted):
            return _refusal(scope, 404, "There is nothing here.")
        if scope["person"] is None:
            return _refusal(scope, 401, "Please sign in.")
        return self._app

    def _with_headers(self, wanted: str, send: Send) -> Send:
        secure = self._public_url().startswith("https://")
        for_ever = _FOR_EVER.fullmatch(wanted.partition(" ")[2]) is not None

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message["headers"])
                _protect(headers, secure=secure)
                if for_ever:
                    headers["cache-control"] = "public, max-age=31536000, immutable"
                elif "cache-control" not in headers:
                    headers["cache-control"] = "no-cache" if OPEN.fullmatch(wanted) else "no-store"
                message["headers"] = headers.raw
            await send(message)

        return send_with_headers


def _wanted(scope: Scope) -> str:
    path = scope["path"].removeprefix(scope.get("root_path", "")) or "/"
    method = scope["method"] if scope["type"] == "http" else "WEBSOCKET"
    return f"{'GET' if method == 'HEAD' else method} {path}"


def _protect(headers: MutableHeaders, *, secure: bool) -> None:
    headers.setdefault("content-security-policy", security_policy())
    headers["x-content-type-options"] = "nosniff"
    headers["x-frame-options"] = "DENY"
    headers["referrer-policy"] = "same-origin"
    headers["cross-origin-opener-policy"] = "same-origin"
    headers["cross-origin-resource-policy"] = "same-origin"
    headers["permissions-policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
    if secure:
        headers["strict-transport-security"] = "max-age=31536000"
        secure_cookies(headers)


def _refusal(scope: Scope, status: int, detail: str) -> ASGIApp:
    if scope["type"] == "websocket":
        return _close
    return JSONResponse({"detail": detail}, status_code=status)


async def _close(scope: Scope, receive: Receive, send: Send) -> None:
    del scope, receive
    await send({"type": "websocket.close", "code": 1008})


def to_sign_in(request: Request) -> Response:
    """Send somebody to the sign-in page, and back here afterwards."""
    root = request.scope.get("root_path", "")
    here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return RedirectResponse(f"{root}/login?next={quote(here)}", status_code=303)
