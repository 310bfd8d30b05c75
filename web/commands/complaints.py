"""``onboard complaints``: made, listed, seen to, answered, closed."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import typer

from cases.complaints import ComplaintState, Outcome
from cases.errors import Invalid
from desk.complaint_views import ComplaintLine
from web.commands.printing import Row, print_listing
from web.commands.session import AsEmail, CaseArgument, Json, ReadAs, person, run
from web.commands.talking import acted
from web.composition import Onboard

A_PAGE = 200

app = typer.Typer(
    help="Complaints: list, make, take, answer, close.", no_args_is_help=True, add_completion=False
)

ComplaintArgument = Annotated[str, typer.Argument(metavar="COMPLAINT", help="The complaint's id.")]
Words = Annotated[str, typer.Argument(metavar="TEXT")]


@app.command("list")
def list_complaints(
    state: Annotated[
        list[ComplaintState] | None, typer.Option("--state", help="Only in this state; may be repeated.")
    ] = None,
    as_json: Json = False,
    as_email: ReadAs = None,
) -> None:
    """List complaints, the most urgent first."""

    async def read(onboard: Onboard) -> list[Row]:
        who = await person(onboard, as_email)
        rows: list[Row] = []
        cursor: UUID | None = None
        while True:
            page = await onboard.views.complaints(who, state or (), A_PAGE, cursor)
            rows += [_row(line) for line in page.complaints]
            if (cursor := page.next) is None:
                return rows

    print_listing(run(read), as_json=as_json, nothing="No such complaints.")


@app.command()
def make(case: CaseArgument, text: Words, as_email: AsEmail) -> None:
    """Put a complaint on record: one's own, or as staff a merchant's. Prints its id."""
    print(acted(case, as_email, lambda onboard, who, id_: onboard.desk.complain(who, id_, text)).id)


@app.command()
def take(case: CaseArgument, complaint: ComplaintArgument, as_email: AsEmail) -> None:
    """See to a complaint from now on."""
    about = _id(complaint)
    acted(case, as_email, lambda onboard, who, id_: onboard.desk.take_complaint(who, id_, about))
    print("The complaint is yours.")


@app.command()
def answer(case: CaseArgument, complaint: ComplaintArgument, text: Words, as_email: AsEmail) -> None:
    """Answer a complaint; the merchant reads it."""
    about = _id(complaint)
    acted(case, as_email, lambda onboard, who, id_: onboard.desk.answer_complaint(who, id_, about, text))
    print("Answered.")


@app.command()
def close(
    case: CaseArgument,
    complaint: ComplaintArgument,
    outcome: Annotated[Outcome, typer.Option(help="How it ended.")],
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why; for staff.")],
    as_email: AsEmail,
) -> None:
    """End a complaint that was answered, or withdrawn by whoever made it."""
    about = _id(complaint)
    acted(
        case,
        as_email,
        lambda onboard, who, id_: onboard.desk.close_complaint(who, id_, about, outcome, reason),
    )
    print("Closed.")


def _row(line: ComplaintLine) -> Row:
    return {
        "reference": line.reference,
        "name": line.name,
        "state": line.state.value,
        "overdue": line.overdue,
        "answer_by": line.answer_by.isoformat(timespec="minutes"),
        "owner": line.owner,
        "case_id": str(line.case_id),
        "id": str(line.id),
    }


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Invalid(f"{text[:60]!r} is not the id of a complaint.") from None
