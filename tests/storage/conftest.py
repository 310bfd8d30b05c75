"""A real database, keyring and log in a folder of the test's own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.settings import Settings, load_settings
from tests.storage.installations import Installation, install


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load_settings(None, data_dir=tmp_path / "data")


@pytest.fixture
async def place(settings: Settings) -> AsyncIterator[Installation]:
    place = await install(settings)
    yield place
    await place.db.close()
