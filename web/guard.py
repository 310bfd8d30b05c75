"""Around every request: headers that browsers obey, a limit for bodies, a calm answer to the unexpected."""

from __future__ import annotations

import re
import time
import uuid

import structlog
from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.api.problems import problem
from web.cookies import secure_cookies
from web.failures import describe
from web.pages.shell import apology_page
from web.receiving import AROUND, LARGEST_UPLOAD

LARGEST_BODY = 1_000_000
"""Bytes of a request to the REST door."""

REST = "/api/"
DOCUMENTS = re.compile(r"(?:/api/merchants/[^/]+/(?:documents|attachments)|/upload/[^/]+(?:/attachments)?)")
"""Where a body may be as large as a document; the reader of it says so itself where it is larger."""

CHAT = "/chat"
"""Whose gate has a limit of its own."""

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # The way in is by link; nothing here is for a search engine.
    "X-Robots-Tag": "noindex",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}

REST_HEADERS = {
    # Data, not pages; the documentation sets its own.
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
}

log = structlog.get_logger("web.requests")


class BodyTooLarge(Exception):
    """More came than fits."""


class Guard:
    """The outermost layer of the application."""

    def __init__(self, app: ASGIApp, *, secure: bool) -> None:
        self._app = app
        self._headers = {**HEADERS}
        self._secure = secure
        if secure:
            self._headers["Strict-Transport-Security"] = "max-age=31536000"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request; nothing is raised to the server."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        await _Exchange(self._app, self._headers, self._secure, scope, receive, send).run()


class _Exchange:
    """One request and its response."""

    def __init__(
        self,
        app: ASGIApp,
        headers: dict[str, str],
        secure: bool,
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> None:
        self._app = app
        self._scope = scope
        self._receive = receive
        self._send = send
        self._rest = scope["path"].startswith(REST)
        self._headers = {**headers, **(REST_HEADERS if self._rest else {})}
        self._secure = secure
        self._is_upload = bool(DOCUMENTS.fullmatch(scope["path"]))
        self._is_limited = not scope["path"].startswith(CHAT)
        self._most = LARGEST_UPLOAD + AROUND if self._is_upload else LARGEST_BODY
        self._read = 0
        self._has_more = self._has_body()
        self._status = 0
        self._refused = False

    async def run(self) -> None:
        """Serve it."""
        began = time.perf_counter()
        try:
            if self._is_limited and not self._is_upload and self._announced() > self._most:
                raise BodyTooLarge
            await self._app(self._scope, self._receive_some, self._send_guarded)
        except BodyTooLarge:
            await self._refuse_body()
        except ClientDisconnect:
            return  # Nobody is there any more to be answered.
        except Exception as error:  # noqa: BLE001 (the last resort: nobody may read what went wrong)
            await self._apologise(error)
        finally:
            if self._rest:
                self._note(time.perf_counter() - began)

    def _announced(self) -> int:
        headers = dict(self._scope["headers"])
        length = headers.get(b"content-length", b"0")
        return int(length) if length.isdigit() else 0

    def _has_body(self) -> bool:
        return self._announced() > 0 or b"transfer-encoding" in dict(self._scope["headers"])

    def _ends_soon(self) -> bool:
        """What is still on its way is read and dropped: a client that is cut off may lose the answer."""
        return 0 < self._announced() <= LARGEST_BODY

    async def _receive_some(self) -> Message:
        message = await self._receive()
        self._has_more = message.get("more_body", False)
        if self._is_limited and message["type"] == "http.request":
            self._read += len(message.get("body", b""))
            if self._read > self._most:
                # Raised here, it would be taken for a body that cannot be read.
                self._refused = True
                await self._refuse_body()
                raise BodyTooLarge
        return message

    async def _send_guarded(self, message: Message) -> None:
        if self._refused:
            return
        await self._send_with_headers(message)

    async def _send_with_headers(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._status = message["status"]
            headers = MutableHeaders(scope=message)
            for name, value in self._headers.items():
                headers.setdefault(name, value)
            if self._secure:
                secure_cookies(headers)
            if self._has_more and not self._ends_soon():
                # The server would go on reading what nobody wants.
                headers["Connection"] = "close"
        await self._send(message)

    async def _refuse_body(self) -> None:
        if not self._status:
            detail = f"A request has at most {self._most:,} bytes."
            answer = problem(413, "too_large", detail, {"Connection": "close"})
            await answer(self._scope, self._receive, self._send_with_headers)

    async def _apologise(self, error: Exception) -> None:
        number = uuid.uuid4().hex[:12]
        log.error("request_failed", id=number, exception=describe(error))
        if not self._status:
            await self._apology(number)(self._scope, self._receive, self._send_with_headers)

    def _apology(self, number: str) -> Response:
        request = Request(self._scope)
        if not self._rest and "text/html" in request.headers.get("accept", ""):
            return apology_page(request, number)
        detail = f"Something went wrong on our side. It is noted under {number}."
        return problem(500, "internal_error", detail, id=number)

    def _note(self, seconds: float) -> None:
        log.info(
            "request",
            method=self._scope["method"],
            path=self._scope["path"],
            status=self._status,
            ms=round(seconds * 1000),
        )
