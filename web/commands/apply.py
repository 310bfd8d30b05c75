"""``onboard apply``: applications from a file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, NamedTuple, cast
from uuid import UUID

import typer
from pydantic import JsonValue, ValidationError

from cases.errors import Invalid, OnboardError
from desk.request import MerchantRequest
from web.commands.printing import Row, print_json
from web.commands.session import AsEmail, Json, person, run
from web.composition import Onboard

LARGEST = 1_000_000
"""Bytes of one application, as over REST."""

app = typer.Typer(add_completion=False)


class Entry(NamedTuple):
    """One application of a file; ``place`` names it where the file holds several."""

    place: str
    text: str


class Outcome(NamedTuple):
    """What became of one."""

    place: str
    request_id: UUID | None
    error: str | None


@app.command()
def apply(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="One application (.json), or one a line (.jsonl).")
    ],
    as_email: AsEmail,
    as_json: Json = False,
) -> None:
    """Submit applications; prints the request_id, or what is wrong, for each. A bad one stops no other."""
    entries = list(_entries(file))
    outcomes = run(lambda onboard: _apply_all(onboard, as_email, entries))
    if as_json:
        print_json([_row(outcome) for outcome in outcomes])
    else:
        for outcome in outcomes:
            print(f"{outcome.place}{outcome.request_id or outcome.error}")
    failed = sum(outcome.error is not None for outcome in outcomes)
    if failed:
        raise Invalid(f"{failed} of {len(outcomes)} could not be submitted.")


def _entries(file: Path) -> Iterator[Entry]:
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise Invalid(f"{file}: is not UTF-8 text.") from error
    if file.suffix != ".jsonl":
        yield Entry("", text)
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield Entry(f"line {number}: ", line)


async def _apply_all(onboard: Onboard, email: str, entries: list[Entry]) -> list[Outcome]:
    who = await person(onboard, email)
    outcomes: list[Outcome] = []
    for place, text in entries:
        try:
            request_id = await onboard.desk.apply(who, _read(text), "cli")
        except OnboardError as error:
            outcomes.append(Outcome(place, None, str(error)))
        else:
            outcomes.append(Outcome(place, request_id, None))
    await onboard.sealer.seal(onboard.desk.db)
    return outcomes


def _read(text: str) -> MerchantRequest:
    if len(text.encode()) > LARGEST:
        raise Invalid(f"more than {LARGEST:,} bytes")
    try:
        found: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Invalid(f"not JSON ({error})") from None
    if not isinstance(found, dict):
        raise Invalid("not an application: a JSON object is needed")
    try:
        return MerchantRequest.model_validate(cast("dict[str, object]", found))
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        field = ".".join(str(part) for part in first["loc"])
        raise Invalid(f"{field}: {first['msg']}") from None


def _row(outcome: Outcome) -> Row:
    row: dict[str, JsonValue] = {"place": outcome.place.rstrip(": ") or None}
    if outcome.request_id:
        return {**row, "request_id": str(outcome.request_id)}
    return {**row, "error": outcome.error}
