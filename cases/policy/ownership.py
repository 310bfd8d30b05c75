"""A policy on owners: whose law says who counts, and what has to be known of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from cases.ownership.stated import CountryCode
from cases.participants import PersonalField
from cases.policy.section import Section
from cases.regimes import Code, Regime, Regimes

IDENTITY = (
    PersonalField.DATE_OF_BIRTH,
    PersonalField.HOME_ADDRESS,
    PersonalField.NATIONALITY,
    PersonalField.IDENTITY_NUMBER,
    PersonalField.PEP_DECLARATION,
)


class OwnershipPolicy(Section):
    """Which regime applies to a merchant, by the country of its address, and what identifies an owner.

    ``regimes``: the rules themselves (in the file: the name of a file beside it). ``countries``: the
    regime of each country (ISO 3166-1 alpha-2); all others, and merchants without an address yet, have
    the one that ``otherwise`` names. ``identify``: what is needed of everybody who counts as an owner or
    runs the business; an identity number is the social security number for citizens in the United States.
    """

    regimes: Regimes
    countries: Mapping[CountryCode, Code]
    otherwise: Code
    identify: Annotated[tuple[PersonalField, ...], Field(min_length=1)] = IDENTITY

    @model_validator(mode="after")
    def _names_only_known_regimes(self) -> Self:
        known = {regime.code for regime in self.regimes.regimes}
        unknown = sorted({*self.countries.values(), self.otherwise} - known)
        if unknown:
            raise ValueError(f"there are no rules of the regime {unknown[0]}")
        return self

    def regime(self, country: str | None, day: date) -> Regime | None:
        """The rules for a merchant of a country on a day; None where they had not begun."""
        return self.regimes.on(self.countries.get(country or "", self.otherwise), day)
