"""``onboard serve`` as a process: starts with a welcome, works beside other commands, stops cleanly."""

from __future__ import annotations

import json
import re
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.web.shell import Shell
from tests.web.site import APPLICATION


@contextmanager
def served(shell: Shell, port: int, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """A server process; ended with SIGKILL if the test has not ended it."""
    with (shell.folder / "log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "cli", "serve"],
            cwd=shell.folder,
            env=shell.environment(ONBOARD_PORT=str(port), **environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def read_welcome(process: subprocess.Popen[str]) -> str:
    """What is printed up to the line that says how to stop."""
    assert process.stdout is not None
    lines: list[str] = []
    for line in process.stdout:
        lines.append(line)
        if "Ctrl-C" in line:
            return "".join(lines)
    raise AssertionError("it ended:\n" + "".join(lines))


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def test_it_starts_with_demo_accounts_and_stops_at_ctrl_c(shell: Shell, port: int) -> None:
    with served(shell, port, ONBOARD_DEMO="1") as process:
        welcome = read_welcome(process)
        assert f"http://127.0.0.1:{port}" in welcome
        found = re.findall(r"^  (\w+) +(\S+@example\.com) +(\S+)$", welcome, re.MULTILINE)
        assert sorted(role for role, _, _ in found) == ["analyst", "merchant", "reviewer", "reviewer"]
        assert httpx.get(f"http://127.0.0.1:{port}/ready").status_code == 200
        assert httpx.get(f"http://127.0.0.1:{port}/").headers["location"] == "/chat/"
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
    kept = shell.folder / "data" / "demo_accounts.json"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    log = (shell.folder / "log").read_text()
    for _, email, password in found:
        assert password not in log
        assert email not in log
    with served(shell, port, ONBOARD_DEMO="1") as process:
        assert read_welcome(process) == welcome
        process.terminate()
        assert process.wait(30) == 0


def test_without_demo_there_are_no_accounts(shell: Shell, port: int) -> None:
    with served(shell, port) as process:
        assert "example.com" not in read_welcome(process)
        process.terminate()
        assert process.wait(30) == 0
    assert shell.does("users", "list", "--json").json == []


def test_a_taken_port_is_said_in_one_line(shell: Shell, port: int) -> None:
    with socket.create_server(("127.0.0.1", port)):
        said = shell.onboard("serve", ONBOARD_PORT=str(port)).complaint
    assert str(port) in said
    assert "ONBOARD_PORT" in said


def test_what_keeps_it_from_starting_is_said_in_one_line(shell: Shell, port: int) -> None:
    broken = {"ONBOARD_PORT": str(port), "ONBOARD_MODEL_CONFIG": "nowhere.yaml"}
    assert "nowhere.yaml" in shell.onboard("serve", **broken).complaint


def test_commands_work_beside_the_server_and_their_work_is_taken_up(shell: Shell, port: int) -> None:
    shell.does("users", "add", "ana@example.com", "--role", "merchant")
    shell.does("users", "add", "rosa@example.com", "--role", "reviewer")
    (shell.folder / "one.json").write_text(json.dumps(APPLICATION))
    with served(shell, port) as process:
        read_welcome(process)
        case = shell.does("apply", "one.json", "--as", "ana@example.com").out.strip()
        wait_for(shell, case, "in_review")
        done = shell.does("decide", case, "--approve", "--as", "rosa@example.com")
        assert done.out.strip() == "onboarding_triggered"
        again = shell.onboard("decide", case, "--decline", "--as", "rosa@example.com")
        assert "already decided" in again.complaint
        wait_for(shell, case, "active")
        assert "Holds" in shell.does("transcript", "verify").out
        shell.does("keys", "rotate")
        assert "Holds" in shell.does("transcript", "verify").out
        secret = shell.does("tokens", "create", "rosa@example.com").out.splitlines()[-1]
        headers = {"Authorization": f"Bearer {secret}"}
        url = f"http://127.0.0.1:{port}/api"
        status = httpx.get(f"{url}/merchants/{case}?x=ana@example.com", headers=headers)
        assert status.json()["state"] == "active"
        with httpx.stream("GET", f"{url}/events", headers=headers, timeout=30) as stream:
            assert stream.status_code == 200
            process.terminate()
            assert process.wait(30) == 0
    log = (shell.folder / "log").read_text()
    assert f"/api/merchants/{case}" in log
    for private in ("ana@", "orders@", "61-8987901", "Harbour Lane", secret):
        assert private not in log
    assert "Holds" in shell.does("transcript", "verify").out


def wait_for(shell: Shell, case: str, state: str) -> None:
    """Ask until the case is in the state."""
    deadline = time.monotonic() + 90
    while shell.does("cases", "show", case, "--json").json["state"] != state:
        assert time.monotonic() < deadline, state
