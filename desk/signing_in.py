"""Signing in: a password, then a code where the account has a second factor; guessing is slowed down."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, TypeVar
from uuid import UUID

from pydantic import BaseModel, ValidationError

from cases.access import Person
from cases.errors import Unauthenticated
from desk.attempts import Attempts, Counted, account, address, device
from desk.desk import Desk
from desk.people import People, address_as_added
from desk.second_factor import SecondFactor
from storage.errors import KeyMissing

TIME_FOR_CODE = timedelta(minutes=10)
"""Between the password and the code."""


@dataclass(frozen=True)
class Caller:
    """Who tries: a network address, and what the device was handed at an earlier sign-in."""

    address: str
    device: str = ""


@dataclass(frozen=True)
class Entry:
    """Somebody whose password was right; in where no code is needed. ``since``: when they began."""

    person: Person
    since: datetime
    needs_code: bool


class _Waiting(BaseModel):
    """What is between the two steps, handed to the browser encrypted."""

    what: Literal["code"] = "code"
    person_id: UUID
    since: datetime


class _Device(BaseModel):
    what: Literal["device"] = "device"
    account: str
    nonce: str


Sealed = TypeVar("Sealed", _Waiting, _Device)


class SigningIn:
    """The two steps."""

    def __init__(self, desk: Desk, people: People) -> None:
        self._desk = desk
        self._people = people
        self._attempts = Attempts(desk)
        self._factor = SecondFactor(desk)

    async def with_password(self, email: str, password: str, caller: Caller) -> Entry:
        """The first step; raises Unauthenticated, the same for every reason, and TooManyAttempts."""
        since, counted = self._desk.clock(), self._counted(email, caller)
        await self._attempts.take(*counted)
        person = await self._people.sign_in(email, password)
        entry = await self.enter(person, since)
        await self._attempts.forgive(*(each for each in counted if each.shared or not entry.needs_code))
        return entry

    async def enter(self, person: Person, since: datetime) -> Entry:
        """The first step done by something as good as a password: who may go in, or has to show a code."""
        return Entry(person, since, (await self._factor.of(person.id)).is_on)

    def wait(self, entry: Entry) -> str:
        """What the second step needs to know of the first; nobody can read or make it."""
        return self._seal(_Waiting(person_id=entry.person.id, since=entry.since))

    async def with_code(self, waiting: str, code: str, caller: Caller) -> Entry:
        """The second step; raises WrongCode, Unauthenticated where it is too late, TooManyAttempts."""
        first = self._open(waiting, _Waiting)
        if first is None or first.since + TIME_FOR_CODE <= self._desk.clock():
            raise TooLate
        # Over with the session that it would become: after a new password, or for a disabled account.
        person = await self._people.in_session(first.person_id, first.since)
        await self.check_code(person, code, caller)
        return Entry(person, first.since, needs_code=False)

    async def check_password(self, person: Person, password: str, caller: Caller) -> None:
        """Make sure that it is really them; raises Unauthenticated, TooManyAttempts."""
        counted = self._counted(person.email, caller)
        await self._attempts.take(*counted)
        await self._people.sign_in(person.email, password)
        await self._attempts.forgive(*counted)

    async def check_code(self, person: Person, code: str, caller: Caller) -> None:
        """Use a code up; raises WrongCode, TooManyAttempts."""
        counted = self._counted(person.email, caller)
        await self._attempts.take(*counted)
        await self._factor.check(person.id, code)
        await self._attempts.forgive(*counted)

    def know_device(self, person: Person, caller: Caller) -> str:
        """What the person's device is handed to be known by: what it has already, or something new."""
        if self._device(person.email, caller) is not None:
            return caller.device
        known = _Device(account=self._desk.keyring.lookup(person.email), nonce=secrets.token_urlsafe(16))
        return self._seal(known)

    def _counted(self, email: str, caller: Caller) -> tuple[Counted, ...]:
        known = self._device(email, caller)
        if known is not None:
            return (device(known.nonce),)
        return account(address_as_added(email)), address(caller.address)

    def _device(self, email: str, caller: Caller) -> _Device | None:
        known = self._open(caller.device, _Device)
        own = known is not None and known.account == self._desk.keyring.lookup(address_as_added(email))
        return known if own else None

    def _seal(self, content: BaseModel) -> str:
        return self._desk.keyring.encrypt(content.model_dump_json()).decode("ascii")

    def _open(self, sealed: str, kind: type[Sealed]) -> Sealed | None:
        if not sealed.isascii() or not 0 < len(sealed) < 2000:
            return None
        try:
            return kind.model_validate_json(self._desk.keyring.decrypt(sealed.encode()))
        except (KeyMissing, ValidationError):
            return None


class TooLate(Unauthenticated):
    """The time between the two steps is over."""

    code = "too_late"

    def __init__(self) -> None:
        super().__init__("That took too long. Please sign in again.")
