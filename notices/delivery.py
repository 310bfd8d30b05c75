"""Delivers what the desk wrote down to be told, beside everything else: whoever receives delays nobody."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Collection, Mapping
from contextlib import nullcontext
from typing import Protocol

import structlog

from cases.errors import OnboardError
from desk import delivering
from desk.announcing import Channel
from desk.delivering import Delivery, Receiver
from desk.desk import Desk
from notices.undelivered import NotDelivered
from storage.errors import KeyMissing, LogDamaged

LOOK_EVERY = 1.0
"""Seconds between looks for what is due again, and for what other processes wrote."""

PATIENCE = 2.0
"""Seconds that a delivery under way is given to end when the process stops."""

log = structlog.get_logger(__name__)

AT_ONCE: dict[Channel, int] = {"alert": 4, "apprise": 4, "mail": 4, "letter": 4}
"""Attempts under way together where many receivers share one server, or threads; others are not counted."""


class Sender(Protocol):
    """Sends what goes by one channel."""

    async def send(self, delivery: Delivery) -> None:
        """Send it once; raises NotDelivered."""
        ...


class Receivers(Protocol):
    """Whom an alert or a notice is for."""

    async def of(self, told: Delivery) -> Collection[Receiver]:
        """Everybody who is to get it, and how."""
        ...


class Deliverer:
    """Sends what is due: each receiver's one after the other, all receivers side by side."""

    def __init__(self, desk: Desk, senders: Mapping[Channel, Sender], receivers: Receivers) -> None:
        self._desk = desk
        self._senders = senders
        self._receivers = receivers
        self._under_way: dict[Receiver, asyncio.Task[None]] = {}
        self._free = {channel: asyncio.Semaphore(number) for channel, number in AT_ONCE.items()}

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
        if not delivery.is_spread:
            await self._spread(delivery)
            return
        # The time that an attempt may take begins with its claim: it waits for its turn before.
        async with self._free.get(delivery.channel) or nullcontext():
            if await delivering.claim(self._desk, delivery):
                await self._send(delivery)

    async def _spread(self, told: Delivery) -> None:
        """Everybody whom it is for gets a delivery of their own; an alert is a line in the log besides."""
        if told.channel == "alert":
            log.warning("alert", what=told.kind, case_id=str(told.case_id))
        try:
            receivers = await self._receivers.of(told)
        except (LogDamaged, KeyMissing) as error:
            # It would stand in the way of every other notice; the damage is reported where it is found.
            log.error("notice_dropped", delivery=str(told.id), reason=error.code)
            receivers = ()
        await delivering.spread(self._desk, told, receivers)
        self._desk.bell.ring()

    async def _send(self, delivery: Delivery) -> None:
        try:
            await self._senders[delivery.channel].send(delivery)
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
