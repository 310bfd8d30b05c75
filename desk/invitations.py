"""Invitations to apply: who on staff asked whom, and what became of it."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, NamedTuple
from uuid import UUID

from sqlalchemy import Row, select, update

from cases.access import Person, Role, require
from cases.errors import Conflict, Invalid, NotFound
from desk.desk import Desk
from desk.links import LinkBody, LinkKind
from desk.people import People
from storage.tables import links

State = Literal["open", "used", "expired", "taken_back"]

MOST = 200
"""Invitations that are listed, newest first."""


class Invitation(NamedTuple):
    """One invitation; ``by`` is the name of who made it."""

    id: UUID
    body: LinkBody
    by: str
    sent_at: datetime
    expires_at: datetime
    state: State


class Invitations:
    """What reviewers do with invitations; the letters are sent by whoever asks."""

    def __init__(self, desk: Desk, people: People) -> None:
        self._desk = desk
        self._people = people

    async def list(self, person: Person) -> list[Invitation]:
        """The latest for each address, newest first; raises Forbidden for who is no reviewer."""
        require(person, Role.REVIEWER)
        kind = links.c.kind == LinkKind.INVITATION.value
        query = select(links).where(kind).order_by(links.c.created_at.desc()).limit(MOST)
        async with self._desk.db.read() as connection:
            latest = {row.email_hash: row for row in reversed((await connection.execute(query)).all())}
        names = await self._people.names(row.created_by for row in latest.values() if row.created_by)
        found = [self._invitation(row, names) for row in latest.values()]
        return sorted(found, key=lambda each: each.sent_at, reverse=True)

    async def find(self, person: Person, invitation_id: UUID) -> Invitation:
        """One of them; raises Forbidden, NotFound."""
        found = [each for each in await self.list(person) if each.id == invitation_id]
        if not found:
            raise NotFound("There is no such invitation, or there is a newer one.")
        return found[0]

    async def expect(self, person: Person, email: str) -> None:
        """Raise Forbidden for who is no reviewer, Invalid for the address of somebody on staff."""
        require(person, Role.REVIEWER)
        try:
            known = await self._people.by_email(email)
        except NotFound:
            return
        if not known.enters_by_link:
            raise Invalid("This address belongs to a colleague, whom no link signs in.")

    async def take_back(self, person: Person, invitation_id: UUID) -> None:
        """End an invitation; raises Forbidden, NotFound, Conflict where it was used already."""
        invitation = await self.find(person, invitation_id)
        if invitation.state == "used":
            raise Conflict("This invitation was accepted; the application is in the queue.")
        unused = (links.c.used_at.is_(None), links.c.revoked_at.is_(None))
        ended = update(links).where(links.c.id == invitation.id, *unused)
        async with self._desk.db.write() as tx:
            await tx.execute(ended.values(revoked_at=self._desk.clock()))

    def _invitation(self, row: Row[tuple[object, ...]], names: dict[UUID, str]) -> Invitation:
        return Invitation(
            id=row.id,
            body=LinkBody.model_validate_json(self._desk.keyring.decrypt(row.body_encrypted)),
            by=names.get(row.created_by, ""),
            sent_at=row.created_at,
            expires_at=row.expires_at,
            state=self._state(row),
        )

    def _state(self, row: Row[tuple[object, ...]]) -> State:
        if row.used_at is not None:
            return "used"
        if row.revoked_at is not None:
            return "taken_back"
        return "expired" if row.expires_at <= self._desk.clock() else "open"
