"""What is done with cases from the queue: take on the next, remind merchants, close as incomplete."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated
from uuid import UUID

import typer

from cases.access import Person
from desk.queue.bulk import in_turn, in_words
from web.commands.session import AsEmail, case_id, person, run
from web.composition import Onboard

Cases = Annotated[list[str], typer.Argument(metavar="CASE...", help="The request_ids of the cases.")]
Command = Callable[[Onboard, Person, UUID], Awaitable[None]]


def take_next(as_email: AsEmail) -> None:
    """Take on the most urgent case that is nobody's or yours already; exit status 1 where there is none."""

    async def act(onboard: Onboard) -> UUID | None:
        return await onboard.queue.take_next(await person(onboard, as_email))

    taken = run(act)
    if taken is None:
        print("Nothing waits that is nobody's or yours.")
        raise typer.Exit(1)
    print(taken)


def remind(cases: Cases, as_email: AsEmail) -> None:
    """Send the merchants of unfinished cases a link to go on with, at most once a day."""

    async def command(onboard: Onboard, who: Person, case: UUID) -> None:
        await onboard.desk.remind(who, case)

    _each(cases, as_email, command)


def close_incomplete(
    cases: Cases,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; it stays on record.")],
    as_email: AsEmail,
) -> None:
    """Close cases that wait for their merchant, who may each reopen theirs."""

    async def command(onboard: Onboard, who: Person, case: UUID) -> None:
        await onboard.desk.close_as_incomplete(who, case, reason)

    _each(cases, as_email, command)


def _each(cases: list[str], as_email: str, command: Command) -> None:
    """Do it to each, say how it went; exit status 1 where one of them was refused."""
    ids = [case_id(each) for each in cases]

    async def act(onboard: Onboard) -> tuple[str, bool]:
        who = await person(onboard, as_email)
        results = await in_turn(ids, lambda case: command(onboard, who, case))
        names = await onboard.queue.names(who, ids)
        return in_words(results, names), all(result.refusal is None for result in results)

    said, all_done = run(act)
    print(said)
    if not all_done:
        raise typer.Exit(1)
