"""``onboard ask-team``: a question to the team, answered from the record with sources."""

from __future__ import annotations

from typing import Annotated

import typer

from desk.together_words import together_in_words
from web.commands.session import AsEmail, CaseArgument
from web.commands.talking import acted

app = typer.Typer(add_completion=False)


@app.command()
def ask_team(
    case: CaseArgument,
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="“Why is the licence not verified?”")],
    as_email: AsEmail,
) -> None:
    """Ask what the record says of something; each sentence names what it rests on. For staff alone."""
    answered = acted(case, as_email, lambda onboard, who, id_: onboard.desk.ask_team(who, id_, question))
    print(together_in_words(answered.body))
