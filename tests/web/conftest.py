"""One site for the tests of this room; each test has cases of its own."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from tests.server_process import Server, running
from tests.web.site import Site, serving


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serving(tmp_path_factory.mktemp("site") / "data") as site:
        yield site


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """``onboard serve`` on a new data folder, for what is seen from outside only."""
    with running(tmp_path_factory.mktemp("server") / "data") as server:
        yield server


@pytest.fixture
def visitor(server: Server) -> Iterator[httpx.Client]:
    """A browser of somebody without an account."""
    with httpx.Client(base_url=server.url, timeout=30) as http:
        yield http
