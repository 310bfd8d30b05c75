"""``onboard note``: a private note, which the merchant never reads."""

from __future__ import annotations

from typing import Annotated

import typer

from web.commands.session import AsEmail, CaseArgument
from web.commands.talking import acted

app = typer.Typer(add_completion=False)


@app.command()
def note(case: CaseArgument, text: Annotated[str, typer.Argument(metavar="TEXT")], as_email: AsEmail) -> None:
    """Write a note for colleagues alone; @NAME asks one of them for a second opinion. Prints its id."""
    print(acted(case, as_email, lambda onboard, who, id_: onboard.desk.write_note(who, id_, text)).id)
