"""``onboard takeover``: a person answers the merchant in the place of the agents."""

from __future__ import annotations

from typing import Annotated

import typer

from web.commands.session import AsEmail, CaseArgument
from web.commands.talking import acted

app = typer.Typer(add_completion=False)


@app.command()
def takeover(
    case: CaseArgument,
    as_email: AsEmail,
    back: Annotated[bool, typer.Option("--back", help="Hand the conversation back to the agents.")] = False,
) -> None:
    """Answer the merchant in person, while the agents are silent; or hand the conversation back."""
    if back:
        acted(case, as_email, lambda onboard, who, id_: onboard.desk.hand_back(who, id_))
        print("Handed back. The agents read what was said and go on.")
    else:
        acted(case, as_email, lambda onboard, who, id_: onboard.desk.take_over(who, id_))
        print("Taken over. The agents are silent until it is handed back.")
