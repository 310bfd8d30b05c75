"""``onboard notice``: the letter to a declined merchant, foreseen and read."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from desk.decline_views import Foreseen, foresee, letter_file
from web.commands.printing import print_json
from web.commands.session import AsEmail, CaseArgument, Json, ReadAs, case_id, person, run
from web.composition import Onboard

app = typer.Typer(
    help="The letter to a declined merchant: foresee it, read it.", no_args_is_help=True, add_completion=False
)


@app.command()
def preview(
    case: CaseArgument,
    as_email: AsEmail,
    reason: Annotated[
        list[str] | None, typer.Option("--reason", metavar="CODE", help="A reason's code; may be repeated.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Print exactly what the merchant would read if the case were declined for these reasons."""

    async def look(onboard: Onboard) -> Foreseen:
        return await foresee(onboard.desk, await person(onboard, as_email), case_id(case), reason or ())

    found = run(look)
    if as_json:
        print_json(found)
        return
    print(f"In {found.language}, in the conversation:\n\n{found.message}")
    if found.letter:
        print(f"\nAs a letter:\n\n{found.letter}")


@app.command()
def read(
    case: CaseArgument,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where to put the PDF.")],
    as_email: ReadAs = None,
) -> None:
    """Write the letter that the merchant got to a file that only its owner may read."""

    async def fetch(onboard: Onboard) -> bytes:
        return (await letter_file(onboard.desk, await person(onboard, as_email), case_id(case))).content

    content = run(fetch)
    descriptor = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content)
    print(f"Written to {output}.", file=sys.stderr)
