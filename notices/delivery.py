"""Delivers what the desk wrote down to be told, beside everything else: whoever receives delays nobody."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from typing import Protocol

import structlog

from cases.errors import OnboardError
from desk import delivering
from desk.delivering import Delivery
from desk.desk import Desk
from notices.webhook import NotDelivered, WebhookSender

LOOK_EVERY = 1.0
"""Seconds between looks for what is due again, and for what other processes wrote."""

PATIENCE = 2.0
"""Seconds that a delivery under way is given to end when the process stops."""

log = structlog.get_logger(__name__)

Receiver = tuple[str, str]


class Alerts(Protocol):
    """Where staff are alerted."""

    @property
    def targets(self) -> tuple[str, ...]:
        """A digest of each address."""
        ...

    async def send(self, delivery: Delivery) -> None:
        """Send an alert to its target; raises NotDelivered."""
        ...


class Deliverer:
    """Sends what is due: each receiver's one after the other, all receivers side by side."""

    def __init__(self, desk: Desk, webhooks: WebhookSender, alerts: Alerts) -> None:
        self._desk = desk
        self._webhooks = webhooks
        self._alerts = alerts
        self._under_way: dict[Receiver, asyncio.Task[None]] = {}

    async def run(self) -> None:
        """Deliver until cancelled."""
        try:
            while True:
                try:
                    await self.begin_due()
                except OnboardError as error:
                    log.error("deliveries_not_read", reason=error.code)
                await self._desk.bell.wait(LOOK_EVERY)
        finally:
            await self._end()

    async def begin_due(self) -> None:
        """Begin to deliver what is due, for every receiver that nothing is under way to."""
        waiting: defaultdict[Receiver, list[Delivery]] = defaultdict(list)
        for delivery in await delivering.due(self._desk):
            waiting[delivery.receiver].append(delivery)
        for receiver, theirs in waiting.items():
            if receiver not in self._under_way:
                task = asyncio.create_task(self._deliver_all(receiver, theirs), name="deliver")
                self._under_way[receiver] = task

    async def settle(self) -> None:
        """Return once nothing is under way."""
        await asyncio.gather(*self._under_way.values())

    async def _deliver_all(self, receiver: Receiver, theirs: list[Delivery]) -> None:
        try:
            for delivery in theirs:
                await self._deliver(delivery)
        except OnboardError as error:
            log.error("delivery_not_recorded", reason=error.code)
        finally:
            del self._under_way[receiver]

    async def _deliver(self, delivery: Delivery) -> None:
        if not delivery.target:
            await self._alert(delivery)
        elif await delivering.claim(self._desk, delivery):
            await self._send(delivery)

    async def _alert(self, alert: Delivery) -> None:
        """An alert is always a line in the log; every address that is set gets a delivery of its own."""
        log.warning("alert", what=alert.kind, case_id=str(alert.case_id))
        await delivering.spread(self._desk, alert, self._alerts.targets)
        self._desk.bell.ring()

    async def _send(self, delivery: Delivery) -> None:
        try:
            if delivery.channel == "webhook":
                await self._webhooks.send(delivery, self._desk.clock())
            else:
                await self._alerts.send(delivery)
        except NotDelivered as error:
            await self._note_failure(delivery, error)
        else:
            await delivering.acknowledge(self._desk, delivery)

    async def _note_failure(self, delivery: Delivery, error: NotDelivered) -> None:
        given_up = await delivering.fail(self._desk, delivery, str(error), for_good=error.for_good)
        write = log.error if given_up else log.warning
        write(
            "delivery_given_up" if given_up else "delivery_failed",
            delivery=str(delivery.id),
            channel=delivery.channel,
            attempt=delivery.attempt + 1,
            problem=str(error),
        )

    async def _end(self) -> None:
        """Give what is under way a moment; what does not end is sent again by the next process."""
        tasks = list(self._under_way.values())
        if tasks:
            await asyncio.wait(tasks, timeout=PATIENCE)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
