"""A real desk on a SQLite file of the test's own, and the people who come to it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.desk.office import Office, found_office


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    office = await found_office(tmp_path / "data")
    yield office
    await office.close()


@pytest.fixture
async def next_door(office: Office) -> AsyncIterator[Office]:
    """Another process on the same files, as far as the desk can tell."""
    other = await found_office(office.folder, people=office)
    yield other
    await other.close()
