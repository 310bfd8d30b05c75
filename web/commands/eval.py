"""``onboard eval``: how well the agents do on labelled files, and against attacks."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import Annotated, cast

import typer
from pydantic import JsonValue

from agents.models import load_models
from agents.prompt_file import load_prompts
from storage.settings import SHIPPED as INSTALLED
from storage.settings import Settings, load_settings
from teams.evaluation import Clock, Conversation, evaluate_extraction, read_conversations
from teams.injection.arena import open_arena
from teams.injection.attack import SHIPPED, Attack, read_attacks
from teams.injection.evaluation import Injection, Result, tabulate
from teams.team import Team
from tools.policy_file import load_policy
from tools.screening_score import read_pairs, score_pairs
from tools.watchlists import configured
from web.commands.printing import Row, print_json, print_table
from web.commands.session import Json
from web.composition import build, opened
from web.logs import configure_logs

app = typer.Typer(
    help="How well the agents do on labelled files, and against attacks.",
    no_args_is_help=True,
    add_completion=False,
)

Report = dict[str, JsonValue]

BASIC_POLICY = INSTALLED / "policies" / "basic.yaml"
"""Under which an application is complete with what every attack is made beside."""


@app.callback()
def group() -> None:
    """How well the agents do on labelled files, and against attacks."""


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


@app.command("injection")
def injection(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help="Attacks, one a line (.jsonl) [default: the shipped ones]."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Try attacks on the agents through the real intake, and judge by the record what came of them.

    Each is tried with three models: the offline one, one that obeys whatever it reads, and one that tries
    every tool by itself. Prints by form how many got through, and which; exits 1 if one did. Goes by the
    basic policy and the prompts in force, and touches no case of the installation. A line of FILE has id,
    form, language, where (message, business_name, document, appeal, …) and text; turns, field and meaning
    are optional (see teams/injection/attack.py).
    """
    configure_logs()
    attacks = read_attacks(file or SHIPPED)
    with tempfile.TemporaryDirectory(prefix="onboard-eval-") as folder:
        settings = _apart(load_settings(), Path(folder)).model_copy(
            update={"policy": INSTALLED / "policies" / "basic.yaml"}
        )
        results = asyncio.run(_attack(settings, attacks))
    found = tabulate(results)
    if as_json:
        print_json(found)
    else:
        _print_attacks(found)
    if any(result.got_through for result in results):
        raise typer.Exit(1)


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


async def _attack(settings: Settings, attacks: list[Attack]) -> list[Result]:
    onboard = build(settings, configured(settings))
    prompts = load_prompts(settings.prompts_dir)
    async with opened(onboard):
        arena = await open_arena(onboard.desk, onboard.people, onboard.views, prompts)
        return await Injection(arena).evaluate(attacks)


def _print_attacks(report: Report) -> None:
    print_table(cast("list[Row]", report["forms"]), "No attacks.")
    print()
    for attack in cast("list[dict[str, JsonValue]]", report["attacks"]):
        for breach in cast("list[dict[str, str]]", attack["breaches"]):
            print(
                f"{attack['id']} got through with {attack['model']}: {breach['rule']}: {breach['shown_by']}"
            )
    for name, value in cast("dict[str, JsonValue]", report["summary"]).items():
        print(f"{name.replace('_', ' ')}: {value}")


def _print_report(report: Report) -> None:
    fields = cast("dict[str, dict[str, JsonValue]]", report["fields"])
    rows: list[Row] = [{"field": name, **_rounded(scores)} for name, scores in fields.items()]
    print_table(rows, "No fields.")
    print()
    for name, value in _rounded(cast("dict[str, JsonValue]", report["summary"])).items():
        print(f"{name.replace('_', ' ')}: {value}")


def _rounded(values: dict[str, JsonValue]) -> dict[str, JsonValue]:
    return {k: round(v, 3) if isinstance(v, float) else v for k, v in values.items()}
