"""Public holidays, as the library ``holidays`` knows them."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from cases.errors import Invalid


class UnknownPlace(Invalid):
    """Nobody knows the holidays of this place."""


@lru_cache(maxsize=64)
def public_holidays(country: str, subdivision: str | None, year: int) -> frozenset[date]:
    """The days of a year on which a country (ISO 3166-1 alpha-2) or a part of it rests.

    A holiday that falls on a weekend is taken where the law moves it to. Raises UnknownPlace.
    """
    # Half a second to load: only for a policy with holidays, and when one is first asked for.
    library = importlib.import_module("holidays")
    try:
        known: Iterable[date] = library.country_holidays(country, subdiv=subdivision, years=year)
    except NotImplementedError:
        place = country if subdivision is None else f"{country}-{subdivision}"
        raise UnknownPlace(f"the public holidays of {place} are not known") from None
    return frozenset(known)
