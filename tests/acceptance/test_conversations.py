"""Over labelled conversations: what is read, and how the assistant conducts itself, by one run of each file.

The floors of our own files lie a little under what is reached; raise them with the reader.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, cast

import pytest

from agents.models import load_models
from agents.prompt_file import load_prompts
from storage.settings import load_settings
from teams.evaluation import Clock, evaluate_extraction, read_conversations
from teams.team import Team
from tools.watchlists import configured
from web.composition import Onboard, build, opened

OWN = Path(__file__).parents[1] / "data"
SHARED = Path(__file__).parents[3] / "shared" / "examples" / "conversations.jsonl"
MOST = 24
"""Conversations of a file that are held with the whole team; the reader alone is measured on all."""

FLOORS = [
    (OWN / "conversations.jsonl", 0.97, 0.98),
    (OWN / "conversations_figures.jsonl", 0.90, 0.93),
    (OWN / "conversations_people.jsonl", 0.90, 0.94),
    (OWN / "conversations_places.jsonl", 0.95, 0.96),
    (OWN / "conversations_trades.jsonl", 0.91, 0.94),
    (SHARED, 0.97, 0.99),
]
"""File, least micro F1, least precision."""


@pytest.fixture
async def onboard(tmp_path: Path) -> AsyncIterator[Onboard]:
    """An installation of the evaluation's own."""
    settings = load_settings(None, data_dir=tmp_path / "data")
    onboard = build(settings, configured(settings))
    async with opened(onboard):
        yield onboard


PRESENT = [
    pytest.param(
        *floor, marks=pytest.mark.skipif(not floor[0].exists(), reason=f"{floor[0]} is absent"), id=name
    )
    for floor, name in zip(FLOORS, (*(file.stem for file, *_ in FLOORS[:-1]), "shared"), strict=True)
]


@pytest.mark.parametrize(("file", "f1", "precision"), PRESENT)
async def test_nothing_told_is_asked_and_nobody_is_left_in_the_dark(
    file: Path, f1: float, precision: float, onboard: Onboard
) -> None:
    summary = await _summary(onboard, file)
    assert summary["micro_f1"] >= f1
    assert summary["precision"] >= precision
    assert summary["asked_though_told"] == 0
    assert summary["ended_open"] == 0
    assert summary["questions_per_case"] <= summary["one_question_an_item"] / 2


async def _summary(onboard: Onboard, file: Path) -> dict[str, Any]:
    conversations = read_conversations(file)
    spread = conversations[:: -(-len(conversations) // MOST)]
    clock = Clock()
    onboard.desk.clock = clock
    models = load_models(onboard.settings.models_file)
    team = Team(onboard.desk, load_prompts(onboard.settings.prompts_dir), models)
    report = await evaluate_extraction(onboard.desk, team, clock, spread)
    return cast("dict[str, Any]", report["summary"])
