"""A merchant leaves half-way and the process is killed: the letter comes all the same, once."""

from __future__ import annotations

import asyncio
from pathlib import Path

import httpx

from storage.settings import SHIPPED
from tests.letters import letters_to, link_in
from tests.server_process import PATIENCE, Server
from tests.web.visitors import begun


def hasty_policy(folder: Path) -> Path:
    """The shipped policy with a pause of a second and a half."""
    text = (SHIPPED / "policies" / "basic.yaml").read_text(encoding="utf-8")
    assert "pause_minutes: 30 " in text
    file = folder / "hasty.yaml"
    file.write_text(text.replace("pause_minutes: 30 ", "pause_minutes: 0.025 "), encoding="utf-8")
    return file


async def letter_number(number: int, server: Server, email: str) -> str:
    """The link in a mailbox's letter of that number, waited for."""
    for _ in range(int(PATIENCE / 0.1)):
        letters = letters_to(server.data_dir, email)
        if len(letters) >= number:
            return link_in(letters[number - 1])
        await asyncio.sleep(0.1)
    raise AssertionError(f"no letter number {number} came:\n{server.tail()}")


async def test_the_letter_outlives_the_process_that_was_to_send_it(tmp_path: Path) -> None:
    server = Server(tmp_path / "data", ONBOARD_POLICY=str(hasty_policy(tmp_path)))
    try:
        server.start(kill_at="work:remind")
        await server.ready()
        with httpx.Client(base_url=server.url, timeout=30) as shop:
            email, case = await asyncio.to_thread(begun, shop, server)
        await server.killed()
        assert len(letters_to(server.data_dir, email)) == 1
        server.start()
        await server.ready()
        link = await letter_number(2, server, email)
        with httpx.Client(base_url=server.url, timeout=30) as elsewhere:
            answer = await asyncio.to_thread(elsewhere.post, link)
        assert answer.headers["location"] == f"/chat/case/{case}"
        assert len(letters_to(server.data_dir, email)) == 2
    finally:
        server.kill()
