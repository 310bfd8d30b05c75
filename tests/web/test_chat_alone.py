"""``chainlit run app.py``: the chat without the REST interface, on Chainlit's own server."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.server_process import PATIENCE, PROJECT, free_port
from tests.web.chat_client import connected, cookie_of


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[str]:
    """The address of the chat, which has the demo accounts."""
    port = free_port()
    environment = {
        **{k: v for k, v in os.environ.items() if not k.startswith(("ONBOARD_", "CHAINLIT_"))},
        "ONBOARD_DATA_DIR": str(tmp_path / "data"),
        "ONBOARD_DEMO": "1",
    }
    command = [sys.executable, "-m", "chainlit", "run", "app.py", "--headless", "--port", str(port)]
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=PROJECT, env=environment, stdout=log, stderr=log)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


async def led_to(url: str) -> str:
    """Where the first page leads, waited for."""
    async with httpx.AsyncClient(base_url=url, timeout=5) as http:
        for _ in range(int(PATIENCE / 0.1)):
            try:
                return (await http.get("/")).headers["location"]
            except httpx.TransportError:
                await asyncio.sleep(0.1)
    raise AssertionError("nobody answers")


async def test_a_merchant_signs_in_writes_and_is_answered(alone: str, tmp_path: Path) -> None:
    assert await led_to(alone) == "/login?next=/"
    accounts = json.loads((tmp_path / "data" / "demo_accounts.json").read_text())
    email = "maya.lindqvist@example.com"
    cookie = await cookie_of(alone, email, accounts[email], root="")
    async with connected(alone, cookie, root="") as window:
        await window.until("new_message", "AI assistant")
        await window.say("We are Willow Lamps, a lamp shop")
        await window.until("new_message", "Willow Lamps")
        await window.until("new_message", "Onboard assistant")
    log = (tmp_path / "log").read_text()
    assert "Traceback" not in log
    assert email not in log
