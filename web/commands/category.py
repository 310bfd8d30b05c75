"""``onboard category``: which merchant category code holds, the same as everywhere."""

from __future__ import annotations

from typing import Annotated

import typer

from desk.category_views import CategoryPart
from web.commands.session import AsEmail, CaseArgument, case_id, person, run
from web.composition import Onboard

app = typer.Typer(add_completion=False)


@app.command()
def category(
    case: CaseArgument,
    code: Annotated[str, typer.Argument(metavar="CODE", help="Four digits, ISO 18245.")],
    as_email: AsEmail,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; it stays on record.")],
    version: Annotated[
        int | None, typer.Option(min=1, help="Confirm only if the application is still of this version.")
    ] = None,
) -> None:
    """Confirm or correct the merchant category code of a case; another code has everything checked again."""

    async def act(onboard: Onboard) -> CategoryPart:
        who, about = await person(onboard, as_email), case_id(case)
        await onboard.desk.confirm_category(who, about, code, reason, version)
        await onboard.sealer.seal(onboard.desk.db)
        return await onboard.views.category(who, about)

    part = run(act)
    print(f"{part.code}: {part.name}")
