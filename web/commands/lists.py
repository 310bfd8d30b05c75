"""``onboard lists``: the watch lists, their date and size."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

import typer

from storage.settings import load_settings
from storage.watch_lists import StoredList
from tools.policy_file import load_policy
from tools.watchlists import WatchLists
from web.commands.printing import Row, print_listing
from web.commands.session import Json
from web.composition import database_opened
from web.logs import configure_logs

app = typer.Typer(help="The watch lists, their date and size.", no_args_is_help=True, add_completion=False)


@app.callback()
def group() -> None:
    """The watch lists, their date and size."""


@app.command("update")
def update(as_json: Json = False) -> None:
    """Read every list again. One that cannot be read leaves the last good one; exit status 1 says so.

    A running server then screens open and active merchants again, within a minute.
    """
    _show(asyncio.run(_stored(anew=True)), as_json)


@app.command("status")
def status(as_json: Json = False) -> None:
    """Show what was read and when; exit status 1 where a list cannot be read or is out of date."""
    _show(asyncio.run(_stored(anew=False)), as_json)


async def _stored(*, anew: bool) -> list[StoredList]:
    settings = load_settings()
    configure_logs()
    async with database_opened(settings) as database:
        lists = WatchLists(settings.screening_lists, database)
        return await (lists.update() if anew else lists.status())


def _show(stored: Sequence[StoredList], as_json: bool) -> None:
    oldest, today = load_policy(load_settings().policy).screening.oldest, datetime.now(UTC).date()
    rows = [_row(each, each.outdated(oldest, today)) for each in stored]
    print_listing(rows, as_json=as_json, nothing="No list was read yet.")
    if any(row["problem"] for row in rows):
        raise typer.Exit(1)


def _row(stored: StoredList, outdated: str | None) -> Row:
    return {
        "name": stored.name,
        "date": stored.day.isoformat() if stored.day else None,
        "entries": stored.size,
        "read_at": stored.loaded_at.isoformat(timespec="seconds") if stored.loaded_at else None,
        "problem": " ".join(filter(None, (outdated, stored.problem))) or None,
    }
