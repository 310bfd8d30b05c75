"""``onboard answers``: ready-made answers, filled for one case."""

from __future__ import annotations

from typing import Annotated

import typer

from desk.ready_answers import FilledAnswer
from web.commands.printing import print_listing
from web.commands.session import AsEmail, CaseArgument, Json, case_id, person, run
from web.composition import Onboard

app = typer.Typer(add_completion=False)


@app.command()
def answers(
    case: CaseArgument,
    as_email: AsEmail,
    key: Annotated[str | None, typer.Argument(metavar="[KEY]", help="Print this one alone.")] = None,
    as_json: Json = False,
) -> None:
    """List the ready-made answers, filled from the record in the merchant's language; nothing is sent."""

    async def read(onboard: Onboard) -> list[FilledAnswer]:
        who = await person(onboard, as_email)
        keys = [key] if key else [answer.key for answer in onboard.desk.answers]
        return [await onboard.desk.ready_answer(who, case_id(case), each) for each in keys]

    filled = run(read)
    if key and not as_json:
        print(filled[0].text)
    else:
        rows = [answer.model_dump(mode="json") for answer in filled]
        print_listing(rows, as_json=as_json, nothing="There are no ready-made answers.")
