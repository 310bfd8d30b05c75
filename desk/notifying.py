"""Who on staff is told of something, and how each of them wants it: their own choice, kept at the desk."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import delete, insert, select

from cases.access import Person, Role
from cases.approval import may_decide
from cases.errors import Forbidden, Invalid, NotFound, Unauthenticated
from cases.notifications import APPROVERS, ASKS_FOR_DECISION, Occasion, Way, told_of
from cases.record import CaseRecord
from desk.announcing import Channel
from desk.delivering import Delivery, Receiver
from desk.desk import Desk
from desk.own_address import check_address
from desk.people import People
from storage.tables import notification_addresses, notification_choices

DEFAULT = Way.MAIL

_CHANNELS: dict[Way, Channel] = {Way.MAIL: "mail", Way.APPRISE: "apprise"}


class Choices(NamedTuple):
    """How somebody is told of each thing that they can be told of, and their own address (Apprise)."""

    ways: Mapping[Occasion, Way]
    address: str | None


class Notifications:
    """People's choices, and whom a notice goes to by them.

    ``approvers``: the addresses of ``ONBOARD_APPROVERS``; none: every reviewer is asked to decide.
    ``is_usable``: whether something can be sent to an address of somebody's own.
    """

    def __init__(
        self,
        desk: Desk,
        people: People,
        approvers: Collection[str],
        is_usable: Callable[[str], bool],
        *,
        loopback: bool,
    ) -> None:
        self._desk = desk
        self._people = people
        self._is_usable = is_usable
        self._loopback = loopback
        self._approvers = {desk.keyring.lookup(email): email for email in approvers}

    async def choices(self, person: Person) -> Choices:
        """What somebody chose, the default where they did not; raises Forbidden for who is told nothing."""
        occasions = _occasions(person)
        chosen = notification_choices.c
        query = select(chosen.occasion, chosen.way).where(chosen.person_id == person.id)
        async with self._desk.db.read() as connection:
            made = {row.occasion: Way(row.way) for row in await connection.execute(query)}
        ways = {occasion: made.get(occasion.value, DEFAULT) for occasion in occasions}
        return Choices(ways, await self.address(person.id))

    async def choose(self, person: Person, ways: Mapping[Occasion, Way], address: str | None) -> Choices:
        """Choose anew; what is not named stays. An ``address`` of None stays too, an empty one is forgotten.

        Raises Forbidden, and Invalid for an address that cannot be used or is needed and not there.
        """
        before = await self.choices(person)
        if strange := set(ways) - set(before.ways):
            raise Invalid(f"You are never told of this: {min(strange).value}.")
        there = before.address if address is None else address.strip() or None
        if address and there:
            check_address(there, loopback=self._loopback)
            if not self._is_usable(there):
                raise Invalid(
                    "Apprise can make nothing of this address; its documentation shows how each is written."
                )
        chosen = {**before.ways, **ways}
        if Way.APPRISE in chosen.values() and there is None:
            raise Invalid("Name your own address first, such as slack://… or ntfys://host/topic.")
        await self._write(person.id, chosen, there)
        return Choices(chosen, there)

    async def address(self, person_id: UUID) -> str | None:
        """Somebody's own address; None where they have none."""
        own = notification_addresses.c
        async with self._desk.db.read() as connection:
            stored = await connection.scalar(select(own.url_encrypted).where(own.person_id == person_id))
        return None if stored is None else self._desk.keyring.decrypt(stored)

    async def receivers(self, notice: Delivery) -> list[Receiver]:
        """Whom a notice goes to now, and how."""
        record = await self._record(notice)
        occasion = Occasion(notice.kind)
        asked = await self._asked(notice.target, record)
        outside = [person for person in asked if _concerns(occasion, person, record)]
        receivers = [await self._receiver(person, occasion) for person in outside]
        told = [receiver for receiver in receivers if receiver is not None]
        if notice.target != APPROVERS or record.assignee in {person.id for person in asked}:
            return told
        mailboxes: list[Receiver] = [("mail", mailbox) for mailbox in await self._mailboxes()]
        return told + mailboxes

    def mailbox(self, target: str) -> str | None:
        """The address of an approver who has no account; None where it is set no more."""
        return self._approvers.get(target)

    async def _receiver(self, person: Person, occasion: Occasion) -> Receiver | None:
        if occasion not in told_of(person):
            return None
        channel = _CHANNELS.get((await self.choices(person)).ways[occasion])
        return None if channel is None else (channel, str(person.id))

    async def _asked(self, whom: str, record: CaseRecord) -> list[Person]:
        if whom == APPROVERS:
            return await self._deciders(record)
        if whom in set(Role):
            return await self._people.with_role(Role(whom))
        try:
            return [await self._people.person(UUID(whom))]
        except Unauthenticated:
            return []

    async def _deciders(self, record: CaseRecord) -> list[Person]:
        """The assignee where they may decide; else the approvers who may, and where none may, everybody."""
        able = [
            person for person in await self._people.with_role(Role.REVIEWER) if may_decide(person, record)
        ]
        if assigned := [person for person in able if person.id == record.assignee]:
            return assigned
        named = [person for person in able if self._desk.keyring.lookup(person.email) in self._approvers]
        return named if named or await self._mailboxes() else able

    async def _mailboxes(self) -> list[str]:
        """Approvers who are a mailbox and no account: they are told, and sign in to decide."""
        return [key for key, email in self._approvers.items() if not await self._people.knows(email)]

    async def _record(self, notice: Delivery) -> CaseRecord:
        if notice.case_id is None:
            raise NotFound("A notice is about a case.")
        async with self._desk.db.read() as connection:
            return (await self._desk.load(connection, notice.case_id)).record

    async def _write(self, person_id: UUID, ways: Mapping[Occasion, Way], address: str | None) -> None:
        choices, own = notification_choices, notification_addresses
        rows = [
            {"person_id": person_id, "occasion": each.value, "way": way.value} for each, way in ways.items()
        ]
        async with self._desk.db.write() as tx:
            await tx.execute(delete(choices).where(choices.c.person_id == person_id))
            await tx.execute(insert(choices).values(rows))
            await tx.execute(delete(own).where(own.c.person_id == person_id))
            if address is not None:
                encrypted = self._desk.keyring.encrypt(address)
                await tx.execute(insert(own).values(person_id=person_id, url_encrypted=encrypted))


def asks_for_decision(delivery: Delivery) -> bool:
    """Whether its letter asks for a decision, and brings a link to decide by."""
    return delivery.kind in ASKS_FOR_DECISION


def _occasions(person: Person) -> tuple[Occasion, ...]:
    occasions = told_of(person)
    if not occasions:
        raise Forbidden("Only staff choose what they are told.")
    return occasions


def _concerns(occasion: Occasion, person: Person, record: CaseRecord) -> bool:
    """Whether it is for somebody: not with a part in the application, nor for a second look at their own."""
    decided = record.drawn.deciders if record.drawn and occasion is Occasion.SECOND_LOOK else ()
    has_part = person.id == record.opened_by or str(person.id) in record.contributors
    return not has_part and person.id not in decided
