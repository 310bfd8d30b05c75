"""``onboard team``: every reviewer with what they have, and what is nobody's or late."""

from __future__ import annotations

import typer

from desk.case_lines import CaseLine
from desk.team import AwayView, Member, TeamView
from web.commands.printing import Row, print_json, print_table
from web.commands.session import AsEmail, Json, person, run
from web.composition import Onboard

app = typer.Typer(add_completion=False)


@app.command()
def team(as_email: AsEmail, as_json: Json = False) -> None:
    """Every reviewer with what they have, and the cases that are nobody's or late; for leads (compliance)."""

    async def read(onboard: Onboard) -> TeamView:
        return await onboard.team.view(await person(onboard, as_email))

    view = run(read)
    if as_json:
        print_json(view)
        return
    print_table([_member(each) for each in view.members], "Nobody reviews yet.")
    for title, lines in (("Nobody’s", view.unassigned), ("Late", view.late)):
        if lines:
            print(f"\n{title}")
            print_table([_line(each) for each in lines], "")


def away_in_words(away: AwayView | None) -> str:
    """When somebody is out of office."""
    if away is None:
        return ""
    deputy = f", {away.deputy} stands in" if away.deputy else ""
    return f"{away.first_day} to {away.last_day}{deputy}"


def _member(member: Member) -> Row:
    return {
        "name": member.name,
        "open": member.open,
        "waiting": member.waiting,
        "oldest": member.oldest and member.oldest.isoformat(timespec="minutes"),
        "overdue": member.overdue,
        "decided_today": member.decided_today,
        "away": away_in_words(member.away),
    }


def _line(line: CaseLine) -> Row:
    return {
        "case_id": str(line.case_id),
        "name": line.name,
        "assignee": line.assignee,
        "due": line.due and line.due.isoformat(timespec="minutes"),
        "escalated": "escalated" in line.marks,
    }
