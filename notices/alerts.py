"""Alerts by Apprise: one line without personal data, and a link to the case."""

from __future__ import annotations

import asyncio
import hashlib
import importlib
from concurrent.futures import ThreadPoolExecutor

from desk.delivering import Delivery
from notices.webhook import NotDelivered

SECONDS = 15.0
"""For one alert, with whatever its service needs for it."""

AT_ONCE = 4

LINES = {
    "review_waits": "A case waits for review",
    "second_approval_waits": "A case waits for a second approval",
    "provisioning_failed": "Setting an account up has failed",
    "check_failed": "A check could not be made",
    "account_needs_look": "A decided case needs another look",
    "delivery_given_up": "A webhook was given up after its last attempt",
}


class AppriseAlerts:
    """The addresses of ``ONBOARD_ALERT_URLS``."""

    def __init__(self, urls: tuple[str, ...], public_url: str) -> None:
        self._urls = {hashlib.sha256(url.encode()).hexdigest(): url for url in urls}
        self._public_url = public_url
        # Threads of their own: a service that hangs takes none that others wait for.
        self._threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="alerts")

    @property
    def targets(self) -> tuple[str, ...]:
        """A digest of each address."""
        return tuple(self._urls)

    async def send(self, delivery: Delivery) -> None:
        """Send an alert to its address; raises NotDelivered."""
        url = self._urls.get(delivery.target)
        if url is None:
            raise NotDelivered("the address is not set any more", for_good=True)
        sending = asyncio.get_running_loop().run_in_executor(
            self._threads, _notify, url, self._line(delivery)
        )
        try:
            async with asyncio.timeout(SECONDS):
                sent = await sending
        except TimeoutError:
            raise NotDelivered("no answer in time") from None
        if not sent:
            raise NotDelivered("not accepted")

    def close(self) -> None:
        """Let the threads go; one that hangs ends by itself."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _line(self, delivery: Delivery) -> str:
        return f"{LINES[delivery.kind]}: {self._public_url}/chat/case/{delivery.case_id}"


def _notify(url: str, line: str) -> bool:
    # Imported with the first alert: its 9 MB of services take 0.2 s, which no start has to wait for.
    apprise = importlib.import_module("apprise")
    service = apprise.Apprise.instantiate(url)
    if service is None:
        return False
    # Its 4 seconds would take a slow receiver for a broken one, and tell it twice.
    service.socket_connect_timeout, service.socket_read_timeout = 5.0, 10.0
    return bool(service.notify(body=line, title=""))
