"""Notices to people at the addresses of their own that they chose: one line, and a link to the case."""

from __future__ import annotations

from uuid import UUID

from cases.errors import Forbidden
from cases.notifications import Occasion
from desk.delivering import Delivery
from desk.notifying import Notifications
from desk.own_address import host_of
from notices.addresses import resolve
from notices.alerts import with_link
from notices.apprise import Messenger
from notices.undelivered import NotDelivered

LINES: dict[Occasion, str] = {
    Occasion.CASE_WAITS: "A case waits for your decision",
    Occasion.SECOND_APPROVAL: "A case waits for your second approval",
    Occasion.ASSIGNED: "A case was assigned to you",
    Occasion.MENTIONED: "A colleague mentioned you in a case",
    Occasion.DUE: "A case is due soon or overdue",
    Occasion.WATCHED: "A case that you watch has moved",
    Occasion.SECOND_LOOK: "A decision waits for your second look",
    Occasion.COMPLAINT: "A merchant has complained",
}


class OwnAddresses:
    """Sends notices by Apprise, to outside addresses only."""

    def __init__(
        self, messenger: Messenger, notifications: Notifications, public_url: str, *, loopback: bool
    ) -> None:
        self._messenger = messenger
        self._notifications = notifications
        self._public_url = public_url
        self._loopback = loopback

    async def send(self, delivery: Delivery) -> None:
        """Send a notice; raises NotDelivered."""
        url = await self._notifications.address(UUID(delivery.target))
        if url is None:
            raise NotDelivered("the address is not set any more", for_good=True)
        await self._require_outside(url)
        line = with_link(LINES[Occasion(delivery.kind)], self._public_url, delivery)
        await self._messenger.send(url, line, outside=True)

    async def _require_outside(self, url: str) -> None:
        there = host_of(url)
        if there is None:
            return
        try:
            await resolve(*there, loopback=self._loopback)
        except Forbidden as error:
            raise NotDelivered(error.code) from None
        except (OSError, UnicodeError) as error:
            raise NotDelivered(f"no answer ({type(error).__name__})") from None
