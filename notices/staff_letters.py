"""Letters to people on staff, each made at the moment at which it is sent. English, as their pages are."""

from __future__ import annotations

from uuid import UUID

from cases.access import Person
from cases.errors import Unauthenticated
from cases.notifications import Occasion
from desk.brief import brief_of, number, waits
from desk.decision_links import DecisionLinks
from desk.delivering import Delivery
from desk.desk import Desk
from desk.notifying import Notifications, asks_for_decision
from desk.people import People
from notices.approval import approval_letter
from notices.letterbox import hand_on
from notices.letters import Letter
from notices.mail import Mailer
from notices.own_addresses import LINES
from notices.undelivered import NotDelivered
from storage.errors import KeyMissing, LogDamaged


class StaffLetters:
    """Sends notices by mail."""

    def __init__(
        self, desk: Desk, people: People, notifications: Notifications, mailer: Mailer, public_url: str
    ) -> None:
        self._desk = desk
        self._people = people
        self._notifications = notifications
        self._links = DecisionLinks(desk)
        self._mailer = mailer
        self._public_url = public_url

    async def send(self, delivery: Delivery) -> None:
        """Send a notice; raises NotDelivered."""
        mailbox = self._notifications.mailbox(delivery.target)
        reader = None if mailbox else await self._person(delivery)
        to = mailbox or (reader.email if reader else "")
        try:
            letter = await self._letter(delivery, reader)
        except (LogDamaged, KeyMissing):
            raise NotDelivered("the case cannot be read") from None
        await hand_on(self._mailer, to, letter, key=f"notice:{delivery.id}")

    async def _person(self, delivery: Delivery) -> Person:
        try:
            return await self._people.person(UUID(delivery.target))
        except (Unauthenticated, ValueError):
            raise NotDelivered("the account cannot be used any more", for_good=True) from None

    async def _letter(self, delivery: Delivery, reader: Person | None) -> Letter:
        if delivery.case_id is None:
            raise NotDelivered("it is about no case", for_good=True)
        case = f"{self._public_url}/chat/case/{delivery.case_id}"
        if not asks_for_decision(delivery):
            return _plain(LINES[Occasion(delivery.kind)], delivery.case_id, case, self._public_url)
        async with self._desk.db.read() as connection:
            draft = await self._desk.load(connection, delivery.case_id)
        if not waits(draft.record, delivery.version):
            return _plain("A case waits for you no more", delivery.case_id, case, self._public_url)
        url = await self._link(delivery, delivery.case_id, reader) if reader else case
        rules = self._desk.policy.approval_letters
        brief = brief_of(draft, personal=rules.personal_data)
        return approval_letter(brief, url, self._public_url, rules.link_hours if reader else None)

    async def _link(self, delivery: Delivery, case_id: UUID, reader: Person) -> str:
        token = await self._links.make(delivery.id, reader.id, case_id, delivery.version)
        return f"{self._public_url}/decide/{token}"


def _plain(line: str, case_id: UUID, url: str, public_url: str) -> Letter:
    return Letter(
        subject=f"{line} ({number(case_id)})",
        paragraphs=(f"{line}.",),
        button="Open the case",
        url=url,
        small=f"You choose what you are told at {public_url}/account.",
    )
