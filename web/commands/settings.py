"""``onboard settings``: what is in effect."""

from __future__ import annotations

import typer

from storage.describing import describe
from storage.settings import load_settings
from web.commands.printing import Row, print_listing
from web.commands.session import Json

app = typer.Typer(add_completion=False)


@app.command()
def settings(as_json: Json = False) -> None:
    """Print the settings in effect, secrets masked, and where each came from."""
    rows: list[Row] = [shown._asdict() for shown in describe(load_settings())]
    print_listing(rows, as_json=as_json, nothing="")
