"""``onboard say``: a message in the conversation, which the merchant reads."""

from __future__ import annotations

from typing import Annotated

import typer

from web.commands.session import AsEmail, CaseArgument
from web.commands.talking import acted

app = typer.Typer(add_completion=False)


@app.command()
def say(case: CaseArgument, text: Annotated[str, typer.Argument(metavar="TEXT")], as_email: AsEmail) -> None:
    """Say something to everybody in the conversation, the merchant too; prints the message's id."""
    print(acted(case, as_email, lambda onboard, who, id_: onboard.desk.say(who, id_, text)).id)
