"""A desk whose partners and staff are told, for tests of deliveries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from cases.decision import Verdict
from desk import provisioning
from desk.notifying import Notifications
from desk.provisioning import STEPS
from desk.webhooks import Told, Webhooks
from notices.apprise import Messenger
from notices.delivery import Deliverer
from storage.settings import Settings, load_settings
from storage.tables import delivery_attempts
from tests.desk.cast import PROVISIONER
from tests.desk.office import Office
from web.telling import deliverer, notifications

HOST = "https://onboard.example.com"


@dataclass
class Partners:
    """The office, and everything that tells others of what happens there."""

    office: Office
    alert_urls: Sequence[str] = ()
    smtp_url: str | None = None
    approvers: Sequence[str] = ()

    def __post_init__(self) -> None:
        self.webhooks = Webhooks(self.office.desk)
        self.deliverer = self.another_process()

    @property
    def settings(self) -> Settings:
        return load_settings(
            None,
            data_dir=self.office.folder,
            public_url=HOST,
            alert_urls=",".join(self.alert_urls) or None,
            smtp_url=self.smtp_url,
            approvers=tuple(self.approvers),
        )

    def notifications(self, *, loopback: bool = True) -> Notifications:
        settings = self.settings.model_copy(update={"webhooks_loopback": loopback})
        return notifications(self.office.desk, self.office.people, settings)

    def another_process(self, *, loopback: bool = True) -> Deliverer:
        """A deliverer that knows nothing but what is in the database."""
        settings = self.settings.model_copy(update={"webhooks_loopback": loopback})
        return deliverer(self.office.desk, self.office.people, settings, Messenger())

    async def register(self, url: str) -> tuple[UUID, str]:
        return await self.webhooks.add(url, loopback=True)

    async def deliver(self) -> None:
        """Let everything that is due be told; an alert is first spread over its addresses."""
        for _ in range(2):
            await self.deliverer.begin_due()
            await self.deliverer.settle()

    async def told(self, channel: str = "webhook") -> list[Told]:
        """What was to be told by a channel, oldest first."""
        return [
            told for told in reversed(await self.webhooks.deliveries()) if told.delivery.channel == channel
        ]

    async def attempts(self, delivery_id: UUID) -> list[str]:
        """How each attempt at a delivery ended."""
        attempts = delivery_attempts
        query = select(attempts.c.outcome).where(attempts.c.delivery_id == delivery_id)
        async with self.office.desk.db.read() as connection:
            return [*(await connection.execute(query.order_by(attempts.c.attempt))).scalars()]

    async def decline(self, *reasons: str) -> UUID:
        case_id = await self.office.in_review()
        verdict = Verdict(approved=False, reasons=reasons)
        await self.office.desk.decide(self.office.reviewer, case_id, verdict)
        return case_id

    async def approve(self, case_id: UUID) -> None:
        await self.office.desk.decide(self.office.reviewer, case_id, Verdict(approved=True))

    async def set_up(self, case_id: UUID) -> None:
        async with self.office.desk.case(case_id) as draft:
            provisioning.begin(draft, PROVISIONER, "MERCH_00000001")
        for step in STEPS:
            async with self.office.desk.case(case_id) as draft:
                provisioning.record_step(draft, PROVISIONER, step, "done", attempts=1)

    async def fail_set_up(self, case_id: UUID) -> None:
        async with self.office.desk.case(case_id) as draft:
            provisioning.begin(draft, PROVISIONER, "MERCH_00000001")
            provisioning.record_step(draft, PROVISIONER, STEPS[0], "failed", attempts=4)
