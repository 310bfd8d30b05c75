"""One-time links: who holds one proves that they read the mail that it went to. Only its hash is kept."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal
from uuid import UUID, uuid4

from pydantic import BaseModel, ConfigDict
from sqlalchemy import Row, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cases.errors import OnboardError
from cases.languages import Language
from cases.states import State
from desk.desk import Desk
from storage.tables import cases, links, participants

SECRET_BYTES = 32


class LinkKind(StrEnum):
    """What a link is for."""

    START = "start"
    INVITATION = "invitation"
    CONTINUE = "continue"
    DEVICE = "device"
    PART = "part"
    RESET = "reset"
    REOPEN = "reopen"


LIFETIMES: dict[LinkKind, timedelta] = {
    LinkKind.START: timedelta(hours=24),
    LinkKind.INVITATION: timedelta(days=14),
    LinkKind.CONTINUE: timedelta(days=7),
    LinkKind.DEVICE: timedelta(minutes=15),
    LinkKind.PART: timedelta(days=14),
    LinkKind.RESET: timedelta(minutes=30),
    LinkKind.REOPEN: timedelta(days=30),
}

_CLOSED = frozenset({State.CLOSED, State.WITHDRAWN, State.EXPIRED, State.REJECTED})

Reason = Literal["unknown", "used", "expired", "replaced", "closed", "taken_back"]


class LinkRefused(OnboardError):
    """A link that cannot be used; ``reason`` says why."""

    code = "link_refused"
    status = 410

    def __init__(self, reason: Reason) -> None:
        super().__init__("This link cannot be used.")
        self.reason: Reason = reason
        self.status = 404 if reason == "unknown" else 410


class LinkBody(BaseModel):
    """What a link carries, kept encrypted: whom it was sent to, and where it leads.

    Of an invitation also who asked, for which business, and a line to who is invited.
    """

    model_config = ConfigDict(frozen=True)

    email: str
    name: str = ""
    language: Language = "en"
    leads_to: Literal["talk", "form", "upload", "part"] = "talk"
    asked_by: str = ""
    business: str = ""
    note: str = ""


@dataclass(frozen=True)
class Link:
    """A link as it was made; its secret is not known."""

    id: UUID
    kind: LinkKind
    body: LinkBody
    person_id: UUID | None
    case_id: UUID | None
    expires_at: datetime
    created_by: UUID | None
    is_used: bool


class Links:
    """Makes links, looks at them and uses them up."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def make(
        self,
        kind: LinkKind,
        body: LinkBody,
        *,
        person_id: UUID | None = None,
        case_id: UUID | None = None,
        created_by: UUID | None = None,
    ) -> str:
        """The secret of a new link. An older one of the same kind for the same address and case ends."""
        secret, now = secrets.token_urlsafe(SECRET_BYTES), self._desk.clock()
        address = self._desk.keyring.lookup(body.email)
        same_case = links.c.case_id.is_(None) if case_id is None else links.c.case_id == case_id
        older = update(links).where(
            links.c.kind == kind.value,
            links.c.email_hash == address,
            same_case,
            links.c.used_at.is_(None),
            links.c.revoked_at.is_(None),
        )
        async with self._desk.db.write() as tx:
            await tx.execute(older.values(revoked_at=now))
            await tx.execute(
                insert(links).values(
                    id=uuid4(),
                    kind=kind.value,
                    secret_hash=_digest(secret),
                    email_hash=address,
                    body_encrypted=self._desk.keyring.encrypt(body.model_dump_json()),
                    person_id=person_id,
                    case_id=case_id,
                    created_by=created_by,
                    created_at=now,
                    expires_at=now + LIFETIMES[kind],
                )
            )
        return secret

    async def look(self, secret: str, *, resets: bool = False) -> Link:
        """What a link is, without using it; raises LinkRefused where it is of no use.

        One that ``resets`` a password leads nowhere else, and no other one does that.
        """
        row = await self._row(secret)
        if row is None or (row.kind == LinkKind.RESET) is not resets:
            raise LinkRefused("unknown")
        if (reason := await self._refusal(row)) is not None:
            raise LinkRefused(reason)
        return self._link(row)

    async def use(self, link: Link) -> None:
        """Use a link up; raises LinkRefused where somebody has done so meanwhile."""
        async with self._desk.db.write() as tx:
            await self.use_in(tx, link)

    async def use_in(self, tx: AsyncConnection, link: Link) -> None:
        """The same within a transaction that is open."""
        unused = (links.c.used_at.is_(None), links.c.revoked_at.is_(None))
        used = update(links).where(links.c.id == link.id, *unused)
        if (await tx.execute(used.values(used_at=self._desk.clock()))).rowcount != 1:
            raise LinkRefused("used")

    async def renewable(self, secret: str) -> Link | None:
        """The link behind a secret that is used up or over, of which another may be sent; else None."""
        row = await self._row(secret)
        if row is None or row.kind == LinkKind.RESET:
            return None
        if await self._refusal(row) not in ("used", "expired", "replaced"):
            return None
        return self._link(row)

    async def _row(self, secret: str) -> Row[tuple[object, ...]] | None:
        query = select(links).where(links.c.secret_hash == _digest(secret))
        async with self._desk.db.read() as connection:
            return (await connection.execute(query)).first()

    async def _refusal(self, row: Row[tuple[object, ...]]) -> Reason | None:
        if row.kind == LinkKind.PART.value and not await self._is_invited(row):
            return "taken_back"
        if await self._is_closed(row.case_id, reopens=row.kind == LinkKind.REOPEN.value):
            return "closed"
        if row.used_at is not None:
            return "used"
        if row.revoked_at is not None:
            return "taken_back" if await self._ends_with_this(row) else "replaced"
        return "expired" if row.expires_at <= self._desk.clock() else None

    async def _ends_with_this(self, row: Row[tuple[object, ...]]) -> bool:
        """Whether the newest link of its kind for the address was ended, and not by a newer one."""
        same = (links.c.kind == row.kind, links.c.email_hash == row.email_hash)
        case = links.c.case_id.is_(None) if row.case_id is None else links.c.case_id == row.case_id
        latest = (links.c.created_at.desc(), links.c.revoked_at.is_not(None))
        newest = select(links.c.revoked_at).where(*same, case).order_by(*latest).limit(1)
        async with self._desk.db.read() as connection:
            return (await connection.execute(newest)).scalar() is not None

    async def _is_closed(self, case_id: UUID | None, *, reopens: bool) -> bool:
        if case_id is None:
            return False
        async with self._desk.db.read() as connection:
            state = await connection.scalar(select(cases.c.state).where(cases.c.id == case_id))
        closed = _CLOSED - {State.EXPIRED} if reopens else _CLOSED
        return state is not None and State(state) in closed

    async def _is_invited(self, row: Row[tuple[object, ...]]) -> bool:
        invited = select(participants.c.case_id).where(
            participants.c.case_id == row.case_id, participants.c.person_id == row.person_id
        )
        async with self._desk.db.read() as connection:
            return (await connection.execute(invited)).first() is not None

    def _link(self, row: Row[tuple[object, ...]]) -> Link:
        return Link(
            id=row.id,
            kind=LinkKind(row.kind),
            body=LinkBody.model_validate_json(self._desk.keyring.decrypt(row.body_encrypted)),
            person_id=row.person_id,
            case_id=row.case_id,
            expires_at=row.expires_at,
            created_by=row.created_by,
            is_used=row.used_at is not None,
        )


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
