"""``onboard escalate``: raises a case to the leads, the same as everywhere."""

from __future__ import annotations

from typing import Annotated

import typer

from web.commands.session import AsEmail, CaseArgument, case_id, person, run
from web.composition import Onboard

app = typer.Typer(add_completion=False)


@app.command()
def escalate(
    case: CaseArgument,
    as_email: AsEmail,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; it stays on record.")],
) -> None:
    """Raise a case to the leads: it stays in review, and somebody else than who raised it decides."""

    async def act(onboard: Onboard) -> str:
        who = await person(onboard, as_email)
        await onboard.desk.escalate(who, case_id(case), reason)
        await onboard.sealer.seal(onboard.desk.db)
        return (await onboard.views.status(who, case_id(case))).public_state

    print(run(act))
