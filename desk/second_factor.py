"""The second factor: codes of an authenticator app (TOTP, RFC 6238), and recovery codes for a lost one."""

from __future__ import annotations

import hmac
import re
import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import pyotp
from pyotp.totp import TOTP
from sqlalchemy import Row, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cases.access import Person
from cases.errors import Conflict, NotFound, Unauthenticated
from desk.desk import Desk
from storage.tables import people

ISSUER = "Onboard"
RECOVERY_CODES = 10
STEP = 30
"""Seconds; a code of the step before or after is taken too, for clocks that differ."""

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_OFF = {"totp_encrypted": None, "totp_since": None, "totp_step": None, "recovery_hashes": None}


class WrongCode(Unauthenticated):
    """A code that is not right, or was used already."""

    code = "wrong_code"

    def __init__(self) -> None:
        super().__init__("This code is not right. Each code is good once.")


@dataclass(frozen=True)
class Factor:
    """How it stands with somebody's second factor; ``secret`` only while it is being set up."""

    since: datetime | None
    secret: str | None
    recovery_left: int

    @property
    def is_on(self) -> bool:
        """Whether signing in asks for a code."""
        return self.since is not None


class SecondFactor:
    """Sets it up, checks it, turns it off."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def of(self, person_id: UUID) -> Factor:
        """How it stands; raises NotFound."""
        async with self._desk.db.read() as connection:
            row = await _row(connection, person_id)
        stored, since = row.totp_encrypted, row.totp_since
        pending = self._desk.keyring.decrypt(stored) if stored is not None and since is None else None
        return Factor(since, pending, len(row.recovery_hashes or []))

    async def begin(self, person_id: UUID) -> None:
        """Make a new secret, which counts once a code of it was shown; raises Conflict where one is on."""
        stored = self._desk.keyring.encrypt(pyotp.random_base32())
        off = (people.c.id == person_id, people.c.totp_since.is_(None))
        async with self._desk.db.write() as tx:
            begun = await tx.execute(update(people).where(*off).values(**{**_OFF, "totp_encrypted": stored}))
            if begun.rowcount != 1:
                raise Conflict("Two-step sign-in is on already.")

    async def confirm(self, person_id: UUID, code: str) -> list[str]:
        """Turn it on with a first code; returns the recovery codes, which are not kept.

        Raises WrongCode, and Conflict where nothing was begun.
        """
        fresh = [_recovery_code() for _ in range(RECOVERY_CODES)]
        async with self._desk.db.write() as tx:
            row = await _row(tx, person_id)
            if row.totp_encrypted is None or row.totp_since is not None:
                raise Conflict("Two-step sign-in is not being set up.")
            await self._change(
                tx,
                person_id,
                totp_since=self._desk.clock(),
                totp_step=self._step(row, _plain(code)),
                recovery_hashes=[self._hash(person_id, _plain(each)) for each in fresh],
            )
        return fresh

    async def check(self, person_id: UUID, code: str) -> None:
        """Use a code up: one of the app's, or a recovery code; raises WrongCode. Nothing to do where off."""
        plain = _plain(code)
        async with self._desk.db.write() as tx:
            row = await _row(tx, person_id)
            if row.totp_since is None:
                return
            if plain.isdigit() and len(plain) == 6:
                await self._change(tx, person_id, totp_step=self._step(row, plain))
                return
            left = [kept for kept in row.recovery_hashes if kept != self._hash(person_id, plain)]
            if len(left) == len(row.recovery_hashes):
                raise WrongCode
            await self._change(tx, person_id, recovery_hashes=left)

    async def turn_off(self, person_id: UUID) -> None:
        """Ask for no code any more; nothing to do where it is off."""
        async with self._desk.db.write() as tx:
            await self._change(tx, person_id, **_OFF)

    def _step(self, row: Row[tuple[object, ...]], plain: str) -> int:
        """The time step whose code it is, later than any that was used (RFC 6238, 5.2)."""
        app = TOTP(self._desk.keyring.decrypt(row.totp_encrypted), interval=STEP)
        now = int(self._desk.clock().timestamp()) // STEP
        for step in (now - 1, now, now + 1):
            is_new = row.totp_step is None or step > row.totp_step
            if is_new and hmac.compare_digest(app.generate_otp(step).encode(), plain.encode()):
                return step
        raise WrongCode

    def _hash(self, person_id: UUID, plain: str) -> str:
        return self._desk.keyring.lookup(f"recovery {person_id} {plain}")

    async def _change(self, tx: AsyncConnection, person_id: UUID, **values: object) -> None:
        await tx.execute(update(people).where(people.c.id == person_id).values(**values))


def address_of(secret: str, person: Person) -> str:
    """What an authenticator app reads from the picture."""
    return TOTP(secret, interval=STEP).provisioning_uri(name=person.email, issuer_name=ISSUER)


async def _row(connection: AsyncConnection, person_id: UUID) -> Row[tuple[object, ...]]:
    row = (await connection.execute(select(people).where(people.c.id == person_id))).first()
    if row is None:
        raise NotFound("There is no such account.")
    return row


def _plain(code: str) -> str:
    """The code without the spaces and dashes that make it readable."""
    return re.sub(r"[\s-]", "", code[:100]).casefold()


def _recovery_code() -> str:
    """Ten letters, about 50 bits."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(10))
    return f"{letters[:5]}-{letters[5:]}"
