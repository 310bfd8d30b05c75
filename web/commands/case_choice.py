"""The options with which cases are chosen, and what they come to."""

from __future__ import annotations

from typing import Annotated, cast

import typer
from pydantic import ValidationError

from cases.errors import Invalid
from cases.states import State
from desk.queue.filters import ME, NOBODY, CaseFilter
from web.composition import Onboard

States = Annotated[list[State] | None, typer.Option("--state", help="Only cases in this state.")]
PartName = Annotated[
    str,
    typer.Option(
        "--part", metavar="PART", help="Whose turn it is: waiting (for us), snoozed, merchant, running, done."
    ),
]
Levels = Annotated[
    list[str] | None,
    typer.Option("--level", metavar="LEVEL", help="Of risk: low, medium, high, or none yet."),
]
Lines = Annotated[
    list[str] | None,
    typer.Option(
        "--line", metavar="CODES", help="Of business: a category code, or a group such as 5000-5599."
    ),
]
Countries = Annotated[
    list[str] | None,
    typer.Option("--country", metavar="CC", help="Such as DE, or none where it is not known."),
]
Days = Annotated[
    int, typer.Option("--days", min=0, max=3650, help="Only cases that stand as they do for so many days.")
]
Assignees = Annotated[
    list[str] | None,
    typer.Option("--assignee", metavar="EMAIL", help="Whose it is: an address, me, or nobody."),
]
Marks = Annotated[
    list[str] | None,
    typer.Option(
        "--mark",
        metavar="MARK",
        help="asked (for your opinion), complaint (an open one), escalated, watched (and moved since).",
    ),
]
Named = Annotated[str, typer.Option("--name", metavar="WORDS", help="Only cases whose name holds them.")]


async def case_filter(onboard: Onboard, assignees: list[str], **given: object) -> CaseFilter:
    """What was asked for; raises Invalid, NotFound for an address that nobody has."""
    people = [await _somebody(onboard, who) for who in assignees]
    asked = {name: value for name, value in given.items() if value}
    try:
        return CaseFilter.model_validate({**asked, "assignee": people})
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        raise Invalid(f"--{cast('str', first['loc'][0])}: {first['msg']}") from None


async def _somebody(onboard: Onboard, who: str) -> str:
    return who if who in (ME, NOBODY) else str((await onboard.people.by_email(who)).id)
