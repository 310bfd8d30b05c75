"""Idempotency-Key: a POST that is sent again gets the first answer and does nothing twice.

The answers to requests that did something are kept, encrypted, and outlive the process. A refusal
changed nothing, so it is not kept: sending the request again asks again. Two at the same moment are
one behind the other; a request that a killed process left half-way is found by the ids that follow
from its key (``derived_id``).
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import AsyncGenerator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID, uuid4, uuid5

from fastapi import Request, Response
from fastapi.routing import APIRoute
from sqlalchemy import insert, select

from cases.access import Person
from cases.errors import Conflict, Invalid
from storage.tables import idempotency
from web.api.callers import identify, onboard_of
from web.composition import Onboard

HEADER = "Idempotency-Key"
LONGEST_KEY = 255
PATIENCE = 20.0
"""Seconds that a duplicate waits for the first one's answer."""

_SPACE = UUID("0b9d7c52-6a0e-4b52-9c0f-5f4e7e0b7a11")

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class KeyReused(Invalid):
    """The key was used for another request before."""

    code = "idempotency_key_reused"


@dataclass(frozen=True)
class Attempt:
    """One request under a key; ``name`` and ``digest`` are keyed hashes, as what is sent may be personal."""

    person: Person
    route: str
    name: str
    digest: str


class Turns:
    """One behind the other, for requests with the same key."""

    def __init__(self) -> None:
        self._locks: dict[tuple[UUID, str, str], asyncio.Lock] = {}
        self._waiting: Counter[tuple[UUID, str, str]] = Counter()

    @asynccontextmanager
    async def turn(self, attempt: Attempt) -> AsyncGenerator[None, None]:
        """The request's turn; raises Conflict ``in_progress`` where the one before takes long."""
        place = (attempt.person.id, attempt.route, attempt.name)
        lock = self._locks.setdefault(place, asyncio.Lock())
        self._waiting[place] += 1
        try:
            async with self._held(lock):
                yield
        finally:
            self._waiting[place] -= 1
            if not self._waiting[place]:
                del self._waiting[place], self._locks[place]

    @asynccontextmanager
    async def _held(self, lock: asyncio.Lock) -> AsyncGenerator[None, None]:
        try:
            await asyncio.wait_for(lock.acquire(), PATIENCE)
        except TimeoutError:
            message = "The first request with this key is still being worked on."
            raise Conflict(message, code="in_progress") from None
        try:
            yield
        finally:
            lock.release()


class IdempotentRoute(APIRoute):
    """A route whose POST honours the key."""

    def get_route_handler(self) -> Handler:
        """The route's handler, behind the key."""
        handle = super().get_route_handler()

        async def handle_once(request: Request) -> Response:
            key = request.headers.get(HEADER)
            if request.method != "POST" or key is None:
                return await handle(request)
            attempt = await _read(request, key)
            turns = cast("Turns", request.app.state.turns)
            async with turns.turn(attempt):
                onboard = onboard_of(request)
                return await _recall(onboard, attempt) or await _handle(onboard, attempt, handle, request)

        return handle_once


def derived_id(request: Request, purpose: str) -> UUID:
    """The id of what the request makes: the same whenever it is sent again under the same key."""
    attempt: Attempt | None = getattr(request.state, "attempt", None)
    if attempt is None:
        return uuid4()
    return uuid5(_SPACE, f"{purpose} {attempt.person.id} {attempt.route} {attempt.name} {attempt.digest}")


async def _read(request: Request, key: str) -> Attempt:
    if not 1 <= len(key) <= LONGEST_KEY or not key.isprintable():
        raise Invalid(
            f"{HEADER} has 1 to {LONGEST_KEY} printable characters.", code="idempotency_key_invalid"
        )
    person = await identify(request)
    sign = onboard_of(request).desk.keyring.sign_head
    attempt = Attempt(
        person=person,
        route=f"POST {request.url.path}",
        name=sign(b"onboard idempotency key 1\0" + key.encode()),
        digest=sign(b"onboard idempotency body 1\0" + _canonical(await request.body())),
    )
    request.state.attempt = attempt
    return attempt


def _canonical(body: bytes) -> bytes:
    """The body without what a client's second try may write otherwise: spaces, the order of keys."""
    try:
        return json.dumps(json.loads(body), sort_keys=True).encode()
    except (ValueError, RecursionError):
        return body


async def _recall(onboard: Onboard, attempt: Attempt) -> Response | None:
    kept = idempotency.c
    query = select(kept.request_hash, kept.status, kept.response_encrypted).where(
        kept.person_id == attempt.person.id,
        kept.route == attempt.route,
        kept.key == attempt.name,
    )
    async with onboard.desk.db.read() as connection:
        row = (await connection.execute(query)).first()
    if row is None:
        return None
    if row.request_hash != attempt.digest:
        raise KeyReused(f"This {HEADER} was used for another request.")
    body = onboard.desk.keyring.decrypt(row.response_encrypted)
    return Response(body, row.status, media_type="application/json", headers={"Idempotency-Replayed": "true"})


async def _handle(onboard: Onboard, attempt: Attempt, handle: Handler, request: Request) -> Response:
    """Handle the request, and keep the answer where something was done."""
    response = await handle(request)
    if response.status_code < 300:
        values = {
            "person_id": attempt.person.id,
            "route": attempt.route,
            "key": attempt.name,
            "request_hash": attempt.digest,
            "status": response.status_code,
            "response_encrypted": onboard.desk.keyring.encrypt(bytes(response.body).decode()),
            "created_at": onboard.desk.clock(),
        }
        async with onboard.desk.db.write() as tx:
            await tx.execute(insert(idempotency).values(**values))
    return response
