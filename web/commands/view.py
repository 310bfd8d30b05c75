"""``onboard view``: a reviewer's own view of a case, before they read what is recommended."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from desk.overview import Overview
from web.commands.session import AsEmail, CaseArgument, case_id, person, run
from web.commands.summaries import print_summary
from web.composition import Onboard

app = typer.Typer(add_completion=False)


class Opinion(StrEnum):
    """What a reviewer would do."""

    APPROVE = "approve"
    DECLINE = "decline"
    UNSURE = "unsure"


@app.command()
def view(
    case: CaseArgument,
    opinion: Annotated[Opinion, typer.Argument(metavar="VIEW", help="approve, decline or unsure.")],
    as_email: AsEmail,
    words: Annotated[str, typer.Option("--words", metavar="TEXT", help="Why, in a few words.")],
    version: Annotated[
        int | None, typer.Option(min=1, help="Note it only if the application is still of this version.")
    ] = None,
) -> None:
    """Note what you make of a case; then prints its summary with what is recommended."""

    async def act(onboard: Onboard) -> Overview:
        who, about = await person(onboard, as_email), case_id(case)
        await onboard.desk.note_view(who, about, opinion.value, words, version)
        await onboard.sealer.seal(onboard.desk.db)
        return await onboard.views.summary(who, about)

    print_summary(run(act))
