"""Webhooks: where partners are told of public states, and what was delivered there."""

from __future__ import annotations

import base64
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from urllib.parse import urlsplit
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, Insert, RowMapping, Update, insert, select, update

from cases.access import Person, Role, require
from cases.errors import Invalid, NotFound
from desk.delivering import COLUMNS, IS_OPEN, Delivery
from desk.desk import Desk
from storage.tables import deliveries, delivery_attempts, webhooks

PREFIX = "whsec_"
"""How a secret begins (Standard Webhooks 1.0); the rest is the key in base64."""

SHOWN = 500


@dataclass(frozen=True)
class Webhook:
    """One receiver, without its secret."""

    id: UUID
    url: str
    created_at: datetime


@dataclass(frozen=True)
class Told:
    """A delivery, how it stands, and how its newest attempt ended."""

    delivery: Delivery
    delivered_at: datetime | None
    given_up_at: datetime | None
    outcome: str | None

    @property
    def status(self) -> Literal["delivered", "given up", "waiting"]:
        """How it stands."""
        if self.delivered_at:
            return "delivered"
        return "given up" if self.given_up_at else "waiting"


def webhooks_for(desk: Desk, person: Person) -> Webhooks:
    """The registered receivers, for an administrator; raises Forbidden."""
    require(person, Role.ADMIN)
    return Webhooks(desk)


class Webhooks:
    """The registered receivers; whoever may start commands on the machine has all of them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def add(self, url: str, *, loopback: bool) -> tuple[UUID, str]:
        """Register a receiver: its id, and the secret that its signatures are made with; raises Invalid."""
        _check(url, loopback=loopback)
        webhook_id, key = uuid4(), base64.b64encode(secrets.token_bytes(32)).decode()
        keyring = self._desk.keyring
        values = {"url_encrypted": keyring.encrypt(url), "secret_encrypted": keyring.encrypt(PREFIX + key)}
        async with self._desk.db.write() as tx:
            created = insert(webhooks).values(id=webhook_id, created_at=self._desk.clock(), **values)
            await tx.execute(created)
        return webhook_id, PREFIX + key

    async def list(self) -> list[Webhook]:
        """Every receiver, oldest first."""
        query = select(webhooks).where(webhooks.c.removed_at.is_(None)).order_by(webhooks.c.created_at)
        async with self._desk.db.read() as connection:
            rows = await connection.execute(query)
            return [
                Webhook(row.id, self._desk.keyring.decrypt(row.url_encrypted), row.created_at) for row in rows
            ]

    async def remove(self, webhook_id: UUID) -> None:
        """End a receiver: nothing more is sent there; raises NotFound."""
        this = update(webhooks).where(webhooks.c.id == webhook_id, webhooks.c.removed_at.is_(None))
        now = self._desk.clock()
        async with self._desk.db.write() as tx:
            if (await tx.execute(this.values(removed_at=now))).rowcount != 1:
                raise NotFound("There is no such webhook; `onboard webhooks list` shows them.")
            left = update(deliveries).where(deliveries.c.target == str(webhook_id), *IS_OPEN)
            await tx.execute(left.values(given_up_at=now))

    async def address(self, webhook_id: UUID) -> tuple[str, str] | None:
        """A receiver's URL and secret; None where it was removed."""
        query = select(webhooks).where(webhooks.c.id == webhook_id, webhooks.c.removed_at.is_(None))
        async with self._desk.db.read() as connection:
            row = (await connection.execute(query)).first()
        decrypt = self._desk.keyring.decrypt
        return None if row is None else (decrypt(row.url_encrypted), decrypt(row.secret_encrypted))

    async def deliveries(self, limit: int = SHOWN, cursor: UUID | None = None) -> list[Told]:
        """The newest deliveries to partners and staff, newest first; ``cursor``: those before that one."""
        attempts = delivery_attempts
        newest = (attempts.c.delivery_id == deliveries.c.id) & (attempts.c.attempt == deliveries.c.attempt)
        query = (
            select(*COLUMNS, deliveries.c.delivered_at, deliveries.c.given_up_at, attempts.c.outcome)
            .select_from(deliveries.outerjoin(attempts, newest))
            .where(deliveries.c.target != "", deliveries.c.channel != "notice")
            .order_by(deliveries.c.n.desc())
            .limit(limit)
        )
        if cursor is not None:
            before = select(deliveries.c.n).where(deliveries.c.id == cursor).scalar_subquery()
            query = query.where(deliveries.c.n < before)
        async with self._desk.db.read() as connection:
            rows = await connection.execute(query)
            return [Told(Delivery(*row[: len(COLUMNS)]), *row[len(COLUMNS) :]) for row in rows]

    async def replay(self, delivery_id: UUID) -> int:
        """Send a webhook's delivery again; returns 1, or 0 where it is still being tried; raises NotFound."""
        return await self._replay(deliveries.c.id == delivery_id)

    async def replay_since(self, since: datetime, webhook_id: UUID) -> int:
        """Send again what a webhook was told since then; returns how many; raises NotFound."""
        if await self.address(webhook_id) is None:
            raise NotFound("There is no such webhook; `onboard webhooks list` shows them.")
        return await self._replay(deliveries.c.at >= since, deliveries.c.target == str(webhook_id))

    async def _replay(self, *which: ColumnElement[bool]) -> int:
        columns = [column for column in deliveries.c if column is not deliveries.c.n]
        query = select(*columns).where(*which, deliveries.c.channel == "webhook").order_by(deliveries.c.n)
        async with self._desk.db.write() as tx:
            found = (await tx.execute(query)).mappings().all()
            if len(which) == 1 and not found:
                raise NotFound("There is no such delivery; `onboard webhooks deliveries` shows them.")
            again = [row for row in found if row["delivered_at"] or row["given_up_at"]]
            for row in again:
                await tx.execute(self._again(row))
        self._desk.bell.ring()
        return len(again)

    def _again(self, row: RowMapping) -> Update | Insert:
        """What was given up goes on under its id; what was acknowledged goes out under a new one."""
        now = self._desk.clock()
        if row["delivered_at"] is None:
            begun_anew = {"due_at": now, "attempts_before": row["attempt"], "given_up_at": None}
            return update(deliveries).where(deliveries.c.id == row["id"]).values(begun_anew)
        fresh = {"id": uuid4(), "due_at": now, "attempt": 0, "attempts_before": 0, "delivered_at": None}
        return insert(deliveries).values({**row, **fresh})


def _check(url: str, *, loopback: bool) -> None:
    """Raise Invalid for an address that nothing is sent to; where a name leads is looked at each time."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise Invalid("That is not a web address.") from None
    if not host or any(sign.isspace() for sign in url) or parts.username or parts.fragment:
        raise Invalid("A webhook needs a plain web address: https://host/path, without a user or a #.")
    if parts.scheme != "https" and not (loopback and parts.scheme == "http"):
        raise Invalid("A webhook needs an address that starts with https://.")
