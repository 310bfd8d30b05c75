"""``onboard decide``: a reviewer's decision, the same as everywhere."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer
from pydantic import ValidationError

from cases.decision import Verdict
from cases.errors import Invalid
from web.commands.session import AsEmail, CaseArgument, case_id, person, run
from web.composition import Onboard
from web.stated_conditions import read_conditions

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
    volume_cap: Annotated[
        int | None,
        typer.Option(metavar="AMOUNT", help="Approve with a cap a month, in whole units of its currency."),
    ] = None,
    reserve: Annotated[
        float | None, typer.Option(metavar="PERCENT", help="Approve with a rolling reserve.")
    ] = None,
    payout_delay: Annotated[
        int | None, typer.Option(metavar="DAYS", help="Approve with payouts that come days later.")
    ] = None,
    review_on: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="Look at the account again on that day."),
    ] = None,
    take_back: Annotated[
        bool, typer.Option("--take-back", help="Take an approval back before the account is made.")
    ] = False,
    version: Annotated[
        int | None, typer.Option(min=1, help="Decide only if the application is still of this version.")
    ] = None,
) -> None:
    """Approve, with conditions or without, decline, or take back; prints what follows from it."""
    if [approve, decline, take_back].count(True) != 1:
        raise Invalid("One of --approve, --decline and --take-back is needed.")
    conditions = read_conditions(
        {
            "monthly_volume_cap": volume_cap,
            "rolling_reserve_percent": reserve,
            "payout_delay_days": payout_delay,
            "review_on": review_on.date() if review_on else None,
        }
    )
    try:
        verdict = Verdict(
            approved=approve,
            version=version,
            reasons=tuple(reason or ()),
            comments=comment,
            conditions=conditions,
        )
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        raise Invalid(f"{first['loc'][0]}: {first['msg']}") from None

    async def act(onboard: Onboard) -> str:
        who = await person(onboard, as_email)
        if take_back:
            await onboard.desk.take_back(who, case_id(case))
            outcome = "in_review"
        else:
            outcome = await onboard.desk.decide(who, case_id(case), verdict)
        await onboard.sealer.seal(onboard.desk.db)
        return outcome

    print(run(act))
