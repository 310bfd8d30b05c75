"""One site for the tests of this room; each test has cases of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.web.site import Site, serving


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serving(tmp_path_factory.mktemp("site") / "data") as site:
        yield site
