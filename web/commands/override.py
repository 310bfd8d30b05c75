"""``onboard override``: a reviewer's word against a check or the risk score, the same as everywhere."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated

import typer

from cases.errors import Invalid
from web.commands.session import AsEmail, CaseArgument, case_id, person, run
from web.composition import Onboard

app = typer.Typer(add_completion=False)


class Level(StrEnum):
    """A level of risk."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@app.command()
def override(
    case: CaseArgument,
    check: Annotated[str, typer.Argument(metavar="CHECK", help="The key of a check, or risk.")],
    as_email: AsEmail,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; it stays on record.")],
    until: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], metavar="DATE", help="The last day on which it holds, as 2025-12-31 (UTC)."
        ),
    ] = None,
    level: Annotated[Level | None, typer.Option(help="The level that holds instead, for risk.")] = None,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="Take the override back.")] = False,
    version: Annotated[
        int | None, typer.Option(min=1, help="Override only if the application is still of this version.")
    ] = None,
) -> None:
    """Override a check or the risk score of a case, or take that back; prints what is then overridden."""
    if withdraw == (until is not None):
        raise Invalid("One of --until DATE and --withdraw is needed.")

    async def act(onboard: Onboard) -> list[str]:
        who = await person(onboard, as_email)
        about = case_id(case)
        if until is None:
            await onboard.desk.withdraw_override(who, about, check, reason)
        else:
            named = level.value if level else None
            await onboard.desk.override(who, about, check, reason, until.date(), named, version)
        await onboard.sealer.seal(onboard.desk.db)
        return [each.sentence for each in await onboard.views.overrides(who, about) if not each.lapsed]

    print("\n".join(run(act)) or "Nothing is overridden.")
