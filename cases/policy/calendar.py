"""When the company works: its hours, and the days on which it does not."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Annotated, Literal, Self
from zoneinfo import available_timezones

import pycountry
from pydantic import AfterValidator, Field, StringConstraints, model_validator

from cases.policy.section import Section
from cases.public_holidays import UnknownPlace, public_holidays

_ANY_YEAR = 2026

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


@lru_cache(maxsize=1)
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _known_zone(name: str) -> str:
    if name not in _zones():
        raise ValueError(f"there is no time zone {name!r}; one is for instance Europe/Berlin")
    return name


def _known_country(code: str) -> str:
    if pycountry.countries.get(alpha_2=code) is None:
        raise ValueError(f"there is no country {code!r}")
    return code


def _opens_before_it_closes(hours: str) -> str:
    opens, closes = hours.split("-")
    if not opens < closes <= "24:00":
        raise ValueError(f"{hours} is no span of a day, such as 09:00-17:00")
    return hours


Zone = Annotated[str, AfterValidator(_known_zone)]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$"), AfterValidator(_known_country)]
Hours = Annotated[
    str,
    StringConstraints(pattern=r"^([01]\d|2[0-4]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d$"),
    AfterValidator(_opens_before_it_closes),
]


class Calendar(Section):
    """The hours in which somebody works, by weekday and in the company's own time zone.

    ``zone``: an IANA name. ``open``: ``09:00-17:00``, a day that is not named is closed. ``country`` (ISO
    3166-1 alpha-2) and ``subdivision`` (what stands behind the dash in ISO 3166-2): whose public holidays
    are closed. ``closed``: further dates.
    """

    zone: Zone
    open: Annotated[dict[Weekday, Hours], Field(min_length=1)]
    country: Country | None = None
    subdivision: Annotated[str, StringConstraints(min_length=1)] | None = None
    closed: tuple[date, ...] = ()

    @model_validator(mode="after")
    def _has_known_holidays(self) -> Self:
        if self.subdivision is not None:
            # Without a subdivision every country is known, and the library is not loaded to find that out.
            if self.country is None:
                raise ValueError("a subdivision without its country")
            try:
                public_holidays(self.country, self.subdivision, _ANY_YEAR)
            except UnknownPlace as error:
                raise ValueError(str(error)) from None
        return self
