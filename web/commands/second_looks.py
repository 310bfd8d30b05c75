"""``onboard second-looks``: decisions drawn at random, which another person looks at afterwards."""

from __future__ import annotations

from typing import Annotated

import typer

from cases.errors import Invalid
from desk.second_look_views import SecondLookLine
from web.commands.printing import print_listing
from web.commands.session import AsEmail, CaseArgument, Json, ReadAs, case_id, person, run
from web.composition import Onboard

app = typer.Typer(help="Second looks at decisions.", no_args_is_help=True, add_completion=False)


@app.command("list")
def list_second_looks(as_email: ReadAs = None, json: Json = False) -> None:
    """Show the decisions that wait for a second look, the longest first."""

    async def read(onboard: Onboard) -> tuple[SecondLookLine, ...]:
        return await onboard.views.second_looks(await person(onboard, as_email))

    rows = [line.model_dump(mode="json") for line in run(read)]
    print_listing(rows, as_json=json, nothing="No decision waits for a second look.")


@app.command("record")
def record(
    case: CaseArgument,
    as_email: AsEmail,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; it stays on record.")],
    agree: Annotated[bool, typer.Option("--agree", help="One would have decided the same.")] = False,
    disagree: Annotated[
        bool, typer.Option("--disagree", help="One would not; compliance is told, the decision stands.")
    ] = False,
) -> None:
    """Say whether one would have decided the same; prints how the case stands, which stays."""
    if agree == disagree:
        raise Invalid("One of --agree and --disagree is needed.")

    async def act(onboard: Onboard) -> str:
        who = await person(onboard, as_email)
        await onboard.desk.record_second_look(who, case_id(case), reason, agrees=agree)
        await onboard.sealer.seal(onboard.desk.db)
        return (await onboard.views.status(who, case_id(case))).public_state

    print(run(act))
