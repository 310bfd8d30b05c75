"""``onboard screen``: look a name up by hand."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Annotated

import pycountry
import typer

from cases.errors import Invalid
from cases.fields.places import country_named
from cases.screening import Party, PotentialMatch
from desk.match_views import TOPICS, rows_of
from storage.settings import load_settings
from tools.policy_file import load_policy
from tools.watchlists import WatchLists
from web.commands.matches import print_comparison
from web.commands.printing import print_json
from web.commands.session import Json
from web.composition import database_opened
from web.logs import configure_logs

app = typer.Typer(help="Look a name up on the watch lists.", add_completion=False)


@app.command()
def screen(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A person's or a company's name.")],
    country: Annotated[
        str | None, typer.Option("--country", metavar="CC", help="Where they are from, for example PT.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Look a name up on the watch lists. Exit status 1 where there is a potential match."""
    configure_logs()
    matches = asyncio.run(_search(Party(name=name, countries=_known(country))))
    if as_json:
        print_json(matches)
    else:
        _print(matches)
    if matches:
        raise typer.Exit(1)


async def _search(party: Party) -> list[PotentialMatch]:
    settings = load_settings()
    threshold = load_policy(settings.policy).screening.threshold
    async with database_opened(settings) as database:
        return await WatchLists(settings.screening_lists, database).screen(party, threshold)


def _known(country: str | None) -> tuple[str, ...]:
    if country is None:
        return ()
    known = pycountry.countries.get(alpha_2=country.upper())
    code = known.alpha_2 if known else country_named(country)
    if code is None:
        raise Invalid(f"{country[:40]!r} is no country; give its code, for example PT.")
    return (code,)


def _print(matches: Sequence[PotentialMatch]) -> None:
    if not matches:
        print("No potential match.")
    for match in matches:
        print(f"“{match.listed}”: {round(match.score * 100)} % alike. {TOPICS[match.topic]}.")
        print(f"{match.source} {match.reference}, list of {match.list_version}.")
        print_comparison(rows_of(match, clear=True))
        print()
