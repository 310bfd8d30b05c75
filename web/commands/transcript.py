"""``onboard transcript``: conversations, read, exported and verified."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer
from pydantic import JsonValue

from desk.event_view import EventView
from storage.keyfiles import replace_text
from storage.verification import Verification, verify
from web.commands.cases import pages
from web.commands.printing import Row, print_json, print_listing
from web.commands.session import CaseArgument, Json, ReadAs, case_id, person, run
from web.composition import Onboard

A_PAGE = 1000

app = typer.Typer(help="Conversations: read, export, verify.", no_args_is_help=True, add_completion=False)


class Format(StrEnum):
    """How a conversation is written out."""

    JSON = "json"


@app.command("list")
def list_transcripts(as_json: Json = False, as_email: ReadAs = None) -> None:
    """List the conversations, newest first."""
    rows = run(lambda onboard: _list(onboard, as_email))
    print_listing(rows, as_json=as_json, nothing="No conversations yet.")


@app.command("show")
def show(case: CaseArgument, as_json: Json = False, as_email: ReadAs = None) -> None:
    """Show a conversation, with sensitive values masked."""
    events = run(lambda onboard: _read(onboard, as_email, case_id(case)))
    if as_json:
        print_json(events)
        return
    for event in events:
        said = event.text or event.kind
        print(f"{event.seq:>4}  {event.at:%Y-%m-%d %H:%M:%S}  {event.name}: {said}")


@app.command("export")
def export(
    case: CaseArgument,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where to; - for here.")],
    format_: Annotated[Format, typer.Option("--format", help="json.")] = Format.JSON,
    as_email: ReadAs = None,
) -> None:
    """Write a conversation to a file that only its owner may read."""
    del format_  # one so far
    text = json.dumps(
        run(lambda onboard: _export(onboard, as_email, case_id(case))), indent=2, ensure_ascii=False
    )
    if str(output) == "-":
        print(text)
        return
    replace_text(output, text + "\n")
    print(f"Written to {output}.", file=sys.stderr)


@app.command("verify")
def verify_log(
    case: Annotated[
        str | None,
        typer.Argument(metavar="[CASE]", help="One case; without it, everything.", show_default=False),
    ] = None,
    as_json: Json = False,
) -> None:
    """Walk chains, heads and seals; names the first event that does not hold, exit status 1."""
    only = None if case is None else case_id(case)
    found = run(lambda onboard: verify(onboard.desk.db, onboard.desk.keyring, only))
    if as_json:
        print_json(_finding(found))
    elif found.holds:
        print(f"Holds: {found.cases} cases, {found.events} events.")
    else:
        print(f"Does not hold: {found.problem}")
    if not found.holds:
        raise typer.Exit(1)


async def _list(onboard: Onboard, email: str | None) -> list[Row]:
    return [
        {
            "case_id": str(line.case_id),
            "name": line.name,
            "state": line.state.value if line.state else line.public_state,
            "opened_at": line.opened_at.isoformat(timespec="seconds"),
            "updated_at": line.updated_at.isoformat(timespec="seconds"),
        }
        async for line in pages(onboard, await person(onboard, email))
    ]


async def _read(onboard: Onboard, email: str | None, case: UUID) -> list[EventView]:
    who = await person(onboard, email)
    events: list[EventView] = []
    after: int | None = 0
    while after is not None:
        page = await onboard.views.transcript(who, case, after, A_PAGE)
        events += page.events
        after = page.next
    return events


async def _export(onboard: Onboard, email: str | None, case: UUID) -> dict[str, JsonValue]:
    events = await _read(onboard, email, case)
    status = await onboard.views.status(await person(onboard, email), case)
    return {
        "case_id": str(case),
        "exported_at": onboard.desk.clock().isoformat(timespec="seconds"),
        "case": status.model_dump(mode="json", exclude_unset=True),
        "events": [event.model_dump(mode="json") for event in events],
    }


def _finding(found: Verification) -> dict[str, JsonValue]:
    return {
        "holds": found.holds,
        "cases": found.cases,
        "events": found.events,
        "problem": found.problem,
        "case_id": str(found.case_id) if found.case_id else None,
        "seq": found.seq,
    }
