"""``onboard policy``: look a policy over, compare two, see one at work on old cases and on examples."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer
from pydantic import JsonValue

from cases.policy import Policy
from storage.settings import SHIPPED, load_settings
from tools.policy_check import Remark, look_over
from tools.policy_diff import differences
from tools.policy_file import PolicyError, load_examples, load_policy
from tools.policy_simulation import simulate_all
from tools.worked_examples import not_shown, work_out
from tools.worked_examples_page import page
from web.commands.printing import print_json
from web.commands.session import Json, run
from web.commands.simulation import as_report, show

EXAMPLES = "examples.yaml"

A_QUARTER = timedelta(days=92)

DAY = "%Y-%m-%d"

app = typer.Typer(
    help="Policies: check, diff, simulate, examples.", no_args_is_help=True, add_completion=False
)

OneFile = Annotated[
    Path | None,
    typer.Argument(
        metavar="[FILE]", exists=True, dir_okay=False, help="A policy; without it, the one in effect."
    ),
]
A = Annotated[Path, typer.Argument(metavar="A", exists=True, dir_okay=False, help="A policy.")]
B = Annotated[Path, typer.Argument(metavar="B", exists=True, dir_okay=False, help="Another.")]


@app.command("check")
def check(file: OneFile = None, as_json: Json = False) -> None:
    """Say whether a policy can be used, and what in it is worth a second look.

    Exit status 1 where it cannot be used, with file, line and reason. Remarks change nothing in it.
    """
    path = file or load_settings().policy
    try:
        policy = load_policy(path)
    except PolicyError as error:
        _refuse(error, as_json)
        raise typer.Exit(1) from None
    remarks = look_over(policy, datetime.now(UTC).date())
    if as_json:
        print_json(_found(policy, remarks))
    else:
        _print_found(path, policy, remarks)


@app.command("diff")
def diff(a: A, b: B, as_json: Json = False) -> None:
    """Say in which places the second policy differs from the first, and how."""
    found = differences(load_policy(a), load_policy(b))
    if as_json:
        print_json(found)
    elif not found:
        print("They say the same.")
    for difference in () if as_json else found:
        print(difference.in_words())


@app.command("examples")
def examples(file: OneFile = None) -> None:
    """Print in Markdown what a policy makes of example applications, with points line by line.

    The applications are those of examples.yaml beside the policy, else those that are shipped. Exit status 1
    where a level or a rule has no example.
    """
    path = file or load_settings().policy
    policy, applications = load_policy(path), load_examples(_examples_of(path))
    worked = work_out(applications, policy)
    print(page(policy, applications, worked), end="")
    if missing := not_shown(policy, worked):
        print(f"No example shows: {', '.join(missing)}.", file=sys.stderr)
        raise typer.Exit(1)


@app.command("simulate")
def simulate_policy(
    file: Annotated[Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False, help="A policy.")],
    since: Annotated[
        datetime | None,
        typer.Option(
            "--since", metavar="DATE", formats=["%Y-%m-%d"], help="From when [default: 3 months ago]."
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Judge the cases that were decided lately again under a policy, and say what would have been other.

    Each case is taken as it was when it was decided. What was asked outside, such as the watch lists, stays
    as it was answered then. Nothing is written, and nothing printed tells whose case it is but its id.
    """
    policy = load_policy(file)
    start = (since or datetime.now() - A_QUARTER).replace(
        hour=0, minute=0, second=0, microsecond=0, tzinfo=UTC
    )
    found = run(lambda onboard: simulate_all(onboard.desk, policy, start))
    if as_json:
        print_json(as_report(policy, start, found))
    else:
        show(policy, start, found)


def _examples_of(policy: Path) -> Path:
    beside = policy.parent / EXAMPLES
    return beside if beside.exists() else SHIPPED / "policies" / EXAMPLES


def _refuse(error: PolicyError, as_json: bool) -> None:
    if as_json:
        print_json({"usable": False, "problem": str(error)})
    else:
        print(f"Cannot be used. {error}")


def _found(policy: Policy, remarks: tuple[Remark, ...]) -> dict[str, JsonValue]:
    return {
        "usable": True,
        "name": policy.name,
        "version": policy.version,
        "hash": policy.hash,
        "remarks": [remark._asdict() for remark in remarks],
    }


def _print_found(path: Path, policy: Policy, remarks: tuple[Remark, ...]) -> None:
    print(f"{path}: {policy.name} {policy.version} can be used.\nHash: {policy.hash}")
    if remarks:
        print("\nWorth a second look:")
    for remark in remarks:
        print(f"- {remark.path}: {remark.text}")
