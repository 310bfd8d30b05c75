"""New accounts with a password and a token, made beside a running server."""

from __future__ import annotations

import itertools
from collections.abc import Awaitable, Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar
from unittest import mock

from cases.access import Role
from desk.passwords import hash_password
from desk.people import People
from storage.settings import load_settings
from tests.server_process import Caller, Server
from web.composition import Onboard, build, opened

PASSWORD = "correct horse battery"

T = TypeVar("T")

_HASHES: dict[str, str] = {}
_NUMBERS = itertools.count(1)


async def newcomer(server: Server, role: Role, name: str | None = None) -> tuple[str, Caller]:
    """Somebody new with a role: their e-mail address, and themselves as a caller of the REST interface."""
    first = (name or role.value).split()[0].lower()
    email = f"{first}.{next(_NUMBERS)}@example.com"
    token = await _add(server.data_dir, email, role, name)
    return email, Caller(server.url, token)


async def disabled(server: Server, email: str) -> None:
    """Shut an account."""
    await with_people(server, lambda people: people.disable(email))


async def with_people(server: Server, work: Callable[[People], Awaitable[T]]) -> T:
    """Do something to accounts beside a running server, as the command line does."""
    onboard = _onboard(server.data_dir)
    async with opened(onboard):
        return await work(onboard.people)


async def _add(data_dir: Path, email: str, role: Role, name: str | None) -> str:
    onboard = _onboard(data_dir)
    async with opened(onboard):
        with mock.patch("desk.people.hash_password", _hashed):
            await onboard.people.add(email, [role], PASSWORD, name)
        _, token = await onboard.people.create_token(email, None)
    return token


@lru_cache
def _onboard(data_dir: Path) -> Onboard:
    return build(load_settings(None, data_dir=data_dir))


async def _hashed(password: str, email: str, name: str) -> str:
    """One hash for all who have the same password: it takes long to make, as it should."""
    if password not in _HASHES:
        _HASHES[password] = await hash_password(password, email, name)
    return _HASHES[password]
