"""``onboard appeal``: a merchant's appeal against a decline, the same as everywhere."""

from __future__ import annotations

from typing import Annotated

import typer

from web.commands.session import AsEmail, CaseArgument, case_id, person, run
from web.composition import Onboard

app = typer.Typer(add_completion=False)


@app.command()
def appeal(
    case: CaseArgument,
    as_email: AsEmail,
    reasons: Annotated[str, typer.Option("--reasons", metavar="TEXT", help="What to look at again.")],
) -> None:
    """Have a declined application reviewed again by somebody else; prints what its merchant then reads."""

    async def act(onboard: Onboard) -> str:
        who = await person(onboard, as_email)
        await onboard.desk.appeal(who, case_id(case), reasons)
        await onboard.sealer.seal(onboard.desk.db)
        return (await onboard.views.status(who, case_id(case))).public_state

    print(run(act))
