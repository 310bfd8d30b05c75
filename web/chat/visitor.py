"""Who is asking: the person behind a session cookie, with the rights of this moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from http.cookies import CookieError, SimpleCookie
from typing import cast
from urllib.parse import unquote
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import jwt
from chainlit.auth import get_token_from_cookies
from chainlit.auth.jwt import decode_jwt
from chainlit.user import User

from cases.access import Person
from cases.errors import Unauthenticated
from storage.tables import read_moment, write_moment
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


@dataclass(frozen=True)
class Visit:
    """Somebody in a session, and since when it runs."""

    person: Person
    since: datetime


def user_of(visit: Visit) -> User:
    """The person as Chainlit's session knows them: an id, a name, since when; no rights."""
    person, since = visit.person, write_moment(visit.since)
    return User(identifier=str(person.id), display_name=person.name, metadata={"since": since})


async def person_of(cookies: Mapping[str, str]) -> Person | None:
    """The person whose session the cookies carry; None where it is over, forged or disabled."""
    visit = await visit_of(cookies)
    return None if visit is None else visit.person


async def visit_of(cookies: Mapping[str, str]) -> Visit | None:
    """The session that the cookies carry; None where it is over, forged or disabled."""
    token = get_token_from_cookies(dict(cookies))
    if token is None:
        return None
    try:
        user = decode_jwt(token)
        metadata = cast("dict[str, str]", user.metadata)  # pyright: ignore[reportUnknownMemberType]
        since = read_moment(metadata["since"])
        return Visit(await current().people.in_session(UUID(user.identifier), since), since)
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
