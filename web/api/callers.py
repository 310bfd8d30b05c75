"""Who is calling: the owner of the bearer token, looked up anew for every request."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncGenerator
from typing import Annotated, cast

from fastapi import Depends, Request
from fastapi.security import HTTPBearer
from fastapi.security.http import HTTPAuthorizationCredentials

from cases.access import Person
from cases.errors import Unauthenticated
from web.api.limits import Limits
from web.composition import Onboard

_bearer = HTTPBearer(auto_error=False, description="`onboard tokens create EMAIL` makes one.")


def onboard_of(request: Request) -> Onboard:
    """The installation that the application serves."""
    return cast("Onboard", request.app.state.onboard)


def limits_of(request: Request) -> Limits:
    """The counters of the application."""
    return cast("Limits", request.app.state.limits)


Installation = Annotated[Onboard, Depends(onboard_of)]
Credentials = Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]


async def identify(request: Request) -> Person:
    """The token's owner; counts the request, once. Raises Unauthenticated, TooMany.

    What comes without a valid token counts against the address that it comes from.
    """
    known = getattr(request.state, "person", None)
    if isinstance(known, Person):
        return known
    limits, secret = limits_of(request), secret_of(request)
    try:
        person = await _owner(onboard_of(request), secret)
    except Unauthenticated:
        limits.take(f"address {request.client.host if request.client else 'unknown'}")
        raise
    limits.take(caller_name(secret))
    request.state.person = person
    return person


async def _owner(onboard: Onboard, secret: str) -> Person:
    if not secret:
        raise Unauthenticated("This needs a bearer token.")
    return await onboard.people.by_token(secret)


def secret_of(request: Request) -> str:
    """The bearer token of a request; empty where there is none."""
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    return secret.strip() if scheme.lower() == "bearer" else ""


def caller_name(secret: str) -> str:
    """What a token is counted under: not the token itself."""
    return f"token {hashlib.sha256(secret.encode()).hexdigest()}"


async def _caller(request: Request, credentials: Credentials) -> AsyncGenerator[Person, None]:
    del credentials  # declared for the OpenAPI document; the header is read in one place
    person = await identify(request)
    async with limits_of(request).slot(caller_name(secret_of(request))):
        yield person


Caller = Annotated[Person, Depends(_caller)]


async def _follower(request: Request, credentials: Credentials) -> Person:
    del credentials
    return await identify(request)


Follower = Annotated[Person, Depends(_follower)]
"""A caller who stays for long, and so takes none of the places that requests wait for."""
