"""Every route and socket event of the whole application, as JSON: ``python -m tests.every_route FOLDER``.

In a process of its own, as the whole application is one for a process.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from chainlit.server import sio
from starlette.applications import Starlette
from starlette.routing import Mount, Route

from storage.settings import load_settings
from web.running import Process
from web.server import create_app

PROJECT = Path(__file__).resolve().parent.parent

SOCKET = "/chat/ws/socket.io"
"""What is mounted there speaks in events, not in routes."""


def discover(folder: Path) -> dict[str, Any]:
    """The ``routes`` (method, path), the socket's ``events`` that are open, and all of Chainlit's."""
    found = subprocess.run(
        [sys.executable, "-m", "tests.every_route", str(folder)],
        cwd=PROJECT,
        check=True,
        capture_output=True,
        timeout=60,
    )
    return json.loads(found.stdout.splitlines()[-1])


def routes_of(app: Starlette, root: str = "") -> Iterator[tuple[str, str]]:
    """Each method and path; the routes that a middleware answers itself come first."""
    for middleware in app.user_middleware:
        yield from _routes(middleware.kwargs.get("routes", ()), root)
    yield from _routes(app.routes, root)


def _routes(routes: Any, root: str) -> Iterator[tuple[str, str]]:
    for route in routes:
        if isinstance(route, Route):
            yield from ((method, root + route.path) for method in sorted(route.methods or ()))
        elif isinstance(route, Mount) and isinstance(route.app, Starlette):
            yield from routes_of(route.app, root + route.path)
        elif isinstance(route, Mount) and root + route.path == SOCKET:
            continue
        elif (included := getattr(route, "original_router", None)) is not None:
            yield from _routes(included.routes, root + route.include_context.prefix)
        else:
            raise AssertionError(f"{route!r} is of a kind that is not walked yet")


if __name__ == "__main__":
    every = set(sio.handlers["/"])
    app = create_app(Process(load_settings(None, data_dir=Path(sys.argv[1]))))
    found = {
        "routes": sorted(set(routes_of(app))),
        "events": sorted(sio.handlers["/"]),
        "chainlit_events": sorted(every),
    }
    print(json.dumps(found))
