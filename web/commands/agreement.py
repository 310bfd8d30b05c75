"""``onboard agreement``: whether reviewers think for themselves."""

from __future__ import annotations

from typing import Annotated

import typer

from desk.concurrence import Concurrence, concurrence
from web.commands.printing import Row, print_json, print_table
from web.commands.session import AsEmail, Json, person, run
from web.composition import Onboard

app = typer.Typer(add_completion=False)


@app.command()
def agreement(
    as_email: AsEmail,
    days: Annotated[int, typer.Option(min=1, max=3660, help="Decisions of the last days.")] = 90,
    as_json: Json = False,
) -> None:
    """How each reviewer's own views and decisions agree with what is recommended; for compliance.

    Who always agrees, and within a minute of opening a case, is a rubber stamp.
    """

    async def count(onboard: Onboard) -> tuple[Concurrence, ...]:
        return await concurrence(onboard.desk, await person(onboard, as_email), days)

    found = run(count)
    if as_json:
        print_json(found)
    else:
        print_table([_row(each) for each in found], f"Nothing was decided in the last {days} days.")


def _row(each: Concurrence) -> Row:
    return {
        "reviewer": each.name,
        "decisions": each.decisions,
        "as_recommended": f"{each.agreed} ({each.agreed / each.decisions:.0%})",
        "own_views": each.views,
        "view_differed": each.differed,
        "changed_mind": each.changed_mind,
        "under_a_minute": each.at_a_glance,
        "median_time": _time(each.median_seconds),
    }


def _time(seconds: float | None) -> str:
    return "" if seconds is None else f"{seconds // 60:.0f} min {seconds % 60:.0f} s"
