"""``onboard decide``: a reviewer's decision, the same as everywhere."""

from __future__ import annotations

from typing import Annotated

import typer
from pydantic import ValidationError

from cases.decision import Verdict
from cases.errors import Invalid
from web.commands.session import AsEmail, CaseArgument, case_id, person, run
from web.composition import Onboard

app = typer.Typer(add_completion=False)


@app.command()
def decide(
    case: CaseArgument,
    as_email: AsEmail,
    approve: Annotated[bool, typer.Option("--approve", help="Approve it.")] = False,
    decline: Annotated[bool, typer.Option("--decline", help="Decline it.")] = False,
    reason: Annotated[
        list[str] | None, typer.Option("--reason", metavar="CODE", help="A reason's code; may be repeated.")
    ] = None,
    comment: Annotated[str, typer.Option("--comment", metavar="TEXT", help="For the record.")] = "",
    version: Annotated[
        int | None, typer.Option(min=1, help="Decide only if the application is still of this version.")
    ] = None,
) -> None:
    """Approve or decline a case; prints what follows from it."""
    if approve == decline:
        raise Invalid("One of --approve and --decline is needed.")
    try:
        verdict = Verdict(approved=approve, version=version, reasons=tuple(reason or ()), comments=comment)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        raise Invalid(f"{first['loc'][0]}: {first['msg']}") from None

    async def act(onboard: Onboard) -> str:
        who = await person(onboard, as_email)
        outcome = await onboard.desk.decide(who, case_id(case), verdict)
        await onboard.sealer.seal(onboard.desk.db)
        return outcome

    print(run(act))
