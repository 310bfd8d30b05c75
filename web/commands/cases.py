"""``onboard cases``: the queue, and one case."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from uuid import UUID

import typer

from cases.access import Person
from desk.card import Card
from desk.case_lines import CaseLine
from desk.staff_card import StaffPart
from desk.status import CaseStatus
from web.commands import assignment
from web.commands.case_choice import (
    Assignees,
    Countries,
    Days,
    Levels,
    Lines,
    Marks,
    Named,
    PartName,
    States,
    case_filter,
)
from web.commands.printing import Row, print_json, print_listing, print_table
from web.commands.session import CaseArgument, Json, ReadAs, case_id, person, run
from web.commands.summaries import print_summary
from web.commands.unfinished import close_incomplete, remind, take_next
from web.composition import Onboard

A_PAGE = 200

app = typer.Typer(help="The queue, and one case.", no_args_is_help=True, add_completion=False)


@app.command("list")
def list_cases(
    state: States = None,
    part: PartName = "",
    level: Levels = None,
    line: Lines = None,
    country: Countries = None,
    days: Days = 0,
    assignee: Assignees = None,
    mark: Marks = None,
    name: Named = "",
    as_json: Json = False,
    as_email: ReadAs = None,
) -> None:
    """List the cases, the most urgent first. Options may be repeated: several values are alternatives."""
    chosen = {"state": state, "part": part, "level": level, "line": line, "country": country, "mark": mark}
    rows = run(lambda onboard: _list(onboard, as_email, assignee or [], days=days, name=name, **chosen))
    print_listing(rows, as_json=as_json, nothing="No such cases.")


app.command("next")(take_next)
app.command("remind")(remind)
app.command("close-incomplete")(close_incomplete)


@app.command("show")
def show(case: CaseArgument, as_json: Json = False, as_email: ReadAs = None) -> None:
    """Show one case: its summary, then what is there and missing, how the checks ended, what was decided."""
    status, card = run(lambda onboard: _show(onboard, as_email, case_id(case)))
    if as_json:
        print_json(status)
    else:
        _print_card(card)


async def _list(onboard: Onboard, email: str | None, assignees: list[str], **chosen: object) -> list[Row]:
    who = await person(onboard, email)
    wanted = await case_filter(onboard, assignees, **chosen)
    if who.is_staff:
        return [row_of(line) for line in (await onboard.queue.urgent(who, wanted, sys.maxsize)).cases]
    return [row_of(line) for line in (await onboard.queue.opened(who, wanted, sys.maxsize)).cases]


async def _show(onboard: Onboard, email: str | None, case: UUID) -> tuple[CaseStatus, Card]:
    who = await person(onboard, email)
    return await onboard.views.status(who, case), await onboard.views.card(who, case)


async def pages(onboard: Onboard, who: Person) -> AsyncIterator[CaseLine]:
    """Every case that the person may see, newest first."""
    cursor: UUID | None = None
    while True:
        page = await onboard.views.cases(who, limit=A_PAGE, cursor=cursor)
        for line in page.cases:
            yield line
        if page.next is None:
            return
        cursor = page.next


def row_of(line: CaseLine) -> Row:
    """A case as a row of a listing."""
    return {
        "case_id": str(line.case_id),
        "name": line.name,
        "state": line.state.value if line.state else line.public_state,
        "risk": line.risk,
        "country": line.country,
        "mcc": line.mcc,
        "overrides": [*line.overrides],
        "missing": line.missing,
        "waiting_since": line.waiting_since.isoformat(timespec="seconds"),
        "due": line.due and line.due.isoformat(timespec="seconds"),
        "assignee": line.assignee,
        "marks": [*line.marks],
        "answer_by": line.answer_by and line.answer_by.isoformat(timespec="seconds"),
    }


def _print_card(card: Card) -> None:
    state = card.staff.state.value if card.staff else card.public_state
    print(f"{card.name or 'No name yet'} · {state} · version {card.version}")
    print(f"{card.case_id}\n")
    if card.staff:
        print_summary(card.staff.summary)
        print()
    if card.assignment:
        print(f"{assignment.in_words(card.assignment)}\n")
    if card.staff and card.staff.due:
        print(f"The review is due {card.staff.due:%A %d %B, %H:%M} UTC.\n")
    items: list[Row] = [{"field": i.label, "status": i.status, "value": i.value} for i in card.items]
    print_table(items, "")
    if card.staff:
        _print_findings(card.staff)
    for step in card.steps:
        print(f"{step.label}: {step.status}")
    if card.merchant_id:
        print(f"Merchant id: {card.merchant_id}")


def _print_findings(part: StaffPart) -> None:
    counted = part.compliance.checks if part.compliance else ()
    checks: list[Row] = [
        {"check": c.label, "status": c.status, "reason": c.reason} for c in (*part.checks, *counted)
    ]
    print()
    print_table(checks, "No checks made yet.")
    print()
    for each in part.overriding.overrides:
        print(f"{each.sentence}{f' (not in force: {each.lapsed})' if each.lapsed else ''}")
    for made in part.deciding.decisions:
        word = "Approved" if made.approved else "Declined"
        print(f"{word} by {made.by} at {made.at.isoformat(timespec='seconds')}")
        for words in (*made.conditions, *made.overrides):
            print(words)


assignment.add_to(app)
