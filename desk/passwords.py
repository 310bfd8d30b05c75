"""Passwords: what one has to be like (NIST SP 800-63B: long, and not easily guessed), and its hash."""

from __future__ import annotations

import asyncio
import re
from functools import lru_cache
from pathlib import Path
from typing import Literal

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from cases.errors import Invalid

SHORTEST = 10
LONGEST = 1000

_COMMON = Path(__file__).parent / "common_passwords.txt"
"""The commonest ones, one a line, without the digits and signs that people put around them."""

_RUNS = (
    "01234567890123456789",
    "98765432109876543210",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnm",
)

Weakness = Literal["short", "long", "common", "yours"]

_SENTENCES: dict[Weakness, str] = {
    "short": f"A password has at least {SHORTEST} characters.",
    "long": f"A password has at most {LONGEST:,} characters.",
    "common": "This password is one of the first that others would try.",
    "yours": "A password does not consist of your own name or e-mail address.",
}

_HASHER = PasswordHasher()


class WeakPassword(Invalid):
    """A password that the rules refuse; ``weakness`` says why."""

    code = "weak_password"

    def __init__(self, weakness: Weakness) -> None:
        super().__init__(_SENTENCES[weakness])
        self.weakness: Weakness = weakness


def check_password(password: str, email: str, name: str) -> None:
    """Raise WeakPassword for one that the person with that address and name may not have."""
    if len(password) < SHORTEST:
        raise WeakPassword("short")
    if len(password) > LONGEST:
        raise WeakPassword("long")
    if _is_common(password.casefold()):
        raise WeakPassword("common")
    if _is_about(password.casefold(), email.casefold(), name.casefold()):
        raise WeakPassword("yours")


async def hash_password(password: str, email: str, name: str) -> str:
    """The hash of a password that the rules allow; raises WeakPassword."""
    check_password(password, email, name)
    return await asyncio.to_thread(_HASHER.hash, password)


async def is_password(stored: str | None, password: str) -> bool:
    """Whether the password belongs to the stored hash; takes as long where there is none."""
    right = await asyncio.to_thread(_verify, stored, password)
    return right and stored is not None


def _verify(stored: str | None, password: str) -> bool:
    try:
        return _HASHER.verify(stored or _nobodys(), password[:LONGEST])
    except (VerifyMismatchError, InvalidHashError):
        return False


@lru_cache
def _nobodys() -> str:
    """Verified where there is no such account, so that the time taken does not tell."""
    return _HASHER.hash("nobody signs in with this")


@lru_cache
def _common() -> frozenset[str]:
    return frozenset(_COMMON.read_text(encoding="utf-8").split())


def _is_common(password: str) -> bool:
    stem = re.sub(r"^[\W\d_]+|[\W\d_]+$", "", password)
    is_repeated = password in (password * 2)[1:-1]
    is_run = len(set(password)) < 4 or any(password in run for run in _RUNS)
    return is_repeated or is_run or not _common().isdisjoint({password, stem})


def _is_about(password: str, email: str, name: str) -> bool:
    """Whether nothing much is left of it without the person's own words."""
    left = password
    own = {email, *re.split(r"[\W_]+", f"{email} {name}")}
    for word in sorted(own, key=len, reverse=True):
        if len(word) >= 3:
            left = left.replace(word, "")
    return left != password and len(re.sub(r"[\W\d_]", "", left)) < 4
