"""One webhook: signed as Standard Webhooks 1.0 says, sent to outside addresses only."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
import ssl
from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import SplitResult, urlsplit
from uuid import UUID

import httpx

from cases.errors import Forbidden
from desk.delivering import Delivery
from desk.webhooks import PREFIX, Webhooks
from notices.addresses import resolve
from notices.undelivered import NotDelivered

SECONDS = 10.0
"""For everything, from the name to the answer's first line."""


class WebhookSender:
    """Sends deliveries to the webhooks that they are for."""

    def __init__(self, webhooks: Webhooks, clock: Callable[[], datetime], *, loopback: bool) -> None:
        self._webhooks = webhooks
        self._clock = clock
        self._loopback = loopback
        self._context = ssl.create_default_context()

    async def send(self, delivery: Delivery) -> None:
        """Send it once; raises NotDelivered."""
        known = await self._webhooks.address(UUID(delivery.target))
        if known is None:
            raise NotDelivered("the webhook was removed", for_good=True)
        url, secret = known
        body = body_of(delivery)
        headers = {
            "Content-Type": "application/json",
            **signed(str(delivery.id), self._clock(), body, secret),
        }
        try:
            async with asyncio.timeout(SECONDS):
                status = await self._post(urlsplit(url), body, headers)
        except TimeoutError:
            raise NotDelivered("no answer in time") from None
        except Forbidden as error:
            raise NotDelivered(error.code) from None
        except (OSError, UnicodeError, httpx.HTTPError) as error:
            raise NotDelivered(f"no answer ({type(error).__name__})") from None
        if not 200 <= status < 300:
            raise NotDelivered(f"answered {status}")

    async def _post(self, url: SplitResult, body: bytes, headers: dict[str, str]) -> int:
        host = url.hostname or ""
        port = url.port or (443 if url.scheme == "https" else 80)
        addresses = await resolve(host, port, loopback=self._loopback)
        for address in addresses[:-1]:
            try:
                return await self._post_to(address, port, url, body, headers)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue
        return await self._post_to(addresses[-1], port, url, body, headers)

    async def _post_to(
        self, address: str, port: int, url: SplitResult, body: bytes, headers: dict[str, str]
    ) -> int:
        """The status of the answer; the rest of it is not read, and no redirect is followed."""
        literal = f"[{address}]" if ":" in address else address
        there = url._replace(netloc=f"{literal}:{port}").geturl()
        named = {**headers, "Host": url.netloc}
        extensions = {"sni_hostname": url.hostname}
        timeout = httpx.Timeout(SECONDS, connect=SECONDS / 2)
        # A proxy of the environment would resolve the name once more, and reach what we may not.
        async with (
            httpx.AsyncClient(verify=self._context, timeout=timeout, trust_env=False) as client,
            client.stream("POST", there, content=body, headers=named, extensions=extensions) as answer,
        ):
            return answer.status_code


def body_of(delivery: Delivery) -> bytes:
    """What a partner is told."""
    told = {
        "id": str(delivery.id),
        "type": delivery.kind,
        "request_id": str(delivery.case_id),
        "public_state": delivery.public_state,
        "version": delivery.version,
        "at": delivery.at.astimezone(UTC).isoformat().replace("+00:00", "Z"),
    }
    return json.dumps(told, separators=(",", ":")).encode()


def signed(message_id: str, now: datetime, body: bytes, secret: str) -> dict[str, str]:
    """The headers of Standard Webhooks 1.0: id, time and HMAC-SHA256 of both and the body."""
    timestamp = str(int(now.timestamp()))
    key = base64.b64decode(secret.removeprefix(PREFIX))
    content = f"{message_id}.{timestamp}.".encode() + body
    signature = base64.b64encode(hmac.digest(key, content, hashlib.sha256)).decode()
    return {
        "webhook-id": message_id,
        "webhook-timestamp": timestamp,
        "webhook-signature": f"v1,{signature}",
    }
