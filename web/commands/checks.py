"""``onboard checks``: how well each fact of a case is known, and checks that were made elsewhere."""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path
from typing import Annotated
from uuid import UUID, uuid4

import typer

from cases.access import Person
from cases.documents import DocumentKind
from cases.verification import Method, Result
from desk.evidence_views import EvidencePart
from tools.documents.reception import Sent, attach
from web.commands.printing import Row, print_json, print_table
from web.commands.session import AsEmail, CaseArgument, Json, ReadAs, case_id, person, run
from web.composition import Onboard
from web.reports import read_report

app = typer.Typer(
    help="How well facts are known, and checks made elsewhere.", no_args_is_help=True, add_completion=False
)


@app.command("list")
def list_checks(case: CaseArgument, as_json: Json = False, as_email: ReadAs = None) -> None:
    """List the facts of a case with their evidence, and the checks of them that were made elsewhere."""
    evidence = run(lambda onboard: _read(onboard, as_email, case_id(case)))
    if as_json:
        print_json(evidence)
        return
    facts: list[Row] = [
        {"fact": f.key, "evidence": f.words, "by": f.by, "source": f.source, "not_yet": f.gap or ""}
        for f in evidence.facts
    ]
    print_table(facts, "Nothing is known yet.")
    for check in evidence.checks:
        where = ", ".join(filter(None, [check.source, check.reference]))
        print(f"\n{check.method_words}: {check.result_words} ({where}). {', '.join(check.about)}.")
        print(f"  {check.by}, {check.made_at:%Y-%m-%d}{'' if check.stands else ', stands no longer'}")


@app.command("record")
def record(
    case: CaseArgument,
    as_email: AsEmail,
    about: Annotated[
        list[str],
        typer.Option(
            "--about", metavar="FACT", help='A fact, such as tax_id or "ada finch.date_of_birth"; repeat it.'
        ),
    ],
    how: Annotated[Method, typer.Option("--how", help="How it was checked.")],
    source: Annotated[str, typer.Option("--source", metavar="TEXT", help="Who was asked, or what was read.")],
    result: Annotated[Result, typer.Option("--result", help="What came of it.")],
    reference: Annotated[
        str, typer.Option("--reference", metavar="TEXT", help="What it is called there.")
    ] = "",
    comment: Annotated[str, typer.Option("--comment", metavar="TEXT", help="For the record.")] = "",
    document: Annotated[
        str, typer.Option("--document", metavar="ID", help="The document of the case that it was made on.")
    ] = "",
    file: Annotated[
        Path | None,
        typer.Option("--attach", metavar="FILE", help="A file that backs it; only the team sees it."),
    ] = None,
    made: Annotated[
        datetime | None,
        typer.Option("--made", formats=["%Y-%m-%d"], help="The day it was made [default: now]."),
    ] = None,
    until: Annotated[
        datetime | None,
        typer.Option("--until", formats=["%Y-%m-%d"], help="The last day on which it counts."),
    ] = None,
) -> None:
    """Record a check that was made elsewhere: a registry search, a call, a document that was looked at.

    The merchant sees nothing of it. A later check of the same facts in the same way corrects an earlier
    one. Prints the id of the event.
    """
    report = {
        "about": about,
        "method": how,
        "source": source,
        "result": result,
        "reference": reference,
        "comment": comment,
        "document_id": document,
        "made_at": datetime.combine(made, time.min, UTC) if made else None,
        "expires_on": until.date() if until else None,
    }

    sent = Sent(file.name, DocumentKind.OTHER, "", file.read_bytes()) if file else None

    async def act(onboard: Onboard) -> UUID:
        who = await person(onboard, as_email)
        attached = {"document_id": await _attach(onboard, who, case_id(case), sent)} if sent else {}
        event = await onboard.desk.record_check(who, case_id(case), read_report({**report, **attached}))
        await onboard.sealer.seal(onboard.desk.db)
        return event.id

    print(run(act))


async def _read(onboard: Onboard, email: str | None, case: UUID) -> EvidencePart:
    return await onboard.views.evidence(await person(onboard, email), case)


async def _attach(onboard: Onboard, who: Person, case: UUID, sent: Sent) -> UUID:
    """Keep a file for the team; returns its id."""

    async def read() -> Sent:
        return sent

    return (await attach(onboard.desk, onboard.inspector, who, case, read, uuid4())).id
