"""A whole installation in a temporary folder: the real desk and team, without a server."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.settings import load_settings
from tests.teams.company import Company
from tests.tools.installations import no_letter
from tools.services import open_gateway
from tools.watchlists import configured
from web.composition import build, opened


@pytest.fixture
async def company(tmp_path: Path) -> AsyncIterator[Company]:
    """Everything open, with a merchant, a rival merchant, two reviewers and an analyst."""
    settings = load_settings(None, data_dir=tmp_path / "data")
    onboard = build(settings, configured(settings), open_gateway(settings, no_letter))
    async with opened(onboard):
        company = Company(onboard)
        await company.hire()
        yield company
