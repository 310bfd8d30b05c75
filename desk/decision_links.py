"""Links to decide a case by: signed, for one person and one version, good once and for a limited time."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import Row, insert, select

from cases.access import Person
from cases.approval import may_decide
from cases.errors import OnboardError
from cases.states import DECIDED, UNDER_REVIEW
from desk.desk import Desk
from desk.draft import Draft
from desk.staleness import changes_since
from storage.tables import decision_links, write_moment

PURPOSE = b"onboard decision link 1\0"

Reason = Literal[
    "altered", "used", "expired", "robot", "forwarded", "not_yours", "decided", "changed", "waits_no_more"
]

STATUS: dict[Reason, int] = {
    "altered": 404,
    "used": 410,
    "expired": 410,
    "robot": 403,
    "forwarded": 403,
    "not_yours": 403,
    "decided": 409,
    "changed": 409,
    "waits_no_more": 409,
}


class DecisionLinkRefused(OnboardError):
    """A link by which nothing is decided.

    ``case_id`` for whoever it was made for, ``changes``: what is different since its version, in sentences.
    """

    code = "link_refused"

    def __init__(self, reason: Reason, case_id: UUID | None = None, changes: Sequence[str] = ()) -> None:
        super().__init__("This link cannot be used.")
        self.reason: Reason = reason
        self.status = STATUS[reason]
        self.case_id = case_id
        self.changes = tuple(changes)


@dataclass(frozen=True)
class DecisionLink:
    """A link as it was made."""

    id: UUID
    person_id: UUID
    case_id: UUID
    version: int
    expires_at: datetime


class DecisionLinks:
    """Makes links and looks at them; ``Desk.decide_by_link`` uses them up."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def make(self, link_id: UUID, person_id: UUID, case_id: UUID, version: int) -> str:
        """What stands in the address; the same however often it is asked for under one id."""
        made = decision_links
        async with self._desk.db.write() as tx:
            row = (await tx.execute(select(made).where(made.c.id == link_id))).first()
            if row is not None:
                return self._token(_link(row))
            expires_at = self._desk.clock() + self._desk.policy.approval_letters.lasts
            link = DecisionLink(link_id, person_id, case_id, version, expires_at)
            await tx.execute(insert(made).values(**vars(link)))
        return self._token(link)

    async def look(self, token: str) -> DecisionLink:
        """The link, without using it; raises DecisionLinkRefused where it is altered, used or expired."""
        link_id = _id_in(token)
        row = await self._row(link_id) if link_id else None
        if row is None or not hmac.compare_digest(self._token(_link(row)).encode(), token.encode()):
            raise DecisionLinkRefused("altered")
        link = _link(row)
        if row.used_at is not None:
            raise DecisionLinkRefused("used")
        if link.expires_at <= self._desk.clock():
            raise DecisionLinkRefused("expired")
        return link

    async def draft(self, link: DecisionLink) -> Draft:
        """The case of a link as it stands."""
        async with self._desk.db.read() as connection:
            return await self._desk.load(connection, link.case_id)

    async def require_open(self, link: DecisionLink, person: Person) -> None:
        """Raise DecisionLinkRefused where the person cannot decide by the link now."""
        if person.id != link.person_id:
            raise DecisionLinkRefused("forwarded")
        draft = await self.draft(link)
        record = draft.record
        if record.state in DECIDED:
            raise DecisionLinkRefused("decided", link.case_id)
        if record.version != link.version:
            changed = changes_since(draft, person, link.version)
            raise DecisionLinkRefused("changed", link.case_id, changed)
        if record.state not in UNDER_REVIEW:
            raise DecisionLinkRefused("waits_no_more", link.case_id)
        if not may_decide(person, record):
            raise DecisionLinkRefused("not_yours")

    async def _row(self, link_id: UUID) -> Row[tuple[object, ...]] | None:
        query = select(decision_links).where(decision_links.c.id == link_id)
        async with self._desk.db.read() as connection:
            return (await connection.execute(query)).first()

    def _token(self, link: DecisionLink) -> str:
        """Its id, and a signature over everything that it is bound to; neither says anything of anybody."""
        bound = (link.id, link.person_id, link.case_id, link.version, write_moment(link.expires_at))
        material = PURPOSE + "\0".join(map(str, bound)).encode()
        key = self._desk.keyring.auth_secret.encode()
        return f"{_text(link.id.bytes)}.{_text(hmac.digest(key, material, hashlib.sha256))}"


def _link(row: Row[tuple[object, ...]]) -> DecisionLink:
    return DecisionLink(row.id, row.person_id, row.case_id, row.version, row.expires_at)


def _text(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def _id_in(token: str) -> UUID | None:
    try:
        return UUID(bytes=base64.urlsafe_b64decode(token.partition(".")[0].encode() + b"=="))
    except (ValueError, binascii.Error, UnicodeError):
        return None
