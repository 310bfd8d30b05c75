"""A real desk for each test of this room."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.tools.installations import Place, install


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Place]:
    place = await install(tmp_path)
    yield place
    await place.desk.db.close()
