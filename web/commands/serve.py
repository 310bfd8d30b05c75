"""``onboard serve``: everything in one process."""

from __future__ import annotations

import asyncio
import errno
import signal
import socket
from collections.abc import Generator, Sequence
from contextlib import contextmanager

import typer
import uvicorn

from storage.errors import SettingsError
from storage.settings import Settings, load_settings
from web.chat_mount import close_chat
from web.demo import DemoAccount, ensure_demo_accounts
from web.logs import configure_logs
from web.running import Process
from web.server import create_app

PATIENCE = 5
"""Seconds that open requests are given when the process stops."""

WAITING = 2048
"""Connections that the system keeps until they are taken."""

app = typer.Typer(add_completion=False)


@app.command()
def serve() -> None:
    """Serve the web UI, the REST API and background work, until Ctrl-C."""
    configure_logs()
    settings = load_settings()
    with _listen(settings) as listener:
        asyncio.run(_serve(settings, listener))


class _Server(uvicorn.Server):
    """Takes signals through the loop: what runs behind the server is still to be stopped after it."""

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Nothing more: ``take_signals`` took them before the server said that it is there."""
        yield

    def take_signals(self) -> None:
        """End cleanly at Ctrl-C and SIGTERM, from now on and until the process is gone."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self.handle_exit, number, None)


async def _serve(settings: Settings, listener: socket.socket) -> None:
    process = Process(settings)
    server = _Server(
        uvicorn.Config(
            create_app(process),
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=PATIENCE,
        )
    )
    async with process.running():
        people = process.onboard.people
        accounts = await ensure_demo_accounts(people, settings.data_dir) if settings.demo else ()
        server.take_signals()
        _welcome(settings, accounts, offline=process.is_offline)
        try:
            await server.serve(sockets=[listener])
        finally:
            await close_chat()
    print("Stopped.", flush=True)


def _listen(settings: Settings) -> socket.socket:
    """A socket at the address of the settings; raises SettingsError where there cannot be one."""
    where = f"{settings.host}, port {settings.port}"
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            settings.host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(WAITING)
    except socket.gaierror as error:
        raise SettingsError(f"ONBOARD_HOST: {settings.host} is no address of this machine.") from error
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            message = f"{where}: another program listens there already; set ONBOARD_PORT to a free port."
            raise SettingsError(message) from error
        raise SettingsError(f"{where}: cannot be used ({error.strerror}).") from error
    return listener


def _welcome(settings: Settings, accounts: Sequence[DemoAccount], *, offline: bool) -> None:
    """Say where to go. On standard output, so that no password gets into the log on standard error."""
    lines = [f"Onboard is at {settings.public_url}", f"  for programs: {settings.public_url}/api/docs"]
    if accounts:
        lines += ["", "Sign in as one of the demo accounts:"]
        lines += [f"  {a.role.value:<9} {a.email:<28} {a.password}" for a in accounts]
    if offline:
        lines += ["", "Nothing else is needed: no network and no model key, the offline model speaks."]
    lines += ["", "Ctrl-C stops it; nothing is lost.", ""]
    print("\n".join(lines), flush=True)
