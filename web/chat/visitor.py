"""Who is asking: the person behind a session cookie, with the rights of this moment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, tzinfo
from http.cookies import CookieError, SimpleCookie
from urllib.parse import unquote
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import jwt
from chainlit.auth import get_token_from_cookies
from chainlit.auth.jwt import decode_jwt

from cases.access import Person
from cases.errors import Unauthenticated
from web.chat.context import current

ZONE_COOKIE = "onboard_zone"
"""Set by public/onboard.js: the name of the browser's time zone."""


def read_cookies(header: str) -> dict[str, str]:
    """The cookies of a Cookie header; none for a header that cannot be read."""
    jar: SimpleCookie = SimpleCookie()
    try:
        jar.load(header)
    except CookieError:
        return {}
    return {name: morsel.value for name, morsel in jar.items()}


async def person_of(cookies: Mapping[str, str]) -> Person | None:
    """The person whose session the cookies carry; None where it is over, forged or disabled."""
    token = get_token_from_cookies(dict(cookies))
    if token is None:
        return None
    try:
        identifier = decode_jwt(token).identifier
        return await current().people.person(UUID(identifier))
    except (jwt.InvalidTokenError, Unauthenticated, ValueError, KeyError, TypeError):
        return None


def name_of(zone: tzinfo) -> str | None:
    """The IANA name of a zone that a browser named; None where it named none."""
    return zone.key if isinstance(zone, ZoneInfo) else None


def zone_of(cookies: Mapping[str, str]) -> tzinfo:
    """The zone that the browser named; UTC where it named none that there is."""
    name = unquote(cookies.get(ZONE_COOKIE, ""))[:80]
    try:
        return ZoneInfo(name) if name else UTC
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC
