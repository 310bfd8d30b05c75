"""Alerts by Apprise: one line without personal data, and a link to the case."""

from __future__ import annotations

import hashlib

from desk.delivering import Delivery
from notices.apprise import Messenger
from notices.undelivered import NotDelivered

LINES = {
    "review_waits": "A case waits for review",
    "second_approval_waits": "A case waits for a second approval",
    "provisioning_failed": "Setting an account up has failed",
    "check_failed": "A check could not be made",
    "account_needs_look": "A decided case needs another look",
    "second_look_disagrees": "A second look disagrees with a decision",
    "review_due_soon": "A review is due soon",
    "review_overdue": "A review is overdue",
    "case_escalated": "A case was raised to the leads",
    "delivery_given_up": "A webhook was given up after its last attempt",
    "complaint_made": "Somebody has complained",
    "complaint_overdue": "A complaint was not answered in time",
    "letter_given_up": "A letter was given up after its last attempt",
}


class AppriseAlerts:
    """The addresses of ``ONBOARD_ALERT_URLS``."""

    def __init__(self, messenger: Messenger, urls: tuple[str, ...], public_url: str) -> None:
        self._messenger = messenger
        self._urls = {hashlib.sha256(url.encode()).hexdigest(): url for url in urls}
        self._public_url = public_url

    @property
    def targets(self) -> tuple[str, ...]:
        """A digest of each address."""
        return tuple(self._urls)

    async def send(self, delivery: Delivery) -> None:
        """Send an alert to its address; raises NotDelivered."""
        url = self._urls.get(delivery.target)
        if url is None:
            raise NotDelivered("the address is not set any more", for_good=True)
        await self._messenger.send(url, with_link(LINES[delivery.kind], self._public_url, delivery))


def with_link(line: str, public_url: str, delivery: Delivery) -> str:
    """A line with a link to its case, where it is about one."""
    return line if delivery.case_id is None else f"{line}: {public_url}/chat/case/{delivery.case_id}"
