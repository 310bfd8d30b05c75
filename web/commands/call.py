"""``onboard call``: a phone call put on record, for staff."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from web.commands.session import AsEmail, CaseArgument
from web.commands.talking import acted

app = typer.Typer(add_completion=False)


@app.command()
def call(
    case: CaseArgument,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What was said.")],
    as_email: AsEmail,
    whom: Annotated[str, typer.Option("--with", metavar="NAME", help="With whom.")],
    minutes: Annotated[int, typer.Option(min=0, help="How long it took.")],
    began: Annotated[
        datetime | None,
        typer.Option("--at", formats=["%Y-%m-%dT%H:%M"], help="When it began, in UTC [default: now]."),
    ] = None,
) -> None:
    """Put a phone call on record; staff read it, and no fact is taken from it. Prints its id."""
    at = began.replace(tzinfo=UTC) if began else datetime.now(UTC)
    logged = acted(
        case, as_email, lambda onboard, who, id_: onboard.desk.log_call(who, id_, whom, at, minutes, text)
    )
    print(logged.id)
