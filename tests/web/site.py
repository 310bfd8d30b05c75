"""The REST API of a real process, over real HTTP, in a thread of the test's process."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import httpx
import structlog
import uvicorn
from fastapi import FastAPI

from cases.access import Role
from storage.settings import load_settings
from web.composition import Onboard, opened
from web.running import Process
from web.server import create_api

T = TypeVar("T")

PATIENCE = 60.0

CAST: dict[str, list[Role]] = {
    "ana": [Role.MERCHANT],
    "carl": [Role.MERCHANT],
    "rosa": [Role.REVIEWER],
    "paul": [Role.REVIEWER],
    "ines": [Role.ANALYST],
    "olga": [Role.COMPLIANCE],
    "devi": [Role.DEVELOPER],
}

APPLICATION: dict[str, Any] = {
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
}


@dataclass
class Site:
    """What the tests talk to."""

    url: str
    api: FastAPI
    onboard: Onboard
    loop: asyncio.AbstractEventLoop
    tokens: dict[str, str] = field(default_factory=dict[str, str])

    def do(self, work: Coroutine[Any, Any, T]) -> T:
        """The result of a coroutine, run beside the server."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(PATIENCE)

    def headers(self, who: str) -> dict[str, str]:
        """Who is calling; nobody for an empty name."""
        return {"Authorization": f"Bearer {self.tokens[who]}"} if who else {}

    def call(
        self, method: str, path: str, who: str = "", headers: dict[str, str] | None = None, **more: Any
    ) -> httpx.Response:
        """One call, on a connection of its own."""
        given = {**self.headers(who), **(headers or {})}
        return httpx.request(method, f"{self.url}{path}", headers=given, timeout=30, **more)

    def get(self, path: str, who: str = "", **more: Any) -> httpx.Response:
        """A GET."""
        return self.call("GET", path, who, **more)

    def post(self, path: str, who: str = "", **more: Any) -> httpx.Response:
        """A POST."""
        return self.call("POST", path, who, **more)

    def onboarded(self, who: str = "ana", **changes: Any) -> str:
        """Hand an application in; returns its request_id."""
        answer = self.post("/api/merchants/onboard", who, json={**APPLICATION, **changes})
        assert answer.status_code == 202, answer.text
        return answer.json()["request_id"]

    def until(self, case: str, *states: str, who: str = "rosa") -> dict[str, Any]:
        """Wait until the case is in one of the states; returns it as the person reads it."""
        deadline = time.monotonic() + PATIENCE
        while True:
            status = self.get(f"/api/merchants/{case}", who).json()
            if status.get("state", status["public_state"]) in states:
                return status
            assert time.monotonic() < deadline, f"still {status['state']}, not {states}"
            self.do(self.onboard.desk.bell.wait(0.5))

    def in_review(self, who: str = "ana", **changes: Any) -> str:
        """An application that waits for a reviewer."""
        case = self.onboarded(who, **changes)
        self.until(case, "in_review")
        return case


@contextmanager
def serving(data_dir: Path, *, working: bool = True) -> Iterator[Site]:
    """A site on a data folder, with an account and a token for everybody in the cast.

    One in a process may be ``working``: DBOS is one for a process.
    """
    # Its log, in the process of the tests, would stand between what a command prints there.
    structlog.configure(logger_factory=structlog.ReturnLoggerFactory())
    ready: list[Site] = []
    failed: list[BaseException] = []
    started, stop = threading.Event(), threading.Event()

    def run() -> None:
        try:
            asyncio.run(_serve(data_dir, working, ready, started, stop))
        except BaseException as error:
            failed.append(error)
            raise
        finally:
            started.set()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    started.wait(PATIENCE)
    assert ready, failed
    try:
        yield ready[0]
    finally:
        stop.set()
        thread.join(PATIENCE)


async def _serve(
    data_dir: Path,
    working: bool,
    ready: list[Site],
    started: threading.Event,
    stop: threading.Event,
) -> None:
    process = Process(load_settings(None, data_dir=data_dir))
    api = create_api(process)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        server = uvicorn.Server(
            uvicorn.Config(api, lifespan="off", log_config=None, timeout_graceful_shutdown=1)
        )
        async with process.running() if working else opened(process.onboard):
            site = Site(url, api, process.onboard, asyncio.get_running_loop())
            await _cast(site)
            serving = asyncio.create_task(server.serve(sockets=[listener]))
            ready.append(site)
            started.set()
            await asyncio.to_thread(stop.wait)
            server.should_exit = True
            await serving


async def _cast(site: Site) -> None:
    people = site.onboard.people
    known = {account.person.email for account in await people.list()}
    for name, roles in CAST.items():
        email = f"{name}@example.com"
        if email not in known:
            await people.add(email, roles, "correct horse battery", name.title())
        _, site.tokens[name] = await people.create_token(email, None)
