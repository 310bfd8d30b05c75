"""A real server in a process of its own, which tests may kill and start again on the same folder."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

import httpx

from cases.access import Role
from storage.settings import load_settings
from tests.policies import BASIC_FILE
from tests.served import served
from web.composition import build, opened

PROJECT = Path(__file__).resolve().parent.parent
PATIENCE = 120.0


def free_port() -> int:
    """A port of the loopback address that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """``onboard serve`` on a data folder; ``kill_at`` names a point of tests/kill_points.py."""

    def __init__(self, data_dir: Path, **environment: str) -> None:
        self.data_dir = data_dir
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.environment = environment
        self.process: ForkServerProcess | None = None
        self.log = data_dir.parent / f"{data_dir.name}.log"

    def start(self, kill_at: str | None = None) -> None:
        """Start the process without waiting for it."""
        environment = {
            "ONBOARD_DATA_DIR": str(self.data_dir),
            "ONBOARD_PORT": str(self.port),
            "ONBOARD_ENVIRONMENT": "test",
            "ONBOARD_POLICY": str(BASIC_FILE),
            **self.environment,
        }
        self.process = served(environment, self.log, kill_at)

    async def ready(self) -> None:
        """Wait until it answers; fails with the end of its log where it ended instead."""
        async with httpx.AsyncClient(base_url=self.url, timeout=5) as http:
            for _ in range(int(PATIENCE / 0.1)):
                if self.process is not None and self.process.exitcode is not None:
                    raise AssertionError(f"the server ended:\n{self.tail()}")
                try:
                    if (await http.get("/ready")).status_code == 200:
                        return
                except httpx.TransportError:
                    pass
                await asyncio.sleep(0.1)
        raise AssertionError(f"the server did not get ready:\n{self.tail()}")

    async def killed(self) -> None:
        """Wait until the process is gone by a signal; fails where it does not die."""
        assert self.process is not None
        await asyncio.to_thread(self.process.join, PATIENCE)
        code = self.process.exitcode
        assert code == -signal.SIGKILL, f"ended with {code}:\n{self.tail()}"

    def kill(self) -> None:
        """End the process with SIGKILL."""
        if self.process is not None:
            self.process.kill()
            self.process.join()

    def stop(self) -> int:
        """End the process as Ctrl-C does; returns its exit status."""
        assert self.process is not None
        self.process.terminate()
        self.process.join(20)
        code = self.process.exitcode
        self.kill()
        assert code is not None, f"it did not stop:\n{self.tail()}"
        return code

    def tail(self) -> str:
        """The end of what it printed."""
        return self.log.read_text(errors="replace")[-4000:]


@contextmanager
def running(data_dir: Path, **environment: str) -> Iterator[Server]:
    """A server that is ready, for the fixtures of a whole file; killed at the end."""
    server = Server(data_dir, **environment)
    server.start()
    try:
        asyncio.run(server.ready())
        yield server
    finally:
        server.kill()


@asynccontextmanager
async def serving(data_dir: Path, **environment: str) -> AsyncIterator[Server]:
    """A server that is ready; killed at the end."""
    server = Server(data_dir, **environment)
    server.start()
    try:
        await server.ready()
        yield server
    finally:
        server.kill()


async def make_people(data_dir: Path, people: dict[str, Sequence[Role]]) -> dict[str, str]:
    """Create an account with a token for each e-mail address; returns the tokens."""
    onboard = build(load_settings(None, data_dir=data_dir))
    tokens: dict[str, str] = {}
    async with opened(onboard):
        for email, roles in people.items():
            await onboard.people.add(email, roles, password=None)
            _, tokens[email] = await onboard.people.create_token(email, None)
    return tokens


class Caller:
    """Somebody who uses the REST interface with their token."""

    def __init__(self, url: str, token: str) -> None:
        self.url = url
        self.headers = {"Authorization": f"Bearer {token}"}

    async def call(
        self, method: str, path: str, body: object = None, headers: dict[str, str] | None = None
    ) -> httpx.Response:
        """One call, on a connection of its own."""
        async with httpx.AsyncClient(base_url=self.url, timeout=30) as http:
            return await http.request(method, path, json=body, headers={**self.headers, **(headers or {})})

    async def onboard(self, **fields: object) -> str:
        """Submit an application; returns the request id."""
        answer = await self.call("POST", "/api/merchants/onboard", fields)
        assert answer.status_code == 202, answer.text
        return answer.json()["request_id"]

    async def status(self, case: str) -> dict[str, object]:
        """The case as the caller may see it."""
        answer = await self.call("GET", f"/api/merchants/{case}")
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def until(self, case: str, *states: str) -> dict[str, object]:
        """Wait for the case to be in one of the states (or public states)."""
        for _ in range(int(PATIENCE / 0.1)):
            status = await self.status(case)
            if {status.get("state"), status["public_state"]} & set(states):
                return status
            await asyncio.sleep(0.1)
        raise AssertionError(f"still {status.get('state') or status['public_state']}, not {states}")

    async def transcript(self, case: str) -> list[dict[str, Any]]:
        """The events that the caller may see."""
        answer = await self.call("GET", f"/api/merchants/{case}/transcript?limit=500")
        assert answer.status_code == 200, answer.text
        return answer.json()["events"]

    async def answered(self, case: str) -> None:
        """Wait until the team has answered to the newest document or message; for staff."""
        for _ in range(int(PATIENCE / 0.1)):
            events = await self.transcript(case)
            last = max((e["seq"] for e in events if e["kind"] == "turn.completed"), default=0)
            told = [e["seq"] for e in events if e["kind"] == "document.received" or e["role"] == "merchant"]
            if last > max(told, default=0):
                return
            await asyncio.sleep(0.1)
        raise AssertionError([event["kind"] for event in events])


BAKERY: dict[str, object] = {
    "merchant_name": "Harbour Lane Bakery",
    "email": "orders@harbourlane.example.com",
    "business_type": "bakery",
    "annual_revenue": 240000,
    "currency": "USD",
    "years_in_business": 6,
    "business_license": "FB-20931",
    "address": "12 Harbour Lane, Portland, OR 97201, United States",
    "tax_id": "61-8987901",
    "owners": [{"name": "Ines Calder", "ownership_percent": 100}],
    "routing_number": "111000025",
    "account_number": "4430917725",
}
"""A complete application."""
