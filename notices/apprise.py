"""One line by Apprise to an address, on threads of its own: a service that hangs holds up nobody."""

from __future__ import annotations

import asyncio
import importlib
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from notices.undelivered import NotDelivered

SECONDS = 15.0
"""For one line, with whatever its service needs for it."""

AT_ONCE = 8


class Messenger:
    """Sends lines."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="apprise")

    async def send(self, url: str, line: str, *, outside: bool = False) -> None:
        """Send a line, to ``outside`` with every certificate looked at; raises NotDelivered."""
        sending = asyncio.get_running_loop().run_in_executor(self._threads, _notify, url, line, outside)
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


def is_usable(url: str) -> bool:
    """Whether Apprise knows what to do with an address."""
    return _service(url) is not None


def _notify(url: str, line: str, outside: bool) -> bool:
    service = _service(url)
    if service is None:
        return False
    # Its 4 seconds would take a slow receiver for a broken one, and tell it twice.
    service.socket_connect_timeout, service.socket_read_timeout = 5.0, 10.0
    if outside:
        # Whatever the address says: a redirect may lead inside, and so may a name without a certificate.
        service.redirects, service.verify_certificate = False, True
    return bool(service.notify(body=line, title=""))


def _service(url: str) -> Any | None:
    # Imported with the first line: its 9 MB of services take 0.2 s, which no start has to wait for.
    return importlib.import_module("apprise").Apprise.instantiate(url)
