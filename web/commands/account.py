"""``onboard account``: suspend, reinstate, look at again and close an account."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Annotated
from uuid import UUID

import typer

from cases.access import Person
from desk.desk import Desk
from web.commands.session import AsEmail, CaseArgument, case_id, person, run
from web.composition import Onboard

app = typer.Typer(help="What becomes of an account.", no_args_is_help=True, add_completion=False)

Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; the merchant does not read it.")]


@app.command("suspend")
def suspend(case: CaseArgument, reason: Reason, as_email: AsEmail) -> None:
    """Put an active account on hold."""
    _act(Desk.suspend, case, reason, as_email)


@app.command("reinstate")
def reinstate(case: CaseArgument, reason: Reason, as_email: AsEmail) -> None:
    """Take a suspended account up again."""
    _act(Desk.reinstate, case, reason, as_email)


@app.command("look")
def look(
    case: CaseArgument,
    reason: Reason,
    as_email: AsEmail,
    next_on: Annotated[
        datetime | None,
        typer.Option("--next-on", formats=["%Y-%m-%d"], metavar="DATE", help="The day of the next look."),
    ] = None,
) -> None:
    """Record that an account was looked at again, as the review date of its approval asks for."""
    day = next_on.date() if next_on else None

    def act(desk: Desk, who: Person, about: UUID, why: str) -> Awaitable[None]:
        return desk.look_again(who, about, why, day)

    _act(act, case, reason, as_email)


@app.command("close")
def close(case: CaseArgument, reason: Reason, as_email: AsEmail) -> None:
    """Close an account, for good."""
    _act(Desk.close, case, reason, as_email)


def _act(
    act: Callable[[Desk, Person, UUID, str], Awaitable[None]], case: str, reason: str, as_email: str
) -> None:
    async def work(onboard: Onboard) -> str:
        who = await person(onboard, as_email)
        await act(onboard.desk, who, case_id(case), reason)
        await onboard.sealer.seal(onboard.desk.db)
        return (await onboard.views.status(who, case_id(case))).public_state

    print(run(work))
