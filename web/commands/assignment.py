"""``onboard cases claim …``: whose case it is, and when it rests, the same as everywhere."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import typer

from cases.access import Person
from desk.assignment_views import AssignmentView
from desk.assignment_words import end_in_words
from web.commands.session import AsEmail, CaseArgument, case_id, person, run
from web.composition import Onboard

Why = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; it stays on record.")]
Act = Callable[[Onboard, Person, UUID], Awaitable[object]]


class Wakes(StrEnum):
    """What wakes a case."""

    MERCHANT_ANSWERS = "merchant_answers"
    CHECK_CHANGES = "check_changes"
    DOCUMENT_ARRIVES = "document_arrives"


def add_to(app: typer.Typer) -> None:
    """Add the commands to ``onboard cases``."""
    for command in (claim, release, assign, snooze, wake, watch, unwatch):
        app.command(command.__name__)(command)


def claim(case: CaseArgument, as_email: AsEmail) -> None:
    """Take a case on; refused, with who has it, while a colleague works on it."""
    _do(case, as_email, lambda onboard, who, about: onboard.desk.claim(who, about))


def release(case: CaseArgument, as_email: AsEmail, reason: Why = "") -> None:
    """Give your case back to all."""
    _do(case, as_email, lambda onboard, who, about: onboard.desk.release(who, about, reason))


def assign(
    case: CaseArgument,
    as_email: AsEmail,
    to: Annotated[
        str | None,
        typer.Option(metavar="EMAIL", help="A reviewer [default: who has the fewest open cases]."),
    ] = None,
    reason: Why = "",
) -> None:
    """Give a case to a reviewer: your own, or one that is nobody's; a lead (compliance) gives anybody's."""

    async def act(onboard: Onboard, who: Person, about: UUID) -> None:
        named = (await onboard.people.by_email(to)).id if to else None
        await onboard.desk.assign(who, about, named, reason)

    _do(case, as_email, act)


def snooze(
    case: CaseArgument,
    as_email: AsEmail,
    reason: Why,
    until: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M"],
            metavar="TIME",
            help="When it is up again, as 2025-12-31 or 2025-12-31T09:00 (UTC).",
        ),
    ] = None,
    on: Annotated[Wakes | None, typer.Option(help="What wakes it, if that comes first.")] = None,
) -> None:
    """Put a case aside until a time or until something happens; its due time goes on running."""
    end = until.replace(tzinfo=UTC) if until else None
    event = on.value if on else None
    _do(case, as_email, lambda onboard, who, about: onboard.desk.snooze(who, about, reason, end, event))


def wake(case: CaseArgument, as_email: AsEmail) -> None:
    """Take a case up again that was put aside."""
    _do(case, as_email, lambda onboard, who, about: onboard.desk.wake(who, about))


def watch(case: CaseArgument, as_email: AsEmail) -> None:
    """Be told when the state of a case moves; again: it is seen as it is now."""
    _do(case, as_email, lambda onboard, who, about: onboard.desk.watch(who, about))


def unwatch(case: CaseArgument, as_email: AsEmail) -> None:
    """Be told no more of a case."""
    _do(case, as_email, lambda onboard, who, about: onboard.desk.unwatch(who, about))


def _do(case: str, email: str, act: Act) -> None:
    async def work(onboard: Onboard) -> AssignmentView:
        who, about = await person(onboard, email), case_id(case)
        await act(onboard, who, about)
        await onboard.sealer.seal(onboard.desk.db)
        return await onboard.views.assignment(who, about)

    print(in_words(run(work)))


def in_words(view: AssignmentView) -> str:
    """Whose case it is, in lines."""
    until = f" until {view.until:%A %d %B, %H:%M} UTC" if view.until else ""
    lines = [f"{view.assignee} has the case{until}." if view.assignee else "Nobody has the case."]
    if view.snoozed:
        end = end_in_words(view.snoozed.until, view.snoozed.on)
        lines.append(f"Put aside by {view.snoozed.by} until {end}: {view.snoozed.reason}")
    if view.escalated:
        lines.append(f"Raised to the leads: {view.escalated.reason}")
    if view.watching:
        lines.append("You watch it.")
    return "\n".join(lines)
