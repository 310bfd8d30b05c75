"""``onboard eval``: how well the agents do on labelled files."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import Annotated, cast

import typer
from pydantic import JsonValue

from agents.models import load_models
from agents.prompt_file import load_prompts
from storage.settings import Settings, load_settings
from teams.evaluation import Clock, Conversation, evaluate_extraction, read_conversations
from teams.team import Team
from tools.policy_file import load_policy
from tools.screening_score import read_pairs, score_pairs
from tools.watchlists import configured
from web.commands.printing import Row, print_json, print_table
from web.commands.session import Json
from web.composition import build, opened
from web.logs import configure_logs

app = typer.Typer(
    help="How well the agents do on labelled files.", no_args_is_help=True, add_completion=False
)

Report = dict[str, JsonValue]


@app.callback()
def group() -> None:
    """How well the agents do on labelled files."""


@app.command("extraction")
def extraction(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="Labelled conversations, one a line (.jsonl).")
    ],
    as_json: Json = False,
) -> None:
    """Run conversations through the real intake and compare what was understood with what was meant.

    Prints plain values: the conversations are test data. Touches no case of the installation.
    """
    configure_logs()
    conversations = read_conversations(file)
    with tempfile.TemporaryDirectory(prefix="onboard-eval-") as folder:
        report = asyncio.run(_evaluate(_apart(load_settings(), Path(folder)), conversations))
    if as_json:
        print_json(report)
    else:
        _print_report(report)


@app.command("screening")
def screening(
    file: Annotated[
        Path,
        typer.Argument(metavar="PAIRS", help="Labelled pairs (.csv): schema, name1, name2, is_match."),
    ],
    as_json: Json = False,
) -> None:
    """Compare labelled pairs of names, and count what the policy's threshold makes of them."""
    policy = load_policy(load_settings().policy)
    report = score_pairs(read_pairs(file), policy.screening.threshold)
    if as_json:
        print_json(report)
    else:
        print_table([report.summary.model_dump()], "No pairs.")


def _apart(settings: Settings, folder: Path) -> Settings:
    """The same settings on a data folder of the evaluation's own."""
    own = {"data_dir": folder, "database_url": f"sqlite+aiosqlite:///{folder}/onboard.db"}
    return settings.model_copy(update={**own, "services_url": None, "encryption_keys": None})


async def _evaluate(settings: Settings, conversations: list[Conversation]) -> Report:
    onboard = build(settings, configured(settings))
    clock = Clock()
    onboard.desk.clock = clock
    models = load_models(settings.models_file)
    team = Team(onboard.desk, load_prompts(settings.prompts_dir), models)
    try:
        async with opened(onboard):
            return await evaluate_extraction(onboard.desk, team, clock, conversations)
    finally:
        await models.close()


def _print_report(report: Report) -> None:
    fields = cast("dict[str, dict[str, JsonValue]]", report["fields"])
    rows: list[Row] = [{"field": name, **_rounded(scores)} for name, scores in fields.items()]
    print_table(rows, "No fields.")
    print()
    for name, value in _rounded(cast("dict[str, JsonValue]", report["summary"])).items():
        print(f"{name.replace('_', ' ')}: {value}")


def _rounded(values: dict[str, JsonValue]) -> dict[str, JsonValue]:
    return {k: round(v, 3) if isinstance(v, float) else v for k, v in values.items()}
