"""An office of its own for every test."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.desk.office import Office, found_office
from tests.notices.partners import Partners


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    office = await found_office(tmp_path / "data")
    yield office
    await office.close()


@pytest.fixture
def partners(office: Office) -> Partners:
    return Partners(office)
