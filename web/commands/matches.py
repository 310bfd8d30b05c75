"""``onboard matches``: potential matches on watch lists, compared and resolved."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from typing import Annotated
from uuid import UUID

import typer

from cases.access import Person
from cases.errors import Invalid
from cases.screening import MatchVerdict
from desk.match_views import ComparedRow, MatchView
from web.commands.printing import Row, print_json, print_table
from web.commands.session import AsEmail, CaseArgument, Json, ReadAs, case_id, person, run
from web.composition import Onboard

SHOWN = 12
"""Characters of a pair that are shown; as many as tell one from another are enough to name it."""

app = typer.Typer(help="Potential matches on watch lists.", no_args_is_help=True, add_completion=False)

PairArgument = Annotated[str, typer.Argument(metavar="PAIR", help="The match, as `show` names it.")]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; it stays on record.")]


@app.command("show")
def show(case: CaseArgument, as_json: Json = False, as_email: ReadAs = None) -> None:
    """Show the potential matches of a case beside what is known; exit status 1 where one is open."""
    matches = run(lambda onboard: _read(onboard, as_email, case_id(case)))
    if as_json:
        print_json(matches)
    else:
        _print(matches)
    if any(match.standing == "open" for match in matches):
        raise typer.Exit(1)


@app.command("resolve")
def resolve(
    case: CaseArgument,
    pair: PairArgument,
    reason: Reason,
    as_email: AsEmail,
    false_positive: Annotated[bool, typer.Option("--false-positive", help="It is not them.")] = False,
    true_match: Annotated[bool, typer.Option("--true-match", help="It is them.")] = False,
    confirm: Annotated[
        str, typer.Option("--confirm", metavar="WORDS", help="For a sanctions match: never approve.")
    ] = "",
) -> None:
    """Say what a potential match is. A confirmed sanctions match bars every approval, for good."""
    if false_positive == true_match:
        raise Invalid("One of --false-positive and --true-match is needed.")
    verdict = MatchVerdict.TRUE_MATCH if true_match else MatchVerdict.FALSE_POSITIVE

    async def act(onboard: Onboard, who: Person, whole: str) -> None:
        await onboard.desk.resolve_match(who, case_id(case), whole, verdict, reason, confirm)

    _act(case, pair, as_email, act)


@app.command("reopen")
def reopen(case: CaseArgument, pair: PairArgument, reason: Reason, as_email: AsEmail) -> None:
    """Have a match looked at again that was ruled out."""

    async def act(onboard: Onboard, who: Person, whole: str) -> None:
        await onboard.desk.reopen_match(who, case_id(case), whole, reason)

    _act(case, pair, as_email, act)


def print_comparison(rows: Iterable[ComparedRow]) -> None:
    """Print what is known on either side, row by row."""
    table: list[Row] = [
        {"": row.label, "ours": row.ours, "list": row.listed, "compared": _COMPARED[row.comparison]}
        for row in rows
        if row.ours or row.listed
    ]
    print_table(table, "")


_COMPARED = {"same": "= same", "alike": "~ alike", "differs": "! differs", "unknown": ""}


def _act(case: str, pair: str, as_email: str, act: Callable[[Onboard, Person, str], Awaitable[None]]) -> None:
    async def work(onboard: Onboard) -> tuple[MatchView, ...]:
        who = await person(onboard, as_email)
        await act(onboard, who, _whole(pair, await onboard.views.matches(who, case_id(case))))
        await onboard.sealer.seal(onboard.desk.db)
        return await onboard.views.matches(who, case_id(case))

    _print(run(work))


async def _read(onboard: Onboard, email: str | None, case: UUID) -> tuple[MatchView, ...]:
    return await onboard.views.matches(await person(onboard, email), case)


def _whole(pair: str, matches: tuple[MatchView, ...]) -> str:
    """The pair that begins so; what fits none, or several, goes to the desk as it is."""
    found = {match.pair for match in matches if match.pair.startswith(pair)}
    return found.pop() if len(found) == 1 else pair


def _print(matches: tuple[MatchView, ...]) -> None:
    if not matches:
        print("No potential match.")
    for match in matches:
        print(f"“{match.subject}” and “{match.listed}”: {match.alike}. {match.topic_words}.")
        print(f"{match.source}, list of {match.version}. {_standing(match)}")
        print_comparison(match.rows)
        print()


def _standing(match: MatchView) -> str:
    named = f"Pair {match.pair[:SHOWN]}. " if match.pair else ""
    if match.standing == "open":
        return f"{named}Open. {match.confirmed_elsewhere}".strip()
    return f"{named}{match.found} by {match.by} on {match.at:%Y-%m-%d}: {match.reason}"
